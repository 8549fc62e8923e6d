"""The rules of `kzdata.checks.constraints`, one a constraint of Table Schema v2."""

from collections.abc import Mapping
from typing import Final

from kzdata.findings import Rule

REQUIRED_MISSING = Rule(
    name="required-missing",
    doc="""\
Checks that a field with the constraint `required` has a value in each record.

Whoever uses the table relies on it: such a column is published as never null.

Example: a record of `articles` without `language`.

Instead: give the value, or drop the constraint where sources do not always say it.""",
)

NOT_UNIQUE = Rule(
    name="not-unique",
    doc="""\
Checks that a field with the constraint `unique` has each value once; null is no value.

A value that stands twice no longer tells two rows apart.

Example: two articles with the `seed` `a.txt`.

Instead: correct one of the two, or drop the constraint.""",
)

TOO_SHORT = Rule(
    name="too-short",
    doc="""\
Checks `minLength`: of text in code points, of lists and arrays in items, of objects in
keys.

A value shorter than its schema allows is often cut off, or stands in the wrong field.

Example: `K` with `minLength: 2`.

Instead: correct the value, or the constraint.""",
)

TOO_LONG = Rule(
    name="too-long",
    doc="""\
Checks `maxLength`: of text in code points, of lists and arrays in items, of objects in
keys.

A value longer than its schema allows does not fit where the table is used.

Example: `KAZ` with `maxLength: 2`.

Instead: correct the value, or the constraint.""",
)

TOO_SMALL = Rule(
    name="too-small",
    doc="""\
Checks `minimum` and `exclusiveMinimum`, of numbers, dates, times and durations.

A value below what is possible is a slip, such as a wrong sign or century.

Example: `-20` with `minimum: 0`.

Instead: correct the value, or the constraint. Of durations that cannot be compared,
such as P1M and P30D, neither is at least the other.""",
)

TOO_LARGE = Rule(
    name="too-large",
    doc="""\
Checks `maximum` and `exclusiveMaximum`, of numbers, dates, times and durations.

A value above what is possible is a slip, such as a zero too many.

Example: `250` with `maximum: 100`.

Instead: correct the value, or the constraint. Of durations that cannot be compared,
such as P1M and P30D, neither is at most the other.""",
)

PATTERN_MISMATCH = Rule(
    name="pattern-mismatch",
    doc="""\
Checks `pattern`, which must match the whole of each value (RE2's syntax).

Identifiers and codes are joined and compared by their exact spelling.

Example: `kz` with `pattern: "[A-Z]{2}"`.

Instead: correct the value, or the pattern.""",
)

NOT_IN_ENUM = Rule(
    name="not-in-enum",
    doc="""\
Checks that each value equals one of the constraint `enum`, as a value of its type.

Users of the table count on the listed values and no others.

Example: `4` with `enum: [1, 2, 3]`.

Instead: correct the value, or add it to `enum`.""",
)

NOT_A_CATEGORY = Rule(
    name="not-a-category",
    doc="""\
Checks that each value of a field with `categories` is one of them.

A misspelt category becomes a group of its own in each count.

Example: `persn` where the categories are `person` and `organization`.

Instead: correct the value, or add the category to the schema.""",
)

JSON_SCHEMA_MISMATCH = Rule(
    name="json-schema-mismatch",
    doc="""\
Checks the constraint `jsonSchema` on objects and arrays (JSON Schema 2020-12).

What reads the parts of a value relies on their shape.

Example: `{"a": "x"}` where `a` must be an integer.

Instead: correct the value, or the constraint.""",
)

RULES: Final[Mapping[str, Rule]] = {
    "required": REQUIRED_MISSING,
    "unique": NOT_UNIQUE,
    "minLength": TOO_SHORT,
    "maxLength": TOO_LONG,
    "minimum": TOO_SMALL,
    "exclusiveMinimum": TOO_SMALL,
    "maximum": TOO_LARGE,
    "exclusiveMaximum": TOO_LARGE,
    "pattern": PATTERN_MISMATCH,
    "enum": NOT_IN_ENUM,
    "categories": NOT_A_CATEGORY,
    "jsonSchema": JSON_SCHEMA_MISMATCH,
}
"""The rule of each constraint, by the name that Table Schema v2 gives it."""
