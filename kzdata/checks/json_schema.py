"""The constraint `jsonSchema`: JSON Schema 2020-12 without what could fetch, hang or never end.

Patterns run on RE2 and references stay inside the schema; which schemas are refused is
`kzdata.schema.json_schemas`. No part of a value is held against a reference twice, or against as
many of its fellows as there are.
"""

import json
from collections.abc import Iterator
from contextvars import ContextVar
from fractions import Fraction
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from jsonschema import Draft202012Validator, ValidationError, validators
from referencing import Registry

from kzdata.constraints.broken import Judge
from kzdata.errors import DataError
from kzdata.schema import json_schemas

_FOLLOWED: ContextVar[dict[tuple[str, int], str | None]] = ContextVar("followed")
"""What is wrong with a part of the value, by the reference that leads to its schema and its id."""


def violation(schema: dict[str, Any], value: Any) -> str | None:
    """What is wrong with `value`, by the first keyword of `schema` that it breaks; None if nothing.

    >>> violation({"type": "object", "required": ["a"]}, {"b": 1})
    "'a' is a required property"
    """
    # Where a schema names its own standard, jsonschema goes on with that one's validator, not ours.
    unnamed = {keyword: asked for keyword, asked in schema.items() if keyword != "$schema"}
    before = _FOLLOWED.set({})
    try:
        error = next(_Validator(unnamed, registry=Registry()).iter_errors(value), None)
    except RecursionError:
        return "the schema refers to itself without end"
    finally:
        _FOLLOWED.reset(before)
    return None if error is None else str(error.message)


def judge(schema: dict[str, Any]) -> Judge:
    """What says of a JSON text what is wrong with its value, as `violation` does.

    What is no JSON is wrong in another way, and passes.

    >>> judge({"maxItems": 1})("[1,2]")
    '[1, 2] is too long'
    """

    def found(text: str) -> str | None:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return None
        return violation(schema, value)

    return found


def shape(schema: dict[str, Any]) -> Judge:
    """`judge` by the schema of a stranger; `DataError` where the project would refuse it."""
    if why := json_schemas.fault(schema):
        raise DataError(f"has a `jsonSchema` that cannot be used: {why:.200}")
    return judge(schema)


def _ref(validator: Any, ref: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """The first error behind a reference: there can be more ways to it than anybody can go."""
    followed, asked = _FOLLOWED.get(), (ref, id(instance))
    if asked not in followed:
        error = next(
            Draft202012Validator.VALIDATORS["$ref"](validator, ref, instance, schema), None
        )
        followed[asked] = None if error is None else str(error.message)
    if (message := followed[asked]) is not None:
        yield ValidationError(message)


def _unique_items(_: Any, asked: bool, instance: Any, __: Any) -> Iterator[ValidationError]:
    if asked and isinstance(instance, list) and len(set(map(_spelled, instance))) < len(instance):
        yield ValidationError(f"{instance!r} has non-unique elements")


def _spelled(value: Any) -> str:
    """A text that equal values share, and they alone: 1 and 1.0 are equal, 1 and true are not."""
    if isinstance(value, dict):
        return f"{{{','.join(f'{_spelled(key)}:{_spelled(value[key])}' for key in sorted(value))}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_spelled, value))}]"
    whole = isinstance(value, float) and value.is_integer()
    return json.dumps(int(value) if whole else value)


@lru_cache(maxsize=1024)
def _found(pattern: str, text: str) -> bool:
    return bool(pc.match_substring_regex(pa.scalar(text), pattern).as_py())


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _found(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _multiple_of(_: Any, asked: Any, instance: Any, __: Any) -> Iterator[ValidationError]:
    """Numbers are the decimals as which they are written: 0.07 is seven times 0.01."""
    number = isinstance(instance, int | float) and not isinstance(instance, bool)
    if number and Fraction(repr(instance)) % Fraction(repr(asked)):
        yield ValidationError(f"{instance!r} is not a multiple of {asked!r}")


def _additional(
    validator: Any, asked: Any, instance: Any, schema: Any
) -> Iterator[ValidationError]:
    """The errors of further properties in the order of the value, where jsonschema has none."""
    keyword = "additionalProperties"
    if not (isinstance(asked, dict) and isinstance(instance, dict)):
        yield from Draft202012Validator.VALIDATORS[keyword](validator, asked, instance, schema)
        return
    for name in instance:
        if name not in schema.get("properties", {}):
            yield from validator.descend(instance[name], asked, path=name)


_Validator = validators.extend(
    Draft202012Validator,
    {
        "$ref": _ref,
        "additionalProperties": _additional,
        "multipleOf": _multiple_of,
        "pattern": _pattern,
        "uniqueItems": _unique_items,
    },
)
