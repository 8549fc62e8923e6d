"""The names of the project's entities, by which links are read and sources call them."""

from collections import defaultdict
from collections.abc import Mapping

from kzdata.checks.claims import refers_to
from kzdata.project.columns import Columns, texts
from kzdata.project.identity import keys
from kzdata.readers.names import Directory, directory
from kzdata.records.columns import Records, TableRecords
from kzdata.schema import Dataset, Table


def directories(
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


def known_as(
    dataset: Dataset, records: Records, columns: Mapping[str, Columns]
) -> dict[str, dict[str, list[str]]]:
    """The other names that records give, by table and key, in the order of the keys."""
    found = {
        table.name: _others(table, records.tables[table.name], columns[table.name])
        for table in dataset.tables
    }
    return {name: dict(sorted(others.items())) for name, others in found.items() if others}


def own_names(table: Table) -> list[str]:
    """The fields that hold names of the table's own rows: not those of links to others."""
    return [
        field.name
        for field in table.fields
        if field.reading == "name" and not refers_to(table, field.name)
    ]


def _named_by(table: Table, field: str) -> str:
    """The table whose names the field is read by, where it is read by names of another row."""
    return refers_to(table, field) if table.field(field).reading == "name" else ""


def _names_of(
    table: Table, records: TableRecords, columns: Columns
) -> Mapping[str, tuple[str, ...]]:
    named = [texts(table, columns, field) for field in own_names(table)]
    others = _others(table, records, columns)
    return {
        key: (*(name for name in own if name), *others.get(key, ()))
        for key, *own in zip(keys(table, columns), *named, strict=True)
    }


def _others(table: Table, records: TableRecords, columns: Columns) -> dict[str, list[str]]:
    by_row = keys(table, columns) if records.names.num_rows else []
    others: dict[str, list[str]] = defaultdict(list)
    for row, name in zip(*(column.to_pylist() for column in records.names.columns), strict=True):
        others[by_row[row]].append(name)
    return others
