"""Sorting records into columns as they come: fields, evidence, reasons and names."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import repeat

import pyarrow as pa

from kzdata.findings import Rule
from kzdata.records import annotations, unpacked
from kzdata.records.annotations import Report
from kzdata.records.columns import NAMES, ORIGIN, PIECES, REASONS, Chunk, TableRecords
from kzdata.schema import Table

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


class Buffer:
    """Values by column, that become an Arrow table."""

    def __init__(self, schema: pa.Schema) -> None:
        self.schema = schema
        self.columns: list[list[object]] = [[] for _ in schema]
        self.tables: list[pa.Table] = []

    def add(self, *row: object) -> None:
        """Take one row, a value a column."""
        for column, value in zip(self.columns, row, strict=True):
            column.append(value)

    def flush(self) -> pa.Table:
        """The rows since the last flush."""
        columns = zip(self.columns, self.schema, strict=True)
        flushed = pa.table([pa.array(c, f.type) for c, f in columns], schema=self.schema)
        self.columns = [[] for _ in self.schema]
        self.tables.append(flushed)
        return flushed

    def finish(self) -> pa.Table:
        """All the rows."""
        self.flush()
        return pa.concat_tables(self.tables)


class Rows:
    """Records of one table on their way into columns. `finish` gives the columns."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._names = tuple(field.name for field in table.fields)
        self._fields = frozenset(self._names)
        self._allowed = self._fields.union(annotations.KEYS)
        self._values = Buffer(pa.schema([(name, pa.string()) for name in self._names]))
        self._origin = Buffer(ORIGIN)
        self._pieces = Buffer(PIECES)
        self._reasons = Buffer(REASONS)
        self._known_as = Buffer(NAMES)
        self._chunks: list[Chunk] = []
        self._count = 0

    def add(
        self, record: Mapping[str, object], file: int, number: int, source: str, report: Report
    ) -> None:
        """Take one record, the `number`th of its file; `source` holds where it names none."""
        if not self._allowed.issuperset(record):
            self.report_unknown(record, report)
        self._values.add(*[_lexical(record.get(name)) for name in self._names])
        self._origin.add(file, number)
        self.annotate(record, source, report)
        if len(self._origin.columns[0]) >= CHUNK:
            self._flush()

    def add_columns(self, values: pa.Table, file: int, first: int) -> None:
        """Take records that are columns already, before `annotate` is called for each of them.

        `first` is the number of the first of them in the file. Fields that are not there are null.
        """
        self._flush()
        missing = pa.nulls(values.num_rows, pa.string())
        fields = {
            name: values.column(name).combine_chunks() if name in values.column_names else missing
            for name in self._names
        }
        numbers = pa.array(range(first, first + values.num_rows), pa.int64())
        files = pa.array([file] * values.num_rows, pa.int32())
        self._chunks.append(Chunk(fields=fields, origin=pa.table([files, numbers], schema=ORIGIN)))

    def annotate(self, record: Mapping[str, object], source: str, report: Report) -> None:
        """Take what the next record says beside its fields."""
        row = self._count
        self._count += 1
        if "source" not in self._fields:
            source = annotations.source(record, source, report)
        if "evidence" in record:
            for number, piece in annotations.pieces(record, self._fields, report):
                at = piece.source or source
                self._pieces.add(row, number, at, *piece[:5], piece.fields, piece.of)
        if "inferred" in record:
            for field, reason in annotations.reasons(record, self._fields, report):
                self._reasons.add(row, field, reason)
        if "known_as" in record:
            for name in annotations.names(record, report):
                self._known_as.add(row, name)

    def annotations_of(self, values: pa.Table) -> Iterator[Mapping[str, object]]:
        """What records that are columns say beside their fields, and what their fields hold.

        Of a field that is no text only whether it holds something is told.
        """
        kept = [n for n in values.column_names if n in annotations.KEYS and n not in self._fields]
        if not kept:
            return repeat({}, values.num_rows)
        columns = {name: unpacked.annotation(values.column(name)) for name in kept}
        for name in self._fields.intersection(values.column_names):
            columns[name] = unpacked.held(values.column(name))
        return (
            {key: value for key, value in zip(columns, row, strict=True) if value is not None}
            for row in zip(*columns.values(), strict=True)
        )

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

    def _flush(self) -> None:
        origin = self._origin.flush()
        values = self._values.flush()
        if origin.num_rows:
            columns: Sequence[pa.ChunkedArray] = values.columns
            fields = {n: c.combine_chunks() for n, c in zip(self._names, columns, strict=True)}
            self._chunks.append(Chunk(fields=fields, origin=origin))

    def report_unknown(self, keys: Iterable[str], report: Report) -> None:
        """Report each of the keys that is neither a field of the table nor an annotation."""
        for key in keys:
            if key not in self._allowed:
                near = get_close_matches(key, self._allowed, n=1)
                message = f"table `{self.table.name}` has no field `{key}`"
                help = f"did you mean `{near[0]}`?" if near else ""
                report(UNKNOWN_FIELD, (key,), message, help, key=True)


def _lexical(value: object) -> str | None:
    """A raw value as text; nested values as JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
