"""What two packages say of themselves differently: terms, sources, tables and their keys."""

from collections.abc import Iterator, Mapping
from typing import Any

from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.package import Package
from kzdata.catalog.tableschema import ForeignKey, wrong
from kzdata.evidence_table import EVIDENCE
from kzdata.release import kinds
from kzdata.release.changes import Change
from kzdata.release.properties import listing, words

_OWN_WAY = frozenset(
    [
        "$schema",
        "name",
        "version",
        "created",
        "licenses",
        "sources",
        "resources",
        "kzdata:redistribute",
    ]
)
"""Properties that are compared in a way of their own, or that say nothing of the data."""


def dataset(old: Package, new: Package) -> Iterator[Change]:
    """The changes of the dataset as a whole: name, licences, sources, what is carried, words.

    Raises `DataError` for a package that does not say where its sources stand.
    """
    if old.name != new.name:
        yield Change(kind=kinds.DATASET_RENAMED, old=old.name, new=new.name)
    before, after = old.descriptor.properties, new.descriptor.properties
    yield from _licences(before, after)
    yield from _sources(old, new)
    had, has = (each.get("kzdata:redistribute") == "full" for each in (before, after))
    if had != has:
        kind = kinds.FILES_ADDED if has else kinds.FILES_REMOVED
        yield Change(kind=kind, part="source texts")
    yield from words(before, after, _OWN_WAY)
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield Change(kind=kinds.ORDER_CHANGED, part="tables")


def tables(old: Package, new: Package) -> Iterator[Change]:
    """The tables that only one of the two has, those that are gone first."""
    yield from (Change(kind=kinds.TABLE_REMOVED, table=each) for each in old if each not in new)
    yield from (Change(kind=kinds.TABLE_ADDED, table=each) for each in new if each not in old)


def table(old: TableInfo, new: TableInfo) -> Iterator[Change]:
    """The changes of a table's own words, forms and keys; not those of its fields and rows."""
    yield from words(_words(old), _words(new), table=new.name)
    if (old.csv is None) != (new.csv is None):
        kind = kinds.FILES_REMOVED if new.csv is None else kinds.FILES_ADDED
        yield Change(kind=kind, table=new.name, part="CSV")
    if old.schema.primary_key != new.schema.primary_key:
        before, after = (", ".join(info.schema.primary_key) for info in (old, new))
        yield Change(kind=kinds.PRIMARY_KEY_CHANGED, table=new.name, old=before, new=after)
    if new.name != EVIDENCE:
        yield from _only_in(_keys(old), _keys(new), kinds.KEY_REMOVED, table=new.name)
        yield from _only_in(_keys(new), _keys(old), kinds.KEY_ADDED, table=new.name)


def _words(info: TableInfo) -> Mapping[str, str]:
    return {"title": info.title, "description": info.description}


def _licences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Licences by name, or by path where they have none; then their other words."""
    before, after = _named(old), _named(new)
    yield from _only_in(before, after, kinds.LICENCE_REMOVED)
    yield from _only_in(after, before, kinds.LICENCE_ADDED)
    common = [name for name in after if name in before]
    yield from words(
        {f"licence {name}": before[name] for name in common},
        {f"licence {name}": after[name] for name in common},
    )


def _named(properties: Mapping[str, Any]) -> dict[str, Any]:
    listed = listing(properties, "licenses")
    if not all(isinstance(each, dict) for each in listed):
        raise wrong(f"`licenses` holds what is no object: {listed!r:.60}")
    return {str(each.get("name") or each.get("path")): each for each in listed}


def _sources(old: Package, new: Package) -> Iterator[Change]:
    before, after = _digests(old), _digests(new)
    yield from _only_in(before, after, kinds.SOURCE_REMOVED)
    for name, sha256 in after.items():
        if before.get(name, sha256) != sha256:
            yield Change(kind=kinds.SOURCE_CHANGED, part=name, old=before[name], new=sha256)
    yield from _only_in(after, before, kinds.SOURCE_ADDED)


def _digests(package: Package) -> dict[str, str]:
    """File name to SHA-256 of every source, by the table that lists them, sorted by name."""
    place = package.sources_table()
    rows = package.load(place["table"], columns=[place["file"], place["sha256"]])
    listed = zip(*(column.to_pylist() for column in rows.columns), strict=True)
    return dict(sorted((str(name), str(sha256)) for name, sha256 in listed))


def _only_in(
    one: Mapping[str, Any] | list[str],
    other: Mapping[str, Any] | list[str],
    kind: kinds.Kind,
    *,
    table: str | None = None,
) -> Iterator[Change]:
    """A change of this kind for each of `one` that `other` has not."""
    return (Change(kind=kind, table=table, part=part) for part in one if part not in other)


def _keys(info: TableInfo) -> list[str]:
    """The unique and foreign keys, as they are shown."""
    unique = [f"unique {', '.join(key)}" for key in info.schema.unique_keys]
    return unique + [_foreign(key) for key in info.schema.foreign_keys]


def _foreign(key: ForeignKey) -> str:
    return f"{', '.join(key.fields)} to {key.table} ({', '.join(key.there)})"
