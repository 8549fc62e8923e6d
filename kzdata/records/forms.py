"""The forms in which records are written: YAML by people, JSON Lines and Parquet by programs.

Each gives plain records with the table that they are for and their number in the file.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import pyarrow as pa

from kzdata.decoding import decode, is_written
from kzdata.findings import Finding, Place, Rule, place
from kzdata.marked import lines as json_lines
from kzdata.marked import nodes, yaml

SET_ASIDE = "set_aside"

RECORDS_MALFORMED = Rule(
    name="records-malformed",
    doc="""\
Checks the form of a file of records: in YAML a mapping from table names to lists of
mappings; in JSON Lines one object a line; in Parquet columns named for fields.

What cannot be understood cannot be checked.

Example: `figures: 20`.

Instead: write a list, each record behind a dash.""",
)

BATCH = 65_536
"""How many rows of a Parquet file are read at once."""

PART = 256 * 1024
"""About how many bytes of a JSON Lines file are read at once."""

_ESCAPES = re.compile(r"\\[ubfr]")
"""How JSON writes characters that a file's text may not hold."""


class Entry(NamedTuple):
    """A record as it was written: its table, and its number among the table's records in the file.

    `source` is what the file says for all its records. `nested` are its mappings and lists as the
    file writes them, by key.
    """

    table: str
    number: int
    record: Mapping[str, object]
    source: str = ""
    nested: Mapping[str, str] = {}


def yaml_entries(text: str, name: str, findings: list[Finding]) -> Iterator[Entry]:
    """The records of a YAML file: a mapping from tables to lists of records, and `source`."""
    tree = yaml.read(text, name, findings)
    if tree is None:
        return

    def refuse(node: nodes.Node, message: str, help: str) -> None:
        at = place(name, text, node.start, node.end)
        findings.append(RECORDS_MALFORMED(message, at=at, help=help))

    if not isinstance(tree, nodes.Mapping):
        refuse(tree, "the file is no mapping from tables to records", "start with a table's name")
        return
    given = nodes.find(tree, ("source",))
    source = (given.value or "") if isinstance(given, nodes.Scalar) else ""
    if given and not source:
        refuse(given, "`source` is no identifier of a source", "name a row's key")
    for table, (_, node) in tree.entries.items():
        if table == "source":
            continue
        if not isinstance(node, nodes.Sequence):
            refuse(node, f"`{table}` is no list of records", "write each record behind a dash")
            continue
        for number, item in enumerate(node.items):
            if isinstance(item, nodes.Mapping):
                yield Entry(table, number, _plain(item), source, _nested(item, text))
            else:
                refuse(item, f"an entry of `{table}` is no mapping", "write `field: value` lines")


def _plain(item: nodes.Mapping) -> Mapping[str, object]:
    return {key: nodes.plain(entry.value) for key, entry in item.entries.items()}


def _nested(item: nodes.Mapping, text: str) -> Mapping[str, str]:
    values = ((key, entry.value) for key, entry in item.entries.items())
    return {
        key: text[value.start : value.end]
        for key, value in values
        if not isinstance(value, nodes.Scalar)
    }


class Block(NamedTuple):
    """Records of some lines of a JSON Lines file, and the numbers of these lines in the file.

    `escaped` says that an escape may have brought in a character that no text may hold.
    """

    records: list[Mapping[str, object]]
    numbers: list[int]
    escaped: bool


def line_blocks(data: bytes, name: str, findings: list[Finding]) -> Iterator[Block]:
    """The records of a JSON Lines file, one object a line; empty lines are passed over.

    A line that is no text is refused alone, as one that is no JSON is.
    """
    first = 0
    for part in _parts(data):
        lines = data[part]
        text = lines.decode("utf-8") if is_written(lines) else _text(lines, first, name, findings)
        yield _block(text, first, name, findings)
        first += lines.count(b"\n")


def _text(lines: bytes, first: int, name: str, findings: list[Finding]) -> str:
    """The text of the lines, with nothing in the place of those that are no text.

    A line may end as on Windows: to JSON that is white space.
    """
    kept: list[str] = []
    for number, line in enumerate(lines.split(b"\n"), first + 1):
        refused: list[Finding] = []
        kept.append(decode(line.removesuffix(b"\r"), name, refused) or "")
        findings += (_moved(finding, number) for finding in refused)
    return "\n".join(kept)


def _moved(finding: Finding, line: int) -> Finding:
    """A finding on the only line of a text, which is the line of this number (from 1)."""
    (label,) = finding.labels
    return replace(finding, labels=(replace(label, place=replace(label.place, line=line)),))


def _parts(data: bytes) -> Iterator[slice]:
    """The data in parts of about `PART` bytes and of whole lines, each with its line end."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + PART) + 1 or len(data)
        yield slice(start, end)
        start = end


def _block(text: str, first: int, name: str, findings: list[Finding]) -> Block:
    """The records among the lines of the text; the number of the first line is `first`."""
    split = text.split("\n")
    numbers = [n for n, line in enumerate(split, first) if line and not line.isspace()]
    lines = [split[number - first] for number in numbers]
    refused: list[Finding] = []
    values = json_lines.loads(lines, [number + 1 for number in numbers], name, refused)
    escaped = _ESCAPES.search(text) is not None
    if all(type(value) is dict for value in values):
        return Block(values, numbers, escaped)
    known = {finding.place.line for finding in refused}
    records: list[Mapping[str, object]] = []
    kept: list[int] = []
    for value, line, number in zip(values, lines, numbers, strict=True):
        if isinstance(value, dict):
            records.append(value)
            kept.append(number)
        elif number + 1 not in known:
            at = place(name, line, 0, len(line), first=number + 1)
            message = "the line is no object"
            refused.append(
                RECORDS_MALFORMED(message, at=at, help="write `{...}`, with nothing around it")
            )
    findings += sorted(refused, key=lambda finding: finding.place.line)
    return Block(records, kept, escaped)


def parquet_tables(data: bytes, name: str, findings: list[Finding]) -> Iterator[pa.Table]:
    """The rows of a Parquet file, some at a time; there is one table at least."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - takes 10 ms, and few projects need it

    try:
        file = ParquetFile(pa.BufferReader(data))
        columns = file.schema_arrow.names
        for twice in sorted({one for one in columns if columns.count(one) > 1}):
            message = f"the Parquet file has two columns `{twice}`"
            findings.append(RECORDS_MALFORMED(message, at=Place(path=name)))
            return
        yield file.schema_arrow.empty_table()
        for batch in file.iter_batches(BATCH):
            batch.validate(full=True)
            yield pa.Table.from_batches([batch])
    except (pa.ArrowException, OSError) as error:
        message = f"the Parquet file cannot be read: {str(error).splitlines()[0]}"
        findings.append(RECORDS_MALFORMED(message, at=Place(path=name)))
