"""Columns as records bring them: what is typed already, and the text of what is not."""

import json

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata.columns import forms
from kzdata.schema.fields import Field

_MIDNIGHT = "T00:00:00$"


def typed(field: Field, raw: pa.Array, target: pa.DataType) -> pa.Array | None:
    """The column cast to `target` where that loses nothing; None where its texts must be read."""
    if pt.is_null(raw.type):
        return pa.nulls(len(raw), target)
    if not _alike(raw.type, target) or field.type in ("object", "array", "geojson", "year"):
        return None
    try:
        return raw.cast(target)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        # Some value does not fit: read one by one, each that does not is a fault of its own.
        return None


def _alike(one: pa.DataType, other: pa.DataType) -> bool:
    """Whether a safe cast from `one` to `other` keeps the meaning of every value."""
    if pt.is_integer(other) or pt.is_floating(other):
        return bool(pt.is_integer(one) or pt.is_floating(one))
    if pt.is_timestamp(other):
        return bool(pt.is_timestamp(one)) and (one.tz is None) == (other.tz is None)
    kinds = (pt.is_boolean, pt.is_date, pt.is_time, pt.is_struct, _is_list)
    return any(bool(kind(one) and kind(other)) for kind in kinds)


def texts(field: Field, raw: pa.Array) -> pa.Array | None:
    """The text of each value; None where the type has none, such as bytes."""
    if pt.is_dictionary(raw.type):
        raw = raw.dictionary_decode()
    if pt.is_nested(raw.type):
        return _json(raw)
    if pt.is_timestamp(raw.type):
        return _times(field, raw)
    if field.type == "year" and pt.is_integer(raw.type):
        return forms.text(field, raw)
    if pt.is_binary(raw.type) or pt.is_large_binary(raw.type) or pt.is_fixed_size_binary(raw.type):
        return None
    try:
        return raw.cast(pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        # A type that has no text: whoever asks tells so of the column.
        return None


def _times(field: Field, raw: pa.Array) -> pa.Array:
    """Points in time; in a field of dates midnight, which pandas makes of a day, is the day."""
    written = forms.text(Field(name=field.name, type="datetime"), raw)
    return pc.replace_substring_regex(written, _MIDNIGHT, "") if field.type == "date" else written


def _json(raw: pa.Array) -> pa.Array | None:
    """Structures and lists as JSON; None where they hold what JSON does not know."""
    try:
        return pa.array(
            [None if value is None else json.dumps(value) for value in raw.to_pylist()],
            pa.string(),
        )
    except TypeError:
        return None


def _is_list(type_: pa.DataType) -> bool:
    return bool(pt.is_list(type_) or pt.is_large_list(type_) or pt.is_fixed_size_list(type_))
