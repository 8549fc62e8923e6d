"""Values as texts, in the form in which they stand in CSV, by nothing but their Arrow type.

What a type's one CSV form is, is written down in `docs/types.md`; the build's own writer goes by
the schema, and needs more than pyarrow.
"""

import json

import pyarrow as pa
import pyarrow.types as pt

from kzdata.verification import keys


def of(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Each value as text; null stays null.

    >>> of(pa.chunked_array([[{"lon": 90.5, "lat": -45.0}, None]])).to_pylist()
    ['90.5,-45', None]
    """
    if pt.is_nested(column.type):
        written = [None if value is None else _nested(value) for value in column.to_pylist()]
        return pa.chunked_array([pa.array(written, pa.string())])
    return keys.text(column)


def _nested(value: object) -> str:
    if isinstance(value, dict):
        return ",".join(repr(number).removesuffix(".0") for number in value.values())
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
