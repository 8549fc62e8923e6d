"""The ledger: every number, date and quotation of a source, and whether a record uses it.

An item is used when a cell rests on its words, set aside when a curator says why it goes unused,
and open otherwise. Finding out what cells rest on is `kzdata.checks.gate`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kzdata.readers import dates, quantities, quoted, whole
from kzdata.selectors import Span

Kind = Literal["number", "date", "quotation"]
State = Literal["used", "set_aside", "open"]


class Item(NamedTuple):
    """Something that a source says in a number, a date or a quotation: what it is, and where."""

    kind: Kind
    words: Span


class Entry(NamedTuple):
    """An item of a source, by the source's file name, and what became of it."""

    source: str
    item: Item
    state: State


def items(text: str, language: str) -> list[Item]:
    """What the readers find in a whole source, in order, each stretch of words once.

    >>> [text_kind for text_kind, _ in items("In 2003 they sent 30 people.", "en")]
    ['date', 'number']
    """
    found = [
        *(Item("date", reading.words) for reading in whole.readings(dates.read, text, language)),
        *(
            Item("number", reading.words)
            for reading in whole.readings(quantities.read, text, language)
        ),
        *(
            Item("quotation", reading.words)
            for reading in whole.readings(quoted.read, text, language)
        ),
    ]
    once = {item.words: item for item in reversed(found)}
    return sorted(once.values(), key=lambda item: item.words)


def decide(
    source: str,
    text: str,
    found: Sequence[Item],
    used: Iterable[Span],
    set_aside: Iterable[Span],
) -> Iterator[Entry]:
    """What became of each item, given the spans that cells rest on and those that are set aside."""
    by_cells, by_curator = _Cover(used), _Cover(set_aside)
    for item in found:
        words = _core(text, item.words)
        state: State = "open"
        if by_cells.holds(words):
            state = "used"
        elif by_curator.holds(words):
            state = "set_aside"
        yield Entry(source, item, state)


def _core(text: str, words: Span) -> Span:
    """The words without punctuation at their ends: a closing comma is not the quotation's own."""
    start, end = words
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else words


class _Cover:
    """Stretches of a text, of which a span may lie inside one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        reach = -1
        for start, end in sorted(spans):
            reach = max(reach, end)
            self._starts.append(start)
            self._ends.append(reach)

    def holds(self, span: Span) -> bool:
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._ends[before - 1] >= span.end
