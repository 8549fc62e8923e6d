"""Whether a row that is linked to a source cites that source."""

from collections import defaultdict
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.findings import Fault, Rule

LINK_WITHOUT_CITATION = Rule(
    name="link-without-citation",
    doc="""\
Checks that a row which is linked to a row of the table of sources cites words of that
source.

Otherwise the table says of one article what another one tells.

Example: `article_id: meduza-helmets` in a record of which the evidence stands
elsewhere.

Instead: correct the link, or the `source` of the evidence.""",
)


def check(field: str, values: pa.Array, files: pa.Array, cited: pa.Table) -> Iterator[Fault]:
    """A fault for each row of which `field`, a key of a source, names one that is not cited.

    `values` are the field's, and `files` the file names of the sources that they are keys of, null
    where there is none. `cited` says by `row` which `source` is cited, by file name.
    """
    cited = cited.filter(cited["source"].is_valid())
    row, source = cited["row"].combine_chunks(), cited["source"].combine_chunks()
    linked = files.take(row)
    kept = row.filter(pc.fill_null(pc.equal(linked, source), False))
    broken = pc.and_(linked.is_valid(), pc.invert(pc.is_in(row, kept)))
    others: dict[int, set[str]] = defaultdict(set)
    for number, name in zip(*(c.filter(broken).to_pylist() for c in (row, source)), strict=True):
        others[number].add(name)
    for number, names in others.items():
        named = ", ".join(f"`{name}`" for name in sorted(names))
        message = f"`{field}` is {values[number]}, and the evidence is cited from {named}"
        help = "correct the link, or the source of the evidence"
        yield Fault(LINK_WITHOUT_CITATION, number, field, message, help)
