"""How the evidence table names a record: by its primary key, in text."""

from kzdata.evidence_table import record
from kzdata.project.columns import Columns, texts
from kzdata.schema import Table


def keys(table: Table, columns: Columns) -> list[str]:
    """Each row's key: its text, or a JSON array of texts where the primary key has several fields.

    A part that is missing is empty: that is a fault of its own.
    """
    parts = [texts(table, columns, field) for field in table.primary_key]
    return [record([part or "" for part in row]) for row in zip(*parts, strict=True)]
