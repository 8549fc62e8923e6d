"""Cutting the work into batches: the records that cite the same sources, side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pyarrow as pa

from kzdata.checks.claims import plans, refers_to
from kzdata.checks.work import Batch, Citation, Document, Row, TableWork
from kzdata.project.columns import Columns, texts
from kzdata.project.identity import keys
from kzdata.readers.names import Directory, directory
from kzdata.records.columns import Records, TableRecords
from kzdata.schema import Dataset, Table
from kzdata.selectors import Quotation

SIZE = 4096
"""About how many records a batch holds: enough to be worth sending to another process."""


def batches(
    dataset: Dataset,
    records: Records,
    columns: Mapping[str, Columns],
    documents: Mapping[str, Document | None],
    faulty: frozenset[tuple[str, int, str | None]],
) -> Iterator[Batch]:
    """The work, in batches of whole sources; records that cite none come with the first.

    Cells that are `faulty` (table, row, field) are left out: one fault is not told twice.
    """
    directories = _directories(dataset, records, columns)
    by_home: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table in dataset.tables:
        mine = records.tables[table.name]
        for one in _rows(table, mine, columns[table.name], documents):
            row = _sound(table, one, faulty)
            home = (row.citations[0].source if row.citations else None) or ""
            by_home[home][table.name].append(row)
    by_name = {document.name: document for document in documents.values() if document}
    homes: list[str] = []
    size = 0
    for home in sorted(by_home.keys() | by_name.keys()):
        homes.append(home)
        size += sum(map(len, by_home[home].values()))
        if size >= SIZE:
            yield _batch(dataset, homes, by_home, by_name, directories)
            homes, size = [], 0
    if homes:
        yield _batch(dataset, homes, by_home, by_name, directories)


def _batch(
    dataset: Dataset,
    homes: list[str],
    by_home: Mapping[str, Mapping[str, list[Row]]],
    by_name: Mapping[str, Document],
    directories: Mapping[str, Directory],
) -> Batch:
    work: dict[str, TableWork] = {}
    cited = {home for home in homes if home in by_name}
    for table in dataset.tables:
        rows = tuple(row for home in homes for row in by_home[home].get(table.name, ()))
        cited |= by_name.keys() & {one.source for row in rows for one in row.citations}
        readings = {field.name: field.reading for field in table.fields if field.reading}
        fields = tuple(field.name for field in table.fields)
        work[table.name] = TableWork(fields, readings, plans(table), rows)
    home = tuple(name for name in homes if name in by_name)
    return Batch({name: by_name[name] for name in sorted(cited)}, work, home, directories)


def _rows(
    table: Table,
    records: TableRecords,
    columns: Columns,
    documents: Mapping[str, Document | None],
) -> Iterator[Row]:
    citations = _citations(records.pieces, documents)
    reasons: dict[int, dict[str, str]] = defaultdict(dict)
    for row, field, reason in zip(*(c.to_pylist() for c in records.reasons.columns), strict=True):
        reasons[row][field] = reason
    fields = [field.name for field in table.fields]
    values = [texts(table, columns, name) for name in fields]
    for row, (key, *cells) in enumerate(zip(keys(table, columns), *values, strict=True)):
        present = {name: cell for name, cell in zip(fields, cells, strict=True) if cell is not None}
        yield Row(row, key, present, citations.get(row, ()), reasons.get(row, {}))


def _sound(table: Table, row: Row, faulty: frozenset[tuple[str, int, str | None]]) -> Row:
    """The row without its faulty cells."""
    wrong = [field for field in row.values if (table.name, row.row, field) in faulty]
    if not wrong:
        return row
    return row._replace(values={f: v for f, v in row.values.items() if f not in wrong})


def _named_by(table: Table, field: str) -> str:
    """The table whose names the field is read by, where it is read by names of another row."""
    return refers_to(table, field) if table.field(field).reading == "name" else ""


def _citations(
    pieces: pa.Table, documents: Mapping[str, Document | None]
) -> Mapping[int, tuple[Citation, ...]]:
    """The citations by row."""
    found: dict[int, list[Citation]] = defaultdict(list)
    columns = (column.to_pylist() for column in pieces.columns)
    for row, piece, key, exact, prefix, suffix, start, end, fields, of in zip(
        *columns, strict=True
    ):
        quotation = Quotation(exact or "", prefix, suffix, start, end)
        source = None if exact is None else cited(key, documents)
        for_fields = None if fields is None else tuple(fields)
        found[row].append(Citation(piece, source, quotation, for_fields, of))
    return {row: tuple(citations) for row, citations in found.items()}


def _directories(
    dataset: Dataset, records: Records, columns: Mapping[str, Columns]
) -> dict[str, Directory]:
    """The names of the rows of every table by which another table's field is read."""
    wanted = {
        other
        for table in dataset.tables
        for field in table.fields
        if (other := _named_by(table, field.name))
    }
    return {
        name: directory(_names_of(dataset.table(name), records.tables[name], columns[name]))
        for name in sorted(wanted)
    }


def _names_of(
    table: Table, records: TableRecords, columns: Columns
) -> Mapping[str, tuple[str, ...]]:
    named = [
        texts(table, columns, field.name)
        for field in table.fields
        if field.reading == "name" and not refers_to(table, field.name)
    ]
    others = _others(table, records, columns)
    return {
        key: (*(name for name in own if name), *others.get(key, ()))
        for key, *own in zip(keys(table, columns), *named, strict=True)
    }


def known_as(
    dataset: Dataset, records: Records, columns: Mapping[str, Columns]
) -> dict[str, dict[str, list[str]]]:
    """The other names that records give, by table and key, in the order of the keys."""
    found = {
        table.name: _others(table, records.tables[table.name], columns[table.name])
        for table in dataset.tables
    }
    return {name: dict(sorted(others.items())) for name, others in found.items() if others}


def _others(table: Table, records: TableRecords, columns: Columns) -> dict[str, list[str]]:
    by_row = keys(table, columns) if records.names.num_rows else []
    others: dict[str, list[str]] = defaultdict(list)
    for row, name in zip(*(column.to_pylist() for column in records.names.columns), strict=True):
        others[by_row[row]].append(name)
    return others


def cited(key: str, documents: Mapping[str, Document | None]) -> str | None:
    """The file name of a source by its key; of an unknown one the key, of a faulty one nothing."""
    if key not in documents:
        return key
    document = documents[key]
    return document.name if document else None
