import csv as stdlib
import io

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzdata.catalog import csv

FIELDS = st.none() | st.text(
    st.characters(codec="utf-8") | st.sampled_from('",\r\n'), min_size=1, max_size=8
)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        pytest.param(["a", "b c"], "a,b c", id="plain text stays bare"),
        pytest.param(["a", None], "a,", id="null is the empty field"),
        pytest.param([None, None], ",", id="only nulls"),
        pytest.param(["a,b", "c"], '"a,b",c', id="comma"),
        pytest.param(['say "a"', "c"], '"say ""a""",c', id="quotation marks are doubled"),
        pytest.param(["a\nb", "c"], '"a\nb",c', id="line end"),
        pytest.param(["a\rb", "c"], '"a\rb",c', id="carriage return"),
        pytest.param([" a ", "c"], " a ,c", id="spaces are part of the field"),
        pytest.param([None], '""', id="a lone null leaves no empty line"),
    ],
)
def test_a_row_is_written_as_rfc_4180_says(row: list[str | None], line: str) -> None:
    batch = pa.record_batch(
        [pa.array([value], pa.string()) for value in row], list("xyz")[: len(row)]
    )
    assert csv.rows(batch).decode() == line + "\n"


def test_no_row_is_no_line() -> None:
    assert csv.rows(pa.record_batch({"a": pa.array([], pa.string())})) == b""


@settings(deadline=None)
@given(st.lists(st.tuples(FIELDS, FIELDS), min_size=1, max_size=5))
def test_what_is_written_is_what_pythons_reader_reads(rows: list[tuple[str | None, ...]]) -> None:
    columns = [pa.array(list(column), pa.string()) for column in zip(*rows, strict=True)]
    written = csv.rows(pa.record_batch(columns, ["a", "b"])).decode()
    read = list(stdlib.reader(io.StringIO(written, newline="")))
    assert [[field or None for field in row] for row in read] == [list(row) for row in rows]


def test_a_slice_of_a_longer_column_is_written_alone() -> None:
    column = pa.array(["a", 'b"', None, "d"])
    batch = pa.record_batch({"x": column, "y": column}).slice(1, 2)
    assert csv.rows(batch) == b'"b""","b"""\n,\n'
