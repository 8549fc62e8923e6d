"""The part of a line that is shown, cut to a width, and where in it the marks stand.

All widths here are columns of a terminal; what a character looks like there is `kzdata.escapes`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kzdata.escapes import terminal_cells, terminal_width
from kzdata.findings import EXCERPT, Place

_DOTS = "..."
_WORD = 20
"""A longer word may be cut in two."""


class Mark(NamedTuple):
    """Where a place is underlined: columns in front of the mark, and columns under it."""

    offset: int
    width: int


class Excerpt(NamedTuple):
    """A part of a line, escaped, with a mark for each place that it shows."""

    text: str
    marks: tuple[Mark, ...]


class _Stretch(NamedTuple):
    """A part of a line as it stands in the file, from `column` (from 1)."""

    text: str
    column: int
    goes_on: bool


def excerpt(places: Sequence[Place], room: int) -> Excerpt | None:
    """The part of the one line of `places` that fits `room` columns; None when they do not fit.

    A single place always fits: it is cut when it is too long. Three dots stand for what is cut off.

    >>> excerpt([Place(path="a", line=1, column=8, length=2, excerpt="value: 25")], 80)
    Excerpt(text='value: 25', marks=(Mark(offset=7, width=2),))
    """
    stretch = _joined(places)
    if stretch is None:
        return None
    cells = terminal_cells(stretch.text)
    widths = [terminal_width(cell) for cell in cells]
    spans = [_span(place, stretch) for place in places]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    first, last = 0, len(cells)
    dots = len(_DOTS) * ((stretch.column > 1) + stretch.goes_on)
    if sum(widths) + dots > room:
        room = max(room - 2 * len(_DOTS), 1)
        if len(places) > 1 and sum(widths[start:end]) > room:
            return None
        first, last = _window(widths, start, end, room)
        first, last = _whole_words(stretch.text, first, last, start, end)
    before = _DOTS if first > 0 or stretch.column > 1 else ""
    after = _DOTS if last < len(cells) or stretch.goes_on else ""
    marks = (
        Mark(len(before) + sum(widths[first:start]), max(sum(widths[start : min(end, last)]), 1))
        for start, end in spans
    )
    return Excerpt(before + "".join(cells[first:last]).rstrip() + after, tuple(marks))


def _joined(places: Sequence[Place]) -> _Stretch | None:
    """What the excerpts of the places make together; None when a part between them is missing."""
    in_line = sorted(places, key=lambda place: place.excerpt_column)
    text, column = "", in_line[0].excerpt_column
    for place in in_line:
        overlap = column + len(text) - place.excerpt_column
        if overlap < 0:
            return None
        text += place.excerpt[overlap:]
    ends = (place.column + place.length for place in places)
    return _Stretch(text, column, column + len(text) - max(ends) >= EXCERPT)


def _span(place: Place, stretch: _Stretch) -> tuple[int, int]:
    """The first cell of the place and the one behind its last."""
    start = min(max(place.column - stretch.column, 0), len(stretch.text))
    return start, min(start + place.length, len(stretch.text))


def _window(widths: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The cells to show: those from `start` to `end` as far as they fit, amid the others."""
    first = last = start
    while last < end and widths[last] <= room:
        room -= widths[last]
        last += 1
    spare = room - room // 2
    room -= spare
    while first > 0 and widths[first - 1] <= spare:
        first -= 1
        spare -= widths[first]
    room += spare
    while last < len(widths) and widths[last] <= room:
        room -= widths[last]
        last += 1
    while first > 0 and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    return first, last


def _whole_words(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The window without what it cuts off words, unless they are long or reach into the span."""
    if first > 0 and not text[first - 1].isspace():
        space = text.find(" ", first, min(start, first + _WORD))
        first = space + 1 if space >= 0 else first
    if last < len(text) and not text[last].isspace():
        space = text.rfind(" ", max(end, last - _WORD), last)
        last = space if space >= 0 else last
    return first, last
