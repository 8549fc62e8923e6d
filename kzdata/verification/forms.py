"""Whether the two forms of a table, CSV and Parquet, hold the same values."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
from pyarrow import csv

from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.package import Package

SHOWN = 3
"""How many differences of one column are told."""

_TRUTHS = {"true": True, "false": False}


def problems(package: Package, info: TableInfo, table: pa.Table) -> Iterator[str]:
    """A line for each cell that CSV and Parquet tell differently, a few a column."""
    place = f"`{package.place}`"
    if info.csv is None:
        return
    try:
        written = _read(package.checked(info.csv))
    except pa.ArrowException as error:
        yield f"{place}: `{info.csv}` is no CSV: {str(error).partition(chr(10))[0]:.200}"
        return
    if written.column_names != table.column_names or len(written) != len(table):
        yield f"{place}: `{info.csv}` has other columns or rows than `{info.parquet}`"
        return
    for name in table.column_names:
        for row, one, other in _differences(written[name], table[name]):
            both = f"{_shown(one)}, in Parquet {_shown(other)}"
            yield f"{place}: `{info.csv}` row {row}, `{name}`: {both}"


def _shown(value: Any) -> str:
    return "null" if value is None else f"{value!r:.60}"


def _read(data: memoryview) -> pa.Table:
    """The CSV as columns of text, null where a field is empty."""
    header = bytes(data[: 1024 * 1024]).partition(b"\n")[0].decode("utf-8", "replace")
    names = header.split(",")
    return csv.read_csv(
        pa.BufferReader(pa.py_buffer(data)),
        read_options=csv.ReadOptions(block_size=max(1024 * 1024, min(len(data), 2**31 - 2))),
        parse_options=csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _differences(written: pa.ChunkedArray, typed: pa.ChunkedArray) -> list[tuple[int, Any, Any]]:
    """Rows (from 1) at which the text is not the value, with both; at most `SHOWN`."""
    kind = typed.type
    plain = typed.cast(pa.string()) if pa.types.is_dictionary(kind) else typed
    if pa.types.is_null(written.type):
        written = written.cast(pa.string())
    try:
        if written.cast(plain.type).equals(plain):
            return []
    except pa.ArrowException:
        pass  # not every form is one that Arrow reads: the values are compared one by one
    found = []
    for row, (text, value) in enumerate(
        zip(written.to_pylist(), plain.to_pylist(), strict=True), 1
    ):
        if not _same(text, value, plain.type):
            found.append((row, text, value))
            if len(found) == SHOWN:
                break
    return found


def _same(text: str | None, value: Any, kind: pa.DataType) -> bool:
    if text is None or value is None:
        return text is None and value is None
    try:
        read = value_of(text, kind)
    except (ValueError, ArithmeticError, KeyError, TypeError, RecursionError):
        return False
    return _equal(read, value)


def _equal(one: Any, other: Any) -> bool:
    """Whether two values are the same; not a number equals not a number, in lists as well."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    return bool(one == other or (one != one and other != other))  # noqa: PLR0124 (NaN)


def value_of(text: str, kind: pa.DataType) -> Any:
    """The value that a text of our CSV stands for, in a column of `kind`."""
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return [_item(item, kind.value_type) for item in json.loads(text)]
    if pa.types.is_struct(kind):
        lon, lat = text.split(",")
        return {"lon": float(lon), "lat": float(lat)}
    return next((read(text) for is_kind, read in _READERS if is_kind(kind)), text)


def _item(item: Any, kind: pa.DataType) -> Any:
    """An item of a JSON array; a text stands for whatever JSON has no notion of."""
    return value_of(item, kind) if isinstance(item, str) else item


_READERS: tuple[tuple[Callable[[pa.DataType], bool], Callable[[str], Any]], ...] = (
    (pa.types.is_boolean, _TRUTHS.__getitem__),
    (pa.types.is_integer, int),
    (pa.types.is_floating, float),
    (pa.types.is_decimal, Decimal),
    (pa.types.is_date, dt.date.fromisoformat),
    (pa.types.is_time, dt.time.fromisoformat),
    (pa.types.is_timestamp, dt.datetime.fromisoformat),
)
