"""Rows of the evidence table as a batch makes them, in columns."""

from collections.abc import Sequence

import pyarrow as pa

from kzdata.checks.work import Document
from kzdata.columns import rows
from kzdata.evidence_table import COLUMNS, CONTEXT
from kzdata.selectors import Span

_ARROW = {"string": pa.string(), "integer": pa.int64()}

EVIDENCE = pa.schema([(column.name, _ARROW[column.type]) for column in COLUMNS])
"""The columns of the evidence table."""

PROOFS = pa.schema([("row", pa.int64()), *EVIDENCE])
"""The columns of the evidence table, behind the row of its table in the batch."""

_UNQUOTED = (None,) * 9


class Proofs:
    """Collects the evidence of a table's cells; `finish` gives it in columns."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._rows: list[tuple[object, ...]] = []

    def add(
        self,
        cell: tuple[int, str, str],
        basis: str,
        pieces: Sequence[tuple[object, ...]],
        reason: str | None = None,
    ) -> None:
        """Take one cell, by row, record and field, and the pieces that it rests on."""
        row, record, field = cell
        for number, piece in enumerate(pieces or [_UNQUOTED], start=1):
            self._rows.append((row, self._table, record, field, number, basis, *piece, reason))

    def finish(self) -> pa.Table:
        """All of them, in the order in which they came."""
        return rows.table(self._rows, PROOFS)


def quoted(document: Document, span: Span) -> tuple[object, ...]:
    """Source, start, end, exact, prefix and suffix of a span, as the evidence table has them."""
    text, (start, end) = document.text.text, span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return (document.name, start, end, text[start:end], before or None, after or None)
