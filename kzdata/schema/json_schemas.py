"""Which JSON Schemas a field may ask for: what they fetch, run or repeat stays within bounds.

Values are judged by them in `kzdata.checks.json_schema`.
"""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from kzdata.constraints import patterns

STANDARD = "https://json-schema.org/draft/2020-12/schema"

_REFUSED = {
    "patternProperties": "`patternProperties` is not supported",
    "$dynamicRef": "`$dynamicRef` is not supported",
    "$id": "`$id` is not supported",
    "unevaluatedItems": "`unevaluatedItems` is not supported",
    "unevaluatedProperties": "`unevaluatedProperties` is not supported",
}


def fault(schema: dict[str, Any]) -> str | None:
    """Why `schema` is refused; None when it is not.

    >>> fault({"$ref": "https://example.org/schema.json"})
    '`$ref` leads to `https://example.org/schema.json`, out of the schema'
    """
    try:
        return _of_other_standard(schema) or _refused(schema) or _unresolved(schema)
    except RecursionError:
        return "it is nested too deep"


def _of_other_standard(schema: dict[str, Any]) -> str | None:
    named = schema.get("$schema", STANDARD)
    if isinstance(named, str) and named.removesuffix("#") != STANDARD:
        return f"`$schema` is `{named}`, and `{STANDARD}` alone is supported"
    if any(key == "$schema" and isinstance(it, str) for key, it in _entries([*schema.values()])):
        return "`$schema` stands below the top"
    return None


def _refused(schema: dict[str, Any]) -> str | None:
    for keyword, value in _entries(schema):
        if keyword in _REFUSED:
            return _REFUSED[keyword]
        if keyword == "$ref" and not str(value).startswith("#"):
            return f"`$ref` leads to `{value}`, out of the schema"
        if keyword == "pattern" and isinstance(value, str) and (why := patterns.fault(value)):
            return f"the pattern `{value}` is none of RE2: {why}"
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return str(error.message)
    return None


def _unresolved(schema: dict[str, Any]) -> str | None:
    resolver = Registry().with_resource("", DRAFT202012.create_resource(schema)).resolver("")
    for value in dict.fromkeys(value for keyword, value in _entries(schema) if keyword == "$ref"):
        try:
            Draft202012Validator.check_schema(resolver.lookup(value).contents)
        except (Unresolvable, ValueError):
            return f"`$ref` leads to `{value}`, which is not there"
        except SchemaError as error:
            return f"`$ref` leads to `{value}`, which is no schema: {error.message}"
    return None


def _entries(schema: Any) -> Iterator[tuple[str, Any]]:
    """Each key of the schema with its value, at any depth."""
    nested = [schema]
    while nested:
        value = nested.pop()
        if isinstance(value, dict):
            yield from value.items()
            nested.extend(value.values())
        elif isinstance(value, list):
            nested.extend(value)
