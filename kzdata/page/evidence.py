"""The words behind the cells: a record's quotations, each with the cells that rest on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa

from kzdata.escapes import html
from kzdata.evidence_table import CONTEXT, record
from kzdata.page.origins import Origins


class Piece(NamedTuple):
    """What the page shows of a row of the evidence table, by the names of its columns."""

    record: str
    field: str
    basis: str
    source: str | None
    start: int | None
    end: int | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    reading: str | None
    reason: str | None


def anchor(table: str, row: int) -> str:
    """The page's name for a record's evidence."""
    return f"e-{table}-{row + 1}"


def keyed(keys: Sequence[tuple[str, ...]]) -> list[str]:
    """The names that the evidence table has for rows with these primary keys."""
    return [record(key) for key in keys]


def pieces(evidence: Sequence[pa.Table], keys: Sequence[tuple[str, ...]]) -> dict[int, list[Piece]]:
    """The evidence of the rows of a table that have these primary keys, by the row's number."""
    rows = {name: row for row, name in enumerate(keyed(keys))}
    found: dict[int, list[Piece]] = defaultdict(list)
    for part in evidence:
        for values in zip(*(part[name].to_pylist() for name in Piece._fields), strict=True):
            piece = Piece(*values)
            found[rows[piece.record]].append(piece)
    return found


def article(
    table: str, row: int, name: str, own: Sequence[Piece], origins: Origins
) -> Iterator[str]:
    """What one record rests on: its passages, what was concluded, and what was assigned.

    `origins` tells of each source that is shown; `name` is the record's own.
    """
    yield f'<article id="{html(anchor(table, row))}"><h4>{html(name)}</h4>'
    for passage in _passages(own):
        yield from _figure(passage, origins)
    unquoted = [piece for piece in own if piece.exact is None and piece.basis == "inferred"]
    assigned = [piece for piece in own if piece.basis == "assigned"]
    if unquoted:
        yield f'<ul class="cells">{"".join(map(_cell, unquoted))}</ul>'
    if assigned:
        yield f'<ul class="cells">{"".join(map(_cell, assigned))}</ul>'
    yield "</article>"


def _passages(own: Iterable[Piece]) -> list[list[Piece]]:
    """The quoted pieces, together where they quote the same words, in the order of the sources."""
    passages: dict[tuple[str, int, int], list[Piece]] = defaultdict(list)
    for piece in own:
        if piece.source is not None and piece.start is not None and piece.end is not None:
            passages[piece.source, piece.start, piece.end].append(piece)
    return [passages[place] for place in sorted(passages)]


def _figure(passage: Sequence[Piece], origins: Origins) -> Iterator[str]:
    first = passage[0]
    origin = origins[first.source or ""]
    words = f'<blockquote{origin.lang} dir="auto">{_quoted(first)}</blockquote>'
    yield f'<figure class="passage">{words}'
    yield f"<figcaption>{html(origin.title)}, characters {first.start}–{first.end}</figcaption>"
    yield f'<ul class="cells">{"".join(map(_cell, passage))}</ul></figure>'


def _quoted(piece: Piece) -> str:
    """The words in their context, with `…` where the source goes on."""
    prefix, suffix = piece.prefix or "", piece.suffix or ""
    before = "…" if len(prefix) < (piece.start or 0) else ""
    after = "…" if len(suffix) >= CONTEXT else ""
    return f"{before}{html(prefix)}<mark>{html(piece.exact or '')}</mark>{html(suffix)}{after}"


def _cell(piece: Piece) -> str:
    said = {
        "quoted": f"reads “{html(piece.reading)}”" if piece.reading else "reads these words",
        "inferred": html(piece.reason or "concluded from these words"),
        "assigned": "an identifier or code of the dataset's own",
    }[piece.basis]
    name = html(piece.field)
    return (
        f'<li data-field="{name}" class="{piece.basis}">'
        f"<code>{name}</code> <b>{piece.basis}</b> {said}</li>"
    )
