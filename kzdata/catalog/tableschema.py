"""The Table Schema of one table, as Table Schema 2.0 has it: fields and keys, nothing remote."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kzdata.errors import DataError

NAME = "datapackage.json"

Properties = Mapping[str, Any]
"""A JSON object as it was read."""

# Named tuples, where elsewhere dataclasses stand: each of those costs a millisecond at every start.

_TEXTUAL = {"string", "object", "array", "list", "geojson", "any"}
_NUMERIC = {"number", "integer", "boolean", "geopoint"}
_TEMPORAL = {"datetime", "date", "time", "year", "yearmonth", "duration"}
_TYPES = _TEXTUAL | _NUMERIC | _TEMPORAL


class ForeignKey(NamedTuple):
    """Fields whose values stand in `there`, the fields of `table` (perhaps the same table)."""

    fields: tuple[str, ...]
    table: str
    there: tuple[str, ...]


class Field(NamedTuple):
    """A column: its name and Table Schema type, what people are told about it, and its JSON."""

    name: str
    type: str
    title: str = ""
    description: str = ""
    unit: str = ""
    properties: Properties = MappingProxyType({})

    @property
    def item_type(self) -> object:
        """The type of a list's items, as it is said; None where this is no list, or says none.

        >>> Field("tags", "array", properties={"kzdata:itemType": "integer"}).item_type
        'integer'
        """
        return self.properties.get("kzdata:itemType", self.properties.get("itemType"))


class Schema(NamedTuple):
    """A table's columns in order, and its keys."""

    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()


def parse(schema: object, table: str) -> Schema:
    """The schema of `table`; `DataError` where it is none that kzdata publishes."""
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list):
        raise wrong(f"the table `{table}` has no `schema` with `fields`")
    fields = tuple(_field(each, table) for each in schema["fields"])
    columns = {each.name for each in fields}
    if not fields or len(columns) != len(fields):
        raise wrong(f"the table `{table}` has no fields, or two of one name")

    def known(key: object) -> tuple[str, ...]:
        names = _names(key, table)
        if not columns.issuperset(names):
            raise wrong(f"the table `{table}` has a key {key!r:.80} that is not of its fields")
        return names

    def foreign(key: object) -> ForeignKey:
        reference = key.get("reference") if isinstance(key, dict) else None
        if not isinstance(key, dict) or not isinstance(reference, dict):
            raise wrong(f"the table `{table}` has a foreign key {key!r:.80} without a reference")
        # A Parquet form's keys lead to Parquet forms, which are named for their tables.
        there = text(reference, "resource", f"a reference of `{table}`", table)
        here, names = known(key.get("fields")), _names(reference.get("fields"), table)
        if len(here) != len(names):
            raise wrong(f"the table `{table}` has a foreign key {key!r:.80} of unlike lengths")
        return ForeignKey(here, there.removesuffix(".parquet"), names)

    return Schema(
        fields=fields,
        primary_key=known(schema["primaryKey"]) if "primaryKey" in schema else (),
        unique_keys=tuple(known(key) for key in _listed(schema, "uniqueKeys", table)),
        foreign_keys=tuple(foreign(key) for key in _listed(schema, "foreignKeys", table)),
    )


def agree(csv: Schema, parquet: Schema) -> bool:
    """Whether the schemas of a table's two forms say the same.

    What else counts as missing is no part of it: a typed column has no such texts.
    """

    def said(schema: Schema) -> list[Properties]:
        return [
            {key: value for key, value in field.properties.items() if key != "missingValues"}
            for field in schema.fields
        ]

    return said(csv) == said(parquet) and csv[1:] == parquet[1:]


def text(properties: Properties, key: str, what: str, default: str | None = None) -> str:
    """The text of a property; without a `default` it must be there and not be empty."""
    value = properties.get(key, default)
    if not isinstance(value, str) or (default is None and not value):
        raise wrong(f"{what} has no text as its `{key}`: {value!r:.60}")
    return value


def wrong(what: str) -> DataError:
    """The error for a descriptor of which `what` is true."""
    return DataError(f"`{NAME}`: {what}")


def _listed(schema: Properties, key: str, table: str) -> list[object]:
    value = schema.get(key, [])
    if not isinstance(value, list):
        raise wrong(f"the table `{table}` has `{key}` that is no list: {value!r:.60}")
    return value


def _names(value: object, table: str) -> tuple[str, ...]:
    """The names of a key's fields, which may be written as one name or as a list."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
        raise wrong(f"the table `{table}` has a key that names no fields: {value!r:.60}")
    return tuple(names)


def _field(properties: object, table: str) -> Field:
    if not isinstance(properties, dict):
        raise wrong(f"a field of the table `{table}` is no object: {properties!r:.60}")
    name = text(properties, "name", f"a field of the table `{table}`")
    what = f"the field `{name}` of the table `{table}`"
    kind = text(properties, "type", what)
    if kind not in _TYPES:
        raise wrong(f"{what} has the type {kind!r:.40}, which Table Schema 2.0 has not")
    return Field(
        name=name,
        type=kind,
        title=text(properties, "title", what, ""),
        description=text(properties, "description", what, ""),
        unit=text(properties, "kzdata:unit", what, ""),
        properties=properties,
    )
