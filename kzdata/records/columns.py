"""The columns into which records are read. Building them is `kzdata.records.rows`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from kzdata.schema import Table

ORIGIN = pa.schema([("file", pa.int32()), ("number", pa.int64())])
"""Where a record stands: the number of its file, and its own in that file."""

PIECES = pa.schema(
    [
        ("row", pa.int64()),
        ("piece", pa.int32()),
        ("source", pa.string()),
        ("exact", pa.string()),
        ("prefix", pa.string()),
        ("suffix", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("fields", pa.list_(pa.string())),
        ("of", pa.string()),
    ]
)
"""Pieces of evidence: whose row, which of its pieces (from 0), the quoted words, the fields for
which they are cited (null: all), and the field whose value they are, if any. `source` is a key of
the table that lists the sources, not yet looked up."""

REASONS = pa.schema([("row", pa.int64()), ("field", pa.string()), ("reason", pa.string())])
"""Fields that the curator concluded, and why."""

NAMES = pa.schema([("row", pa.int64()), ("name", pa.string())])
"""Other names by which sources call the entity of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Records of one table that were read together: raw values by field, and places."""

    fields: Mapping[str, pa.Array]
    origin: pa.Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRecords:
    """All records of one table. Rows are numbered through the chunks, from 0."""

    table: Table
    chunks: tuple[Chunk, ...]
    pieces: pa.Table
    reasons: pa.Table
    names: pa.Table

    @property
    def rows(self) -> int:
        """How many records there are."""
        return sum(chunk.origin.num_rows for chunk in self.chunks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Words that the curator leaves unused: the quoted words (columns `PIECES`), and why.

    `row` numbers the decisions; `origin` and `reasons` have one entry a decision.
    """

    pieces: pa.Table
    origin: pa.Table
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What `data/records` holds: records by table, decisions to set aside, and the files by number.

    `unread` are the tables of which something could not be read, or stands under a key that is no
    field: what seems to be missing may stand there.
    """

    tables: Mapping[str, TableRecords]
    set_aside: SetAside
    files: tuple[str, ...]
    unread: frozenset[str]

    def outline(self) -> "Records":
        """Where the records stand, and their names: without values and evidence, the most of it."""
        tables = {
            name: replace(
                table,
                chunks=tuple(replace(chunk, fields={}) for chunk in table.chunks),
                pieces=PIECES.empty_table(),
                reasons=REASONS.empty_table(),
            )
            for name, table in self.tables.items()
        }
        return replace(self, tables=tables)
