"""Rows as numbers: equal numbers for equal rows, and for no others."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.release import numbers

Row = tuple[str | None, int | None, bool | None]

ROWS = st.lists(
    st.tuples(
        st.none() | st.sampled_from(["", "a", "b"]),
        st.none() | st.integers(-1, 1),
        st.none() | st.booleans(),
    ),
    max_size=6,
)
TYPES = (pa.string(), pa.int64(), pa.bool_())


def pairs(old: list[Row], new: list[Row]) -> list[numbers.Pair]:
    """The columns of the rows, in two chunks each."""

    def column(rows: list[Row], at: int) -> pa.ChunkedArray:
        values = [row[at] for row in rows]
        return pa.chunked_array([values[:2], values[2:]], TYPES[at])

    return [(column(old, at), column(new, at)) for at in range(len(TYPES))]


@given(ROWS, ROWS)
def test_rows_have_one_number_if_and_only_if_they_are_equal(old: list[Row], new: list[Row]) -> None:
    codes = [code for side in numbers.of(pairs(old, new)) for code in side.to_pylist()]
    rows = [*old, *new]
    assert [[one == other for other in codes] for one in codes] == [
        [one == other for other in rows] for one in rows
    ]


@given(ROWS, ROWS)
def test_rows_that_the_other_side_lacks_are_those_of_the_set_difference(
    old: list[Row], new: list[Row]
) -> None:
    gone, added = numbers.lacking(*numbers.of(pairs(old, new)))
    assert gone.to_pylist() == [row not in new for row in old]
    assert added.to_pylist() == [row not in old for row in new]


def test_numbers_that_would_grow_too_large_are_counted_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(numbers, "MOST", 50)
    column = pa.chunked_array([[*range(6), 0]])
    old, new = numbers.of([(column, column)] * 4)
    assert old.equals(new)
    assert len(set(old.to_pylist())) == 6
    assert old[0] == old[6]
