"""Reading `data/records`: every file, into the columns of its tables."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kzdata import files
from kzdata.decoding import FORBIDDEN_CHARACTER, merge_conflict
from kzdata.findings import Finding, Place, Record, Rule
from kzdata.nearest import likeliest
from kzdata.records import annotations, forms
from kzdata.records.annotations import Pointer, Report
from kzdata.records.columns import ORIGIN, PIECES, Records, SetAside
from kzdata.records.forms import SET_ASIDE, Entry
from kzdata.records.places import LIMIT, Places
from kzdata.records.rows import Buffer, Rows
from kzdata.schema import Dataset

FOLDER = "data/records"

RECORDS_UNKNOWN_FILE = Rule(
    name="records-unknown-file",
    doc="""\
Checks that each file under data/records is YAML, JSON Lines or Parquet, and, where it
is not YAML, that it is named for a table: `<table>.jsonl`, `<table>.parquet`, or any
such file in a folder of the table's name.

A file that is passed over silently is lost data.

Example: data/records/figures.csv.

Instead: convert it, rename it, or move it out of data/records.""",
)

RECORDS_UNKNOWN_TABLE = Rule(
    name="records-unknown-table",
    doc="""\
Checks that the keys of a YAML file of records are tables of the dataset, `source` or
`set_aside`.

Records under a misspelt name would be lost silently.

Example: `figure:` where the table is called `figures`.

Instead: correct the name, or add the table to schemas/dataset.yaml.""",
)

SET_ASIDE_MALFORMED = Rule(
    name="set-aside-malformed",
    doc="""\
Checks that each entry of `set_aside` cites words of a source under `evidence`, gives a
`reason`, and holds nothing else but the key of a `source`.

What is left unused without a reason is passed over in silence.

Example: `- evidence: In 2020` and nothing else.

Instead: add `reason:` and say why no record uses the words.""",
)


_DECISION = {"evidence", "reason", "source"}
"""The keys of an entry of `set_aside`."""


def read(root: Path, dataset: Dataset, findings: list[Finding]) -> Records:
    """The records of the project at `root`; what is wrong with their form goes to `findings`."""
    before = len(findings)
    names = tuple(files.listing(root, FOLDER, findings))
    places = Places(root)
    rows = {table.name: Rows(table) for table in dataset.tables}
    aside = _SetAside()
    for number, name in enumerate(names):
        read_columns = _COLUMNAR.get(name.rpartition(".")[2])
        if read_columns:
            read_columns(root, name, number, rows, findings)
            continue
        unknown: set[str] = set()
        for entry in _entries(root, name, findings):
            report = _report(places, findings, name, entry.table, entry.number)
            if entry.table == SET_ASIDE:
                aside.add(entry, number, report)
            elif entry.table in rows:
                rows[entry.table].add(entry, number, report)
            elif entry.table not in unknown:
                unknown.add(entry.table)
                findings.append(_unknown_table(places, name, entry.table, rows))
    tables = {name: one.finish() for name, one in rows.items()}
    unread = _unread(findings[before:], rows)
    return Records(tables=tables, set_aside=aside.finish(), files=names, unread=unread)


_ASIDE_FROM_VALUES = frozenset(
    rule.name
    for rule in (
        annotations.EVIDENCE_MALFORMED,
        annotations.INFERRED_WITHOUT_REASON,
        FORBIDDEN_CHARACTER,
        SET_ASIDE_MALFORMED,
    )
)
"""Rules that a record may break and still have all its values."""


def _unread(findings: Sequence[Finding], tables: Collection[str]) -> frozenset[str]:
    """The tables of which something may not have been read, by what was found while reading."""
    found: set[str] = set()
    for finding in findings:
        if finding.records and finding.rule in _ASIDE_FROM_VALUES:
            continue
        table = finding.records[0].table if finding.records else _table_of(finding.place.path)
        if table not in tables:
            return frozenset(tables)
        found.add(table)
    return frozenset(found)


def _entries(root: Path, name: str, findings: list[Finding]) -> Iterator[Entry]:
    """The entries of a YAML file."""
    if not name.endswith((".yaml", ".yml")):
        findings.append(_unknown_file(name))
        return
    text = files.text(root, name, findings, limit=LIMIT)
    if text is not None:
        yield from forms.yaml_entries(text, name, findings)


def _read_lines(
    root: Path, name: str, number: int, rows: dict[str, Rows], findings: list[Finding]
) -> None:
    table = rows.get(_table_of(name))
    if table is None:
        findings.append(_unknown_file(name))
        return
    data = files.read(root, name, findings, limit=LIMIT)
    if data is not None and (conflict := merge_conflict(data, name)):
        findings.append(conflict)
        return
    places = Places(root)

    def report(line: int) -> Report:
        return _report(places, findings, name, table.table.name, line)

    refused: list[Finding] = []
    for block in () if data is None else forms.line_blocks(data, name, refused):
        table.add_block(block, number, report)
    findings += (_of_line(finding, table.table.name) for finding in refused)


def _read_parquet(
    root: Path, name: str, number: int, rows: dict[str, Rows], findings: list[Finding]
) -> None:
    table = rows.get(_table_of(name))
    if table is None:
        findings.append(_unknown_file(name))
        return
    data = files.read(root, name, findings, limit=LIMIT)
    places = Places(root)

    def report(row: int | None) -> Report:
        return _report(places, findings, name, table.table.name, row)

    first = 0
    for values in () if data is None else forms.parquet_tables(data, name, findings):
        if first == 0:
            table.report_unknown(values.column_names, report(None))
        table.add_columns(values, number, first, report)
        first += values.num_rows


_COLUMNAR = {"jsonl": _read_lines, "parquet": _read_parquet}
"""What reads a file of one table's records, by the end of the file's name."""


def _table_of(name: str) -> str:
    """The table that a file of one table's records is named for."""
    parts = name.removeprefix(FOLDER + "/").split("/")
    return parts[0] if len(parts) > 1 else parts[0].rpartition(".")[0]


def _report(
    places: Places, findings: list[Finding], name: str, table: str, number: int | None
) -> Report:
    """What takes the faults of one record; without a number, those of the whole file."""
    records = () if number is None else (Record(table, name, number),)

    def tell(rule: Rule, pointer: Pointer, message: str, help: str, *, key: bool = False) -> None:
        at = Place(path=name)
        if number is not None:
            at = places.find(name, table, number, pointer, key=key)
        field = str(pointer[0]) if pointer else ""
        findings.append(rule(message, at=at, help=help, records=records, field=field))

    return tell


def _of_line(finding: Finding, table: str) -> Finding:
    """The finding on a line of JSON Lines, with the record that the line would have been."""
    at = finding.place
    return replace(finding, records=(Record(table, at.path, at.line - 1),)) if at.line else finding


def _unknown_file(name: str) -> Finding:
    message = f"`{name}` is no file of records for a table of the dataset"
    help = "records are YAML, or <table>.jsonl, or <table>.parquet"
    return RECORDS_UNKNOWN_FILE(message, at=Place(path=name), help=help)


def _unknown_table(places: Places, name: str, table: str, rows: dict[str, Rows]) -> Finding:
    known = f"the tables are {', '.join(f'`{one}`' for one in rows)}"
    return RECORDS_UNKNOWN_TABLE(
        f"`{table}` is no table of the dataset",
        at=places.find_table(name, table),
        help=likeliest(table, [*rows, SET_ASIDE]) or known,
    )


class _SetAside:
    """The decisions to set words aside, as they come."""

    def __init__(self) -> None:
        self._pieces = Buffer(PIECES)
        self._origin = Buffer(ORIGIN)
        self._reasons: list[str] = []

    def add(self, entry: Entry, file: int, report: Report) -> None:
        row = len(self._reasons)
        record = entry.record
        stated = record.get("reason")
        reason = stated if isinstance(stated, str) and stated.strip() else ""
        unknown = record.keys() - _DECISION
        for key in unknown:
            message = f"an entry of `set_aside` has no key `{key}`"
            report(SET_ASIDE_MALFORMED, (key,), message, likeliest(key, _DECISION), key=True)
        needed = {"evidence": "evidence" in record, "reason": reason}
        if lacking := " and its ".join(f"`{key}`" for key, given in needed.items() if not given):
            message = f"an entry of `set_aside` lacks its {lacking}"
            if not unknown:
                report(SET_ASIDE_MALFORMED, (), message, "cite the words, and say why")
            return
        annotations.visible(reason, ("reason",), report)
        source = annotations.source(record, entry.source, report)
        for number, piece in annotations.pieces(record, frozenset(), report):
            self._pieces.add(row, number, piece.source or source, *piece[:5], None, None)
        self._origin.add(file, entry.number)
        self._reasons.append(reason)

    def finish(self) -> SetAside:
        return SetAside(
            pieces=self._pieces.finish(),
            origin=self._origin.finish(),
            reasons=tuple(self._reasons),
        )
