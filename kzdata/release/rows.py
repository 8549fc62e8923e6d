"""Which rows of a table came and went, and which cells of the others changed, on columns.

Rows are found by their primary key. What differs is singled out by Arrow; that alone is turned into
Python's values. The words behind the cells are `words`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata import escapes
from kzdata.catalog.package import Package
from kzdata.errors import DataError
from kzdata.release import kinds, numbers, texts
from kzdata.release.changes import Change
from kzdata.verification.keys import joined


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
    one, other = old.load(table), new.load(table)
    key = new.info(table).schema.primary_key
    codes = numbers.of((one[name], other[name]) for name in key)
    _check(old, table, one, key, codes[0])
    _check(new, table, other, key, codes[1])
    gone, added = numbers.lacking(*codes)
    fields = [name for name in other.column_names if name in one.column_names and name not in key]
    unlike = numbers.differing(codes, ((one[name], other[name]) for name in fields))
    before = one.filter(unlike[0])
    after = other.filter(pc.and_not(unlike[1], added))
    lost, found = _records(one.filter(gone), key), _records(other.filter(added), key)
    whole = [(kinds.ROW_REMOVED, each) for each in lost]
    whole += [(kinds.ROW_ADDED, each) for each in found]
    return Rows(
        [Change(kind=kind, table=table, record=record) for kind, record in whole],
        list(_cells(table, fields, _rows(before, key, fields), _rows(after, key, fields))),
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


def _records(rows: pa.Table, key: Sequence[str]) -> list[str]:
    records: list[str] = joined(rows, key).to_pylist()
    return records


def _rows(
    rows: pa.Table, key: Sequence[str], fields: Sequence[str]
) -> dict[str, tuple[str | None, ...]]:
    """The values of each record as texts, in the order of the fields."""
    columns = [texts.of(rows[name]).to_pylist() for name in fields]
    values = zip(*columns, strict=True) if columns else iter([()] * len(rows))
    return dict(zip(_records(rows, key), values, strict=True))


def _cells(
    table: str,
    fields: Sequence[str],
    before: dict[str, tuple[str | None, ...]],
    after: dict[str, tuple[str | None, ...]],
) -> Iterator[Change]:
    for record, values in after.items():
        for field, old, new in zip(fields, before[record], values, strict=True):
            if old != new:
                yield Change(
                    kind=_kind(old, new), table=table, record=record, field=field, old=old, new=new
                )


def _kind(old: str | None, new: str | None) -> kinds.Kind:
    if old is None:
        return kinds.CELL_FILLED
    return kinds.CELL_EMPTIED if new is None else kinds.CELL_CORRECTED
