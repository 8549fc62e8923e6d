"""Sorting records into columns as they come: fields, evidence, reasons and names."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import count

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.findings import Rule
from kzdata.nearest import likeliest
from kzdata.records import annotations, texts, unpacked, usual, vectors
from kzdata.records.annotations import Report
from kzdata.records.columns import NAMES, ORIGIN, PIECES, REASONS, Chunk, TableRecords
from kzdata.records.forms import Block, Entry
from kzdata.schema import Table
from kzdata.schema.fields import BESIDE_FIELDS

CHUNK = 65_536
"""How many records are kept as Python values before they become Arrow columns."""

UNKNOWN_FIELD = Rule(
    name="unknown-field",
    doc="""\
Checks that each key of a record is a field of its table, or `evidence`, `inferred`,
`known_as` or `source`.

A value under a misspelt key would be lost silently.

Example: `valeu: 20` in a record of a table that has the field `value`.

Instead: correct the key, or add the field to the table's schema.""",
)


_LEAVE_OUT = "leave it out, or add the field to the table's schema"

_FURTHER = frozenset(("inferred", "known_as"))


class Buffer:
    """Rows on their way into an Arrow table: those that wait, and tables of those before them."""

    def __init__(self, schema: pa.Schema) -> None:
        self.schema = schema
        self.rows: list[tuple[object, ...]] = []
        self.tables: list[pa.Table] = []

    def add(self, *row: object) -> None:
        """Take one row, a value a column."""
        self.rows.append(row)

    def extend(self, columns: Iterable[Iterable[object]]) -> None:
        """Take rows as columns."""
        self.flush()
        arrays = [
            pa.array(column, field.type) for column, field in zip(columns, self.schema, strict=True)
        ]
        self.tables.append(pa.table(arrays, schema=self.schema))

    def flush(self) -> None:
        """Turn the rows that wait into columns."""
        if self.rows:
            rows, self.rows = self.rows, []
            self.extend(zip(*rows, strict=True))

    def finish(self) -> pa.Table:
        """All the rows, and none are left."""
        self.flush()
        tables, self.tables = self.tables, []
        return pa.concat_tables(tables or [self.schema.empty_table()])


class Rows:
    """Records of one table on their way into columns. `finish` gives the columns."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._names = tuple(field.name for field in table.fields)
        self._fields = frozenset(self._names)
        self._allowed = self._fields.union(BESIDE_FIELDS)
        self._values = Buffer(pa.schema([(name, pa.string()) for name in self._names]))
        self._origin = Buffer(ORIGIN)
        self._pieces = Buffer(PIECES)
        self._reasons = Buffer(REASONS)
        self._known_as = Buffer(NAMES)
        self._chunks: list[Chunk] = []
        self._count = 0
        self._waiting = 0

    def add(self, entry: Entry, file: int, report: Report) -> None:
        """Take one record of a YAML file."""
        record = entry.record
        if not self._allowed.issuperset(record):
            self.report_unknown(record, report)
        self._values.add(*texts.of_record(self.table.fields, record, entry.nested))
        self._origin.add(file, entry.number)
        self._take_pieces(self._count, record, entry.source, report)
        self._take_further(self._count, record, report)
        self._took(1)

    def add_block(self, block: Block, file: int, report: Callable[[int], Report]) -> None:
        """Take records of one file; `report` takes the faults of the record of a number."""
        records, numbers, escaped = block
        self._values.extend(
            texts.of_column(field, [one.get(field.name) for one in records])
            for field in self.table.fields
        )
        self._origin.extend(([file] * len(records), numbers))
        rows = self._pieces.rows
        for row, record, number in zip(count(self._count), records, numbers, strict=False):
            if not self._allowed.issuperset(record):
                self.report_unknown(record, report(number))
            evidence, source = record.get("evidence"), record.get("source")
            pieces = usual.pieces(evidence, source, escaped=escaped)
            if pieces is None:
                self._take_pieces(row, record, "", report(number))
            else:
                rows += [(row, n, *piece, None, None) for n, piece in enumerate(pieces)]
            if not _FURTHER.isdisjoint(record):
                self._take_further(row, record, report(number))
        self._took(len(records))

    def add_columns(
        self, values: pa.Table, file: int, first: int, report: Callable[[int], Report]
    ) -> None:
        """Take records that are columns already, `first` the number of the first in the file.

        Fields that are not there are null.
        """
        self._flush()
        missing = pa.nulls(values.num_rows, pa.string())
        fields = {
            name: values.column(name).combine_chunks() if name in values.column_names else missing
            for name in self._names
        }
        numbers = pa.array(range(first, first + values.num_rows), pa.int64())
        files = pa.repeat(pa.scalar(file, pa.int32()), values.num_rows)
        self._chunks.append(Chunk(fields=fields, origin=pa.table([files, numbers], schema=ORIGIN)))
        self._annotate_columns(values, lambda row: report(first + row))
        self._count += values.num_rows

    def _take_pieces(
        self, row: int, record: Mapping[str, object], source: str, report: Report
    ) -> None:
        """Take the evidence of the record of this row."""
        source = annotations.source(record, source, report)
        for number, piece in annotations.pieces(record, self._fields, report):
            at = piece.source or source
            self._pieces.add(row, number, at, *piece[:5], piece.fields, piece.of)

    def _take_further(self, row: int, record: Mapping[str, object], report: Report) -> None:
        """Take the reasons and names that the record of this row gives."""
        if "inferred" in record:
            for field, reason in annotations.reasons(record, self.table, report):
                self._reasons.add(row, field, reason)
        if "known_as" in record:
            for name in annotations.names(record, report):
                self._known_as.add(row, name)

    def _annotate_columns(self, values: pa.Table, report: Callable[[int], Report]) -> None:
        """Take what the next records, which are columns, say beside their fields."""
        columns = {
            name: values.column(name).combine_chunks()
            for name in values.column_names
            if name in self._allowed
        }
        kept = {name: one for name, one in columns.items() if name not in self._fields}
        pieces, others = vectors.pieces(kept, values.num_rows)
        self._pieces.flush()
        before, self._pieces.tables = self._pieces.tables, []
        plain = unpacked.records(columns, others, self._fields)
        for row, record in zip(others, plain, strict=True):
            self._take_pieces(self._count + row, record, "", report(row))
            self._take_further(self._count + row, record, report(row))
        moved = pc.add(pieces.column("row"), pa.scalar(self._count, pa.int64()))
        pieces = pieces.set_column(0, PIECES.field("row"), moved)
        if others:
            pieces = pa.concat_tables([pieces, self._pieces.finish()])
            pieces = pieces.sort_by([("row", "ascending"), ("piece", "ascending")])
        self._pieces.tables = [*before, pieces]

    def finish(self) -> TableRecords:
        """The columns of all the records that were taken."""
        self._flush()
        return TableRecords(
            table=self.table,
            chunks=tuple(self._chunks),
            pieces=self._pieces.finish(),
            reasons=self._reasons.finish(),
            names=self._known_as.finish(),
        )

    def _took(self, records: int) -> None:
        self._count += records
        self._waiting += records
        if self._waiting >= CHUNK:
            self._flush()
        for buffer in (self._pieces, self._reasons, self._known_as):
            if len(buffer.rows) >= CHUNK:
                buffer.flush()

    def _flush(self) -> None:
        """Make one chunk of the records that wait."""
        values, origin = self._values.finish(), self._origin.finish().combine_chunks()
        self._waiting = 0
        if origin.num_rows:
            columns: Sequence[pa.ChunkedArray] = values.columns
            fields = {n: c.combine_chunks() for n, c in zip(self._names, columns, strict=True)}
            self._chunks.append(Chunk(fields=fields, origin=origin))

    def report_unknown(self, keys: Collection[str], report: Report) -> None:
        """Report each of the keys that is neither a field of the table nor an annotation."""
        for key in keys:
            if key not in self._allowed:
                message = f"table `{self.table.name}` has no field `{key}`"
                help = likeliest(key, self._allowed.difference(keys)) or _LEAVE_OUT
                help = _INDEX if key == "__index_level_0__" else help
                report(UNKNOWN_FIELD, (key,), message, help, key=True)


_INDEX = "pandas wrote its index: leave it out with `to_parquet(..., index=False)`"
