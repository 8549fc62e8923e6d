"""Whole tables in print: aligned or row by row for people, CSV and JSON Lines for programs."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from kzdata.arrow_types import holds_text
from kzdata.catalog import csv, forms, values
from kzdata.catalog.forms import Kind
from kzdata.catalog.listings import Listing
from kzdata.escapes import spreadsheet, terminal, terminal_width

FOR_PROGRAMS = ("csv", "spreadsheet", "jsonl")
FORMS = ("table", "records", *FOR_PROGRAMS)

_AT_ONCE = 4096
"""How many rows become lines together."""


def lines(rows: pa.Table, kinds: Mapping[str, Kind], title: str, form: str) -> Iterator[str]:
    r"""The rows of a table in one of `FORMS`, as texts that each hold some lines with their ends.

    `kinds` tells of what kind each column is. CSV is what is published of these rows, and a table
    for people has the same texts. In JSON a value is that of `kzdata.catalog.values`. A
    `spreadsheet` is CSV of which no cell is taken for a formula; CSV itself changes nothing.

    >>> list(lines(pa.table({"a": [476, None]}), {"a": Kind("year")}, "t", "csv"))
    ['a\n', '0476\n""\n']
    """
    if form == "table":
        yield repr(_listing(rows, kinds, title)) + "\n"
    elif form == "records":
        yield f"{terminal(title)}\n"
        for batch in rows.to_batches(max_chunksize=_AT_ONCE):
            yield "".join(map(_record, _texts(batch, kinds).to_pylist()))
    elif form in ("csv", "spreadsheet"):
        safe = form == "spreadsheet"
        names = rows.column_names
        yield csv.header([spreadsheet(name) if safe else name for name in names]).decode()
        for batch in rows.to_batches(max_chunksize=_AT_ONCE):
            texts = _texts(batch, kinds)
            if safe:
                columns = {name: _safe(batch[name].type, texts[name]) for name in names}
                texts = pa.record_batch(columns)
            yield csv.rows(texts).decode()
    else:
        for batch in rows.to_batches(max_chunksize=_AT_ONCE):
            for row in batch.to_pylist():
                yield values.json(row) + "\n"


def fits(rows: pa.Table, kinds: Mapping[str, Kind], title: str, width: int) -> bool:
    """Whether no row of the table, aligned, takes more than `width` columns of a terminal."""
    aligned = repr(_listing(rows, kinds, title)).split("\n")
    return not len(rows) or max(map(terminal_width, aligned)) <= width


def _listing(rows: pa.Table, kinds: Mapping[str, Kind], title: str) -> Listing:
    """The rows as people see them, in their CSV form."""
    written = [_texts(batch, kinds) for batch in rows.to_batches()]
    schema = pa.schema([(name, pa.string()) for name in rows.column_names])
    return Listing(pa.Table.from_batches(written, schema), title, rows.column_names)


def _record(row: Mapping[str, str | None]) -> str:
    r"""A row as lines, an empty one in front, and then a name and its value in each.

    >>> _record({"id": "a", "value": "20"})
    '\n  id     a\n  value  20\n'
    """
    told = [(terminal(name), terminal(value or "")) for name, value in row.items()]
    widest = max(terminal_width(name) for name, _ in told)
    gaps = (" " * (widest - terminal_width(name) + 2) for name, _ in told)
    lines = (f"  {name}{gap}{value}" for (name, value), gap in zip(told, gaps, strict=True))
    return "".join(["\n", *(f"{line.rstrip()}\n" for line in lines)])


def _texts(batch: pa.RecordBatch, kinds: Mapping[str, Kind]) -> pa.RecordBatch:
    """The columns of a batch in their CSV form."""
    names = batch.schema.names
    return pa.record_batch({name: forms.text(kinds[name], batch[name]) for name in names})


def _safe(held: pa.DataType, written: pa.Array) -> pa.Array:
    """The texts of a column, no text among them a formula; what is held as no text is none."""
    if not holds_text(held):
        return written
    texts = [None if text is None else spreadsheet(text) for text in written.to_pylist()]
    return pa.array(texts, pa.string())
