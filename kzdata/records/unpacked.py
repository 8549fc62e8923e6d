"""Rows of Parquet columns as the plain values that annotations are read from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa


def records(
    columns: Mapping[str, pa.Array], rows: Sequence[int], fields: frozenset[str]
) -> Iterator[Mapping[str, object]]:
    """What each of the rows says, null aside: annotations as they are, of `fields` what is held."""
    unpacked = {
        name: held(column, rows) if name in fields else annotation(column, rows)
        for name, column in columns.items()
        if rows
    }
    for values in zip(*unpacked.values(), strict=True):
        named = zip(unpacked, values, strict=True)
        yield {name: value for name, value in named if value is not None}


def annotation(column: pa.Array, rows: Sequence[int]) -> list[object]:
    """What a column of annotations holds: maps and structures as mappings, without their nulls.

    >>> annotation(pa.array([{"exact": "Twenty", "start": None}, None]), (0, 1))
    [{'exact': 'Twenty'}, None]
    """
    try:
        listed: list[Any] = [column[row].as_py() for row in rows]
    except (OverflowError, ValueError):
        # Dates beyond Python's, zones that do not exist, structures of two members of one name:
        # no annotation is made of these, and their rows are malformed.
        listed = [date.min if column[row].is_valid else None for row in rows]
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


def held(column: pa.Array, rows: Sequence[int]) -> list[object]:
    """What a column of values holds: its texts; of another type, True where there is a value.

    >>> held(pa.array([20, None]), (0, 1))
    [True, None]
    """
    type_ = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_string(type_) or pa.types.is_large_string(type_):
        return [column[row].as_py() for row in rows]
    return [column[row].is_valid or None for row in rows]
