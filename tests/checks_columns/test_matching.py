"""Patterns match each value whole, also where all values are matched as one text."""

import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.constraints.matching import mismatches

PATTERNS = [
    "[a-z0-9-]+",
    "[a-z]*",
    "[^a]+",
    "[^a-z]*",
    "[aé]+",
    "[+*]*",
    "[a-z]+[0-9]*",
    "[a-z]",
    "a|b",
    r"[\w]+",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(
    st.lists(st.text("abé1-+\n", max_size=3) | st.none(), max_size=6),
    st.integers(0, 3),
    st.integers(0, 6),
)
def test_values_match_as_they_do_one_by_one(
    pattern: str, values: list[str | None], start: int, length: int
) -> None:
    column = pa.array(values, pa.string())[start:][:length]
    flags = re.ASCII
    assert mismatches(column, pattern).to_pylist() == [
        row
        for row, value in enumerate(column.to_pylist())
        if value is not None and not re.fullmatch(pattern, value, flags)
    ]


def test_what_lies_beneath_a_null_or_outside_a_slice_is_no_value() -> None:
    column = pa.array(["A", "a", "B", "b", "C"])
    assert mismatches(column[1:2], "[a-z]+").to_pylist() == []
    offsets, data = column.buffers()[1:]
    holed = pa.Array.from_buffers(pa.string(), 5, [pa.py_buffer(b"\x0a"), offsets, data])
    assert holed.to_pylist() == [None, "a", None, "b", None]
    assert mismatches(holed, "[a-z]+").to_pylist() == []
