"""The tables as they go out, the dataset's own and `evidence`, with their schemas and CSV forms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from kzdata import schema
from kzdata.columns import arrow, forms
from kzdata.evidence_table import COLUMNS, KEY
from kzdata.package import csv
from kzdata.package.content import Content

EVIDENCE = "evidence"
"""The name of the table of evidence."""

BATCH = 65_536
"""How many rows are turned into text at a time."""

_ABOUT_EVIDENCE = """\
The words that each cell rests on: a row for each piece of evidence of each cell that is not null. \
Table, record and field name the cell; start and end count the code points of the decoded source, \
from 0, half-open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A table, its Table Schema, and how a batch of its rows is written as text."""

    name: str
    title: str
    description: str
    schema: dict[str, Any]
    table: pa.Table
    text: Callable[[pa.Table], pa.RecordBatch]

    def csv(self) -> Iterator[bytes]:
        """The CSV form, piece by piece; its SHA-256 is the table's content hash."""
        yield csv.header(self.table.column_names)
        for start in range(0, len(self.table), BATCH):
            yield csv.rows(self.text(self.table.slice(start, BATCH)))


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
        table=content.tables[table.name].cast(arrow.schema(table)),
        text=text,
    )


def _evidence(content: Content) -> Published:
    described = [
        pa.field(
            column.name,
            content.evidence.schema.field(column.name).type,
            metadata={"title": column.title, "description": column.description},
        )
        for column in COLUMNS
    ]
    return Published(
        name=EVIDENCE,
        title="Evidence",
        description=_ABOUT_EVIDENCE,
        schema=_evidence_schema(content),
        table=content.evidence.cast(pa.schema(described)),
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
