"""Values as texts, in the form in which they stand in CSV, by nothing but their Arrow type.

What a type's one CSV form is, is written down in `docs/types.md`; the build's own writer goes by
the schema, and needs more than pyarrow.
"""

import json
import math
from typing import Any

import pyarrow as pa
import pyarrow.types as pt

from kzdata.catalog import values
from kzdata.verification import keys


def of(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Each value as text; null stays null.

    >>> of(pa.chunked_array([[{"lon": 90.5, "lat": -45.0}, None]])).to_pylist()
    ['90.5,-45', None]
    >>> of(pa.chunked_array([[[1.5, 2.0, float("nan")]]])).to_pylist()
    ['[1.5,2,"NaN"]']
    """
    if pt.is_nested(column.type):
        written = [None if value is None else _nested(value) for value in column.to_pylist()]
        return pa.chunked_array([pa.array(written, pa.string())])
    return keys.text(column)


def _nested(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join(map(values.text, value.values()))
    return f"[{','.join(map(_item, value))}]"


def _item(item: Any) -> str:
    """An item of a list as JSON; of what JSON has no notion, the text."""
    if item is None:
        return "null"
    bare = isinstance(item, int | float) and math.isfinite(item)
    written = values.text(item)
    return written if bare else json.dumps(written, ensure_ascii=False)
