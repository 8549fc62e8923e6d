"""What repeats in a key: the same rows as plain tuples tell, whatever way is taken to find them."""

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.columns.repeats import PROBE, ascending, repeats

FEW: dict[pa.DataType, list[Any]] = {
    pa.string(): ["a", "b", "aa", "é"],
    pa.int64(): [0, 1, 1000, -(2**63), 2**63 - 1],
    pa.int32(): [0, 1, 9999],
    pa.bool_(): [False, True],
    pa.float64(): [0.0, 0.5, -1.5],
    pa.date32(): [dt.date(1, 1, 1), dt.date(2022, 1, 6)],
    pa.timestamp("us"): [
        dt.datetime.fromisoformat(day) for day in ("1970-01-01", "2022-01-06T00:00:00.000001")
    ],
    pa.timestamp("us", "UTC"): [dt.datetime(2022, 1, n, tzinfo=dt.UTC) for n in (5, 6)],
    pa.time64("us"): [dt.time(0), dt.time(12, 30)],
}
"""Values of the types that parts of keys have."""


@st.composite
def parts_of_keys(draw: st.DrawFn) -> list[pa.Array]:
    types = draw(st.lists(st.sampled_from(list(FEW)), min_size=1, max_size=4))
    rows = draw(st.integers(0, 9))
    columns = []
    for type_ in types:
        value = st.sampled_from(FEW[type_])
        values = st.lists(value | st.none() if draw(st.booleans()) else value)
        columns.append(pa.array((draw(values) * rows + [FEW[type_][0]] * rows)[:rows], type_))
    return columns


def by_tuples(parts: list[pa.Array]) -> list[tuple[int, int]]:
    """Each row of which the key was there before, and where first."""
    first: dict[tuple[Any, ...], int] = {}
    found = []
    for row, key in enumerate(zip(*(part.to_pylist() for part in parts), strict=True)):
        if None not in key and first.setdefault(key, row) != row:
            found.append((row, first[key]))
    return found


def told(parts: list[pa.Array]) -> list[tuple[int, int]]:
    rows, firsts = repeats(parts)
    return list(zip(rows.to_pylist(), firsts.to_pylist(), strict=True))


@given(parts_of_keys())
def test_repeats_are_what_tuples_tell(parts: list[pa.Array]) -> None:
    assert told(parts) == by_tuples(parts)


@given(
    st.lists(st.tuples(*(st.sampled_from(values) for values in FEW.values())), max_size=30),
    st.integers(0, 5),
)
def test_repeats_of_long_keys_are_what_tuples_tell(rows: list[Any], start: int) -> None:
    rows = [*rows, *rows[::3]]
    columns = [[row[number] for row in rows] for number in range(len(FEW))]
    parts = [pa.array(column, type_)[start:] for column, type_ in zip(columns, FEW, strict=True)]
    assert told(parts) == by_tuples(parts)


@pytest.mark.parametrize("late", [PROBE - 1, PROBE, 2 * PROBE - 1])
@pytest.mark.parametrize("form", ["{}", "{:05}"], ids=["by length", "by letters"])
def test_a_repeat_among_names_in_order_is_found_wherever_it_stands(form: str, late: int) -> None:
    names = [form.format(number) for number in range(2 * PROBE)]
    assert told([pa.array(names)]) == []
    names[late] = names[3]
    assert told([pa.array(names)]) == [(late, 3)]


def test_only_the_rows_that_small_parts_leave_equal_need_the_large_part() -> None:
    numbers = pa.array([n * 1000 for n in range(50)] * 2)
    words = pa.array([f"service members {n}" for n in range(99)] + ["service members 49"])
    assert told([words, numbers]) == [(99, 49)]
    assert told([words[:99], numbers[:99]]) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], True),
        (["a"], True),
        (["a", "b"], True),
        (["a-9", "a-10"], True),
        (["a-10", "a-9", "a-10"], False),
        (["b", "a"], False),
        (["b", "aa", "a"], False),
        ([1, 2, 2], False),
        ([1.0, float("nan")], False),
        ([False, True], True),
    ],
    ids=str,
)
def test_a_column_is_ascending_where_each_value_is_above_the_last(
    values: list[Any], expected: bool
) -> None:
    type_ = None if values else pa.string()
    assert ascending(pa.array(values, type_)) is expected
