"""Finding one cell's evidence without reading it all: the table is sorted and has statistics."""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from kzdata.catalog import identity
from kzdata.catalog.cells import Evidence
from kzdata.errors import CallError
from kzdata.evidence_table import EVIDENCE
from kzdata.nearest import unknown

if TYPE_CHECKING:
    from kzdata.catalog.package import Package

NEIGHBOURS = 1_000
"""How many records on either side of an unknown one are asked whether they are meant."""


def evidence(package: "Package", table: str, record: object, field: str | None) -> Evidence:
    """The pieces of evidence of `record` in `table`, or of its one cell `field`.

    Raises `CallError`, naming the nearest, for a table, record or field that is not there. A cell
    that is null has no evidence, and the answer is empty.
    """
    import pyarrow.compute as pc

    info = package.info(table)
    names = [each.name for each in info.fields]
    if field is not None and field not in names:
        raise unknown("field", field, names, table)
    if table == EVIDENCE:
        raise CallError(
            f"the table `{EVIDENCE}` holds the evidence of the others, and none of its own"
        )
    key = identity.name(info.schema, package.parquet(table).schema, record)
    rows = _rows(package, table, key)
    if not len(rows):
        raise _unknown_record(package, table, key)
    if field is not None:
        rows = rows.filter(pc.equal(rows["field"], field))
    else:
        rows = _in_order(rows, names)
    return Evidence(rows, " · ".join(filter(None, (table, key, field))))


def _in_order(rows: pa.Table, names: Sequence[str]) -> pa.Table:
    """The pieces of a record in the order of its fields, where the table has them by name."""
    places = {name: place for place, name in enumerate(names)}
    fields = [places.get(name, len(names)) for name in rows["field"].to_pylist()]
    return rows.take(sorted(range(len(rows)), key=fields.__getitem__))


def _rows(package: "Package", table: str, key: str) -> pa.Table:
    """The rows of one record, from the row groups that may hold them."""
    from kzdata.catalog import filters

    file = package.parquet(EVIDENCE)
    clauses = filters.normal([("table", "=", table), ("record", "=", key)], file.schema, EVIDENCE)
    groups = filters.groups(file, clauses)
    if len(groups) > 1:
        # Which records a group has evidence of is quicker to read than what it says of them.
        keys = ("table", "record")
        groups = [group for group in groups if len(filters.passing(file, clauses, keys, [group]))]
    return filters.passing(file, clauses, None, groups)


def _unknown_record(package: "Package", table: str, key: str) -> CallError:
    """The error for a record that is not there; only those that sort near it are compared."""
    schema = package.info(table).schema
    rows = package.load(table, columns=schema.primary_key)
    try:
        records = sorted(identity.column(schema, rows).drop_null().to_pylist())
    except pa.ArrowException:
        records = []
    at = bisect_left(records, key)
    near = records[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    return unknown("record", key, near, table)
