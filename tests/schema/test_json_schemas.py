"""Which JSON Schemas are refused, and why."""

from typing import Any

import pytest

from kzdata.schema.json_schemas import STANDARD, fault


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"properties": {"a": {"$schema": STANDARD}}}, "`$schema` stands below the top"),
        ({"$schema": STANDARD, "items": {"$schema": STANDARD}}, "`$schema` stands below the top"),
        (
            {"$schema": "odd:schema"},
            f"`$schema` is `odd:schema`, and `{STANDARD}` alone is supported",
        ),
        ({"unevaluatedItems": False}, "`unevaluatedItems` is not supported"),
        ({"not": {"unevaluatedProperties": {}}}, "`unevaluatedProperties` is not supported"),
        ({"$ref": "#/$defs/a"}, "`$ref` leads to `#/$defs/a`, which is not there"),
        ({"$ref": "#/enum/a", "enum": [1]}, "`$ref` leads to `#/enum/a`, which is not there"),
        (
            {"$ref": "#/const", "const": 1},
            "`$ref` leads to `#/const`, which is no schema: 1 is not of type 'object', 'boolean'",
        ),
        (
            {"$ref": "#/a", "a": {"minLength": "1"}},
            "`$ref` leads to `#/a`, which is no schema: '1' is not of type 'integer'",
        ),
    ],
)
def test_a_schema_is_refused_for_a_reason(schema: dict[str, Any], why: str) -> None:
    assert fault(schema) == why


def test_a_schema_that_is_nested_too_deep_is_refused() -> None:
    schema: dict[str, Any] = {}
    for _ in range(500):
        schema = {"not": schema}
    assert fault(schema) == "it is nested too deep"


@pytest.mark.parametrize(
    "schema",
    [
        {"$schema": STANDARD},
        {"$schema": f"{STANDARD}#"},
        {"properties": {"$schema": {"type": "string"}}},
        {"$ref": "#a", "$defs": {"x": {"$anchor": "a"}}},
        {"properties": {"children": {"items": {"$ref": "#"}}}},
    ],
)
def test_a_schema_that_stays_within_bounds_is_not_refused(schema: dict[str, Any]) -> None:
    assert fault(schema) is None
