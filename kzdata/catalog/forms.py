"""The one CSV form of each value, of a column whose type is described.

How CSV quotes is `kzdata.catalog.csv`; a single value as Python has it is `kzdata.catalog.values`.
"""

import json
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.arrow_types import is_list
from kzdata.catalog.tableschema import Field

ZONED = "%Y-%m-%dT%H:%M:%S.%f%z"
FRACTIONAL = "%H:%M:%S.%f"
"""The formats in which moments in UTC, and times with a fraction, are published."""

_BARE_IN_JSON = ("integer", "boolean")


class Kind(NamedTuple):
    """What of a column's description its form depends on; items are those of a `list`."""

    type: str
    format: str = "default"
    item_type: str = "string"


def kind(field: Field) -> Kind:
    """The kind of a published column, of which a list is an `array` that says of what."""
    if items := field.item_type:
        return Kind("list", item_type=str(items))
    return Kind(field.type, str(field.properties.get("format", "default")))


def text(of: Kind, values: pa.Array) -> pa.Array:
    """Each value of a column as text, in the form that `docs/types.md` gives its type.

    Null stays null.

    >>> text(Kind("geopoint"), pa.array([{"lon": 90.5, "lat": -45}])).to_pylist()
    ['90.5,-45']
    """
    return _FORMS.get(of.type, _plain)(of, values)


def _plain(_: Kind, values: pa.Array) -> pa.Array:
    return values.cast(pa.string())


def _number(_: Kind, values: pa.Array) -> pa.Array:
    written = values.cast(pa.string())
    if pc.all(pc.is_finite(values)).as_py() is not False:
        return written
    special = pc.if_else(pc.is_nan(values), "NaN", pc.if_else(pc.less(values, 0), "-INF", "INF"))
    return pc.if_else(pc.is_finite(values), written, special)


def _datetime(of: Kind, values: pa.Array) -> pa.Array:
    written = pc.replace_substring(values.cast(pa.string()), " ", "T")
    return _trimmed(written) if of.format == "default" else written


def _time(of: Kind, values: pa.Array) -> pa.Array:
    written = values.cast(pa.string())
    return _trimmed(written) if of.format == "default" else written


def _trimmed(written: pa.Array) -> pa.Array:
    """Times without the zeros at the end of their fraction."""
    whole = pc.replace_substring_regex(written, r"\.0+\z", "")
    return pc.replace_substring_regex(whole, r"(\.[0-9]*[1-9])0+\z", r"\1")


def _year(_: Kind, values: pa.Array) -> pa.Array:
    return pc.utf8_lpad(values.cast(pa.string()), 4, "0")


def _geopoint(of: Kind, values: pa.Array) -> pa.Array:
    lon, lat = (_number(of, pc.struct_field(values, name)) for name in ("lon", "lat"))
    return pc.binary_join_element_wise(lon, lat, ",")


def _list(of: Kind, values: pa.Array) -> pa.Array:
    """A JSON array: a delimiter would not tell an empty list from null, nor `a,b` from two items.

    Items of which JSON has no notion are strings in their own CSV form.
    """
    if not is_list(values.type):
        return _plain(of, values)
    flat = text(Kind(of.item_type), values.flatten())
    bare = of.item_type in _BARE_IN_JSON
    written: list[str] = []
    for item in flat.to_pylist():
        finite = of.item_type == "number" and item not in ("NaN", "INF", "-INF", None)
        plain = item is not None and (bare or finite)
        written.append(item if plain else json.dumps(item, ensure_ascii=False))
    return lists(values, written)


def lists(values: pa.Array, written: list[str]) -> pa.Array:
    """The lists as JSON, of which `written` are all the items in order; null stays null."""
    lengths = pc.fill_null(pc.list_value_length(values), 0).to_pylist()
    stops = [0]
    for length in lengths:
        stops.append(stops[-1] + length)
    rows = [f"[{','.join(written[start:stop])}]" for start, stop in pairwise(stops)]
    return pc.if_else(values.is_valid(), pa.array(rows, pa.string()), pa.scalar(None, pa.string()))


_FORMS: dict[str, Callable[[Kind, pa.Array], pa.Array]] = {
    "number": _number,
    "datetime": _datetime,
    "time": _time,
    "year": _year,
    "geopoint": _geopoint,
    "list": _list,
}
