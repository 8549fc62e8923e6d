"""Filters in the form that pyarrow and pandas know: which rows, and which row groups may hold them.

A filter is a list of conditions that all hold, or a list of such lists of which one holds (a
disjunctive normal form). A null satisfies no condition, as in SQL. Rows and the statistics of row
groups are compared by the same operand, in the same type (`kzdata.catalog.operands`).
"""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

import operator
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, NamedTuple

import pyarrow as pa

from kzdata.catalog import operands
from kzdata.catalog.parquet import Parquet
from kzdata.errors import CallError
from kzdata.nearest import unknown

Condition = tuple[str, str, Any]
"""A column, one of `= == != < <= > >= in`, `not in`, and a value (with `in`: a list of values)."""

Filters = Iterable[Condition] | Iterable[Iterable[Condition]]

OPERATORS = ("=", "==", "!=", "<", "<=", ">", ">=", "in", "not in")

_SHAPE = "`filters` is a list of conditions (column, operator, value), or a list of such lists"

_ORDERS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_FUNCTIONS = {"<": "less", "<=": "less_equal", ">": "greater", ">=": "greater_equal"}


class Test(NamedTuple):
    """A condition in the type of its column: `how` is one of `< <= > >=`, `in`, `not in`.

    The values are one to compare with, or those of a set.
    """

    column: str
    how: str
    values: pa.Array


def selected(
    file: Parquet, table: str, columns: Iterable[str] | None, filters: Filters | None
) -> pa.Table:
    """The rows that pass, in the columns wanted; `CallError` for what is not there."""
    names = file.schema.names
    wanted = names if columns is None else _wanted(columns, names, table)
    if filters is None:
        return file.read(wanted).select(wanted)
    clauses = normal(filters, file.schema, table)
    needed = [*wanted, *(test.column for clause in clauses for test in clause)]
    named = list(dict.fromkeys(needed))
    return passing(file, clauses, named, groups(file, clauses)).select(wanted)


def _wanted(columns: Iterable[str], names: Sequence[str], table: str) -> list[str]:
    wanted = _items(columns, f"`columns` is a list of names, not {columns!r:.80}")
    for at, name in enumerate(wanted):
        if name not in names:
            raise unknown("field", name, names, table)
        if name in wanted[:at]:
            raise CallError(f"`columns` names `{name}` twice")
    return wanted


def normal(filters: Filters, schema: pa.Schema, table: str) -> list[list[Test]]:
    """The filters as a list of lists of tests, one of which passes where there is no condition.

    `CallError` for a column or operator that is not there, and a value that does not fit.
    """
    items = [_items(each, f"{_SHAPE}, not {filters!r:.80}") for each in _items(filters, _SHAPE)]
    clauses = [all(map(_is_list, item)) for item in items]
    if not any(clauses):
        return [[_test(item, schema, table) for item in items]]
    if not all(clauses):
        raise CallError(f"{_SHAPE}, not both")
    return [[_test(_items(each, _SHAPE), schema, table) for each in item] for item in items]


def _is_list(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


def _items(value: Any, message: str) -> list[Any]:
    """The items of a list or of whatever else may be gone through, once; `CallError` for a text."""
    if not _is_list(value):
        raise CallError(message)
    return list(value)


def _test(condition: list[Any], schema: pa.Schema, table: str) -> Test:
    if len(condition) != 3:
        raise CallError(f"a filter is (column, operator, value), not {tuple(condition)!r:.80}")
    name, how, value = condition
    if not isinstance(name, str) or name not in schema.names:
        raise unknown("field", name, schema.names, table)
    if not isinstance(how, str) or how not in OPERATORS:
        raise unknown("filter operator", how, OPERATORS)
    kind = schema.field(name).type
    if how in ("in", "not in"):
        values = _items(value, f"`{how}` takes a list of values of `{name}`, not {value!r:.80}")
        return _among(name, how, [_operand(each, name, kind) for each in values], kind)
    operand = _operand(value, name, kind)
    if how not in _ORDERS:
        return _among(name, "not in" if how == "!=" else "in", [operand], kind)
    # What lies between two values of the column's type has the lower one below it, not beside it.
    how = how if operand.exact else {"<": "<=", ">=": ">"}.get(how, how)
    return Test(name, how, pa.array([operand.value], operands.plain(kind)))


def _operand(value: Any, name: str, kind: pa.DataType) -> operands.Operand:
    if value is None:
        raise CallError(f"the filter on `{name}` compares with null, which nothing equals")
    operand = operands.operand(value, operands.plain(kind))
    if operand is None:
        raise CallError(f"the filter value {value!r:.80} does not fit `{name}`, a column of {kind}")
    return operand


def _among(name: str, how: str, found: list[operands.Operand], kind: pa.DataType) -> Test:
    values = pa.array([each.value for each in found if each.exact], operands.plain(kind))
    if pa.types.is_floating(values.type):
        # Arrow's sets tell -0.0 from 0.0, which are equal.
        import pyarrow.compute as pc

        values = pa.concat_arrays([values, pc.negate(values.filter(pc.equal(values, 0)))])
    return Test(name, how, values)


def groups(file: Parquet, clauses: list[list[Test]]) -> list[int]:
    """The row groups that may hold a row that passes, by the statistics of their columns."""
    held = [[_holding(test, file.ranges(test.column)) for test in clause] for clause in clauses]
    return [
        group
        for group in range(file.footer.num_row_groups)
        if any(all(holding[group] for holding in clause) for clause in held)
    ]


def _holding(test: Test, ranges: Sequence[tuple[Any, Any]]) -> list[bool]:
    """Whether each row group may hold a value that passes, by its lowest and highest."""
    values = sorted(test.values.to_pylist())
    return [_may_hold(test.how, values, low, high) for low, high in ranges]


def _may_hold(how: str, values: list[Any], low: Any, high: Any) -> bool:
    if how == "not in" or low is None:
        return True
    try:
        if how == "in":
            at = bisect_left(values, low)
            return at < len(values) and bool(values[at] <= high)
        return bool(_ORDERS[how](low if how[0] == "<" else high, values[0]))
    except TypeError:  # a statistic of a type that is not the column's
        return True


def passing(
    file: Parquet,
    clauses: list[list[Test]],
    columns: Sequence[str] | None,
    groups: Sequence[int],
) -> pa.Table:
    """The rows of some row groups that pass."""
    return file.read(columns, groups, keep=lambda table: rows(table, clauses))


def rows(table: pa.Table, clauses: list[list[Test]]) -> pa.Table:
    """The rows that pass."""
    import pyarrow.compute as pc

    if not all(clauses):
        return table
    masks = [
        reduce(pc.and_kleene, (_mask(table.column(test.column), test) for test in clause))
        for clause in clauses
    ]
    return table.filter(reduce(pc.or_kleene, masks))


def _mask(column: pa.ChunkedArray, test: Test) -> pa.ChunkedArray:
    """Which rows pass one test: true, false, or null where the cell is."""
    import pyarrow.compute as pc

    if column.type != test.values.type:
        column = column.cast(test.values.type)
    if test.how in _FUNCTIONS:
        return pc.call_function(_FUNCTIONS[test.how], [column, test.values[0]])
    found = pc.is_in(column, value_set=test.values)
    found = pc.invert(found) if test.how == "not in" else found
    return pc.if_else(column.is_valid(), found, pa.scalar(None, pa.bool_()))
