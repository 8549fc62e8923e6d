"""The `evidence` table: for every published cell, the words that it rests on.

Its columns stand here alone, for those who write the table and those who read it.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

EVIDENCE = "evidence"
"""The name of the table."""


BASES = ("quoted", "inferred", "assigned")
"""What a cell may rest on: words that a reader read, a conclusion, or nothing."""


class Column(NamedTuple):
    """A column of the evidence table: its Table Schema name, type, title and description."""

    name: str
    type: str
    title: str
    description: str


COLUMNS = (
    Column("table", "string", "Table", "The table of the cell."),
    Column(
        "record",
        "string",
        "Record",
        "The primary key of the cell's row; a JSON array when composite.",
    ),
    Column("field", "string", "Field", "The field of the cell."),
    Column("piece", "integer", "Piece", "Counts the pieces of evidence of one cell, from 1."),
    Column("basis", "string", "Basis", "`quoted`, `inferred` or `assigned`."),
    Column("source", "string", "Source", "The file name of the source, null for an assigned cell."),
    Column(
        "start",
        "integer",
        "Start",
        "The first code point of `exact` in the decoded source, from 0.",
    ),
    Column("end", "integer", "End", "The code point behind the last of `exact`."),
    Column("exact", "string", "Exact", "The words of the source, as they stand there."),
    Column("prefix", "string", "Prefix", "The words in front of `exact`."),
    Column("suffix", "string", "Suffix", "The words behind `exact`."),
    Column("reader", "string", "Reader", "The reader that read the value in `exact`."),
    Column(
        "reading", "string", "Reading", "The words, within `exact`, in which the value was read."
    ),
    Column(
        "reading_start",
        "integer",
        "Reading start",
        "The first code point of `reading` in the source.",
    ),
    Column("reason", "string", "Reason", "Why the curator concludes an inferred value."),
)

KEY = ("table", "record", "field", "piece")
"""The primary key of the evidence table, and its order."""

CONTEXT = 32
"""How many code points `prefix` and `suffix` hold at most."""


def record(key: Sequence[str]) -> str:
    """How the table names a row: by its primary key, a JSON array where that has several parts.

    >>> record(["contingent-abroad"]), record(["a", "7"])
    ('contingent-abroad', '["a", "7"]')
    """
    return key[0] if len(key) == 1 else json.dumps(list(key), ensure_ascii=False)
