"""A filter answers the question that was asked, whatever the row groups are, or is refused."""

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.catalog.conditions import condition
from kzdata.catalog.filters import selected
from kzdata.catalog.opening import open_package
from kzdata.catalog.package import Package
from kzdata.catalog.parquet import Parquet
from kzdata.errors import CallError
from tests.catalog import tiny

ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
UTC = dt.UTC
NUMBERS = (
    st.integers(-(2**40), 2**40)
    | st.floats(-(2.0**40), 2.0**40)
    | st.decimals(-1000, 1000, places=3)
    | st.fractions(-5, 5)
    | st.sampled_from([0.0, -0.0, 5.5, 2**53 + 1, Decimal("0.1"), np.float32(0.1), np.int16(7)])
)
DAYS = st.dates(dt.date(1999, 12, 30), dt.date(2000, 1, 3))
MOMENTS = st.datetimes(*map(dt.datetime.fromisoformat, ("1999-12-31", "2000-01-02")))
SOME = st.integers(-8, 8)
COLUMNS: dict[str, tuple[pa.DataType, st.SearchStrategy[Any], st.SearchStrategy[Any]]] = {
    # its type, what it holds, and what it is compared with
    "integer": (pa.int64(), SOME | st.integers(2**53, 2**53 + 2), SOME | NUMBERS),
    "year": (pa.int32(), SOME, SOME | st.fractions(-9, 9)),
    "number": (
        pa.float64(),
        SOME.map(float) | st.floats() | st.sampled_from([0.1, 2.0**53, -0.0]),
        SOME | NUMBERS | st.sampled_from([np.inf, -np.inf]),
    ),
    "narrow": (pa.float32(), st.floats(width=32) | st.sampled_from([0.1]), SOME | NUMBERS),
    "exact": (pa.decimal128(18, 2), st.decimals(-10, 10, places=2), SOME | NUMBERS),
    "truth": (pa.bool_(), st.booleans(), st.booleans()),
    "text": (pa.string(), st.text("aбé🕊\uffff", max_size=3), st.text("aбé🕊\uffff", max_size=3)),
    "category": (tiny.CATEGORY, st.sampled_from("abc"), st.sampled_from("abcd")),
    "day": (pa.date32(), DAYS, DAYS),
    "clock": (pa.time64("us"), st.times(), st.times()),
    "moment": (pa.timestamp("us"), MOMENTS, MOMENTS),
    "zoned": (
        pa.timestamp("us", "UTC"),
        MOMENTS.map(lambda at: at.replace(tzinfo=UTC)),
        MOMENTS.map(lambda at: at.replace(tzinfo=dt.timezone(dt.timedelta(hours=6)))),
    ),
}


def exactly(value: Any) -> Any:
    """A number as the fraction that it is; whatever else as itself."""
    if isinstance(value, np.generic):
        value = value.item()
    finite = isinstance(value, int | Decimal | float) and abs(value) < np.inf
    return Fraction(value) if finite and not isinstance(value, bool) else value


def passes(cell: Any, how: str, value: Any) -> bool:
    """Whether a cell satisfies a condition, by Python's own comparisons."""
    if cell is None:
        return False
    if how in ("in", "not in"):
        return any(exactly(cell) == exactly(each) for each in value) == (how == "in")
    return bool(ORDERS[how](exactly(cell), exactly(value)))


def parquet(cells: list[Any], kind: pa.DataType, rows: int) -> Parquet:
    """A Parquet file of one column `c`, so many rows a group."""
    column = pa.array(cells, kind.value_type if pa.types.is_dictionary(kind) else kind).cast(kind)
    data = tiny.parquet_bytes(pa.table({"c": column}), row_group_size=rows)
    return Parquet(memoryview(data), "`c.parquet`")


@pytest.mark.parametrize("name", COLUMNS)
@given(st.data())
def test_a_filter_passes_the_cells_that_python_compares_so(name: str, data: st.DataObject) -> None:
    """Whatever the sizes of the row groups: statistics and rows are judged by one rule."""
    kind, cells, values = COLUMNS[name]
    file = parquet(
        data.draw(st.lists(cells | st.none(), min_size=1, max_size=8)), kind, data.draw(SIZES)
    )
    how = data.draw(st.sampled_from([*ORDERS, "in", "not in"]))
    value = data.draw(st.lists(values, max_size=3) if "in" in how else values)
    published = file.read()["c"].to_pylist()
    found = selected(file, "t", None, [("c", how, value)])["c"].to_pylist()
    assert list(map(repr, found)) == [repr(each) for each in published if passes(each, how, value)]


SIZES = st.sampled_from([1, 2, 50])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The tiny package."""
    return open_package(tiny.folder(tiny.files(), tmp_path_factory.mktemp("package") / "tiny"))


FIGURES = ["contingent", "served", "unknown"]
SHAPES: dict[str, tuple[Callable[[], Any], list[str]]] = {
    "generator": (lambda: (each for each in [("value", "=", 20)]), ["contingent"]),
    "generator of generators": (
        lambda: ((each for each in [clause]) for clause in [("value", "=", 20)]),
        ["contingent"],
    ),
    "condition as a list": (lambda: [["value", "=", 20]], ["contingent"]),
    "values of a generator": (lambda: [("value", "in", iter([20]))], ["contingent"]),
    "values of an array": (lambda: [("value", "in", np.array([20]))], ["contingent"]),
    "values of a set": (lambda: [("value", "in", {800})], ["served"]),
    "no values": (lambda: [("value", "in", [])], []),
    "all but no values": (lambda: [("value", "not in", [])], ["contingent", "served"]),
    "no condition": (lambda: [[]], FIGURES),
    "a conjunction of none": (lambda: [[], [("value", "=", 20)]], FIGURES),
    "a conjunction of none behind": (lambda: [[("value", "=", 20)], []], FIGURES),
}


@pytest.mark.parametrize(("filters", "expected"), SHAPES.values(), ids=SHAPES)
def test_filters_of_any_lists_are_gone_through_once(
    filters: Callable[[], Any], expected: list[str], package: Package
) -> None:
    assert package.load("figures", filters=filters())["figure_id"].to_pylist() == expected


KINDS: dict[str, tuple[str, Any, Any]] = {
    "a timestamp of pandas for a day": ("day", pd.Timestamp("1583-01-01"), dt.date(1583, 1, 1)),
    "a day of NumPy": ("day", np.datetime64("1583-01-01"), dt.date(1583, 1, 1)),
    "a day for a moment": (
        "moment",
        dt.date(1583, 1, 1),
        dt.datetime.fromisoformat("1583-01-01"),
    ),
}


@pytest.mark.parametrize(("column", "value", "taken"), KINDS.values(), ids=KINDS)
def test_a_value_that_fits_without_loss_is_taken(column: str, value: Any, taken: Any) -> None:
    kind = COLUMNS[column][0]
    day = dt.timedelta(days=1)
    file = parquet([taken - day, taken, taken + day], kind, 1)
    found = [selected(file, "t", None, [("c", how, value)])["c"].to_pylist() for how in "<=>"]
    assert found == [[taken - day], [taken], [taken + day]]


MISFITS: dict[str, tuple[str, str, Any]] = {
    "a moment for a day": ("day", "=", dt.datetime.fromisoformat("2022-01-16T05:00")),
    "a moment with a zone for a day": ("day", "=", dt.datetime(2022, 1, 16, tzinfo=UTC)),
    "a number for a day": ("day", ">", 18000),
    "a text for a day": ("day", ">", "2022-01-01"),
    "a zone for a moment without": ("moment", ">", dt.datetime(2022, 1, 16, tzinfo=UTC)),
    "nanoseconds": ("moment", "=", pd.Timestamp("2026-01-01T00:00:00.000000001")),
    "a number for a truth": ("truth", "=", 1),
    "a truth for a number": ("whole", "=", True),
    "a text for a number": ("whole", "=", "5"),
    "a number for a text": ("text", "=", 5),
    "a half character": ("text", "=", "\ud800"),
    "more than the type holds": ("whole", "<", 2**70),
    "no number": ("exact", "=", float("nan")),
    "an endless number": ("whole", "<", float("inf")),
    "a number of a billion digits": ("whole", "<", Decimal("1e999999999")),
    "a list": ("numbers", "=", [1, 2]),
    "a point": ("point", "=", {"lon": 1, "lat": 2}),
    "a list for a number": ("whole", "=", [5]),
    "an array for a number": ("whole", "=", np.array([5, 6])),
    "one of many": ("whole", "in", [1, "a"]),
}


@pytest.mark.parametrize("condition", MISFITS.values(), ids=MISFITS)
def test_a_value_that_would_be_bent_to_fit_is_refused(
    condition: tuple[str, str, Any], package: Package
) -> None:
    with pytest.raises(CallError, match=f"does not fit `{condition[0]}`, a column of"):
        package.load("kinds", filters=[condition])


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "mapping": ({"filters": {"value": 20}}, "`filters` is a list of conditions"),
    "mappings": ({"filters": [{"value": 20}]}, "`filters` is a list of conditions"),
    "text": ({"filters": "value > 3"}, "`filters` is a list of conditions"),
    "texts": ({"filters": ["value > 3"]}, "not ['value > 3']"),
    "flat": ({"filters": ("value", ">", 3)}, "not ('value', '>', 3)"),
    "number": ({"filters": 3}, "`filters` is a list of conditions"),
    "mixed": ({"filters": [("value", "=", 1), [("value", "=", 1)]]}, "not both"),
    "column no text": ({"filters": [(1, "=", 2)]}, "no field `1`"),
    "operator no text": ({"filters": [("value", [], 2)]}, "no filter operator `[]`"),
    "text among": ({"filters": [("bound", "in", "exactly")]}, "`in` takes a list of values"),
    "number among": ({"filters": [("value", "not in", 3)]}, "`not in` takes a list of values"),
    "null among": ({"filters": [("value", "in", [None])]}, "compares with null"),
    "columns a text": ({"columns": "value"}, "`columns` is a list of names, not 'value'"),
    "columns a number": ({"columns": 3}, "`columns` is a list of names, not 3"),
    "column of no name": ({"columns": [3]}, "no field `3`"),
    "column twice": ({"columns": ["value", "value"]}, "`columns` names `value` twice"),
    "no columns in Polars": ({"columns": [], "as_": "polars"}, "needs a column"),
    "no columns in DuckDB": ({"columns": [], "as_": "duckdb"}, "needs a column"),
}


@pytest.mark.parametrize(("call", "words"), WRONG.values(), ids=WRONG)
def test_a_filter_or_columns_of_another_shape_are_a_wrong_call(
    call: dict[str, Any], words: str, package: Package
) -> None:
    with pytest.raises(CallError) as raised:
        package.load("figures", **call)
    assert words in str(raised.value)


def test_columns_are_gone_through_once(package: Package) -> None:
    assert package.load("figures", columns=(name for name in ["value"])).shape == (3, 1)


TYPED: dict[str, tuple[str, tuple[str, str, Any]]] = {
    "number": ("whole>=5.5", ("whole", ">=", Decimal("5.5"))),
    "text with signs": ("text = a >= b ", ("text", "=", "a >= b")),
    "no text": ("text !=", ("text", "!=", "")),
    "truth": ("truth == false", ("truth", "==", False)),
    "day": ("day < 2022-01-06", ("day", "<", dt.date(2022, 1, 6))),
    "clock": ("clock > 10:30", ("clock", ">", dt.time(10, 30))),
    "moment": ("moment <= 2022-01-06", ("moment", "<=", dt.datetime.fromisoformat("2022-01-06"))),
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.values(), ids=TYPED)
def test_a_typed_condition_is_read_by_its_column(
    typed: str, expected: tuple[str, str, Any], package: Package
) -> None:
    found = condition(typed, package.parquet("kinds").schema, "kinds")
    assert found == expected
    assert package.load("kinds", filters=[found]).num_rows >= 0


UNREAD = ["truth = 1", "truth = True", "day = 6 January", "whole = five", "clock > noon"]


@pytest.mark.parametrize("typed", UNREAD)
def test_a_typed_value_that_its_column_has_not_is_refused(typed: str, package: Package) -> None:
    with pytest.raises(CallError, match="does not fit"):
        condition(typed, package.parquet("kinds").schema, "kinds")
