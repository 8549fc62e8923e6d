"""The ledger: every number, date and quotation of a source, and whether a record uses it.

An item is used when a cell rests on its words, set aside when a curator says why it goes unused,
and open otherwise. Finding out what cells rest on is `kzdata.checks.gate`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, Literal, NamedTuple

import pyarrow as pa

from kzdata.readers import dates, quantities, quoted, whole
from kzdata.selectors import Span

Kind = Literal["number", "date", "quotation"]
State = Literal["used", "set_aside", "open"]


_READERS: Final[tuple[tuple[Kind, Any], ...]] = (
    ("date", dates.read),
    ("number", quantities.read),
    ("quotation", quoted.read),
)
"""What is looked for; of words that two readers find, the first says the kind."""

ENTRIES = pa.schema(
    [
        ("source", pa.dictionary(pa.int32(), pa.string())),
        ("kind", pa.dictionary(pa.int8(), pa.string())),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("core_start", pa.int32()),
        ("core_end", pa.int32()),
        ("state", pa.dictionary(pa.int8(), pa.string())),
    ]
)
"""What became of each item: by its source's file name; its words, and of these the ones that
count; `used`, `set_aside` or `open`."""


class Entry(NamedTuple):
    """What became of an item: a row of `ENTRIES`."""

    source: str
    kind: Kind
    start: int
    end: int
    core_start: int
    core_end: int
    state: State


class Item(NamedTuple):
    """Something that a source says in a number, a date or a quotation: what it is, and where.

    `core` are the words without punctuation at their ends: a closing comma is not the quotation's
    own, and nobody has to cite it.
    """

    kind: Kind
    words: Span
    core: Span


def items(text: str, language: str) -> list[Item]:
    """What the readers find in a whole source, in order, each stretch of words once.

    >>> [item.kind for item in items("In 2003 they sent 30 people.", "en")]
    ['date', 'number']
    """
    found: dict[Span, Kind] = {}
    for kind, read in _READERS:
        for reading in whole.readings(read, text, language):
            found.setdefault(reading.words, kind)
    return [Item(kind, words, _core(text, words)) for words, kind in sorted(found.items())]


def close(
    source: str, found: Sequence[Item], used: Iterable[Span], set_aside: Iterable[Span]
) -> Iterator[Entry]:
    """What became of a source's items, given what cells rest on and what is set aside.

    >>> [one.state for one in close("a.txt", items("I see 30 people.", "en"), [Span(6, 15)], ())]
    ['used']
    """
    by_cells, by_curator = Cover(used), Cover(set_aside)
    for kind, words, core in found:
        yield Entry(source, kind, *words, *core, state(core, by_cells, by_curator))


def state(core: Span, used: "Cover", set_aside: "Cover") -> State:
    """What became of an item."""
    if used.holds(core):
        return "used"
    return "set_aside" if set_aside.holds(core) else "open"


def _core(text: str, words: Span) -> Span:
    """The words without punctuation at their ends: a closing comma is not the quotation's own."""
    start, end = words
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end and (start, end) != words else words


class Cover:
    """Stretches of a text, of which a span may lie inside one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        found = sorted(set(spans))
        self._starts = [start for start, _ in found]
        self._ends = list(accumulate((end for _, end in found), max))

    def holds(self, span: Span) -> bool:
        """Whether the span lies inside one of the stretches."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._ends[before - 1] >= span.end
