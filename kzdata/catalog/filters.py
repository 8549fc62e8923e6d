"""Filters in the form that pyarrow and pandas know: which rows, and which row groups may hold them.

A filter is a list of conditions that all hold, or a list of such lists of which one holds (a
disjunctive normal form). A null satisfies no condition, as in SQL.
"""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

import pyarrow as pa

from kzdata.catalog.parquet import Parquet
from kzdata.errors import CallError
from kzdata.nearest import unknown

Condition = tuple[str, str, Any]
"""A column, one of `= == != < <= > >= in`, `not in`, and a value (with `in`: a list of values)."""

Filters = Sequence[Condition] | Sequence[Sequence[Condition]]

_SKIPS: dict[str, Callable[[Any, Any, Any], bool]] = {
    "=": lambda low, high, value: value < low or high < value,
    "==": lambda low, high, value: value < low or high < value,
    "<": lambda low, high, value: low >= value,  # noqa: ARG005
    "<=": lambda low, high, value: low > value,  # noqa: ARG005
    ">": lambda low, high, value: high <= value,  # noqa: ARG005
    ">=": lambda low, high, value: high < value,  # noqa: ARG005
    "in": lambda low, high, values: all(each < low or high < each for each in values),
}
_FUNCTIONS = {
    "=": "equal",
    "==": "equal",
    "!=": "not_equal",
    "<": "less",
    "<=": "less_equal",
    ">": "greater",
    ">=": "greater_equal",
    "in": "is_in",
    "not in": "is_in",
}


def selected(
    file: Parquet, table: str, columns: Sequence[str] | None, filters: Filters | None
) -> pa.Table:
    """The rows that pass, in the columns wanted; `CallError` for what is not there."""
    names = file.schema.names
    for name in columns or ():
        if name not in names:
            raise unknown("field", name, names, table)
    wanted = list(names if columns is None else columns)
    if filters is None:
        return file.read(wanted).select(wanted)
    clauses = normal(filters, file.schema, table)
    needed = [*wanted, *(name for clause in clauses for name, _, _ in clause)]
    named = list(dict.fromkeys(needed))
    return passing(file, clauses, named, groups(file, clauses)).select(wanted)


def normal(filters: Filters, schema: pa.Schema, table: str) -> list[list[Condition]]:
    """The filters as a list of lists; `CallError` for a column or operator that is not there."""
    if not filters:
        return [[]]
    first = filters[0]
    clauses: Any = [filters] if first and isinstance(first[0], str) else filters
    for condition in (each for clause in clauses for each in clause):
        if len(condition) != 3:
            raise CallError(f"a filter is (column, operator, value), not {condition!r:.80}")
        name, operator, _ = condition
        if name not in schema.names:
            raise unknown("field", name, schema.names, table)
        if operator not in _FUNCTIONS:
            raise unknown("filter operator", operator, _FUNCTIONS)
    return [list(clause) for clause in clauses]


def groups(file: Parquet, clauses: list[list[Condition]]) -> list[int]:
    """The row groups that may hold a row that passes, by the statistics of their columns."""
    ranges = {name: file.ranges(name) for clause in clauses for name, _, _ in clause}

    def may_hold(group: int, clause: list[Condition]) -> bool:
        return not any(_skips(ranges[name][group], how, value) for name, how, value in clause)

    return [
        group
        for group in range(file.footer.num_row_groups)
        if any(may_hold(group, clause) for clause in clauses)
    ]


def _skips(known: tuple[Any, Any] | None, operator: str, value: Any) -> bool:
    if known is None or operator not in _SKIPS:
        return False
    try:
        return _SKIPS[operator](*known, value)
    except TypeError:
        return False


def passing(
    file: Parquet,
    clauses: list[list[Condition]],
    columns: Sequence[str] | None,
    groups: Sequence[int],
) -> pa.Table:
    """The rows of some row groups that pass."""
    return file.read(columns, groups, keep=lambda table: rows(table, clauses))


def rows(table: pa.Table, clauses: list[list[Condition]]) -> pa.Table:
    """The rows that pass."""
    import pyarrow.compute as pc

    if not any(clauses):
        return table
    masks = [
        reduce(pc.and_kleene, (_mask(table.column(name), name, how, v) for name, how, v in clause))
        for clause in clauses
        if clause
    ]
    return table.filter(reduce(pc.or_kleene, masks))


def _mask(column: pa.ChunkedArray, name: str, operator: str, value: Any) -> pa.ChunkedArray:
    """Which rows satisfy one condition: true, false, or null where the cell is."""
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    try:
        if operator not in ("in", "not in"):
            if value is None:
                raise CallError(f"the filter on `{name}` compares with null, which nothing equals")
            return pc.call_function(_FUNCTIONS[operator], [column, pa.scalar(value, column.type)])
        values = pa.array(list(value), column.type)
        found = pc.is_in(column, value_set=values)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        raise CallError(
            f"the filter value {value!r:.80} does not fit `{name}`, a column of {column.type}"
        ) from None
    found = pc.invert(found) if operator == "not in" else found
    return pc.if_else(column.is_valid(), found, pa.scalar(None, pa.bool_()))
