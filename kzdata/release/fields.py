"""What two schemas of one table say differently of its fields, which are found by their names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kzdata.catalog.tableschema import Field, Properties
from kzdata.release import kinds
from kzdata.release.changes import Change
from kzdata.release.properties import listing, mapping, shown, words

_FORM = ("type", "format", "kzdata:itemType", "categoriesOrdered")
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "jsonSchema")
_LIMITS = tuple(f"kzdata:{name}" for name in _BOUNDS)
_PROMISES = ("required", "unique")
_REST = [
    "name",
    "rdfType",
    "constraints",
    "categories",
    "missingValues",
    "kzdata:basis",
    "kzdata:unit",
]
_OWN_WAY = frozenset([*_FORM, *_LIMITS, *_REST])
"""Properties that are compared in a way of their own, or that follow from others."""


def changes(table: str, old: Sequence[Field], new: Sequence[Field]) -> Iterator[Change]:
    """The fields that are gone, changed and added, in the order of the old and the new table."""
    before = {field.name: field.properties for field in old}
    after = {field.name: field.properties for field in new}
    for name in before:
        if name not in after:
            yield Change(kind=kinds.FIELD_REMOVED, table=table, field=name)
    for name, properties in after.items():
        if name not in before:
            yield Change(kind=kinds.FIELD_ADDED, table=table, field=name)
        else:
            yield from _field(table, name, before[name], properties)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield Change(kind=kinds.ORDER_CHANGED, table=table, part="fields")


def _field(table: str, field: str, old: Properties, new: Properties) -> Iterator[Change]:
    def changed(kind: kinds.Kind, part: str, before: object, after: object) -> Change:
        old, new = shown(before), shown(after)
        return Change(kind=kind, table=table, field=field, part=part, old=old, new=new)

    before, after = _form(old, new), _form(new, old)
    for part in _FORM:
        if before[part] != after[part]:
            yield changed(kinds.TYPE_CHANGED, part, before[part], after[part])
    for part, kind in (("kzdata:unit", kinds.UNIT_CHANGED), ("rdfType", kinds.MEANING_CHANGED)):
        if old.get(part) != new.get(part):
            yield changed(kind, part, old.get(part), new.get(part))
    had, has = _promised(old), _promised(new)
    yield from (changed(kinds.PROMISE_REMOVED, part, part, None) for part in had if part not in has)
    yield from (changed(kinds.PROMISE_ADDED, part, None, part) for part in has if part not in had)
    limits, limited = _limits(old), _limits(new)
    for part in sorted({*limits, *limited}):
        if limits.get(part) != limited.get(part):
            yield changed(kinds.CONSTRAINT_CHANGED, part, limits.get(part), limited.get(part))
    yield from _of_categories(table, field, _categories(old), _categories(new))
    yield from words(old, new, _OWN_WAY, table=table, field=field)


def _form(properties: Properties, other: Properties) -> dict[str, Any]:
    """How the values are written and held: also whether there are categories, and their order."""
    form = {part: properties.get(part) for part in _FORM}
    if categories := _categories(properties):
        form["type"] = f"{properties.get('type')} with categories"
        if properties.get("categoriesOrdered"):
            form["categoriesOrdered"] = [each for each in categories if each in _categories(other)]
    return form


def _promised(properties: Properties) -> list[str]:
    """What every value of the field is promised to be."""
    constraints = mapping(properties, "constraints")
    promised = [part for part in _PROMISES if constraints.get(part)]
    return promised + ["quoted"] * (properties.get("kzdata:basis") == "quoted")


def _limits(properties: Properties) -> dict[str, Any]:
    """The constraints on single values; what `enum` says of categories is said by these."""
    constraints = mapping(properties, "constraints")
    left_out = {*_PROMISES, "enum"} if _categories(properties) else set(_PROMISES)
    limits = {part: value for part, value in constraints.items() if part not in left_out}
    return limits | {part: properties[part] for part in _LIMITS if part in properties}


def _categories(properties: Properties) -> dict[str, Mapping[str, Any]]:
    """The categories by value, each with what else is said of it."""
    listed = listing(properties, "categories")
    described = [each if isinstance(each, dict) else {"value": each} for each in listed]
    return {str(each.get("value")): each for each in described}


def _of_categories(
    table: str,
    field: str,
    old: Mapping[str, Mapping[str, Any]],
    new: Mapping[str, Mapping[str, Any]],
) -> Iterator[Change]:
    if not (old and new):
        return
    for value in old:
        if value not in new:
            yield Change(kind=kinds.CATEGORY_REMOVED, table=table, field=field, part=value)
    for value, category in new.items():
        if value not in old:
            yield Change(kind=kinds.CATEGORY_ADDED, table=table, field=field, part=value)
        else:
            before, after = ({f"category {value}": each} for each in (old[value], category))
            yield from words(before, after, table=table, field=field)
