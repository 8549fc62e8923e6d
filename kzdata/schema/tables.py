"""A table: Table Schema v2 with a name, as `schemas/<table>.yaml` declares it.

Only shapes are held here; whether its keys name fields that exist is `kzdata.schema.key_rules`.
"""

from pydantic import Field as Key
from pydantic import ValidationInfo, field_validator

from kzdata.errors import CallError
from kzdata.schema.fields import Field, MissingValue, MissingValues
from kzdata.schema.scalars import Model, Names, Text

BESIDE_TABLES = ("set_aside", "source")
"""What a file of records says beside its tables: no table has such a name."""


class Reference(Model):
    """The table (empty: the key's own) and the fields to which a foreign key refers."""

    resource: str = ""
    fields: Names = Key(min_length=1)


class ForeignKey(Model):
    """Fields of which the values must stand together in a row of the table referred to."""

    fields: Names = Key(min_length=1)
    reference: Reference

    @property
    def table(self) -> str:
        """The name of the table referred to; empty for the key's own."""
        return self.reference.resource

    @property
    def reference_fields(self) -> tuple[str, ...]:
        """The fields referred to, in the order of `fields`."""
        return self.reference.fields


class Table(Model):
    """A table: its fields, and its keys.

    >>> table = Table.model_validate(
    ...     {"name": "units", "fields": [{"name": "unit_id"}], "primaryKey": "unit_id"}
    ... )
    >>> table.primary_key, table.field("unit_id").type
    (('unit_id',), 'string')
    """

    name: Text
    title: Text | None = None
    description: Text | None = None
    missing_values: MissingValues = (MissingValue(value=""),)
    fields: tuple[Field, ...] = Key(min_length=1)
    primary_key: Names = ()
    unique_keys: tuple[Names, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @field_validator("fields", mode="after")
    @classmethod
    def _inherit(cls, fields: tuple[Field, ...], info: ValidationInfo) -> tuple[Field, ...]:
        """Each field's missing values are its own or else the table's (section Missing Values)."""
        inherited = {"missing_values": info.data.get("missing_values", ())}
        return tuple(
            field
            if "missing_values" in field.model_fields_set
            else field.model_copy(update=inherited)
            for field in fields
        )

    def field(self, name: str) -> Field:
        """The field of this name; `CallError` when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise CallError(f"table `{self.name}` has no field `{name}`")

    def required(self, field: Field) -> bool:
        """Whether each record must have a value here: by constraint, or in the primary key."""
        return not field.nullable or field.name in self.primary_key
