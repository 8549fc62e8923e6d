"""A filter's value in the type of its column: without loss, or not at all.

A number that lies between two values of the column's type still compares with all of them: the
nearest below it stands for it. Whatever else does not fit is refused, so that no filter answers
another question than the one that was asked.
"""

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction
from numbers import Rational, Real
from typing import Any, NamedTuple

import pyarrow as pa

_MIDNIGHT = dt.time()

_EXPONENT = 1_000
"""Ten to the power of what, at most, is reckoned with: no type of ours goes beyond 308."""


class Operand(NamedTuple):
    """The greatest value of the column's type that is not above the one asked for.

    `exact` where it is that one itself.
    """

    value: pa.Scalar
    exact: bool


def plain(kind: pa.DataType) -> pa.DataType:
    """The type in which a column of `kind` is compared: a category is what it stands for."""
    if pa.types.is_dictionary(kind):
        return plain(kind.value_type)
    return pa.float64() if pa.types.is_floating(kind) else kind


def operand(value: Any, kind: pa.DataType) -> Operand | None:
    """The value as a column of `kind`, a type that `plain` gives, has it; None where none fits.

    >>> operand(5.5, pa.int64()), operand("5", pa.int64())
    (Operand(value=<pyarrow.Int64Scalar: 5>, exact=False), None)
    """
    try:
        below = _below(value, kind)
        scalar = pa.scalar(below, kind)
        exact = not _is_number(value) or _exactly(below) == _exactly(value)
        return Operand(scalar, exact) if below is not None and scalar.as_py() == below else None
    except (pa.ArrowException, TypeError, ValueError, ArithmeticError):
        return None


def read(text: str, kind: pa.DataType) -> Any:
    """The value that a text stands for in a column of `kind`, to be compared with it.

    Dates and times in ISO 8601. Raises `ValueError` or `ArithmeticError` where it stands for none.

    >>> read("5.5", pa.int64()), read("2022-01-06", pa.date32())
    (Decimal('5.5'), datetime.date(2022, 1, 6))
    """
    if pa.types.is_boolean(kind):
        return ("false", "true").index(text) == 1
    if _is_numeric(kind):
        return Decimal(text)
    if pa.types.is_date(kind):
        return dt.date.fromisoformat(text)
    if pa.types.is_time(kind):
        return dt.time.fromisoformat(text)
    return dt.datetime.fromisoformat(text) if pa.types.is_timestamp(kind) else text


def _below(value: Any, kind: pa.DataType) -> Any:
    """The greatest value of Python's type for `kind` that is not above `value`; None if none is."""
    if _is_numeric(kind):
        return _number_below(_exactly(value), kind) if _is_number(value) else None
    value = value.item() if hasattr(value, "item") else value
    if pa.types.is_boolean(kind):
        return value if isinstance(value, bool) else None
    if pa.types.is_date(kind):
        return _date(value)
    if pa.types.is_timestamp(kind):
        return _moment(value, zoned=kind.tz is not None)
    wanted = dt.time if pa.types.is_time(kind) else str
    known = pa.types.is_time(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind)
    return value if known and isinstance(value, wanted) else None


def _is_numeric(kind: pa.DataType) -> bool:
    return bool(
        pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, Real | Decimal) and not isinstance(value, bool)


def _exactly(value: Any) -> Fraction | float:
    """A number as the fraction that it is; only what is infinite, or no number, stays a float."""
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) > _EXPONENT:
        raise OverflowError
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    return Fraction(*value.as_integer_ratio()) if math.isfinite(value) else float(value)


def _number_below(value: Fraction | float, kind: pa.DataType) -> int | float | Decimal | None:
    if isinstance(value, float):
        return value if pa.types.is_floating(kind) and not math.isnan(value) else None
    if pa.types.is_integer(kind):
        return math.floor(value)
    if pa.types.is_floating(kind):
        near = float(value)
        return near if Fraction(near) <= value else math.nextafter(near, -math.inf)
    digits = math.floor(value * Fraction(10) ** kind.scale)
    return Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), -kind.scale))


def _date(value: Any) -> dt.date | None:
    """A day, also where it is written as the moment at which it begins."""
    if isinstance(value, dt.datetime):
        begins = value.time() == _MIDNIGHT and value.tzinfo is None
        return value.date() if begins and not getattr(value, "nanosecond", 0) else None
    return value if isinstance(value, dt.date) else None


def _moment(value: Any, *, zoned: bool) -> dt.datetime | None:
    """A moment, also where it is written as the day that begins with it, if no zone matters."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return None if zoned else dt.datetime.combine(value, _MIDNIGHT)
    if not isinstance(value, dt.datetime) or (value.utcoffset() is not None) != zoned:
        return None
    return value
