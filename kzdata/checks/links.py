"""Whether a row that is linked to a source cites that source."""

from collections.abc import Iterator, Mapping, Sequence

from kzdata.checks.work import Row
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


def check(rows: Sequence[Row], field: str, files: Mapping[str, str]) -> Iterator[Fault]:
    """A fault for each row of which `field`, a key of a source, names one that is not cited.

    `files` gives the file name of each key of the table of sources.
    """
    known = frozenset(files.values())
    for row in rows:
        file = files.get(row.values.get(field, ""))
        cited = known.intersection(citation.source for citation in row.citations)
        if file and cited and file not in cited:
            named = ", ".join(f"`{source}`" for source in sorted(cited))
            message = f"`{field}` is {row.values[field]}, and the evidence is cited from {named}"
            help = "correct the link, or the source of the evidence"
            yield Fault(LINK_WITHOUT_CITATION, row.row, field, message, help)
