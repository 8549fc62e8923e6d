"""Which texts of a column are no values of its type, where Arrow has no type of its own for them.

What GeoJSON asks of an object besides, and that JSON has one form, the build alone sees to.
"""

import json
from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog.forms import Kind
from kzdata.constraints.durations import length
from kzdata.constraints.formats import FORMATS, YEARMONTH
from kzdata.constraints.matching import mismatches


def misspelt(kind: Kind, column: pa.Array) -> pa.Array:
    """The rows of which the text is no value of the kind.

    >>> misspelt(Kind("duration"), pa.array(["P6M", "six months", None])).to_pylist()
    [1]
    """
    pattern = FORMATS.get(kind.format) if kind.type == "string" else _PATTERNS.get(kind.type)
    if pattern is not None:
        return mismatches(column, pattern)
    if (is_value := _IS.get(kind.type)) is None:
        return pa.nulls(0, pa.uint64())
    wrong = [text for text in pc.unique(column.drop_null()).to_pylist() if not is_value(text)]
    return pc.indices_nonzero(pc.is_in(column, value_set=pa.array(wrong, column.type)))


def _is_json(type_: type) -> Callable[[str], bool]:
    def found(text: str) -> bool:
        try:
            return isinstance(json.loads(text), type_)
        except (ValueError, RecursionError):
            return False

    return found


_PATTERNS: Mapping[str, str] = {"yearmonth": YEARMONTH}
_IS: Mapping[str, Callable[[str], bool]] = {
    "array": _is_json(list),
    "duration": lambda text: length(text) is not None,
    "geojson": _is_json(dict),
    "object": _is_json(dict),
}
