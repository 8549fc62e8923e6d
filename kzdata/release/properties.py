"""Properties of a descriptor: their words, and their shapes, of which the catalog asks nothing."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kzdata.catalog.tableschema import wrong
from kzdata.release.changes import Change
from kzdata.release.kinds import TEXT_CHANGED


def words(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    left_out: Iterable[str] = (),
    *,
    table: str | None = None,
    field: str | None = None,
) -> Iterator[Change]:
    """A change for each property that is another one now, but for those left out, by name."""
    for part in sorted({*old, *new} - set(left_out)):
        before, after = old.get(part), new.get(part)
        if before != after:
            yield Change(
                kind=TEXT_CHANGED,
                table=table,
                field=field,
                part=part,
                old=shown(before),
                new=shown(after),
            )


def shown(value: object) -> str | None:
    """A property's value as text: JSON, but a text is itself; None where there is nothing.

    >>> shown("a"), shown([1]), shown("")
    ('a', '[1]', None)
    """
    if value is None or isinstance(value, str):
        return value or None
    return json.dumps(value, ensure_ascii=False)


def mapping(properties: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object that the property `key` is, empty without it; `DataError` where it is none."""
    value = properties.get(key, {})
    if not isinstance(value, dict):
        raise wrong(f"`{key}` is no object: {value!r:.60}")
    return value


def listing(properties: Mapping[str, Any], key: str) -> list[Any]:
    """The list that the property `key` is, empty without it; `DataError` where it is none."""
    value = properties.get(key, [])
    if not isinstance(value, list):
        raise wrong(f"`{key}` is no list: {value!r:.60}")
    return value
