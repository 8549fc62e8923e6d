"""How the evidence table names a record: by its primary key, in text."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.columns import forms
from kzdata.evidence_table import record
from kzdata.project.columns import Columns
from kzdata.schema import Dataset, Table


def column(table: Table, columns: Columns) -> pa.Array:
    """Each row's key: its text, or a JSON array of texts where the primary key has several fields.

    A part that is missing is empty: that is a fault of its own.
    """
    parts = [
        pc.fill_null(forms.text(table.field(field), columns[field]), "")
        for field in table.primary_key
    ]
    if len(parts) == 1:
        return parts[0]
    rows = zip(*(part.to_pylist() for part in parts), strict=True)
    return pa.array(map(record, rows), pa.string())


def keys(table: Table, columns: Columns) -> list[str]:
    """Each row's key, as `column` gives it."""
    found: list[str] = column(table, columns).to_pylist()
    return found


def places(dataset: Dataset, columns: Mapping[str, Columns]) -> dict[str, pa.Array]:
    """By table, the place of each row among the records of all tables, by table and key."""
    found: dict[str, pa.Array] = {}
    before = 0
    for name in sorted(columns):
        order = pc.sort_indices(column(dataset.table(name), columns[name]))
        found[name] = pc.add(pc.sort_indices(order).cast(pa.int64()), before)
        before += len(order)
    return found
