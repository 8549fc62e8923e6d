"""The tables as they go out, the dataset's own and `evidence`, with their schemas and CSV forms."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from kzdata import schema
from kzdata.checks import proofs
from kzdata.columns import arrow, forms
from kzdata.evidence_table import COLUMNS, EVIDENCE, KEY
from kzdata.package.content import Content

_ABOUT_EVIDENCE = """\
The words that each cell rests on: a row for each piece of evidence of each cell that is not null. \
Table, record and field name the cell; start and end count the code points of the decoded source, \
from 0, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A table, its Table Schema, its rows, some at a time, and how these are written as text."""

    name: str
    title: str
    description: str
    schema: dict[str, Any]
    columns: pa.Schema
    rows: Callable[[], Iterable[pa.Table]]
    text: Callable[[pa.Table], pa.RecordBatch]


def tables(content: Content) -> list[Published]:
    """The dataset's tables in their order, then `evidence`."""
    own = [_own(content, table) for table in content.dataset.tables]
    return [*own, _evidence(content)]


def _own(content: Content, table: schema.Table) -> Published:
    def text(rows: pa.Table) -> pa.RecordBatch:
        return pa.record_batch(
            {
                field.name: forms.text(field, rows[field.name].combine_chunks())
                for field in table.fields
            }
        )

    return Published(
        name=table.name,
        title=table.title or table.name,
        description=table.description or "",
        schema=schema.descriptor(table),
        columns=arrow.schema(table),
        rows=lambda: [content.tables[table.name]],
        text=text,
    )


def _evidence(content: Content) -> Published:
    described = [
        pa.field(
            column.name,
            proofs.EVIDENCE.field(column.name).type,
            metadata={"title": column.title, "description": column.description},
        )
        for column in COLUMNS
    ]
    return Published(
        name=EVIDENCE,
        title="Evidence",
        description=_ABOUT_EVIDENCE,
        schema=_evidence_schema(content),
        columns=pa.schema(described),
        rows=content.evidence,
        text=_plain,
    )


def _plain(rows: pa.Table) -> pa.RecordBatch:
    return pa.record_batch(
        {name: rows[name].combine_chunks().cast(pa.string()) for name in rows.column_names}
    )


def _evidence_schema(content: Content) -> dict[str, Any]:
    required = {*KEY, "basis"}
    fields = [
        {
            "name": column.name,
            "type": column.type,
            "title": column.title,
            "description": column.description,
        }
        | ({"constraints": {"required": True}} if column.name in required else {})
        for column in COLUMNS
    ]
    listed = content.dataset.sources
    return {
        "fields": fields,
        "primaryKey": list(KEY),
        "foreignKeys": [
            {
                "fields": ["source"],
                "reference": {"resource": listed.table, "fields": [listed.file]},
            }
        ],
    }
