"""Whole tables in print: aligned for people, CSV and JSON Lines for programs."""

import csv
import io
from collections.abc import Iterator

import pyarrow as pa

from kzdata.catalog import values
from kzdata.catalog.listings import Listing
from kzdata.escapes import spreadsheet

FORMS = ("table", "csv", "spreadsheet", "jsonl")


def lines(rows: pa.Table, title: str, form: str) -> Iterator[str]:
    r"""The lines of a table in one of `FORMS`, each with its line end.

    In CSV a null is empty, in JSON null; other values are those of `kzdata.catalog.values`. A
    `spreadsheet` is CSV of which no cell is taken for a formula; CSV itself changes nothing.

    >>> list(lines(pa.table({"a": [1, None]}), "t", "csv"))
    ['a\n', '1\n', '""\n']
    """
    if form == "table":
        yield repr(Listing(rows, title, rows.column_names)) + "\n"
    elif form in ("csv", "spreadsheet"):
        escaped = spreadsheet if form == "spreadsheet" else str
        yield _csv([escaped(name) for name in rows.column_names])
        for batch in rows.to_batches(max_chunksize=4096):
            for row in batch.to_pylist():
                cells = (escaped(v) if isinstance(v, str) else values.text(v) for v in row.values())
                yield _csv(list(cells))
    else:
        for batch in rows.to_batches(max_chunksize=4096):
            for row in batch.to_pylist():
                yield values.json(row) + "\n"


def _csv(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
