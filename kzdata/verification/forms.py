"""Whether the two forms of a table, CSV and Parquet, hold the same values."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.types as pt
from pyarrow import csv

from kzdata.catalog import identity
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
        [published] = identity.parts(info.schema, table, [name])
        for row, one, other in _differences(written[name], table[name], published):
            both = f"{_shown(one)}, in Parquet {_shown(other)}"
            yield f"{place}: `{info.csv}` row {row}, `{name}`: {both}"


def _shown(value: Any) -> str:
    return "null" if value is None else f"{value!r:.60}"


def _read(data: memoryview) -> pa.Table:
    """The CSV as columns of text, null where a field is empty."""
    header = bytes(data[: 1024 * 1024]).partition(b"\n")[0].decode("utf-8", "replace")
    names = header.split(",")
    # Memory of Arrow's: a thread of its reader may let go of it when Python ends already.
    held = pa.allocate_buffer(len(data))
    memoryview(held).cast("B")[:] = data
    return csv.read_csv(
        pa.BufferReader(held),
        read_options=csv.ReadOptions(block_size=max(1024 * 1024, min(len(data), 2**31 - 2))),
        parse_options=csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
        ),
    )


def _differences(
    written: pa.ChunkedArray, typed: pa.ChunkedArray, published: pa.ChunkedArray
) -> list[tuple[int, Any, Any]]:
    """Rows (from 1) at which the text is not the value, with both; at most `SHOWN`.

    What is written as it is `published` is the value; other texts are read, one by one.
    """
    if written.cast(pa.string()).equals(published):
        return []
    plain = typed.cast(pa.string()) if pt.is_dictionary(typed.type) else typed
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
    if isinstance(one, bool) != isinstance(other, bool):
        return False
    return bool(one == other or (one != one and other != other))  # noqa: PLR0124 (NaN)


def value_of(text: str, kind: pa.DataType) -> Any:
    """The value that a text of our CSV stands for, in a column of `kind`."""
    if pt.is_list(kind) or pt.is_large_list(kind):
        return [_item(item, kind.value_type) for item in json.loads(text)]
    if pt.is_struct(kind):
        lon, lat = text.split(",")
        return {"lon": value_of(lon, pa.float64()), "lat": value_of(lat.strip(" "), pa.float64())}
    for is_kind, form, read in _READERS:
        if is_kind(kind):
            if not re.fullmatch(form, text):
                raise ValueError(text)
            return read(text)
    return text


def _item(item: Any, kind: pa.DataType) -> Any:
    """An item of a JSON array; a text stands for whatever JSON has no notion of."""
    return value_of(item, kind) if isinstance(item, str) else item


_DAY, _TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?"

_READERS: tuple[tuple[Callable[[pa.DataType], bool], str, Callable[[str], Any]], ...] = (
    (pt.is_boolean, "true|false", _TRUTHS.__getitem__),
    (pt.is_integer, "-?[0-9]+", int),
    (pt.is_floating, f"{_NUMBER}|NaN|-?INF", float),
    (pt.is_decimal, _NUMBER, Decimal),
    (pt.is_date, _DAY, dt.date.fromisoformat),
    (pt.is_time, _TIME, dt.time.fromisoformat),
    (pt.is_timestamp, f"{_DAY}T{_TIME}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})?", dt.datetime.fromisoformat),
)
"""What reads the texts of an Arrow type, and their form: Python itself reads `1_000` as well."""
