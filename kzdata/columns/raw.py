"""Columns as records bring them: what is typed already, and the text of what is not.

Lists and points are read from the texts of their parts, so that a part is judged as a value of its
type that stands alone.
"""

import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata.arrow_types import is_list
from kzdata.catalog.forms import lists
from kzdata.columns import forms
from kzdata.columns.arrow import type_of
from kzdata.schema.fields import Field
from kzdata.schema.values import numbers

_MIDNIGHT = "T00:00:00$"
_READ_AS_TEXT = ("object", "array", "geojson", "year", "list", "geopoint")
_WHOLE = ("integer", "year")


def typed(field: Field, raw: pa.Array, target: pa.DataType) -> pa.Array | None:
    """The column cast to `target`; None where its texts must be read.

    Points in time and times of day that the target has no room for are null.
    """
    if pt.is_null(raw.type):
        return pa.nulls(len(raw), target)
    if field.type in _READ_AS_TEXT or not _alike(raw.type, target):
        return None
    try:
        held = raw.cast(target)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        if not pt.is_temporal(target):
            # Some value does not fit: read one by one, each that does not is a fault of its own.
            return None
    else:
        # There is one nought.
        return pc.add(held, 0.0) if pt.is_floating(target) else held
    near = raw.cast(target, safe=False)
    return pc.if_else(pc.equal(near.cast(raw.type, safe=False), raw), near, None)


def _alike(one: pa.DataType, other: pa.DataType) -> bool:
    """Whether a safe cast from `one` to `other` keeps the meaning of every value."""
    if pt.is_integer(other) and pt.is_decimal(one):
        return True
    if pt.is_integer(other) or pt.is_floating(other):
        return bool(pt.is_integer(one) or pt.is_floating(one))
    if pt.is_timestamp(other):
        return bool(pt.is_timestamp(one)) and (one.tz is None) == (other.tz is None)
    kinds = (pt.is_boolean, pt.is_date, pt.is_time)
    return any(bool(kind(one) and kind(other)) for kind in kinds)


def texts(field: Field, raw: pa.Array) -> pa.Array | None:
    """The text of each value; None where the type has none, such as bytes."""
    if pt.is_dictionary(raw.type):
        raw = raw.dictionary_decode()
    if isinstance(raw.type, pa.BaseExtensionType):
        return _extension(raw)
    if pt.is_nested(raw.type):
        return _nested(field, raw)
    if pt.is_binary(raw.type) or pt.is_large_binary(raw.type) or pt.is_fixed_size_binary(raw.type):
        return None
    try:
        return _plain(field, raw)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        # A type that has no text, or a zone that does not exist: whoever asks tells so.
        return None


def _plain(field: Field, raw: pa.Array) -> pa.Array:
    if pt.is_timestamp(raw.type):
        return _times(field, raw)
    written = raw.cast(pa.string())
    if field.type in _WHOLE and (pt.is_floating(raw.type) or pt.is_decimal(raw.type)):
        found = [None if text is None else numbers.whole(text) for text in written.to_pylist()]
        return pa.array(found, pa.string())
    if field.type == "year" and pt.is_integer(raw.type):
        return pc.if_else(pc.less(raw, 0), written, forms.text(field, raw))
    return written


def _times(field: Field, raw: pa.Array) -> pa.Array:
    """Points in time; in a field of dates midnight, which pandas makes of a day, is the day."""
    written = forms.text(Field(name=field.name, type="datetime"), raw)
    return pc.replace_substring_regex(written, _MIDNIGHT, "") if field.type == "date" else written


def _extension(raw: pa.Array) -> pa.Array | None:
    """UUIDs as they are written; of other types that were made of one of Arrow's we know nothing.

    A UUID that is read as its bytes would be some other text.
    """
    if raw.type.extension_name != "arrow.uuid":
        return None
    return pa.array([None if one is None else str(one) for one in raw.to_pylist()], pa.string())


def _nested(field: Field, raw: pa.Array) -> pa.Array | None:
    """Lists and structures as JSON, a point as its degrees; None where a part has no such text."""
    if field.type == "list":
        return _list(field, raw)
    if field.type == "geopoint" and pt.is_struct(raw.type):
        return _point(field, raw)
    if not _is_json(raw.type):
        return None
    values = raw.to_pylist()
    written = [None if v is None else json.dumps(v, ensure_ascii=False) for v in values]
    return pa.array(written, pa.string())


def _list(field: Field, raw: pa.Array) -> pa.Array | None:
    """Lists of texts, in JSON; a null item is null there too."""
    if not is_list(raw.type) or pt.is_nested(raw.type.value_type):
        return None
    items = _parts(Field(name=field.name, type=field.item_type), pc.list_flatten(raw))
    if items is None:
        return None
    return lists(raw, [json.dumps(item, ensure_ascii=False) for item in items.to_pylist()])


def _point(field: Field, raw: pa.Array) -> pa.Array | None:
    """Points in the form of the standard, of the two members that a point has; each or null."""
    if sorted(member.name for member in raw.type) != ["lat", "lon"]:
        return None
    degrees: list[pa.Array] = []
    for name in ("lon", "lat"):
        part = raw.flatten()[raw.type.get_field_index(name)]
        written = _parts(Field(name=field.name, type="number"), part)
        if written is None:
            return None
        degrees.append(written.fill_null("null"))
    return pc.if_else(raw.is_valid(), pc.binary_join_element_wise(*degrees, ","), None)


def _parts(field: Field, raw: pa.Array) -> pa.Array | None:
    """The texts of values of `field` that are parts of others, as canonical fields read them."""
    held = typed(field, raw, type_of(field))
    if held is None:
        return texts(field, raw)
    written = forms.text(field, held)
    unfit = held.null_count > raw.null_count
    return pc.coalesce(written, texts(field, raw)) if unfit else written


def _is_json(type_: pa.DataType) -> bool:
    """Whether JSON has every value of the type: text, numbers, truths, lists and objects."""
    if pt.is_dictionary(type_) or is_list(type_):
        return _is_json(type_.value_type)
    if pt.is_struct(type_):
        names: Sequence[str] = [member.name for member in type_]
        return len({*names}) == len(names) and all(_is_json(member.type) for member in type_)
    kinds = (pt.is_null, pt.is_boolean, pt.is_integer, pt.is_floating)
    return any(kind(type_) for kind in (*kinds, pt.is_string, pt.is_large_string))
