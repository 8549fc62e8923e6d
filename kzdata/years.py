"""Which days and times of an Arrow column are those that Python, ISO 8601 and our files can write.

Arrow counts from 1970 in either direction, far beyond what any calendar's text has room for.
"""

# `pyarrow.compute` is imported late: to load a small table needs none of it.
# ruff: noqa: PLC0415

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.types as pt

from kzdata.arrow_types import is_list

_FIRST, _LAST = -719_162, 2_932_896
"""The days 0001-01-01 and 9999-12-31, counted from 1970-01-01."""

_FEW = 10_000
"""So many values are looked at one by one sooner than `pyarrow.compute` is imported."""

_DAY = 86_400
_PER_SECOND = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}
_UNITS = {"s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds"}


def outside(values: pa.Array) -> list[int]:
    """The rows, in order, that hold a day or time outside the years 1 to 9999, or outside a day.

    Looked into are lists, structures and dictionaries, whatever they hold.

    >>> outside(pa.array([0, 2_932_896, 2_932_897, None], pa.int32()).view(pa.date32()))
    [2]
    """
    if not _may_lie_outside(values.type) or _few_and_within(values):
        return []
    import pyarrow.compute as pc

    if pt.is_dictionary(values.type):
        rows = outside(values.dictionary)
        return _where(pc.is_in(values.indices, value_set=pa.array(rows, values.indices.type)))
    if pt.is_struct(values.type):
        return sorted({row for part in values.flatten() for row in outside(part)})
    if is_list(values.type):
        rows = outside(pc.list_flatten(values))
        parents = pc.list_parent_indices(values).take(pa.array(rows, pa.int64())) if rows else ()
        return sorted({row.as_py() for row in parents})
    counted = values.view(pa.int32() if values.type.bit_width == 32 else pa.int64())
    first, last = _bounds(values.type)
    limits = pc.min_max(counted)
    least, most = limits["min"].as_py(), limits["max"].as_py()
    if least is None or (first <= least and most <= last):
        return []
    return _where(pc.or_(pc.less(counted, first), pc.greater(counted, last)))


def _few_and_within(values: pa.Array) -> bool:
    """Whether these are some days or times that lie within the years, by their bytes alone."""
    if pt.is_nested(values.type) or pt.is_dictionary(values.type) or len(values) > _FEW:
        return False
    first, last = _bounds(values.type)
    held = memoryview(values.buffers()[1] or b"").cast("i" if values.type.bit_width == 32 else "q")
    return all(first <= n <= last for n in held[values.offset : values.offset + len(values)])


def _may_lie_outside(type_: pa.DataType) -> bool:
    """Whether a value of the type may be, or hold, a day or time outside of the years."""
    if pt.is_struct(type_):
        return any(_may_lie_outside(member.type) for member in type_)
    if pt.is_dictionary(type_) or is_list(type_):
        return _may_lie_outside(type_.value_type)
    if pt.is_timestamp(type_):
        return bool(type_.unit != "ns")
    return bool(pt.is_date(type_) or pt.is_time(type_))


def counted(value: pa.Scalar) -> str:
    """How far a day or time lies from 1970, in words; for what no calendar writes.

    >>> counted(pa.scalar(2_000_000_000, pa.int32()).cast(pa.date32()))
    '2000000000 days from 1970-01-01'
    """
    type_ = value.type
    unit = "days" if pt.is_date32(type_) else _UNITS[getattr(type_, "unit", "ms")]
    return f"{value.value} {unit} from {'midnight' if pt.is_time(type_) else '1970-01-01'}"


def columns(table: pa.Table) -> Iterator[tuple[str, int]]:
    """The columns that hold a day or time outside of the years, each with the first such row."""
    for name, column in zip(table.column_names, table.columns, strict=True):
        start = 0
        for chunk in column.chunks:
            if rows := outside(chunk):
                yield name, start + rows[0]
                break
            start += len(chunk)


def _bounds(type_: pa.DataType) -> tuple[int, int]:
    """The first and the last count of a type of days or times that is within the years."""
    if pt.is_date32(type_):
        return _FIRST, _LAST
    if pt.is_date64(type_):
        return _FIRST * _DAY * 1000, (_LAST + 1) * _DAY * 1000 - 1
    per = _PER_SECOND[type_.unit]
    if pt.is_time(type_):
        return 0, _DAY * per - 1
    return _FIRST * _DAY * per, (_LAST + 1) * _DAY * per - 1


def _where(mask: pa.Array) -> list[int]:
    import pyarrow.compute as pc

    rows: list[int] = pc.indices_nonzero(mask.fill_null(False)).to_pylist()
    return rows
