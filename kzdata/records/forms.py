"""The forms in which records are written: YAML by people, JSON Lines and Parquet by programs.

Each gives plain records with the table that they are for and their number in the file.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pyarrow as pa
from pyarrow.parquet import ParquetFile

from kzdata.findings import Finding, Place, Rule, place
from kzdata.marked import json, nodes, yaml

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


class Entry(NamedTuple):
    """A record as it was written: its table, and its number among the table's records in the file.

    `source` is what the file says for all its records.
    """

    table: str
    number: int
    record: Mapping[str, object]
    source: str = ""


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
                yield Entry(table, number, _plain(item), source)
            else:
                refuse(item, f"an entry of `{table}` is no mapping", "write `field: value` lines")


def _plain(item: nodes.Mapping) -> Mapping[str, object]:
    return {key: nodes.plain(entry.value) for key, entry in item.entries.items()}


def line_entries(text: str, name: str, table: str, findings: list[Finding]) -> Iterator[Entry]:
    """The records of a JSON Lines file, one object a line; empty lines are passed over."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            before = len(findings)
            record = json.loads_strict(line, name, number + 1, findings)
            if isinstance(record, dict):
                yield Entry(table, number, record)
            elif len(findings) == before:
                at = place(name, text, start, start + len(line))
                message = "the line is no object"
                findings.append(RECORDS_MALFORMED(message, at=at, help="write `{...}`"))
        start += len(line) + 1


def parquet_tables(data: bytes, name: str, findings: list[Finding]) -> Iterator[pa.Table]:
    """The rows of a Parquet file, some at a time; there is one table at least."""
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
