"""What fits together within one field: its name, its type with its format and its other keys.

What a field asks of its values is `kzdata.schema.value_rules`; keys over several fields are
`kzdata.schema.key_rules`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from kzdata.constraints.formats import FORMATS
from kzdata.findings import Rule
from kzdata.nearest import likeliest
from kzdata.schema import value_rules
from kzdata.schema.fields import BESIDE_FIELDS, TYPES, Field
from kzdata.schema.flaws import Flaw, Pointer
from kzdata.schema.shapes import WRONG_VALUE
from kzdata.schema.value_rules import a_
from kzdata.schema.values import times

FIELD_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")

BAD_NAME = Rule(
    name="bad-name",
    doc="""\
Checks names: of the dataset and its tables `[a-z0-9][a-z0-9._-]*`, of fields
`[A-Za-z_][A-Za-z0-9_]*`. The table `evidence` is the build's own, `set_aside` and
`source` are what files of records say beside their tables, and `evidence`, `inferred`,
`known_as` and `source` what records say beside their fields. No table has the name of a
device, such as `aux`, or a name of more than 247 characters.

Names become file names, columns and identifiers in other people's programs.

Example: a field `as of`.

Instead: rename it, as in `as_of`; `title` says it to people.""",
)

FORMAT_NOT_SUPPORTED = Rule(
    name="format-not-supported",
    doc="""\
Checks that a field's `format` is one of its type's (Table Schema v2, Field Types). Of
strptime patterns those that ask the locale or the clock are refused, and those that
leave a part of the value open.

A format that nobody knows would be passed over, and wrong values with it.

Example: `format: "%d/%m"` of a date, without a year.

Instead: use `default`, or a pattern that says all.""",
)

KEY_NOT_FOR_FIELD = Rule(
    name="key-not-for-field",
    doc="""\
Checks that a field has no key that says nothing there: `delimiter` is a list's,
`decimalChar` a number's, `reading` that of a quoted field whose type can hold what is
read, `terms` the unit that a number has where no field of its group reads one.

What is declared and never used misleads whoever reads the schema.

Example: `delimiter: ";"` in a field of type `integer`.

Instead: remove the key, or correct the type.""",
)

_TYPES_OF_KEY = {
    "decimal_char": ("number",),
    "group_char": ("number", "integer"),
    "bare_number": ("number", "integer"),
    "true_values": ("boolean",),
    "false_values": ("boolean",),
    "delimiter": ("list",),
    "item_type": ("list",),
}

_TYPES_OF_READING: Mapping[str, Sequence[str]] = {
    "quantity.number": ("integer", "number", "string", "list"),
    "quantity.bound": ("string",),
    "quantity.unit": ("string", "integer"),
    "quantity.words": ("string",),
    "ordinal": ("integer", "number", "string", "list"),
    "duration": ("duration", "string", "list"),
    "date": ("date", "year", "yearmonth", "string", "list"),
    "country": ("string", "list"),
}
"""The types whose values a reader can read; those that it does not name are read as any text."""

_FORMATS = {
    "string": ("default", *FORMATS),
    "geopoint": ("default", "array", "object"),
    "geojson": ("default", "topojson"),
}


def flaws(field: Field, at: Pointer) -> Iterator[Flaw]:
    """All flaws of the field that stands at `at` in its file."""
    if not FIELD_NAME.fullmatch(field.name):
        message = f"the field's name is `{field.name}`, which is not `{FIELD_NAME.pattern}`"
        yield Flaw(BAD_NAME, (*at, "name"), message)
    if field.name in BESIDE_FIELDS:
        message = f"the field's name is `{field.name}`, which records say beside their fields"
        yield Flaw(BAD_NAME, (*at, "name"), message)
    yield from _keys(field, at)
    wrong_format = list(_format(field, at))
    # without its format nothing can be said about a value
    yield from wrong_format or value_rules.flaws(field, at)


def _format(field: Field, at: Pointer) -> Iterator[Flaw]:
    why = None
    if field.type in ("date", "time", "datetime"):
        if field.format not in ("default", "any"):
            why = times.format_fault(field.type, field.format)
        allowed: Sequence[str] = ()
    else:
        allowed = _FORMATS.get(field.type, ("default",))
        if field.format not in allowed:
            why = "the type has " + ", ".join(f"`{name}`" for name in allowed)
    if why:
        message = f"`format` is `{field.format}`, which {a_(field.type)} has not: {why}"
        yield Flaw(FORMAT_NOT_SUPPORTED, (*at, "format"), message, likeliest(field.format, allowed))


def _keys(field: Field, at: Pointer) -> Iterator[Flaw]:
    for name, types in _TYPES_OF_KEY.items():
        if name in field.model_fields_set and field.type not in types:
            key = str(Field.model_fields[name].alias)
            message = f"`{field.name}` is {a_(field.type)}, which has no `{key}`"
            yield Flaw(KEY_NOT_FOR_FIELD, (*at, key), message, key=True)
    for key, needless in (
        ("categoriesOrdered", field.categories_ordered and not field.categories),
        ("reading", field.declared_reading is not None and field.basis == "assigned"),
        ("reading", field.reading == "term" and not any(c.terms for c in field.categories)),
    ):
        if needless:
            why = {
                "categoriesOrdered": "it has no `categories`",
                "reading": "it is assigned" if field.basis == "assigned" else "it has no `terms`",
            }[key]
            message = f"`{field.name}` has a `{key}`, but {why}"
            yield Flaw(KEY_NOT_FOR_FIELD, (*at, key), message, key=True)
    readable = _TYPES_OF_READING.get(field.declared_reading or "", TYPES)
    if field.type not in readable and field.type != "any":
        message = f"`{field.name}` is {a_(field.type)}, which no `{field.reading}` can be read as"
        yield Flaw(KEY_NOT_FOR_FIELD, (*at, "reading"), message, key=True)
    yield from _of_quantities(field, at)
    yield from _marks(field, at)


def _of_quantities(field: Field, at: Pointer) -> Iterator[Flaw]:
    """Keys that only the parts of a quantity have."""
    part = (field.reading or "").startswith("quantity.")
    for key, said in (("group", field.group is not None), ("terms", bool(field.terms))):
        if said and not part:
            message = f"`{field.name}` has `{key}`, but reads no part of a quantity"
            yield Flaw(KEY_NOT_FOR_FIELD, (*at, key), message, key=True)


def _marks(field: Field, at: Pointer) -> Iterator[Flaw]:
    """Marks within numbers and lists that could not be told from what they part."""
    for key, mark in (("decimalChar", field.decimal_char), ("groupChar", field.group_char or " ")):
        if len(mark) != 1 or mark.isdigit() or mark in "+-eE":
            yield Flaw(WRONG_VALUE, (*at, key), f"`{key}` is `{mark}`, not one mark within numbers")
    if field.group_char == field.decimal_char:
        message = f"`groupChar` and `decimalChar` are both `{field.group_char}`"
        yield Flaw(WRONG_VALUE, (*at, "groupChar"), message)
    if not field.delimiter:
        yield Flaw(WRONG_VALUE, (*at, "delimiter"), "`delimiter` is empty")
    for both in sorted({*field.true_values} & {*field.false_values}):
        message = f"`{both}` is among both `trueValues` and `falseValues`"
        yield Flaw(WRONG_VALUE, (*at, "falseValues"), message)
