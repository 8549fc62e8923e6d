"""The constraint `jsonSchema`: JSON Schema 2020-12 without what could fetch, hang or never end.

Patterns run on RE2 and references stay inside the schema; which schemas are refused is
`kzdata.schema.json_schemas`.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from jsonschema import Draft202012Validator, ValidationError, validators
from referencing import Registry


def violation(schema: dict[str, Any], value: Any) -> str | None:
    """What is wrong with `value`, by the first keyword of `schema` that it breaks; None if nothing.

    >>> violation({"type": "object", "required": ["a"]}, {"b": 1})
    "'a' is a required property"
    """
    try:
        error = next(_Validator(schema, registry=Registry()).iter_errors(value), None)
    except RecursionError:
        return "the schema refers to itself without end"
    return None if error is None else str(error.message)


@lru_cache(maxsize=1024)
def _found(pattern: str, text: str) -> bool:
    return bool(pc.match_substring_regex(pa.scalar(text), pattern).as_py())


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _found(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator = validators.extend(Draft202012Validator, {"pattern": _pattern})
