"""Whether a schema file has the shape of its model: what pydantic found, as flaws.

What its parts must have to do with each other is `kzdata.schema.field_rules` and `.key_rules`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kzdata.findings import Rule
from kzdata.nearest import likeliest
from kzdata.schema import dataset, fields, tables
from kzdata.schema.flaws import Flaw, Pointer

M = TypeVar("M", bound=BaseModel)

MISSING_KEY = Rule(
    name="schema-missing-key",
    doc="""\
Checks that a schema has the keys without which it says too little.

A dataset without a licence cannot be used, a field without a name cannot be filled.

Example: `schemas/dataset.yaml` without `licenses`.

Instead: add the key.""",
)

UNKNOWN_KEY = Rule(
    name="schema-unknown-key",
    doc="""\
Checks that a schema has no key which nobody knows (Table Schema v2, and kzdata's own).

A misspelt key says nothing: a constraint `requird` would never be checked.

Example: `constraints: {requird: true}`.

Instead: correct the key, or remove it.""",
)

WRONG_VALUE = Rule(
    name="schema-wrong-value",
    doc="""\
Checks that each key of a schema has a value of its kind: a flag is `true` or `false`, a
list is a list, a version is a semantic version.

A value that is guessed at would be guessed differently elsewhere.

Example: `required: yes`.

Instead: write the value as the message says.""",
)

_MODELS: dict[str, type[BaseModel]] = {
    "fields": fields.Field,
    "constraints": fields.Constraints,
    "categories": fields.Category,
    "missingValues": fields.MissingValue,
    "foreignKeys": tables.ForeignKey,
    "reference": tables.Reference,
    "licenses": dataset.License,
    "contributors": dataset.Contributor,
    "sources": dataset.SourceTable,
}

_EXPECTED = {
    "tuple_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "string_type": "text",
}

_REASONS = {"fieldsMatch": "columns are always written in the schema's order: remove it"}


def shaped(model: type[M], tree: Any) -> M | list[Flaw]:
    """The model that the file's plain tree describes, or all the flaws of its shape."""
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        return list(_flaws(model, error.errors(include_url=False)))


def _flaws(model: type[BaseModel], errors: list[ErrorDetails]) -> Iterator[Flaw]:
    for error in errors:
        at = error["loc"]
        # a list is called too short by pydantic when all its items are wrong
        if not any(other["loc"][: len(at)] == at and other["loc"] != at for other in errors):
            yield _flaw(model, error, at)


def _flaw(model: type[BaseModel], error: ErrorDetails, at: Pointer) -> Flaw:
    key = next((step for step in reversed(at) if isinstance(step, str)), "the file")
    if error["type"] == "missing":
        return Flaw(MISSING_KEY, at[:-1], f"{_whole(at[:-1])} has no `{key}`")
    if error["type"] == "extra_forbidden":
        message = f"`{key}` is no key of {_whole(at[:-1])}"
        advice = _REASONS.get(key) or likeliest(key, _keys(model, at[:-1]))
        return Flaw(UNKNOWN_KEY, at, message, advice, key=True)
    given = error["input"]
    if error["type"] == "too_short":
        return Flaw(WRONG_VALUE, at, f"`{key}` holds nothing, and at least one item is needed")
    if error["type"] == "literal_error":
        allowed = _allowed(model, at)
        expected = "one of " + ", ".join(f"`{value}`" for value in allowed)
        return Flaw(
            WRONG_VALUE,
            at,
            f"`{key}` is {_shown(given)}, not {expected}",
            likeliest(str(given), allowed),
        )
    expected = error.get("ctx", {}).get("expected") or _EXPECTED.get(error["type"], error["msg"])
    return Flaw(WRONG_VALUE, at, f"`{key}` is {_shown(given)}, not {expected}")


def _whole(at: Pointer) -> str:
    """The part of the file at `at`, in words."""
    if not at:
        return "the file"
    *_, last = at
    if isinstance(last, int) and len(at) > 1:
        return f"item {last + 1} of `{at[-2]}`"
    return f"`{last}`"


def _model_at(model: type[BaseModel], at: Pointer) -> type[BaseModel]:
    keys = [step for step in at if isinstance(step, str)]
    return _MODELS.get(keys[-1], model) if keys else model


def _keys(model: type[BaseModel], at: Pointer) -> list[str]:
    found = _model_at(model, at).model_fields.items()
    return [info.alias or name for name, info in found]


def _allowed(model: type[BaseModel], at: Pointer) -> list[str]:
    """The values of the Literal to which the model's key at `at` is bound."""
    for name, info in _model_at(model, at[:-1]).model_fields.items():
        if at[-1] in (info.alias, name):
            return _literals(info.annotation)
    return []


def _literals(annotation: Any) -> list[str]:
    arguments = get_args(annotation)
    return [
        value
        for argument in arguments
        for value in ([argument] if isinstance(argument, str) else _literals(argument))
    ]


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"`{str(value)[:80]}`"
