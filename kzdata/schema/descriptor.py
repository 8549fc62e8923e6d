"""A table as it is published: Table Schema v2, with what kzdata adds as `kzdata:` properties.

Values are published in their canonical form, so what the records may write instead (formats,
decimal marks, missing values) is no part of it.
"""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

from kzdata.catalog import values
from kzdata.schema.canonical import canonical
from kzdata.schema.fields import Constraints, Field
from kzdata.schema.tables import ForeignKey, Table
from kzdata.schema.values.parse import parse

Json = dict[str, Any]

_BOUNDS = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


def descriptor(table: Table) -> Json:
    """The Table Schema v2 descriptor of the table.

    Own properties are `kzdata:basis`, `kzdata:reading`, `kzdata:unit`, `kzdata:terms` and
    `kzdata:group`. A `list`, of which the standard's 2.0 profile does not know, is published as
    `array` with `kzdata:itemType`. Constraints that make frictionless-py (5.21)
    refuse a schema, `jsonSchema` and the bounds of durations, are `kzdata:` properties too.
    """
    return _said(
        {
            "fields": [_field(table, field) for field in table.fields],
            "primaryKey": list(table.primary_key),
            "uniqueKeys": [list(fields) for fields in table.unique_keys],
            "foreignKeys": [_foreign_key(table, key) for key in table.foreign_keys],
        }
    )


def _said(described: Mapping[str, Any]) -> Json:
    """What there is to say: the standard allows no empty list."""
    return {
        key: value
        for key, value in described.items()
        if value is not None and value not in ([], {})
    }


def _field(table: Table, field: Field) -> Json:
    plain = canonical(field)
    is_list = field.type == "list"
    constraints = _constraints(table, field)
    ours = {name for name in constraints if _refused(field, name)}
    return _said(
        {
            "name": field.name,
            "type": "array" if is_list else field.type,
            "format": None if plain.format == "default" else plain.format,
            "title": field.title,
            "description": field.description,
            "example": _example(field),
            "rdfType": field.rdf_type,
            "constraints": {name: constraints[name] for name in constraints if name not in ours},
            "categories": _categories(field),
            "categoriesOrdered": field.categories_ordered or None,
            "kzdata:itemType": field.item_type if is_list else None,
            "kzdata:basis": field.basis,
            "kzdata:reading": field.reading,
            "kzdata:unit": field.unit,
            "kzdata:terms": list(field.terms),
            "kzdata:group": field.group,
        }
        | {f"kzdata:{name}": constraints[name] for name in sorted(ours)}
    )


def _refused(field: Field, constraint: str) -> bool:
    """Whether frictionless-py (5.21) calls a schema invalid for a constraint of the standard."""
    bound = constraint.lower().endswith(("minimum", "maximum"))
    return constraint == "jsonSchema" or (bound and field.type == "duration")


def _constraints(table: Table, field: Field) -> Json:
    asked = field.constraints
    enum = asked.enum or tuple(category.value for category in field.categories)
    bounds = {name: getattr(asked, name) for name in _BOUNDS}
    return _said(
        {
            "required": table.required(field) or None,
            "unique": asked.unique or None,
            "minLength": asked.min_length,
            "maxLength": asked.max_length,
            "pattern": _pattern(asked.pattern),
            "enum": [_published(field, text) for text in enum],
            "jsonSchema": asked.json_schema,
        }
        | {
            str(Constraints.model_fields[name].alias): _published(field, text)
            for name, text in bounds.items()
            if text is not None
        }
    )


def _pattern(pattern: str | None) -> str | None:
    """The pattern with its alternatives held together: frictionless-py compiles `^a|b$`."""
    return f"({pattern})" if pattern and "|" in pattern else pattern


def _categories(field: Field) -> list[Any]:
    """Plain values where there is nothing else to say, else objects."""
    described = [
        _said(
            {
                "value": _published(field, category.value),
                "label": category.label,
                "kzdata:terms": list(category.terms),
            }
        )
        for category in field.categories
    ]
    plain = all(len(category) == 1 for category in described)
    return [category["value"] for category in described] if plain else described


def _foreign_key(table: Table, key: ForeignKey) -> Json:
    reference: Json = {"fields": list(key.reference_fields)}
    if key.table and key.table != table.name:
        reference = {"resource": key.table} | reference
    return {"fields": list(key.fields), "reference": reference}


def _example(field: Field) -> str | None:
    """The example in its CSV form: the profile has it a string, whatever the type."""
    value = None if field.example is None else _published(field, field.example)
    if value is None or isinstance(value, str):
        return value
    return f"{value:04}" if field.type == "year" else values.text(value)


def _published(field: Field, text: str) -> Any:
    """A value that stands in the schema, as the standard's profile and the CSV form have it."""
    value = parse(field, text)
    if isinstance(value, list):
        return values.json(value)
    unsaid = isinstance(value, float) and not math.isfinite(value)
    return values.text(value) if unsaid or isinstance(value, dt.date | dt.time | dict) else value
