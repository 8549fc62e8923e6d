"""A field of a table: Table Schema v2's field descriptor, and what kzdata adds to it.

Only shapes are held here. What fits together within a field is `kzdata.schema.field_rules`; what
text stands for a value of it, `kzdata.schema.values`.
"""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator
from pydantic import Field as Key

from kzdata.schema.scalars import Count, Flag, JsonObject, Model, RawText, Text

FieldType = Literal[
    "string",
    "number",
    "integer",
    "boolean",
    "object",
    "array",
    "list",
    "datetime",
    "date",
    "time",
    "year",
    "yearmonth",
    "duration",
    "geopoint",
    "geojson",
    "any",
]
ItemType = Literal["string", "integer", "boolean", "number", "datetime", "date", "time"]
Basis = Literal["quoted", "assigned"]
Reading = Literal[
    "quantity.number",
    "quantity.bound",
    "quantity.unit",
    "quantity.words",
    "ordinal",
    "duration",
    "date",
    "country",
    "name",
    "term",
    "verbatim",
]

TYPES: tuple[str, ...] = get_args(FieldType)

BESIDE_FIELDS = ("evidence", "inferred", "known_as", "source")
"""What records of every table may say beside their fields: no field has such a name."""

_READING_OF_TYPE: dict[str, Reading] = {
    "integer": "quantity.number",
    "number": "quantity.number",
    "date": "date",
    "year": "date",
    "yearmonth": "date",
    "duration": "duration",
}


def _as_object(value: object) -> object:
    """A value that stands alone is short for an object that holds only it."""
    return {"value": value} if isinstance(value, str) else value


class MissingValue(Model):
    """Text that stands for no value, with the reason that its label names."""

    value: RawText
    label: Text | None = None


class Category(Model):
    """One value that a field may have, its label, and the words in which sources say it."""

    value: Text
    label: Text | None = None
    terms: tuple[Text, ...] = ()


MissingValues = tuple[Annotated[MissingValue, BeforeValidator(_as_object)], ...]


class Constraints(Model):
    """What Table Schema v2 lets a field ask of its values; bounds and `enum` in their text form."""

    required: Flag = False
    unique: Flag = False
    min_length: Count | None = None
    max_length: Count | None = None
    minimum: Text | None = None
    maximum: Text | None = None
    exclusive_minimum: Text | None = None
    exclusive_maximum: Text | None = None
    pattern: Text | None = None
    enum: tuple[RawText, ...] = ()
    json_schema: JsonObject | None = None


class Field(Model):
    """A field: name, type, how its values are written, what is asked of them, what reads them.

    >>> field = Field.model_validate({"name": "value", "type": "integer"})
    >>> field.reading, field.unit, field.nullable
    ('quantity.number', None, True)
    """

    name: Text
    type: FieldType = "string"
    format: Text = "default"
    title: Text | None = None
    description: Text | None = None
    example: RawText | None = None
    rdf_type: Text | None = None
    constraints: Constraints = Constraints()
    categories: tuple[Annotated[Category, BeforeValidator(_as_object)], ...] = ()
    categories_ordered: Flag = False
    missing_values: MissingValues = (MissingValue(value=""),)
    decimal_char: Text = "."
    group_char: RawText | None = None
    bare_number: Flag = True
    true_values: tuple[Text, ...] = ("true", "True", "TRUE", "1")
    false_values: tuple[Text, ...] = ("false", "False", "FALSE", "0")
    delimiter: RawText = ","
    item_type: ItemType = "string"
    basis: Basis = "quoted"
    declared_reading: Reading | None = Key(default=None, alias="reading")
    unit: Text | None = None
    terms: tuple[Text, ...] = ()
    group: Text | None = None

    @property
    def reading(self) -> Reading | None:
        """The reader that must find this field's values in the evidence; None when assigned."""
        if self.basis == "assigned":
            return None
        if self.declared_reading:
            return self.declared_reading
        if any(category.terms for category in self.categories):
            return "term"
        return _READING_OF_TYPE.get(self.type, "verbatim")

    @property
    def nullable(self) -> bool:
        """Whether a value may be left out."""
        return not self.constraints.required

    @property
    def missing_texts(self) -> tuple[str, ...]:
        """The texts that stand for no value: the empty text always, since CSV writes null so."""
        return tuple(dict.fromkeys(("", *(missing.value for missing in self.missing_values))))
