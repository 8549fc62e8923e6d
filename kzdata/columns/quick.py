"""Texts that are spelled plainly, read by Arrow a column at a time.

What is left null here is no fault yet: `kzdata.schema.values.parse` decides about it. So each
reader here reads only what `parse` reads, and gives the same value. Where all texts of a column are
as Arrow itself writes their values, this proves their form, and takes half the time of a pattern.
"""

import datetime as dt
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.constraints.formats import FORMATS
from kzdata.constraints.patterns import whole
from kzdata.schema.fields import Field
from kzdata.schema.values import times

_SURE_DIGITS = 15
"""How many digits of any decimal number a 64-bit float keeps (C's DBL_DIG)."""


def read(field: Field, texts: pa.Array) -> pa.Array | None:
    """The values of the plain texts, the others null; None where the type has no such reader."""
    reader = _READERS.get(field.type)
    return reader(field, texts) if reader else None


def _only(texts: pa.Array, mask: pa.Array) -> pa.Array:
    return texts if pc.all(mask).as_py() is not False else pc.if_else(mask, texts, None)


def _matching(texts: pa.Array, pattern: str) -> pa.Array:
    return _only(texts, pc.match_substring_regex(texts, whole(pattern)))


PROBE = 1_000
"""How many texts are tried first, since one in another form undoes the proof."""


def _own_form(texts: pa.Array, type_: pa.DataType) -> pa.Array | None:
    """The values of texts that are all in the form in which Arrow writes them; else None."""
    if len(texts) > PROBE and _own_form(texts[:PROBE], type_) is None:
        return None
    try:
        values = texts.cast(type_)
    except pa.ArrowInvalid:
        return None
    same = pc.all(pc.equal(values.cast(pa.string()), texts))
    return None if same.as_py() is False else values


def _string(field: Field, texts: pa.Array) -> pa.Array:
    pattern = FORMATS.get(field.format)
    return texts if pattern is None else _matching(texts, pattern)


def _any(_: Field, texts: pa.Array) -> pa.Array:
    return texts


def _integer(field: Field, texts: pa.Array) -> pa.Array | None:
    if field.group_char or not field.bare_number:
        return None
    values = _own_form(texts, pa.int64())
    return _matching(texts, "-?[0-9]{1,18}").cast(pa.int64()) if values is None else values


def _number(field: Field, texts: pa.Array) -> pa.Array | None:
    if field.group_char or not field.bare_number or field.decimal_char != ".":
        return None
    if (pc.max(pc.binary_length(texts)).as_py() or 0) > _SURE_DIGITS:
        values = _own_form(texts, pa.float64())
        if values is not None and pc.all(pc.is_finite(values)).as_py() is not False:
            return pc.add(values, 0.0)
    plain = _matching(texts, r"-?[0-9]+(?:\.[0-9]+)?")
    values = plain.cast(pa.float64())
    short = pc.less_equal(pc.binary_length(plain), _SURE_DIGITS)
    if pc.all(short).as_py() is False:
        same = pc.or_(short, pc.equal(values.cast(pa.string()), plain))
        values = pc.if_else(same, values, None)
    return pc.add(values, 0.0)


def _boolean(field: Field, texts: pa.Array) -> pa.Array:
    spelled = pa.array([*field.true_values, *field.false_values], pa.string())
    return pc.less(pc.index_in(texts, value_set=spelled), len(field.true_values))


def _temporal(texts: pa.Array, pattern: str, type_: pa.DataType, day: str = "") -> pa.Array | None:
    plain = _matching(texts, pattern)
    if day:
        plain = pc.binary_join_element_wise(day, plain, "T")
    try:
        return plain.cast(type_)
    except pa.ArrowInvalid:
        return None


def _date(field: Field, texts: pa.Array) -> pa.Array | None:
    if field.format != "default":
        return None
    values = _own_form(texts, pa.date32())
    if values is not None and pc.all(pc.greater_equal(values, dt.date.min)).as_py() is not False:
        return values
    return _temporal(texts, r"(?:[1-9]...|.[1-9]..|..[1-9].|...[1-9])-..-..", pa.date32())


def _datetime(field: Field, texts: pa.Array) -> pa.Array | None:
    if field.format != "default":
        return None
    return _temporal(texts, r"[1-9]...-..-..T..:..:..(?:\.[0-9]{1,6})?", pa.timestamp("us"))


def _time(field: Field, texts: pa.Array) -> pa.Array | None:
    if field.format != "default":
        return None
    found = _temporal(texts, times.TIME.pattern, pa.timestamp("us"), day="1970-01-01")
    return None if found is None else found.cast(pa.time64("us"))


def _year(_: Field, texts: pa.Array) -> pa.Array:
    return _matching(texts, times.YEAR.pattern).cast(pa.int32())


def _yearmonth(_: Field, texts: pa.Array) -> pa.Array:
    return _matching(texts, times.YEARMONTH.pattern)


_READERS: dict[str, Callable[[Field, pa.Array], pa.Array | None]] = {
    "string": _string,
    "any": _any,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "time": _time,
    "year": _year,
    "yearmonth": _yearmonth,
}
