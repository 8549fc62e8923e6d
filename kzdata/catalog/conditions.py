"""A filter's condition as people type it: `value >= 100`."""

import re

import pyarrow as pa

from kzdata.catalog import operands
from kzdata.catalog.filters import Condition
from kzdata.errors import CallError
from kzdata.nearest import unknown

_TYPED = re.compile(r"\s*([^<>=!]+?)\s*(<=|>=|!=|=>|=<|==?|<|>)\s*(.*?)\s*", re.DOTALL)
_QUOTED = re.compile(r"""(["'])(.*)\1""", re.DOTALL)


def condition(typed: str, schema: pa.Schema, table: str) -> Condition:
    """The condition that is typed, its value read by the type of its column.

    A column, one of `= != < <= > >=`, and a value: dates and times in ISO 8601, true or false. A
    pair of straight quotation marks around it is no part of it. Raises `CallError` for anything
    else.

    >>> condition("day < 2022-01-06", pa.schema([("day", pa.date32())]), "t")
    ('day', '<', datetime.date(2022, 1, 6))
    >>> condition('unit = "person"', pa.schema([("unit", pa.string())]), "t")
    ('unit', '=', 'person')
    """
    found = _TYPED.fullmatch(typed)
    if not found:
        raise CallError(f"a filter is typed as `value >= 100`, not {typed!r:.80}")
    name, how, value = found.groups()
    if how in {"=>", "=<"}:
        raise CallError(f"no operator `{how}`; did you mean `{how[::-1]}`?")
    if name not in schema.names:
        raise unknown("field", name, schema.names, table)
    if quoted := _QUOTED.fullmatch(value):
        value = quoted[2]
    kind = schema.field(name).type
    try:
        return name, how, operands.read(value, operands.plain(kind))
    except (ValueError, ArithmeticError):
        raise CallError(
            f"the filter value {value!r:.80} does not fit `{name}`, a column of {kind}"
        ) from None
