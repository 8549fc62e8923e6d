"""What a field asks of its values: constraints and categories that its type can have and meet.

What text stands for a value is `kzdata.schema.values`.
"""

from collections.abc import Iterator
from typing import Any

from kzdata.constraints import TYPES, patterns
from kzdata.findings import Rule
from kzdata.schema.fields import Constraints, Field
from kzdata.schema.flaws import Flaw, Pointer
from kzdata.schema.shapes import WRONG_VALUE
from kzdata.schema.values.misfits import Misfit
from kzdata.schema.values.parse import parse

CONSTRAINT_NOT_FOR_TYPE = Rule(
    name="constraint-not-for-type",
    doc="""\
Checks that a constraint is one that the field's type has (Table Schema v2, Field
Constraints).

A constraint that cannot be checked would promise what nobody holds.

Example: `pattern` in a field of type `integer`.

Instead: remove the constraint, or correct the type.""",
)

CONSTRAINT_NOT_OF_TYPE = Rule(
    name="constraint-not-of-type",
    doc="""\
Checks that bounds, the values of `enum` and the `example` are values of the field's own
type, written as its format says, and that `enum` stays within the categories.

No value could be compared with them.

Example: `minimum: small` in a field of type `integer`.

Instead: write a value of that type.""",
)

CATEGORY_NOT_OF_TYPE = Rule(
    name="category-not-of-type",
    doc="""\
Checks that `categories` stand in fields of type string or integer, and that each is a
value of that type (Table Schema v2, categories).

No value could ever be in such a category.

Example: the category `high` in a field of type `integer`.

Instead: correct the category, or the field's type.""",
)

PATTERN_NOT_SUPPORTED = Rule(
    name="pattern-not-supported",
    doc="""\
Checks that `pattern` is a regular expression of RE2, which has no lookaround and no
back references. `jsonSchema` must be JSON Schema 2020-12 with such patterns alone, and
may refer to nothing outside itself.

RE2 takes a time that grows with the text; other engines can be made to run for years.

Example: `pattern: "(?=a)b"`.

Instead: write it without, or use `enum`.""",
)

_BOUNDS = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


def flaws(field: Field, at: Pointer) -> Iterator[Flaw]:
    """All flaws in the values that the field at `at` names: bounds, categories, an example."""
    if field.example is not None:
        yield from _declared(field, field.example, CONSTRAINT_NOT_OF_TYPE, (*at, "example"))
    yield from _constraints(field, (*at, "constraints"))
    yield from _categories(field, (*at, "categories"))


def a_(type_: str) -> str:
    """The type with its article.

    >>> a_("integer")
    'an integer'
    """
    return f"{'an' if type_[0] in 'aio' else 'a'} {type_}"


def _constraints(field: Field, at: Pointer) -> Iterator[Flaw]:
    asked = field.constraints
    for name, described in Constraints.model_fields.items():
        key, value = str(described.alias), getattr(asked, name)
        if value is None or key not in TYPES:
            continue
        if field.type not in TYPES[key]:
            message = f"`{field.name}` is {a_(field.type)}, which has no constraint `{key}`"
            yield Flaw(CONSTRAINT_NOT_FOR_TYPE, (*at, key), message, key=True)
        elif name in _BOUNDS:
            yield from _declared(field, value, CONSTRAINT_NOT_OF_TYPE, (*at, key))
    for number, text in enumerate(asked.enum):
        yield from _declared(field, text, CONSTRAINT_NOT_OF_TYPE, (*at, "enum", number))
        if field.categories and text not in {category.value for category in field.categories}:
            message = f"`enum` holds `{text}`, which is no category of `{field.name}`"
            yield Flaw(CONSTRAINT_NOT_OF_TYPE, (*at, "enum", number), message)
    if asked.pattern is not None and (why := patterns.fault(asked.pattern)):
        message = f"`pattern` is `{asked.pattern}`, which is none of RE2: {why}"
        yield Flaw(PATTERN_NOT_SUPPORTED, (*at, "pattern"), message)
    if asked.json_schema is not None:
        yield from _json_schema(asked.json_schema, (*at, "jsonSchema"))


def _json_schema(schema: dict[str, Any], at: Pointer) -> Iterator[Flaw]:
    # few tables need it, and it takes 60 ms to import
    from kzdata.schema import json_schemas  # noqa: PLC0415

    if why := json_schemas.fault(schema):
        yield Flaw(PATTERN_NOT_SUPPORTED, at, f"`jsonSchema` cannot be used: {why}")


def _categories(field: Field, at: Pointer) -> Iterator[Flaw]:
    if field.categories and field.type not in TYPES["categories"]:
        message = f"`{field.name}` is {a_(field.type)}, which has no `categories`"
        yield Flaw(CATEGORY_NOT_OF_TYPE, at, message, key=True)
        return
    values: set[str] = set()
    labels: set[str | None] = set()
    for number, category in enumerate(field.categories):
        yield from _declared(field, category.value, CATEGORY_NOT_OF_TYPE, (*at, number))
        if category.value in values or (category.label and category.label in labels):
            message = f"`{category.value}` has its value or label twice"
            yield Flaw(WRONG_VALUE, (*at, number), message)
        values.add(category.value)
        labels.add(category.label)


def _declared(field: Field, text: str, rule: Rule, at: Pointer) -> Iterator[Flaw]:
    value = parse(field, text)
    if isinstance(value, Misfit) or text in field.missing_texts:
        why = f": {value.why}" if isinstance(value, Misfit) and value.why else ""
        key = next(step for step in reversed(at) if isinstance(step, str))
        yield Flaw(rule, at, f"`{key}` holds `{text}`, which is no value of {a_(field.type)}{why}")
