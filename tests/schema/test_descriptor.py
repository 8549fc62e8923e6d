"""The published Table Schema: what it says, and that outside judges accept it with its CSV."""

import io
import json
from importlib import resources
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pytest
from frictionless import Package, Schema, system
from jsonschema import Draft7Validator

from kzdata.columns import forms, lexical
from kzdata.schema import Table, descriptor
from kzdata.schema.fields import TYPES
from tests.schema.test_values import READ


def described(field: dict[str, Any], **keys: Any) -> dict[str, Any]:
    table = {"name": "t", "fields": [{"name": "id"}, field], "primaryKey": "id", **keys}
    return descriptor(Table.model_validate(table))


def said(**field: Any) -> dict[str, Any]:
    found: dict[str, Any] = described({"name": "f", **field})["fields"][1]
    return found


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({}, {"type": "string", "kzdata:basis": "quoted", "kzdata:reading": "verbatim"}),
        ({"basis": "assigned"}, {"type": "string", "kzdata:basis": "assigned"}),
        (
            {"type": "integer", "unit": "person", "terms": ["people"], "group": "a"},
            {
                "type": "integer",
                "kzdata:basis": "quoted",
                "kzdata:reading": "quantity.number",
                "kzdata:unit": "person",
                "kzdata:terms": ["people"],
                "kzdata:group": "a",
            },
        ),
    ],
    ids=["string", "assigned", "integer"],
)
def test_a_field_says_its_type_basis_and_reading(
    field: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert said(**field) == {"name": "f", **expected}


@pytest.mark.parametrize(
    ("field", "key", "expected"),
    [
        ({"type": "date", "format": "%d.%m.%Y"}, "format", None),
        ({"type": "number", "decimalChar": ","}, "decimalChar", None),
        ({"missingValues": ["-"]}, "missingValues", None),
        ({"format": "email"}, "format", "email"),
        ({"type": "datetime", "format": "%d.%m.%Y %H:%M %z"}, "format", "%Y-%m-%dT%H:%M:%S.%f%z"),
        ({"categories": ["a", "b"]}, "categories", ["a", "b"]),
        ({"categories": ["a", "b"]}, "constraints", {"enum": ["a", "b"]}),
        ({"categories": ["a"], "categoriesOrdered": "true"}, "categoriesOrdered", True),
        (
            {"type": "integer", "categories": [{"value": "1", "label": "One", "terms": ["one"]}]},
            "categories",
            [{"value": 1, "label": "One", "kzdata:terms": ["one"]}],
        ),
        ({"type": "number", "example": "+5.0"}, "example", "5"),
        ({"type": "list", "example": "a,b"}, "example", '["a", "b"]'),
        (
            {"type": "list", "itemType": "datetime", "example": "2022-01-06T10:00:00"},
            "example",
            '["2022-01-06T10:00:00"]',
        ),
        ({"type": "list", "itemType": "number", "example": "1.5,nan"}, "example", '[1.5, "NaN"]'),
        (
            {"type": "datetime", "example": "2022-01-06T10:00:00.50"},
            "example",
            "2022-01-06T10:00:00.5",
        ),
        ({"type": "boolean", "example": "1"}, "example", "true"),
        ({"constraints": {"pattern": "a|b"}}, "constraints", {"pattern": "(a|b)"}),
        ({"type": "integer", "constraints": {"minimum": "01"}}, "constraints", {"minimum": 1}),
        (
            {"type": "date", "format": "%d.%m.%Y", "constraints": {"maximum": "31.12.2022"}},
            "constraints",
            {"maximum": "2022-12-31"},
        ),
        ({"type": "boolean", "constraints": {"enum": ["1"]}}, "constraints", {"enum": [True]}),
        ({"type": "geopoint", "constraints": {"enum": ["1, 2"]}}, "constraints", {"enum": ["1,2"]}),
        ({"type": "list", "itemType": "integer"}, "type", "array"),
        ({"type": "list", "itemType": "integer"}, "kzdata:itemType", "integer"),
        (
            {"type": "array", "constraints": {"jsonSchema": '{"maxItems": 1}'}},
            "kzdata:jsonSchema",
            {"maxItems": 1},
        ),
        ({"type": "duration", "constraints": {"minimum": "P01D"}}, "kzdata:minimum", "P1D"),
        ({"type": "duration", "constraints": {"minimum": "P01D"}}, "constraints", None),
    ],
)
def test_what_is_declared_is_published_in_its_one_form(
    field: dict[str, Any], key: str, expected: Any
) -> None:
    found = said(**field)
    assert found.get(key) == expected


def test_keys_are_lists_and_a_reference_to_the_own_table_names_none() -> None:
    found = described(
        {"name": "f"},
        uniqueKeys=["f"],
        foreignKeys=[
            {"fields": "f", "reference": {"resource": "t", "fields": "id"}},
            {"fields": "f", "reference": {"resource": "u", "fields": "id"}},
        ],
    )
    assert found["primaryKey"] == ["id"]
    assert found["uniqueKeys"] == [["f"]]
    assert found["foreignKeys"] == [
        {"fields": ["f"], "reference": {"fields": ["id"]}},
        {"fields": ["f"], "reference": {"resource": "u", "fields": ["id"]}},
    ]
    assert found["fields"][0]["constraints"] == {"required": True}


def test_nothing_empty_is_published() -> None:
    assert set(described({"name": "f"})) == {"fields", "primaryKey"}


PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
ASKED = {
    "string": {"minLength": "1", "pattern": "a|b", "enum": ["a"]},
    "integer": {"minimum": "1", "maximum": "2", "enum": ["1"]},
    "number": {"exclusiveMinimum": "1", "enum": ["1.5"]},
    "boolean": {"enum": ["true"]},
    "object": {"maxLength": "9", "jsonSchema": "{}", "enum": ["{}"]},
    "array": {"maxLength": "9", "jsonSchema": "{}", "enum": ["[1]"]},
    "list": {"maxLength": "9", "enum": ["a,b"]},
    "datetime": {"minimum": "2022-01-01T00:00:00"},
    "date": {"maximum": "2022-01-01"},
    "time": {"exclusiveMaximum": "12:00:00"},
    "year": {"minimum": "1900", "enum": ["1900"]},
    "yearmonth": {"minimum": "2022-01"},
    "duration": {"minimum": "P1M", "enum": ["P1M"]},
    "geopoint": {"enum": ["1,2"]},
    "geojson": {"required": "true"},
    "any": {"enum": ["a"]},
}


@pytest.mark.parametrize("type_", TYPES)
def test_the_profile_and_frictionless_accept_every_type_with_its_constraints(type_: str) -> None:
    """The profile is the standard's own, as dplib, its working group's library, ships it."""
    profile = (resources.files("dplib") / "profiles/2.0/tableschema.json").read_text("utf-8")
    example = next(text for each, keys, text, _ in READ if each == type_ and not keys and text)
    declared = {"name": "f", "type": type_, "constraints": ASKED[type_], "example": example}
    schema = {"$schema": PROFILE} | described(declared)
    Draft7Validator(json.loads(profile)).validate(schema)
    assert Schema.from_descriptor(schema).field_names == ["id", "f"]


def test_frictionless_accepts_every_type_in_its_csv_form(tmp_path: Path) -> None:
    """The judge from outside reads the CSV of every value that the definition reads."""
    fields = [{"name": "id"}]
    columns: dict[str, pa.Array] = {"id": pa.array(["a", "b"])}
    for number, (type_, keys, text, _) in enumerate(row for row in READ if row[2].strip()):
        fields.append({"name": f"f{number}", "type": type_, **keys})
        columns[f"f{number}"] = pa.array([text, None])
    table = Table.model_validate({"name": "t", "fields": fields, "primaryKey": "id"})
    texts = {}
    for field in table.fields:
        values, faults = lexical.column(field, columns[field.name])
        assert faults == []
        texts[field.name] = forms.text(field, values)
    written = io.BytesIO()
    pyarrow.csv.write_csv(pa.table(texts), written)
    (tmp_path / "t.csv").write_bytes(written.getvalue())
    package = {
        "name": "p",
        "resources": [{"name": "t", "path": "t.csv", "schema": descriptor(table)}],
    }
    (tmp_path / "p.json").write_text(json.dumps(package), encoding="utf-8")
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "p.json")).validate()
    assert report.flatten(["fieldName", "cell", "note", "message"]) == []
