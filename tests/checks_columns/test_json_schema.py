"""The constraint `jsonSchema` judges as the standard says, in a time that grows with the value."""

import json
from typing import Any

import pytest

from kzdata.checks.json_schema import violation
from kzdata.schema.json_schemas import STANDARD, fault


def forking(depth: int) -> dict[str, Any]:
    """A schema in which as many ways lead to the last definition as 2 to the power of `depth`."""
    twice = {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(depth)}
    return {"$ref": "#/$defs/d0", "$defs": {**twice, f"d{depth}": {"maxProperties": 1}}}


def nested(depth: int) -> dict[str, Any]:
    return {"a": nested(depth - 1)} if depth else {}


def test_a_schema_that_forks_at_each_level_ends() -> None:
    assert fault(forking(50)) is None
    assert violation(forking(50), {}) is None
    assert violation(forking(50), {"a": 1, "b": 2}) is not None


def test_a_schema_that_is_asked_twice_at_each_level_of_a_value_ends() -> None:
    below = {"properties": {"a": {"$ref": "#"}}}
    either = {"anyOf": [{**below, "required": ["b"]}, {**below, "type": "object"}]}
    assert fault(either) is None
    assert violation(either, nested(50)) is None


def test_many_items_are_compared_in_a_time_that_grows_with_their_number() -> None:
    items = [{"a": n} for n in range(100_000)]
    assert violation({"uniqueItems": True}, items) is None
    assert violation({"uniqueItems": True}, [*items, {"a": 7}]) is not None


@pytest.mark.parametrize(
    ("items", "unique"),
    [
        ("[1, true, 0, false, null]", True),
        ('[1, "1", [1], ["1"], {"1": 1}]', True),
        ('[{"a": 1, "b": 2}, {"a": 2, "b": 1}]', True),
        ('["[1]", [1], "{}", {}, "", []]', True),
        ("[1, 1.0]", False),
        ("[0.0, -0.0]", False),
        ("[[true], [true]]", False),
        ('[{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}]', False),
    ],
)
def test_items_are_equal_as_json_has_it(items: str, unique: bool) -> None:
    assert (violation({"uniqueItems": True}, json.loads(items)) is None) is unique
    assert violation({"uniqueItems": False}, json.loads(items)) is None


@pytest.mark.parametrize(
    ("value", "asked", "is_multiple"),
    [
        ("0.07", "0.01", True),
        ("0.3", "0.1", True),
        ("1e308", "0.1", True),
        ("1" + "0" * 400, "0.1", True),
        ("1" + "0" * 400, "0.3", False),
        ("0.5", "1" + "0" * 400, False),
        ("0.075", "0.01", False),
        ("7", "2", False),
        ("-6", "2", True),
        ("true", "2", True),
    ],
)
def test_multiples_are_those_of_the_decimals_that_are_written(
    value: str, asked: str, is_multiple: bool
) -> None:
    schema = {"multipleOf": json.loads(asked)}
    assert fault(schema) is None
    assert (violation(schema, json.loads(value)) is None) is is_multiple


def test_the_first_error_of_further_properties_is_that_of_the_first_of_them() -> None:
    names = [f"n{number:02}" for number in range(50)]
    schema = {"properties": {"n00": {}}, "additionalProperties": {"type": "string"}}
    value = {name: number for number, name in enumerate(names)}
    assert violation(schema, value) == "1 is not of type 'string'"
    assert violation({"additionalProperties": False}, {"a": 1}) is not None


def test_patterns_stay_on_re2_where_a_schema_that_names_its_standard_refers_to_itself() -> None:
    schema = {
        "$schema": STANDARD,
        "pattern": r"\d",  # of Python's `re`, any script's digits
        "properties": {"a": {"$ref": "#"}},
    }
    assert fault(schema) is None
    assert violation(schema, {"a": "3"}) is None
    assert violation(schema, {"a": "٣"}) == r"'٣' does not match '\\d'"
