"""Which rows of a table came and went, and which cells of the others changed, on columns.

Rows are found by their primary key. What differs is singled out by Arrow; that alone is turned into
Python's values. The words behind the cells are `words`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata import escapes
from kzdata.catalog import forms
from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.package import Package
from kzdata.catalog.records import names
from kzdata.errors import DataError
from kzdata.release import kinds, numbers
from kzdata.release.changes import Change
from kzdata.verification import types

Values = tuple[str | None, ...]
"""The values of some fields of one row, as texts."""


class Rows(NamedTuple):
    """What changed in the rows of a table: whole rows, and cells of those that both sides have.

    `apart` are the records that only one side has, `fields` the fields that both sides have.
    """

    whole: Sequence[Change]
    cells: Sequence[Change]
    apart: pa.Array
    fields: pa.Array


def compare(old: Package, new: Package, table: str) -> Rows:
    """The changes of a table that both packages have, and that has one primary key in both.

    Raises `DataError` where that key is null or stands twice.
    """
    was, now = old.info(table), new.info(table)
    for package, info in ((old, was), (new, now)):
        for problem in types.problems(package.parquet(table), info):
            raise DataError(problem)
    one, other = old.load(table), new.load(table)
    key = now.schema.primary_key
    codes = numbers.of((one[name], other[name]) for name in key)
    _check(old, table, one, key, codes[0])
    _check(new, table, other, key, codes[1])
    gone, added = numbers.lacking(*codes)
    fields = [name for name in other.column_names if name in one.column_names and name not in key]
    unlike = numbers.differing(codes, ((one[name], other[name]) for name in fields))
    changed = pc.and_not(unlike[1], added)
    before = dict(_values(was, one.filter(unlike[0]), fields, codes[0].filter(unlike[0])))
    after = _values(now, other.filter(changed), fields, codes[1].filter(changed))
    records = names(now, other.filter(changed)).to_pylist()
    lost, found = (
        names(info, rows).to_pylist()
        for info, rows in ((was, one.filter(gone)), (now, other.filter(added)))
    )
    whole = [(kinds.ROW_REMOVED, each) for each in lost]
    whole += [(kinds.ROW_ADDED, each) for each in found]
    return Rows(
        [Change(kind=kind, table=table, record=record) for kind, record in whole],
        [
            change
            for record, (code, values) in zip(records, after, strict=True)
            for change in _cells(table, record, fields, before[code], values)
        ],
        pa.array([*lost, *found], pa.string()),
        pa.array([*key, *fields], pa.string()),
    )


def _check(
    package: Package, table: str, rows: pa.Table, key: Sequence[str], codes: pa.Array
) -> None:
    """Refuse a key that is null somewhere, or of which two rows have the same."""
    if any(rows[name].null_count for name in key) or pc.count_distinct(codes).as_py() < len(rows):
        named = ", ".join(f"`{escapes.terminal(name)}`" for name in key)
        raise DataError(
            f"`{package.place}`: table `{table}`: {named} is null or stands twice,"
            " so that its rows cannot be told apart"
        )


def _values(
    info: TableInfo, rows: pa.Table, fields: Sequence[str], codes: pa.Array
) -> Iterator[tuple[int, Values]]:
    """The number of each row, and its values as they stand in CSV, in the order of the fields."""
    kinds_of = [forms.kind(info.field(name)) for name in fields]
    columns = [
        forms.texts(rows[name], of).to_pylist() for name, of in zip(fields, kinds_of, strict=True)
    ]
    values = zip(*columns, strict=True) if columns else iter([()] * len(rows))
    return zip(codes.to_pylist(), values, strict=True)


def _cells(
    table: str, record: str, fields: Sequence[str], before: Values, after: Values
) -> Iterator[Change]:
    for field, old, new in zip(fields, before, after, strict=True):
        if old != new:
            yield Change(
                kind=_kind(old, new), table=table, record=record, field=field, old=old, new=new
            )


def _kind(old: str | None, new: str | None) -> kinds.Kind:
    if old is None:
        return kinds.CELL_FILLED
    return kinds.CELL_EMPTIED if new is None else kinds.CELL_CORRECTED
