"""Which fields of a table make up a claim that one reader judges.

A plan is made once a table, from its schema. Fields that one reader reads together (the number,
bound, unit and words of a quantity) are one claim: they must come from one and the same reading.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kzdata.readers.verdicts import Claim
from kzdata.schema import Field, Table

_TERM_PARTS = ("term", "quantity.unit")
"""Readings that look for the terms of a category instead of its value."""

_WHOLE = {("ordinal", False): "number", ("duration", True): "length"}
"""The one part of a claim that is no `value`, by reading and whether the type is a duration."""


class Part(NamedTuple):
    """One field of a claim: the part that it states, and the terms of its values, if any.

    `entity` is the table of which the value is a key, where that row's names are looked for
    instead; `own` says that it is the record's own table. `listed` values are judged one by one.
    """

    part: str
    field: str
    terms: Mapping[str, tuple[str, ...]] | None
    entity: str = ""
    own: bool = False
    listed: bool = False


class Plan(NamedTuple):
    """One claim of each record of a table: its reader, its fields, and a unit from the schema."""

    reader: str
    parts: tuple[Part, ...]
    unit: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields of which the claim is made."""
        return tuple(part.field for part in self.parts)


def plans(table: Table) -> tuple[Plan, ...]:
    """The claims of each record of the table, in the order of its fields."""
    groups: dict[tuple[str, str], list[Field]] = {}
    for field in table.fields:
        if field.reading:
            reader, _, part = field.reading.partition(".")
            group = field.group or "" if part else field.name
            groups.setdefault((reader, group), []).append(field)
    return tuple(_plan(reader, fields, table) for (reader, _), fields in groups.items())


def _plan(reader: str, fields: list[Field], table: Table) -> Plan:
    unit = tuple(term for field in fields for term in field.terms)
    return Plan(reader, tuple(_part(field, table) for field in fields), unit)


def _part(field: Field, table: Table) -> Part:
    reading = field.reading or ""
    part = reading.partition(".")[2] or _WHOLE.get((reading, field.type == "duration"), "value")
    by_term = reading in _TERM_PARTS and field.categories
    terms = {one.value: one.terms for one in field.categories} if by_term else None
    entity = refers_to(table, field.name) if reading == "name" else ""
    return Part(part, field.name, terms, entity, entity == table.name, field.type == "list")


def refers_to(table: Table, field: str) -> str:
    """The name of the table of which this field alone holds a key; empty when it holds none.

    A table's key to itself gives the table's own name.

    >>> fields = [{"name": name} for name in ("unit", "year", "place")]
    >>> alone = {"fields": "unit", "reference": {"resource": "units", "fields": "id"}}
    >>> both = {"fields": ["year", "place"], "reference": {"fields": ["year", "place"]}}
    >>> tree = {"name": "posts", "fields": fields, "foreignKeys": [alone, both]}
    >>> table = Table.model_validate(tree)
    >>> [refers_to(table, field.name) for field in table.fields]
    ['units', '', '']
    """
    for key in table.foreign_keys:
        if key.fields == (field,):
            return key.table or table.name
    return ""


def claim(plan: Plan, values: Mapping[str, str]) -> Claim:
    """What a record claims by `values`, the text of those fields of the plan that it quotes."""
    stated: dict[str, str | tuple[str, ...]] = {}
    for part in plan.parts:
        value = values.get(part.field)
        if value is None:
            continue
        if part.terms is not None:
            stated[part.part] = part.terms.get(value, ())
        elif part.part == "unit":
            stated["unit"] = (value,)
        else:
            stated[part.part] = value
    if plan.unit and "unit" not in stated:
        stated["unit"] = plan.unit
    return stated
