"""Which values of a column break what is asked of each by itself, with Arrow compute.

What is asked of a column as a whole is not here: that nothing stands twice.
"""

import json
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.constraints import durations
from kzdata.constraints.matching import mismatches
from kzdata.findings import shown

Judge = Callable[[str], str | None]
"""What is wrong with a text; None where nothing is."""

_ORDERED = ("integer", "number", "date", "time", "datetime", "year", "yearmonth", "duration")

TYPES: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _ORDERED),
    **dict.fromkeys(("minLength", "maxLength"), ("string", "array", "object", "list")),
    "pattern": ("string",),
    "jsonSchema": ("array", "object"),
    "categories": ("string", "integer"),
}
"""The types that can have a constraint; one that stands not here, each type can (Table Schema v2,
Field Constraints)."""


class Declared(NamedTuple):
    """Values that a schema names: as it writes them, and as the column has them."""

    texts: Sequence[str]
    values: pa.Array


class Asked(NamedTuple):
    """What is asked of the values of a field, by the standard's names for it.

    A bound is one value. `allowed` holds what `enum` and `categories` allow.
    """

    min_length: int | None = None
    max_length: int | None = None
    bounds: Mapping[str, Declared] = MappingProxyType({})
    pattern: str | None = None
    allowed: Mapping[str, Declared] = MappingProxyType({})
    json_schema: Judge | None = None


class Broken(NamedTuple):
    """A constraint, the rows that break it, and how a message goes on behind their value."""

    constraint: str
    rows: pa.Array
    but: str


def missing(column: pa.Array) -> Broken:
    """The rows without a value, of a field that is `required`."""
    return Broken("required", pc.indices_nonzero(column.is_null()), "`required` is `true`")


def broken(type_: str, asked: Asked, column: pa.Array) -> Iterator[Broken]:
    """What the values of a field of this type break; the rows of what they do not are none.

    The column's categories are decoded; points and lists are texts, in their CSV form. Null breaks
    nothing, nor does a text that is no value of the type: that is another fault.

    >>> [few] = broken("string", Asked(min_length=2), pa.array(["a", "ab", None]))
    >>> few.constraint, few.rows.to_pylist(), few.but
    ('minLength', [0], 'it is shorter than `minLength`, which is 2')
    """
    yield from _lengths(type_, asked, column)
    for name, limit in asked.bounds.items():
        yield _beyond(type_, column, name, limit)
    if asked.pattern is not None:
        rows = mismatches(column, asked.pattern)
        yield Broken("pattern", rows, f"`pattern` is `{shown(asked.pattern)}`")
    for name, allowed in asked.allowed.items():
        yield _foreign(column, name, allowed)
    if asked.json_schema is not None:
        yield from _unshaped(asked.json_schema, column)


def _outside(within: pa.Array) -> pa.Array:
    """The rows of a mask that are false; null is not."""
    if pc.all(within).as_py() is not False:
        return pa.nulls(0, pa.uint64())
    return pc.indices_nonzero(pc.invert(within))


def _lengths(type_: str, asked: Asked, column: pa.Array) -> Iterator[Broken]:
    least, most = asked.min_length, asked.max_length
    if least is not None:
        rows = _outside(pc.greater_equal(_lengths_of(type_, column), least))
        yield Broken("minLength", rows, f"it is shorter than `minLength`, which is {least}")
    if most is not None:
        rows = _outside(pc.less_equal(_lengths_of(type_, column, most), most))
        yield Broken("maxLength", rows, f"it is longer than `maxLength`, which is {most}")


def _lengths_of(type_: str, column: pa.Array, enough: int = -1) -> pa.Array:
    """The length of each value; in bytes, which are quicker to count, where these are `enough`."""
    if type_ == "string":
        sizes = pc.binary_length(column)
        longest = pc.max(sizes).as_py()
        return sizes if longest is not None and longest <= enough else pc.utf8_length(column)
    return _by_value(column, _parts, pa.int64())


def _parts(text: str) -> int | None:
    """How many items or keys a JSON value has; None where the text is none that has such."""
    try:
        return len(json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return None


class _Order(NamedTuple):
    column: Callable[[Any, Any], pa.Array]
    value: Callable[[Any, Any], bool]


_ORDERS = {
    "minimum": _Order(pc.greater_equal, operator.ge),
    "exclusiveMinimum": _Order(pc.greater, operator.gt),
    "maximum": _Order(pc.less_equal, operator.le),
    "exclusiveMaximum": _Order(pc.less, operator.lt),
}


def _beyond(type_: str, column: pa.Array, name: str, limit: Declared) -> Broken:
    """The values on the wrong side of a bound. NaN is on neither side: it is beyond each."""
    order, edge = _ORDERS[name], limit.values[0]
    if type_ == "duration":
        within = _by_value(
            column, lambda text: durations.always(order.value, text, edge.as_py()), pa.bool_()
        )
    else:
        within = order.column(column, edge)
    return Broken(name, _outside(within), f"`{name}` is `{shown(limit.texts[0])}`")


def _foreign(column: pa.Array, name: str, allowed: Declared) -> Broken:
    """The values that are none of those allowed."""
    inside = pc.is_in(column, value_set=allowed.values)
    within = pc.or_(inside, column.is_null()) if column.null_count else inside
    texts = ", ".join(f"`{text}`" for text in allowed.texts)
    return Broken(name, _outside(within), f"the allowed values are {shown(texts)}")


def _unshaped(judge: Judge, column: pa.Array) -> Iterator[Broken]:
    """The values that are not of the shape that is asked for, by what is wrong with them."""
    wrong: dict[str, list[str]] = {}
    for text in pc.unique(column.drop_null()).to_pylist():
        if why := judge(text):
            wrong.setdefault(why, []).append(text)
    for why, texts in wrong.items():
        rows = pc.indices_nonzero(pc.is_in(column, value_set=pa.array(texts, column.type)))
        yield Broken("jsonSchema", rows, f"`jsonSchema` says: {why}")


def _by_value(column: pa.Array, found: Callable[[str], Any], type_: pa.DataType) -> pa.Array:
    """`found` of each value, asked once for each that occurs; null of null."""
    spelled = pc.unique(column.drop_null())
    values = pa.array([found(text) for text in spelled.to_pylist()], type_)
    return values.take(pc.index_in(column, value_set=spelled))
