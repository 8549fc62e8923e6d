"""The evidence of cells, as a consumer sees it: pieces, printed with their words marked."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, overload

import pyarrow as pa

from kzdata import escapes
from kzdata.errors import DataError
from kzdata.evidence_table import CONTEXT

OPEN, CLOSE = "⟦", "⟧"
"""What marks the quoted words in print."""


class Piece(NamedTuple):
    """One piece of the evidence of one cell: a row of the evidence table.

    `start`, `end` and `reading_start` count code points of the decoded source, half-open, from 0.
    What does not apply is None: an assigned cell has no source, a quoted one no reason.
    """

    table: str
    record: str
    field: str
    piece: int
    basis: str
    source: str | None
    start: int | None
    end: int | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    reader: str | None
    reading: str | None
    reading_start: int | None
    reason: str | None


class Evidence(Sequence[Piece]):
    """The pieces of evidence of a cell, or of all cells of a record, in the order of their fields.

    It prints the words in their context, and speaks Arrow (`to_arrow`, `__arrow_c_stream__`).
    """

    def __init__(self, rows: pa.Table, what: str) -> None:
        if missing := [name for name in Piece._fields if name not in rows.column_names]:
            raise DataError(f"the evidence table has no column `{missing[0]}`")
        self._rows = rows.select(list(Piece._fields))
        self._pieces = tuple(Piece(**row) for row in self._rows.to_pylist())
        self._what = what

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        return self._pieces[index]

    def __len__(self) -> int:
        return len(self._pieces)

    def to_arrow(self) -> pa.Table:
        """The pieces as rows of the evidence table."""
        return self._rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._rows.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        if not self._pieces:
            return f"{escapes.terminal(self._what)}: no evidence, since the cell is null"
        return "\n".join(line for piece in self._pieces for line in _lines(piece))

    def _repr_html_(self) -> str:
        if not self._pieces:
            return f"<p>{escapes.html(repr(self))}</p>"
        return "".join(_html(piece) for piece in self._pieces)


def _lines(piece: Piece) -> Iterator[str]:
    """What is printed of a piece, line by line."""
    cell = " · ".join(map(escapes.terminal, (piece.table, piece.record, piece.field)))
    yield f"{cell}: {escapes.terminal(piece.basis)}"
    if piece.exact is not None:
        yield f"  {_context(piece, escapes.terminal, OPEN, CLOSE)}"
        read = f", {escapes.terminal(piece.reader)} reads" if piece.reader else ""
        reading = f" `{escapes.terminal(piece.reading)}`" if read and piece.reading else ""
        source = escapes.terminal(piece.source or "")
        yield f"  {source}, code points {piece.start} to {piece.end}{read}{reading}"
    if piece.reason:
        yield f"  reason: {escapes.terminal(piece.reason)}"


def _html(piece: Piece) -> str:
    cell = " · ".join(map(escapes.html, (piece.table, piece.record, piece.field)))
    parts = [f"<p><b>{cell}</b>: {escapes.html(piece.basis)}</p>"]
    if piece.exact is not None:
        words = _context(piece, escapes.html, "<mark>", "</mark>")
        source = escapes.html(piece.source or "")
        parts.append(
            f"<blockquote>{words}<br><small>{source}, {piece.start} to {piece.end}</small>"
            "</blockquote>"
        )
    if piece.reason:
        parts.append(f"<p>{escapes.html(piece.reason)}</p>")
    return "".join(parts)


def _context(piece: Piece, escape: Any, opening: str, closing: str) -> str:
    """The words between their prefix and suffix, with the marks around them."""
    prefix, exact, suffix = (
        escape(words.replace("\n", " "))
        for words in (piece.prefix or "", piece.exact or "", piece.suffix or "")
    )
    before = f"…{prefix}" if prefix and piece.start != len(piece.prefix or "") else prefix
    after = f"{suffix}…" if len(piece.suffix or "") >= CONTEXT else suffix
    return f"{before}{opening}{exact}{closing}{after}".rstrip()
