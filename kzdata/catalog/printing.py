"""Whole tables in print: aligned for people, CSV and JSON Lines for programs."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from kzdata.catalog.listings import Listing

FORMS = ("table", "csv", "jsonl")


def lines(rows: pa.Table, title: str, form: str) -> Iterator[str]:
    r"""The lines of a table in one of `FORMS`, each with its line end.

    In CSV a null is empty, in JSON null; dates and times are in ISO 8601, nested values JSON.

    >>> list(lines(pa.table({"a": [1, None]}), "t", "csv"))
    ['a\n', '1\n', '""\n']
    """
    if form == "table":
        yield repr(Listing(rows, title, rows.column_names)) + "\n"
    elif form == "csv":
        yield _csv(rows.column_names)
        for batch in rows.to_batches(max_chunksize=4096):
            for row in batch.to_pylist():
                yield _csv(["" if value is None else _text(value) for value in row.values()])
    else:
        for batch in rows.to_batches(max_chunksize=4096):
            for row in batch.to_pylist():
                yield json.dumps(row, ensure_ascii=False, default=_text) + "\n"


def _csv(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _text(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=_text)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
