"""Rows of the evidence table as a batch makes them, in columns."""

from collections.abc import Iterable, Sequence
from typing import Final

import pyarrow as pa

from kzdata.checks.resting import Rest
from kzdata.checks.work import Document
from kzdata.columns import rows
from kzdata.evidence_table import COLUMNS, CONTEXT
from kzdata.selectors import Span

_ARROW = {"string": pa.string(), "integer": pa.int64()}

EVIDENCE = pa.schema([(column.name, _ARROW[column.type]) for column in COLUMNS])
"""The columns of the evidence table."""

PROOFS = pa.schema([("row", pa.int64()), *EVIDENCE])
"""The columns of the evidence table, behind the row of its table in the batch."""


_QUOTED = pa.schema(
    [PROOFS.field(name) for name in ("source", "start", "end", "exact", "prefix", "suffix")]
)
_ROWS = pa.schema(
    [
        *(PROOFS.field(name) for name in ("row", "field", "piece", "basis")),
        ("stretch", pa.int64()),
        *(PROOFS.field(name) for name in ("reader", "reading", "reading_start", "reason")),
    ]
)
_UNQUOTED: Final = (None,) * 5
"""What stands behind `basis` in `_ROWS`, for a cell that rests on nothing."""


class Proofs:
    """Collects the evidence of a table's cells; `finish` gives it in columns.

    `records` are the keys of the table's rows.
    """

    def __init__(self, table: str, records: pa.ChunkedArray) -> None:
        self._table = table
        self._records = records
        self._rows: list[tuple[object, ...]] = []
        self._stretches: dict[tuple[str, Span], int] = {}
        self._quoted: list[tuple[object, ...]] = []

    def assigned(self, row: int, field: str) -> None:
        """Take a cell that rests on nothing."""
        self._rows.append((row, field, 1, "assigned", *_UNQUOTED))

    def inferred(
        self, row: int, field: str, cited: Iterable[tuple[Document, Span]], reason: str
    ) -> None:
        """Take a cell that is concluded from stretches of sources, or from none."""
        on = [self._stretch(*one) for one in cited]
        for number, stretch in enumerate(on or [None]):
            self._rows.append(
                (row, field, number + 1, "inferred", stretch, None, None, None, reason)
            )

    def quoted(self, row: int, field: str, rests: Sequence[Rest], reader: str) -> None:
        """Take a cell that a reader read, and what it rests on, where its claim holds."""
        if not rests:
            self._rows.append((row, field, 1, "quoted", *_UNQUOTED))
        for number, (found, read) in enumerate(rests):
            stretch = self._stretch(found.document, found.spans[read.piece])
            start, end = read.words
            words = found.document.text.text[start:end]
            self._rows.append(
                (row, field, number + 1, "quoted", stretch, reader, words, start, None)
            )

    def _stretch(self, document: Document, span: Span) -> int:
        """The number of a stretch of a source, which is kept once for all cells that rest on it."""
        key = document.name, span
        if (number := self._stretches.get(key)) is None:
            number = self._stretches[key] = len(self._quoted)
            self._quoted.append(_quoted(document, span))
        return number

    def finish(self) -> pa.Table:
        """All of them, in the order in which they came."""
        found = rows.table(self._rows, _ROWS)
        quoted = rows.table(self._quoted, _QUOTED).take(found["stretch"])
        columns = {
            **dict(zip(found.column_names, found.columns, strict=True)),
            **dict(zip(quoted.column_names, quoted.columns, strict=True)),
            "table": pa.repeat(self._table, len(found)),
            "record": self._records.take(found["row"]),
        }
        return pa.table([columns[name] for name in PROOFS.names], schema=PROOFS)


def _quoted(document: Document, span: Span) -> tuple[object, ...]:
    """A stretch as the evidence table has it: `_QUOTED`."""
    text, (start, end) = document.text.text, span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return (document.name, start, end, text[start:end], before or None, after or None)
