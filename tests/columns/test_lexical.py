"""Columns by schema: quick and slow readers agree, forms come back, Parquet's types pass."""

import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.columns import arrow, forms, lexical, quick
from kzdata.schema import Field, Table, canonical
from kzdata.schema.values.misfits import Misfit
from kzdata.schema.values.parse import parse
from tests.schema.test_values import READ, REFUSED, at

FAR = pa.array([2_000_000_000], pa.int32()).view(pa.date32())
MARS = pa.array([0], pa.timestamp("us", "Mars/X"))
NUMBERS = pa.struct([("lon", pa.float64()), ("lat", pa.float64())])
TYPED_STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "string": st.text(st.characters(codec="utf-8"), min_size=1),
    "number": st.floats(width=64).map(lambda value: value + 0.0),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "boolean": st.booleans(),
    "datetime": st.datetimes(),
    "date": st.dates(),
    "time": st.times().map(lambda value: value.replace(microsecond=0)),
    "year": st.integers(0, 9999),
    "geopoint": st.fixed_dictionaries(
        {"lon": st.floats(-180, 180).map(abs), "lat": st.floats(-90, 90).map(abs)}
    ),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=5,
)


def field(type_: str, **keys: Any) -> Field:
    return Field.model_validate({"name": "f", "type": type_, **keys})


def read(field_: Field, *texts: str | None) -> list[Any]:
    found, faults = lexical.column(field_, pa.array(texts, pa.string()))
    assert faults == []
    assert found.type == arrow.type_of(field_)
    found.validate(full=True)
    values: list[Any] = found.to_pylist()
    return values


@pytest.mark.parametrize(
    ("type_", "keys", "text", "value"),
    [row for row in READ if row[2]],
    ids=lambda part: part if isinstance(part, str) else None,
)
def test_a_column_holds_what_the_definition_reads(
    type_: str, keys: dict[str, Any], text: str, value: Any
) -> None:
    assert read(field(type_, **keys), text, None) == [value, None]


@pytest.mark.parametrize(("type_", "keys", "text"), REFUSED, ids=lambda part: str(part)[:30])
def test_a_misfit_is_null_with_one_fault(type_: str, keys: dict[str, Any], text: str) -> None:
    found, faults = lexical.column(field(type_, **keys), pa.array([None, text]))
    assert found.to_pylist() == [None, None]
    assert [(fault.rule.name, fault.row, fault.field) for fault in faults] == [
        ("wrong-type", 1, "f")
    ]
    assert type_ in faults[0].message


@pytest.mark.parametrize("type_", ["number", "integer", "date", "datetime", "time", "year"])
@given(text=st.from_regex(r"[-+]?[0-9]{0,4}[-.:Te0-9]{0,20}", fullmatch=True))
def test_the_quick_reader_reads_as_the_definition_does(type_: str, text: str) -> None:
    found, faults = lexical.column(field(type_), pa.array([text]))
    value = parse(field(type_), text)
    assert bool(faults) == (isinstance(value, Misfit) and text != "")
    if not isinstance(value, Misfit):
        assert found.to_pylist() == [value]


LONG = "0.1234567890123456"


@pytest.mark.parametrize(
    ("type_", "texts", "wrong"),
    [
        ("number", [LONG, "inf"], []),
        ("number", ["nan", LONG], []),
        ("number", [LONG, "1e+20", "1.50", None, "-0"], []),
        ("number", [*[LONG] * quick.PROBE, "1.50", "x"], [quick.PROBE + 1]),
        ("integer", ["7", "-0", "+7", "9223372036854775808"], [3]),
        ("integer", [*["7"] * quick.PROBE, "07", "7.0"], [quick.PROBE + 1]),
        ("date", ["2022-01-06", "0000-01-01", "0001-01-01"], [1]),
        ("date", [*["2022-01-06"] * quick.PROBE, "2022-1-6"], [quick.PROBE]),
        ("boolean", ["true", None, "0", "no"], [3]),
    ],
    ids=lambda part: str(part)[-40:],
)
def test_each_text_of_a_column_is_read_as_if_alone(
    type_: str, texts: list[str | None], wrong: list[int]
) -> None:
    found, faults = lexical.column(field(type_), pa.array(texts, pa.string()))
    assert [fault.row for fault in faults] == wrong
    values = [None if text is None else parse(field(type_), text) for text in texts]
    alone = [None if isinstance(value, Misfit) else value for value in values]
    assert repr(found.to_pylist()) == repr(alone)


@pytest.mark.parametrize("type_", TYPED_STRATEGIES)
@given(data=st.data())
def test_a_form_is_read_back_as_its_value(type_: str, data: st.DataObject) -> None:
    made = data.draw(st.lists(st.none() | TYPED_STRATEGIES[type_], max_size=5))
    values = pa.array(made, arrow.type_of(field(type_)))
    text = forms.text(field(type_), values)
    found, faults = lexical.column(field(type_), text)
    assert faults == []
    assert repr(found.to_pylist()) == repr(values.to_pylist())


@pytest.mark.parametrize(
    "item_type", ["string", "integer", "boolean", "number", "datetime", "date", "time"]
)
@given(data=st.data())
def test_a_list_is_read_back_from_its_form(item_type: str, data: st.DataObject) -> None:
    items = st.lists(TYPED_STRATEGIES[item_type], max_size=3)
    plain = field("list", itemType=item_type, delimiter=";")
    values = pa.array(data.draw(st.lists(st.none() | items, max_size=4)), arrow.type_of(plain))
    found, faults = lexical.column(plain, forms.text(plain, values))
    assert faults == []
    assert repr(found.to_pylist()) == repr(values.to_pylist())


@given(JSON.filter(lambda value: isinstance(value, dict | list)))
def test_json_has_one_form(value: Any) -> None:
    type_ = field("object" if isinstance(value, dict) else "array")
    [once] = read(type_, json.dumps(value))
    assert json.loads(once) == value
    assert read(type_, once) == [once]


@pytest.mark.parametrize(
    ("type_", "keys", "value", "form"),
    [
        ("number", {}, 100.0, "100"),
        ("number", {}, float("-inf"), "-INF"),
        ("number", {}, float("nan"), "NaN"),
        ("integer", {"groupChar": ","}, 1234, "1234"),
        ("boolean", {"trueValues": ["yes"]}, True, "true"),
        ("date", {"format": "%d.%m.%Y"}, dt.date(2022, 1, 6), "2022-01-06"),
        ("datetime", {}, at("2022-01-06T01:02:03.5"), "2022-01-06T01:02:03.5"),
        ("datetime", {}, at("2022-01-06T00:00"), "2022-01-06T00:00:00"),
        (
            "datetime",
            {"format": "%Y-%m-%d %H:%M %z"},
            dt.datetime(2022, 1, 6, tzinfo=dt.UTC),
            "2022-01-06T00:00:00.000000Z",
        ),
        ("time", {}, dt.time(15), "15:00:00"),
        ("time", {"format": "%H:%M:%S.%f"}, dt.time(15), "15:00:00.000000"),
        ("year", {}, 44, "0044"),
        ("geopoint", {"format": "object"}, {"lon": 90.5, "lat": -45.0}, "90.5,-45"),
        ("list", {}, ["a,b", "ü"], '["a,b","ü"]'),
        ("list", {}, [], "[]"),
        ("list", {"itemType": "integer"}, [1, 2], "[1,2]"),
        ("list", {"itemType": "boolean"}, [True], "[true]"),
        ("list", {"itemType": "number"}, [1.5, float("inf")], '[1.5,"INF"]'),
        ("list", {"itemType": "date"}, [dt.date(2022, 1, 6)], '["2022-01-06"]'),
    ],
)
def test_a_value_has_one_form_which_its_published_field_reads(
    type_: str, keys: dict[str, Any], value: Any, form: str
) -> None:
    plain = field(type_, **keys)
    values = pa.array([value, None], arrow.type_of(plain))
    text = forms.text(plain, values)
    assert text.to_pylist() == [form, None]
    found, _ = lexical.column(canonical(plain), text)
    assert repr(found.to_pylist()) == repr(values.to_pylist())


@pytest.mark.parametrize(
    ("type_", "raw", "values"),
    [
        ("integer", pa.array([1, None], pa.int8()), [1, None]),
        ("integer", pa.array([3.0, None]), [3, None]),
        ("number", pa.array([3, None]), [3.0, None]),
        ("number", pa.array([0.5], pa.float32()), [0.5]),
        ("date", pa.array([dt.date(2022, 1, 6)], pa.date64()), [dt.date(2022, 1, 6)]),
        ("datetime", pa.array([0], pa.timestamp("ns")), [at("1970-01-01T00:00")]),
        ("time", pa.array([1], pa.time32("s")), [dt.time(0, 0, 1)]),
        ("year", pa.array([44]), [44]),
        ("string", pa.array(["a"]).dictionary_encode(), ["a"]),
        ("string", pa.array(["a"], pa.large_string()), ["a"]),
        ("string", pa.array([5]), ["5"]),
        ("string", pa.nulls(2), [None, None]),
        ("object", pa.array([{"b": 1, "a": [2]}]), ['{"a":[2],"b":1}']),
        ("array", pa.array([[1, 2]]), ["[1,2]"]),
        ("list", pa.array([["a"], []]), [["a"], []]),
        ("geopoint", pa.array([{"lon": 1, "lat": 2}]), [{"lon": 1.0, "lat": 2.0}]),
        ("string", pa.chunked_array([["a"], ["b"]]), ["a", "b"]),
        ("string", pa.array([b"abcdefghijklmnop"], pa.uuid()),
         ["61626364-6566-6768-696a-6b6c6d6e6f70"]),
        ("integer", pa.array([Decimal("12.00")]), [12]),
        ("date", pa.array([0], pa.timestamp("ns")), [dt.date(1970, 1, 1)]),
        ("geopoint", pa.array([{"lat": 2, "lon": 1.5}, None]), [{"lon": 1.5, "lat": 2.0}, None]),
        ("list", pa.array([["a"], None, ["b", ""]])[1:], [None, ["b", ""]]),
        ("list", pa.array([[1.5, 2.0]]), [["1.5", "2"]]),
        ("list", pa.array([["a", "b"]], pa.list_(pa.string(), 2)), [["a", "b"]]),
        ("object", pa.array([{"a": True, "é": None}]), ['{"a":true,"é":null}']),
    ],
    ids=lambda part: str(part.type) if hasattr(part, "type") else None,
)  # fmt: skip
def test_what_is_typed_passes_where_nothing_is_lost(
    type_: str, raw: pa.Array, values: list[Any]
) -> None:
    found, faults = lexical.column(field(type_), raw)
    assert (found.to_pylist(), faults) == (values, [])
    assert found.type == arrow.type_of(field(type_))


@pytest.mark.parametrize(
    ("type_", "raw"),
    [
        ("integer", pa.array([3.5])),
        ("integer", pa.array([2**63], pa.uint64())),
        ("integer", pa.array([True])),
        ("number", pa.array([2**53 + 1])),
        ("boolean", pa.array([2])),
        ("datetime", pa.array([1], pa.timestamp("ns"))),
        ("datetime", pa.array([1], pa.timestamp("us", "UTC"))),
        ("date", pa.array([1], pa.timestamp("us"))),
        ("time", pa.array([1], pa.time64("us"))),
        ("year", pa.array([12022])),
        ("string", pa.array([b"a"])),
        ("list", pa.array([[None]], pa.list_(pa.string()))),
        ("geopoint", pa.array([{"lon": 181.0, "lat": 0.0}])),
        ("object", pa.array([{"a": dt.date(2022, 1, 6)}])),
        ("object", pa.StructArray.from_arrays([FAR], ["a"])),
        ("object", pa.StructArray.from_arrays([pa.array([1]), pa.array([2])], ["a", "a"])),
        ("geopoint", pa.array([{"lon": 1.0, "lat": None}], NUMBERS)),
        ("geopoint", pa.array([{"lon": 1.0, "lat": 2.0, "alt": 3.0}])),
        ("geopoint", pa.array([{"lon": 1.0}])),
        ("geopoint", pa.array([{"lon": 1.0, "lat": True}])),
        ("geopoint", pa.array([{"lon": 1.0, "lat": b"2"}])),
        ("list", pa.array([[b"a"]])),
        ("list", pa.array([[["a"]]])),
        ("list", pa.array([{"a": 1}])),
        ("any", FAR),
        ("string", FAR),
        ("date", FAR),
        ("list", pa.ListArray.from_arrays([0, 1], FAR)),
        ("datetime", pa.array([2**62], pa.timestamp("us"))),
        ("any", pa.array([-(2**62)], pa.timestamp("us"))),
        ("datetime", pa.array([253_402_300_800], pa.timestamp("s"))),
        *((type_, MARS) for type_ in ("any", "string", "date", "datetime")),
        ("year", pa.array([-5])),
    ],
    ids=lambda part: str(part.type) if hasattr(part, "type") else None,
)
def test_what_is_typed_otherwise_is_a_fault(type_: str, raw: pa.Array) -> None:
    found, faults = lexical.column(field(type_), raw)
    assert (found.to_pylist(), [fault.row for fault in faults]) == ([None], [0])


@pytest.mark.parametrize(
    ("item_type", "raw"),
    [
        ("integer", pa.array([[1, None]])),
        ("integer", pa.array([[True]])),
        ("integer", pa.array([[1.5]])),
        ("number", pa.array([[2**53 + 1]])),
        ("boolean", pa.array([[2]])),
        ("date", pa.array([[at("2020-01-01T23:59")]])),
        ("datetime", pa.array([[1]], pa.list_(pa.timestamp("ns")))),
        ("time", pa.array([[1]], pa.list_(pa.time64("us")))),
    ],
    ids=lambda part: str(part.type) if hasattr(part, "type") else None,
)
def test_an_item_is_judged_as_a_value_that_stands_alone(item_type: str, raw: pa.Array) -> None:
    plain = field("list", itemType=item_type)
    found, [fault] = lexical.column(plain, raw)
    assert found.to_pylist() == [None]
    assert fault.row == 0


SCALARS: dict[str, list[tuple[pa.DataType, st.SearchStrategy[Any]]]] = {
    "integer": [
        (pa.float64(), st.floats(-1e6, 1e6) | st.integers(-9, 9).map(float)),
        (pa.uint64(), st.integers(0, 2**64 - 1)),
        (pa.decimal128(6, 2), st.decimals(-99, 99, places=2)),
        (pa.bool_(), st.booleans()),
        (pa.string(), st.sampled_from(["1", "1.0", "a"])),
    ],
    "number": [
        (pa.int64(), st.integers(-(2**63), 2**63 - 1)),
        (pa.float32(), st.floats(width=32)),
        (pa.decimal128(20, 2), st.decimals(-(10**17), 10**17, places=2)),
    ],
    "date": [
        (pa.timestamp("us"), st.integers(-9, 9).map((86_400_000_000).__mul__)),
        (pa.date64(), st.dates()),
        (pa.date32(), st.integers(-(2**31), 2**31 - 1)),
    ],
    "datetime": [
        (pa.timestamp("ns"), st.integers(-(2**63) + 1, 2**63 - 1)),
        (pa.timestamp("s"), st.integers(-(2**50), 2**50)),
        (pa.timestamp("ms", "UTC"), st.integers(0, 9)),
    ],
    "time": [(pa.time64("ns"), st.integers(0, 9)), (pa.time32("s"), st.integers(0, 86_399))],
    "boolean": [(pa.int8(), st.integers(0, 2))],
    "string": [(pa.int8(), st.integers(0, 9)), (pa.binary(), st.just(b"a"))],
}


@pytest.mark.parametrize("item_type", SCALARS)
@given(data=st.data())
def test_a_list_of_one_holds_what_its_item_would_alone(item_type: str, data: st.DataObject) -> None:
    type_, values = data.draw(st.sampled_from(SCALARS[item_type]))
    items = pa.array(data.draw(st.lists(values, min_size=1, max_size=4)), type_)
    offsets = pa.array(range(len(items) + 1), pa.int32())
    alone, faults = lexical.column(field(item_type), items)
    listed, others = lexical.column(
        field("list", itemType=item_type), pa.ListArray.from_arrays(offsets, items)
    )
    assert [fault.row for fault in others] == [fault.row for fault in faults]
    expected = [None if value is None else [value] for value in alone.to_pylist()]
    assert repr(listed.to_pylist()) == repr(expected)


@pytest.mark.parametrize(
    ("type_", "form", "raw"),
    [
        ("datetime", "%d/%m/%Y %H:%M", pa.array([0, 1], pa.timestamp("ns"))),
        ("datetime", "%Y %m %d %H %z", pa.array([0, 1], pa.timestamp("ns", "UTC"))),
        ("date", "%d.%m.%Y", pa.array([0, 1], pa.timestamp("us"))),
        ("time", "%H %M", pa.array([0, 1], pa.time64("us"))),
        ("time", "%H %M %S %f", pa.array([1000, 1], pa.time64("ns"))),
        ("geopoint", "array", pa.array([{"lon": 1, "lat": 1}, {"lon": 1, "lat": 91}])),
    ],
    ids=str,
)
def test_one_typed_value_that_misfits_takes_no_other_along(
    type_: str, form: str, raw: pa.Array
) -> None:
    found, faults = lexical.column(field(type_, format=form), raw)
    assert [value is None for value in found.to_pylist()] == [False, True]
    assert [fault.row for fault in faults] == [1]


def test_missing_values_are_null() -> None:
    plain = field("integer", missingValues=["-", {"value": "n/a", "label": "not asked"}])
    assert read(plain, "-", "n/a", "", "1") == [None, None, None, 1]


def test_categories_are_a_dictionary_in_their_order() -> None:
    plain = field("string", categories=["b", "a"], categoriesOrdered="true")
    found, _ = lexical.column(plain, pa.array(["a", "x", None, "b"]))
    assert found.type == pa.dictionary(pa.int32(), pa.string(), ordered=True)
    assert found.dictionary.to_pylist() == ["b", "a", "x"]
    assert found.to_pylist() == ["a", "x", None, "b"]


CATEGORICAL = field("string", categories=["b", "a"], categoriesOrdered="true")
SPELLED = st.sampled_from(["a", "b", "x", "7", "é", "-", ""])


@pytest.mark.parametrize(
    "declared",
    [CATEGORICAL, field("string"), field("integer"), field("string", missingValues=["-", "é"])],
    ids=["categories", "string", "integer", "missing values"],
)
@given(
    words=st.lists(SPELLED | st.none(), unique=True, max_size=4),
    picked=st.lists(st.integers(0, 3) | st.none(), max_size=8),
    start=st.integers(0, 2),
)
def test_a_dictionary_reads_as_its_rows(
    declared: Field, words: list[str | None], picked: list[int | None], start: int
) -> None:
    indices = [n if n is not None and n < len(words) else None for n in picked]
    raw = pa.DictionaryArray.from_arrays(pa.array(indices, pa.int8()), pa.array(words, pa.string()))
    found, faults = lexical.column(declared, raw[start:])
    expected, others = lexical.column(declared, raw[start:].dictionary_decode())
    assert (found, faults) == (expected, others)
    assert found.type == expected.type


@given(st.lists(SPELLED | st.none(), max_size=5))
def test_a_text_is_missing_where_the_schema_says_so(texts: list[str | None]) -> None:
    found = read(field("string", missingValues=["é"]), *texts)
    assert found == [None if text in ("", "é") else text for text in texts]


def test_a_message_holds_value_type_and_reason() -> None:
    _, faults = lexical.column(field("number"), pa.array(["0.1000000000000000055"]))
    assert faults[0].message == (
        "`f` is `0.1000000000000000055`, which is no number: as a float it would become 0.1"
    )


@pytest.mark.parametrize(
    ("declared", "raw", "message", "help"),
    [
        (
            field("datetime", format="%Y %j %H %z"),
            pa.array(["2022"]),
            "`f` is `2022`, which is no datetime of format `%Y %j %H %z`",
            "write it like `2022 006 15 +0000`, or correct the field's type or format",
        ),
        (
            field("integer"),
            pa.array(["12.0"]),
            "`f` is `12.0`, which is no integer: it is written with a fraction",
            "write it like `800`, or correct the field's type or format",
        ),
        (
            field("integer"),
            pa.array(["1E2"]),
            "`f` is `1E2`, which is no integer: it is written with an exponent",
            "write it like `800`, or correct the field's type or format",
        ),
        (
            field("object"),
            pa.array([{"a": Decimal(1)}]),
            "`f` is `a value of Arrow type struct<a: decimal128(1, 0)>`, which is no object",
            "write texts, or a column of Arrow type string",
        ),
        (
            field("year"),
            pa.array([-5]),
            "`f` is `-5`, which is no year: its form is not `yyyy`",
            "write it like `2022`, or correct the field's type or format",
        ),
        (
            field("any"),
            FAR,
            "`f` holds a day or time outside the years 1 to 9999: 2000000000 days from 1970-01-01",
            "write null for what is not known",
        ),
    ],
)
def test_a_misfit_says_what_to_do(declared: Field, raw: pa.Array, message: str, help: str) -> None:
    _, [fault] = lexical.column(declared, raw)
    assert (fault.message, fault.help) == (message, help)


def test_the_arrow_schema_says_title_unit_and_what_is_required() -> None:
    table = Table.model_validate(
        {
            "name": "t",
            "fields": [
                {"name": "id", "title": "Key"},
                {"name": "n", "type": "integer", "unit": "person"},
            ],
            "primaryKey": "id",
        }
    )
    schema = arrow.schema(table)
    assert [each.nullable for each in schema] == [False, True]
    assert schema.field("id").metadata == {b"title": b"Key"}
    assert schema.field("n").metadata == {b"unit": b"person"}


def test_importing_tables_and_their_checks_imports_no_pandas() -> None:
    program = """
import sys
from kzdata.checks import constraints, keys
from kzdata.columns import arrow, forms, lexical
print(sorted({"pandas", "pyarrow.dataset", "pyarrow.acero", "jsonschema"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
