"""Columns of a Parquet file as the plain values that annotations are read from."""

from datetime import date
from typing import Any

import pyarrow as pa


def annotation(column: pa.ChunkedArray) -> list[object]:
    """What a column of annotations holds: maps and structures as mappings, without their nulls.

    >>> annotation(pa.chunked_array([[{"exact": "Twenty", "start": None}, None]]))
    [{'exact': 'Twenty'}, None]
    """
    try:
        listed: list[Any] = column.to_pylist()
    except OverflowError:
        # Dates beyond Python's, which no annotation is made of: their rows are malformed.
        listed = [date.min if valid else None for valid in column.is_valid().to_pylist()]
    if pa.types.is_map(column.type):
        return [None if pairs is None else _mapping(pairs) for pairs in listed]
    return [_without_nulls(one) for one in listed]


def _mapping(pairs: list[tuple[str, object]]) -> object:
    """The pairs of a map as a mapping; as they are where a key stands twice."""
    found = dict(pairs)
    return found if len(found) == len(pairs) else pairs


def _without_nulls(value: object) -> object:
    if isinstance(value, list):
        return [_without_nulls(one) for one in value]
    if isinstance(value, dict):
        return {key: _without_nulls(one) for key, one in value.items() if one is not None}
    return value


def held(column: pa.ChunkedArray) -> list[object]:
    """What a column of values holds: its texts; of another type, True where there is a value.

    >>> held(pa.chunked_array([[20, None]]))
    [True, None]
    """
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        texts: list[object] = column.to_pylist()
        return texts
    return [valid or None for valid in column.is_valid().to_pylist()]
