"""A difference in words for people: plain text and Markdown, which differ only in their style.

Everything that comes from the packages is escaped for where it goes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from kzdata import escapes
from kzdata.catalog.cells import Piece
from kzdata.release import kinds
from kzdata.release.changes import Change, Diff

NAMED = 20
"""How many rows that came or went together are named."""

LONGEST = 500
"""How many code points of one value or quotation are shown; JSON has them whole."""


class Style(NamedTuple):
    """How a text becomes part of a line, and what stands before each kind of line."""

    escape: Callable[[str], str]
    heading: str
    item: str
    detail: str


TEXT = Style(escapes.terminal, "", "", "    ")
MARKDOWN = Style(escapes.markdown, "## ", "- ", "  - ")


def text(diff: Diff) -> str:
    """The difference as lines of text: which step it needs, then the changes in order."""
    return _whole(diff, TEXT)


def markdown(diff: Diff) -> str:
    """The difference as a section of Markdown."""
    return _whole(diff, MARKDOWN)


def entry(diff: Diff) -> str:
    """The changes as a list of Markdown, for a changelog that has its own headings."""
    return "".join(f"{line}\n" for line in _lines(diff.changes, MARKDOWN))


def summary(change: Change) -> str:
    """A change in one line: what it is, and where.

    >>> summary(Change(kind=kinds.ROW_REMOVED, table="figures", record="sent"))
    'row removed or renamed: figures · sent'
    """
    return _headed(change, TEXT)


def _whole(diff: Diff, style: Style) -> str:
    name, old, new = map(style.escape, (diff.name, diff.old, diff.new))
    lines = [f"{style.heading}{name} {old} → {new}", "", _needed(diff, style), ""]
    return "".join(f"{line}\n" for line in [*lines, *_lines(diff.changes, style)]).rstrip() + "\n"


def _needed(diff: Diff, style: Style) -> str:
    if diff.largest is None:
        return "Nothing changed: no step of the version is needed."
    kind = diff.largest.kind
    return f"Needs a {kind.step.word} step: {_headed(diff.largest, style)}; {kind.why}."


def _lines(changes: Sequence[Change], style: Style) -> Iterator[str]:
    """A line for each change, with its words below; changes that say the same share one."""
    for (kind, table, *_), group in groupby(changes, _shared):
        together = list(group)
        if kind in (kinds.ROW_ADDED, kinds.ROW_REMOVED):
            yield _rows(together, table, style)
        elif kind is kinds.EVIDENCE_CHANGED:
            fields = ", ".join(str(change.field) for change in together)
            yield from _alone(replace(together[0], field=fields), style)
        else:
            for change in together:
                yield from _alone(change, style)


def _shared(change: Change) -> tuple[Any, ...]:
    """What changes have in common that share a line: rows of a table, cells of the same words."""
    if change.kind is not kinds.EVIDENCE_CHANGED:
        return change.kind, change.table
    words = tuple(_piece(piece, TEXT) for piece in (*change.before, *change.after))
    return change.kind, change.table, change.record, len(change.before), words


def _rows(changes: Sequence[Change], table: str, style: Style) -> str:
    kind = changes[0].kind
    records = [_shown(change.record, style) for change in changes[:NAMED]]
    more = f" and {len(changes) - NAMED:,} more" if len(changes) > NAMED else ""
    counted = f"{len(changes):,} rows" if len(changes) > 1 else "row"
    what = kind.what.replace("row", counted, 1)
    head = f"{style.item}{kind.step.word}: {what}: {style.escape(table)}"
    return f"{head}: {', '.join(records)}{more}"


def _alone(change: Change, style: Style) -> Iterator[str]:
    values = ""
    if (change.old, change.new) != (None, None):
        values = f": {_shown(change.old, style)} → {_shown(change.new, style)}"
    yield f"{style.item}{change.kind.step.word}: {_headed(change, style)}{values}"
    pieces = [*change.before, *change.after]
    said = [_piece(piece, style) for piece in pieces]
    half = len(change.before)
    if change.kind is kinds.EVIDENCE_CHANGED and said[:half] == said[half:]:
        said = [_whole_piece(piece, style) for piece in pieces]
    yield from (f"{style.detail}old: {words}" for words in said[:half])
    yield from (f"{style.detail}new: {words}" for words in said[half:])


def _headed(change: Change, style: Style) -> str:
    place = " · ".join(_shown(name, style) for name in change.place)
    return f"{change.kind.what}: {place}" if place else change.kind.what


def _piece(piece: Piece, style: Style) -> str:
    """A piece of evidence: its words and where they stand, or what else the cell rests on."""
    said = [style.escape(piece.basis)] if piece.basis != "quoted" else []
    if piece.exact is not None:
        source = _shown(piece.source, style)
        said.append(f"“{_shown(piece.exact, style)}” ({source}, {piece.start} to {piece.end})")
    if piece.reason:
        said.append(_shown(piece.reason, style))
    return ", ".join(said)


def _whole_piece(piece: Piece, style: Style) -> str:
    """A piece with all that is known of it, where its words alone do not tell what changed."""
    said = piece._asdict().items()
    return ", ".join(
        f"{style.escape(name)}: {_shown(str(value), style)}"
        for name, value in said
        if name not in ("table", "record", "field") and value is not None
    )


def _shown(value: str | None, style: Style) -> str:
    if value is None:
        return "null"
    return style.escape(value if len(value) <= LONGEST else f"{value[:LONGEST]}…")
