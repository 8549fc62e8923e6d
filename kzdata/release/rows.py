"""Which rows of a table came and went, and which cells of the others changed, on columns.

Rows are found by their primary key. What differs is singled out by Arrow; that alone is turned into
Python's values. The words behind the cells are `words`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata import escapes
from kzdata.catalog import identity
from kzdata.catalog.package import Package
from kzdata.catalog.tableschema import Schema
from kzdata.errors import DataError
from kzdata.release import kinds, numbers
from kzdata.release.changes import Change
from kzdata.verification import types

Values = tuple[str | None, ...]
"""The values of some fields of one row, as texts."""

_NO_CODES = pa.array([], pa.int64())


class Rows(NamedTuple):
    """What changed in the rows of a table: whole rows, and cells of those that both sides have.

    `apart` are the records that only one side has, `fields` the fields that both sides have.
    """

    whole: Sequence[Change]
    cells: Sequence[Change]
    apart: pa.Array
    fields: pa.Array


class _Side(NamedTuple):
    """A table in one of the two packages, and the number of each row's key."""

    schema: Schema
    rows: pa.Table
    codes: pa.Array = _NO_CODES

    def only(self, wanted: pa.Array) -> "_Side":
        """The table with the rows that are wanted alone."""
        return self._replace(rows=self.rows.filter(wanted), codes=self.codes.filter(wanted))

    def records(self) -> list[str]:
        """The names of the rows."""
        found: list[str] = identity.column(self.schema, self.rows).to_pylist()
        return found

    def texts(self, fields: Sequence[str]) -> list[pa.ChunkedArray]:
        """The columns of some fields as texts."""
        return identity.parts(self.schema, self.rows, fields)

    def values(self, fields: Sequence[str]) -> dict[int, Values]:
        """The values of each row as texts, in the order of the fields, by the number of its key."""
        written = [column.to_pylist() for column in self.texts(fields)]
        values = zip(*written, strict=True) if written else iter([()] * len(self.rows))
        return dict(zip(self.codes.to_pylist(), values, strict=True))


def compare(old: Package, new: Package, table: str) -> Rows:
    """The changes of a table that both packages have, and that has one primary key in both.

    Raises `DataError` where a column is not of the type that is described, and where the key is
    null or stands twice.
    """
    one, other = _side(old, table), _side(new, table)
    key = other.schema.primary_key
    codes = numbers.of(_pairs(one, other, key))
    one, other = one._replace(codes=codes[0]), other._replace(codes=codes[1])
    _check(old, table, one, key)
    _check(new, table, other, key)
    gone, added = numbers.lacking(*codes)
    known = frozenset(one.rows.column_names).difference(key)
    fields = [name for name in other.rows.column_names if name in known]
    unlike = numbers.differing(codes, _pairs(one, other, fields))
    lost, found = one.only(gone).records(), other.only(added).records()
    before, after = one.only(unlike[0]), other.only(pc.and_not(unlike[1], added))
    whole = [(kinds.ROW_REMOVED, each) for each in lost]
    whole += [(kinds.ROW_ADDED, each) for each in found]
    return Rows(
        [Change(kind=kind, table=table, record=record) for kind, record in whole],
        list(_cells(table, fields, before.values(fields), after)),
        pa.array([*lost, *found], pa.string()),
        pa.array([*key, *fields], pa.string()),
    )


def _side(package: Package, table: str) -> _Side:
    info = package.info(table)
    for problem in types.problems(package.parquet(table), info):
        raise DataError(problem)
    return _Side(info.schema, package.load(table))


def _pairs(one: _Side, other: _Side, names: Sequence[str]) -> Iterator[numbers.Pair]:
    """Both columns of each field as Arrow can compare them: as texts, where they are no plain ones.

    These are points, lists and categories, and what one side holds in another type.
    """
    for name in names:
        held, holds = one.rows[name], other.rows[name]
        if held.type != holds.type or pt.is_nested(held.type) or pt.is_dictionary(held.type):
            [held], [holds] = one.texts([name]), other.texts([name])
        yield held, holds


def _check(package: Package, table: str, side: _Side, key: Sequence[str]) -> None:
    """Refuse a key that is null somewhere, or of which two rows have the same."""
    nulls = any(side.rows[name].null_count for name in key)
    if nulls or pc.count_distinct(side.codes).as_py() < len(side.rows):
        named = ", ".join(f"`{escapes.terminal(name)}`" for name in key)
        raise DataError(
            f"`{package.place}`: table `{table}`: {named} is null or stands twice,"
            " so that its rows cannot be told apart"
        )


def _cells(
    table: str, fields: Sequence[str], before: dict[int, Values], after: _Side
) -> Iterator[Change]:
    rows = zip(after.records(), after.values(fields).items(), strict=True)
    for record, (code, values) in rows:
        for field, old, new in zip(fields, before[code], values, strict=True):
            if old != new:
                yield Change(
                    kind=_kind(old, new), table=table, record=record, field=field, old=old, new=new
                )


def _kind(old: str | None, new: str | None) -> kinds.Kind:
    if old is None:
        return kinds.CELL_FILLED
    return kinds.CELL_EMPTIED if new is None else kinds.CELL_CORRECTED
