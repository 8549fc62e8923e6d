"""Days and times that no calendar writes are found wherever Arrow holds them."""

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata import years

UNITS: list[pa.DataType] = [
    pa.date32(),
    *(pa.timestamp(unit, zone) for unit in ("s", "ms", "us", "ns") for zone in (None, "UTC")),
]
COUNTS = st.integers(-(2**63), 2**63 - 1) | st.integers(-3_000_000, 3_000_000)
EDGES = st.sampled_from([-719_163, -719_162, 2_932_896, 2_932_897])


def column(type_: pa.DataType, counts: list[int | None]) -> pa.Array:
    width = pa.int32() if type_.bit_width == 32 else pa.int64()
    return pa.array(counts, width).view(type_)


def writable(value: pa.Scalar) -> bool:
    try:
        value.as_py()
    except (OverflowError, ValueError):
        return False
    return True


@pytest.mark.parametrize("type_", UNITS, ids=str)
@given(data=st.data())
def test_a_day_or_time_is_outside_where_python_has_none(
    type_: pa.DataType, data: st.DataObject
) -> None:
    per = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000}.get(getattr(type_, "unit", ""), 1)
    size = 2**31 if type_.bit_width == 32 else 2**63
    edges = EDGES.map(lambda day: day * per) | EDGES.map(lambda day: day * per + per - 1)
    fitting = (COUNTS | edges).filter(lambda count: -size <= count < size)
    counts = data.draw(st.lists(st.none() | fitting, max_size=6))
    values = column(type_, counts)
    expected = [row for row, value in enumerate(values) if not writable(value)]
    assert years.outside(values) == expected
    assert years.outside(values.slice(1)) == [row - 1 for row in expected if row]


FAR = column(pa.date32(), [0, 2_000_000_000, None])


@pytest.mark.parametrize(
    ("values", "rows"),
    [
        (pa.ListArray.from_arrays([0, 1, 1, 1, 3], column(pa.date32(), [0, 0, 2**31 - 1])), [3]),
        (pa.FixedSizeListArray.from_arrays(column(pa.date32(), [0, 0, 2**31 - 1, 0]), 2), [1]),
        (pa.StructArray.from_arrays([pa.array(["a", "b", "c"]), FAR], ["a", "b"]), [1]),
        (pa.DictionaryArray.from_arrays(pa.array([1, 0, None, 1]), FAR), [0, 3]),
        (column(pa.time64("us"), [0, 86_400_000_000 - 1, 86_400_000_000, -1, None]), [2, 3]),
        (column(pa.time32("s"), [0, 86_400]), [1]),
        (column(pa.date64(), [253_402_214_400_000, 253_402_300_800_000]), [1]),
        (pa.array(["99999-01-01"]), []),
        (pa.array([], pa.date32()), []),
    ],
    ids=lambda part: str(part.type) if hasattr(part, "type") else None,
)  # fmt: skip
def test_what_holds_such_a_day_is_outside(values: Any, rows: list[int]) -> None:
    assert years.outside(values) == rows


def test_a_table_names_the_first_such_row_of_each_column() -> None:
    table = pa.table({"a": pa.chunked_array([FAR[:1], FAR]), "b": ["x"] * 4})
    assert list(years.columns(table)) == [("a", 2)]


def test_many_days_are_looked_at_as_few_are() -> None:
    many = [0] * 20_000 + [2**31 - 1]
    assert years.outside(column(pa.date32(), many)) == [20_000]
    assert years.outside(column(pa.date32(), [None, *many])) == [20_001]
