"""Each constraint of Table Schema v2, on a column that breaks it and on one that does not."""

import operator
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.checks import constraints
from kzdata.columns import arrow, lexical
from kzdata.errors import CallError
from kzdata.findings import Fault
from kzdata.schema import Field, Table


def check(keys: dict[str, Any], values: list[str | None]) -> list[Fault]:
    """The faults of a field `f` with these keys, beside a key `id`."""
    fields = [{"name": "id"}, {"name": "f", **keys}]
    table = Table.model_validate({"name": "t", "fields": fields, "primaryKey": "id"})
    columns = {"id": pa.array([str(n) for n in range(len(values))])}
    columns["f"], faults = lexical.column(table.field("f"), pa.array(values, pa.string()))
    return constraints.check(table, columns, faults)


def bounded(type_: str, **asked: Any) -> dict[str, Any]:
    return {"type": type_, "constraints": asked}


JSON_SCHEMA = '{"required": ["a"], "properties": {"a": {"pattern": "^x+$"}}}'

CASES = [
    (bounded("string", required="true"), "required-missing", [None, ""], ["a"]),
    (bounded("integer", unique="true"), "not-unique", ["2"], ["1", "2", None, None]),
    (bounded("string", minLength="2"), "too-short", ["é", "😀"], ["éa", None]),
    (bounded("array", minLength="2"), "too-short", ["[1]"], ["[1,2]"]),
    (bounded("list", minLength="2"), "too-short", ["a"], ["a,b"]),
    (bounded("object", minLength="1"), "too-short", ["{}"], ['{"a":1}']),
    (bounded("string", maxLength="1"), "too-long", ["ab"], ["😀", None]),
    (bounded("integer", minimum="0"), "too-small", ["-1"], ["0", None]),
    (bounded("number", exclusiveMinimum="0"), "too-small", ["0", "-0", "NaN"], ["0.5"]),
    (bounded("integer", maximum="9"), "too-large", ["10"], ["9"]),
    (bounded("number", exclusiveMaximum="1"), "too-large", ["1", "INF"], ["0.99"]),
    (bounded("date", minimum="2022-01-02"), "too-small", ["2022-01-01"], ["2022-01-02"]),
    (bounded("time", maximum="12:00:00"), "too-large", ["12:00:01"], ["12:00:00"]),
    (
        bounded("datetime", minimum="2022-01-02T00:00:00"),
        "too-small",
        ["2022-01-01T23:59:59"],
        ["2022-01-02T00:00:00.1"],
    ),
    (
        {"type": "date", "format": "%d.%m.%Y", "constraints": {"maximum": "31.12.2022"}},
        "too-large",
        ["01.01.2023"],
        ["30.12.2022"],
    ),
    (bounded("year", minimum="1900"), "too-small", ["0044"], ["1900"]),
    (bounded("yearmonth", maximum="2022-01"), "too-large", ["2022-02"], ["2022-01"]),
    (bounded("duration", minimum="P1M"), "too-small", ["P30D", "-P1Y"], ["P31D", "P1M"]),
    (bounded("duration", maximum="P1M"), "too-large", ["P31D"], ["P28D", "P1M"]),
    (bounded("duration", exclusiveMinimum="P1M"), "too-small", ["P1M", "P31D"], ["P32D"]),
    (bounded("duration", exclusiveMaximum="P1Y"), "too-large", ["P12M"], ["P11M"]),
    (bounded("string", pattern="a|bc"), "pattern-mismatch", ["abc", "xa", "a\n"], ["a", "bc"]),
    (bounded("string", enum=["a"]), "not-in-enum", ["b"], ["a", None]),
    (bounded("integer", enum=["1", "02"]), "not-in-enum", ["3"], ["01", "2"]),
    (bounded("number", enum=["1.50"]), "not-in-enum", ["1.51"], ["1.5"]),
    (bounded("boolean", enum=["true"]), "not-in-enum", ["0"], ["1"]),
    (bounded("geopoint", enum=["1,2"]), "not-in-enum", ["1,3"], ["1.0, 2"]),
    (bounded("list", enum=["a,b"]), "not-in-enum", ["b,a"], ["a,b"]),
    (bounded("object", enum=['{"a": 1}']), "not-in-enum", ['{"a":2}'], ['{"a":1}']),
    ({"categories": ["a", "b"]}, "not-a-category", ["c"], ["a", "b", None]),
    ({"type": "integer", "categories": ["1"]}, "not-a-category", ["2"], ["1"]),
    (
        bounded("object", jsonSchema=JSON_SCHEMA),
        "json-schema-mismatch",
        ['{"b":1}', '{"a":"y"}'],
        ['{"a":"xx"}', None],
    ),
    (
        bounded("array", jsonSchema='{"$ref": "#/$defs/x", "$defs": {"x": {"maxItems": 1}}}'),
        "json-schema-mismatch",
        ["[1,2]"],
        ["[1]"],
    ),
    (
        bounded("array", jsonSchema='{"$ref": "#"}'),
        "json-schema-mismatch",
        ["[1]"],
        [],
    ),
]


@pytest.mark.parametrize(
    ("keys", "rule", "wrong", "right"),
    CASES,
    ids=[f"{case[1]}-{case[0].get('type', 'string')}-{n}" for n, case in enumerate(CASES)],
)
def test_what_breaks_a_constraint_is_found_and_nothing_else(
    keys: dict[str, Any], rule: str, wrong: list[str | None], right: list[str | None]
) -> None:
    faults = check(keys, [*right, *wrong])
    rows = list(range(len(right), len(right) + len(wrong)))
    assert [(fault.rule.name, fault.row, fault.field) for fault in faults] == [
        (rule, row, "f") for row in rows
    ]


@pytest.mark.parametrize(
    ("keys", "value", "message"),
    [
        (bounded("integer", minimum="0"), "-1", "`f` is `-1`, but `minimum` is `0`"),
        (
            bounded("string", maxLength="1"),
            "ab",
            "`f` is `ab`, but it is longer than `maxLength`, which is 1",
        ),
        (bounded("string", pattern="a"), "b", "`f` is `b`, but `pattern` is `a`"),
        ({"categories": ["a", "b"]}, "c", "`f` is `c`, but the allowed values are `a`, `b`"),
        (bounded("string", required="true"), None, "`f` has no value, but `required` is `true`"),
        (
            bounded("string", maxLength="1"),
            "x" * 100,
            f"`f` is `{'x' * 79}…`, but it is longer than `maxLength`, which is 1",
        ),
    ],
)
def test_a_message_holds_the_value_and_the_limit(
    keys: dict[str, Any], value: str | None, message: str
) -> None:
    assert [fault.message for fault in check(keys, [value])] == [message]


def test_a_value_of_the_wrong_type_is_not_missing_besides() -> None:
    assert check(bounded("integer", required="true"), ["x", None])[0].row == 1
    assert len(check(bounded("integer", required="true"), ["x", None])) == 1


def test_the_primary_key_is_left_to_the_check_of_keys() -> None:
    fields = [{"name": "id", "constraints": {"required": "true"}}]
    table = Table.model_validate({"name": "t", "fields": fields, "primaryKey": "id"})
    assert constraints.check(table, {"id": pa.array([None], pa.string())}) == []


def test_a_bound_of_another_type_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="`f` is `small`, which is no integer"):
        check(bounded("integer", minimum="small"), ["1"])


def test_a_table_of_no_rows_has_no_faults() -> None:
    for keys, *_ in CASES:
        field = Field.model_validate({"name": "f", **keys})
        table = Table(name="t", fields=(field,))
        column, _ = lexical.column(field, pa.array([], pa.string()))
        assert constraints.check(table, {"f": column}) == []


def in_order(one: Callable[[Any, Any], bool], edge: Any) -> Callable[[Any], bool]:
    return lambda value: one(value, edge)


LETTERS = st.text("abé", min_size=1, max_size=3)
NUMBERS = st.integers(-3, 3)
FLOATS = st.sampled_from([-1.5, 0.0, 1.5, float("nan"), float("inf")])

PLAIN: list[tuple[dict[str, Any], str, st.SearchStrategy[Any], Callable[[Any], bool]]] = [
    (bounded("string", minLength="2"), "too-short", LETTERS, lambda text: len(text) >= 2),
    (bounded("string", maxLength="2"), "too-long", LETTERS, lambda text: len(text) <= 2),
    (bounded("string", pattern="[ab]+"), "pattern-mismatch", LETTERS, lambda t: "é" not in t),
    (bounded("string", enum=["a", "b"]), "not-in-enum", LETTERS, lambda text: text in ("a", "b")),
    ({"categories": ["b", "a"]}, "not-a-category", LETTERS, lambda text: text in ("a", "b")),
    (bounded("integer", minimum="0"), "too-small", NUMBERS, in_order(operator.ge, 0)),
    (bounded("integer", exclusiveMaximum="1"), "too-large", NUMBERS, in_order(operator.lt, 1)),
    (bounded("integer", enum=["1", "2"]), "not-in-enum", NUMBERS, lambda n: n in (1, 2)),
    (bounded("number", minimum="0"), "too-small", FLOATS, in_order(operator.ge, 0)),
    (bounded("number", maximum="1.5"), "too-large", FLOATS, in_order(operator.le, 1.5)),
]


@pytest.mark.parametrize(
    ("keys", "rule", "values", "holds"),
    PLAIN,
    ids=[f"{n}-{case[1]}" for n, case in enumerate(PLAIN)],
)
@pytest.mark.parametrize("form", ["plain", "dictionary", "slice"])
@given(data=st.data())
def test_constraints_are_what_a_look_at_each_value_tells(
    keys: dict[str, Any],
    rule: str,
    values: st.SearchStrategy[Any],
    holds: Callable[[Any], bool],
    form: str,
    data: st.DataObject,
) -> None:
    field = Field.model_validate({"name": "f", **keys})
    given_ = data.draw(st.lists(values | st.none(), max_size=6))
    raw = pa.array(given_, arrow.type_of(field.model_copy(update={"categories": ()})))
    if form == "dictionary":
        raw = raw.dictionary_encode()
    column, _ = lexical.column(field, pa.concat_arrays([raw, raw])[1:] if form == "slice" else raw)
    expected = [
        row
        for row, value in enumerate(column.to_pylist())
        if value is not None and not holds(value)
    ]
    faults = constraints.check(Table(name="t", fields=(field,)), {"f": column})
    assert [(fault.rule.name, fault.row) for fault in faults] == [(rule, row) for row in expected]


def test_a_category_may_be_required_and_unique() -> None:
    keys = {"categories": ["a", "b", "c"], "constraints": {"required": "true", "unique": "true"}}
    faults = check(keys, ["a", None, "b", "a"])
    assert [(fault.rule.name, fault.row) for fault in faults] == [
        ("required-missing", 1),
        ("not-unique", 3),
    ]


def test_a_value_that_is_no_category_may_be_made_one() -> None:
    (fault,) = check({"categories": ["a"]}, ["b"])
    assert fault.help == "correct the value, or add it to the field's `categories`"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param("people", "person", id="a term of the category"),
        pytest.param("persons", "person", id="a value that is like it"),
        pytest.param("Vehicle", "vehicle", id="another case"),
    ],
)
def test_a_category_that_was_meant_is_named(given: str, meant: str) -> None:
    categories = [{"value": "person", "terms": ["people", "troops"]}, "vehicle"]
    (fault,) = check({"categories": categories}, [given])
    assert fault.help == f"did you mean `{meant}`?"
