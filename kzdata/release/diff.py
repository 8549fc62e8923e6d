"""Comparing two packages: what changed, in order, and which step of the version that needs."""

from collections import defaultdict

import pyarrow as pa

from kzdata import escapes
from kzdata.catalog.package import Package
from kzdata.errors import DataError
from kzdata.evidence_table import EVIDENCE
from kzdata.release import described, fields, rows, words
from kzdata.release.changes import Change, Diff
from kzdata.release.rows import Rows


def diff(old: Package, new: Package) -> Diff:
    """All changes from `old` to `new`: the dataset's, then table by table in the new order.

    Of a table come its own changes, those of its fields, and those of its rows and cells in the
    order of the records' names. Rows are found by their primary key: where that changed, only this
    is said. Raises `DataError` for a package that is damaged or not as kzdata publishes it, and for
    a primary key that does not tell rows apart.

    >>> from kzdata.shelf import bundled
    >>> diff(bundled(), bundled()).step.word
    'none'
    """
    try:
        return Diff(
            name=new.name,
            old=old.version,
            new=new.version,
            changes=(*described.dataset(old, new), *_tables(old, new)),
        )
    except pa.ArrowException as error:
        why = escapes.terminal(str(error).partition("\n")[0])
        raise DataError(f"`{new.place}` cannot be compared with `{old.place}`: {why}") from None


def _tables(old: Package, new: Package) -> list[Change]:
    """The changes of tables, of their fields, and of what is in them."""
    found = list(described.tables(old, new))
    compared = _rows(old, new)
    inside: dict[str, list[Change]] = defaultdict(list)
    for each in compared.values():
        for change in each.whole:
            inside[change.table or ""].append(change)
    for change in words.behind(old, new, compared):
        inside[change.table or ""].append(change)
    for name in new:
        if name in old:
            one, other = old.info(name), new.info(name)
            found += described.table(one, other)
            found += fields.changes(name, one.fields, other.fields)
        at = {field.name: place for place, field in enumerate(new.info(name).fields)}
        found += sorted(
            inside[name], key=lambda change: (change.record, at.get(change.field or "", -1))
        )
    return found


def _rows(old: Package, new: Package) -> dict[str, Rows]:
    """What changed in the rows of the tables that have one primary key in both packages."""
    found: dict[str, Rows] = {}
    for name in new:
        if name in old and name != EVIDENCE:
            keys = {package.info(name).schema.primary_key for package in (old, new)}
            if len(keys) == 1 and all(keys):
                found[name] = rows.compare(old, new, name)
    return found
