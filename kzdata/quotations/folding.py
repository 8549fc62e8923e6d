"""The fold: the one form in which typographic variants of a text are the same string.

What is folded is listed here and nowhere else, with the way back from a place in the fold to the
place in the text. Searching is `kzdata.quotations.locate`.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from kzdata.quotations.edges import continues
from kzdata.selectors import Span, span_at

SAME_LENGTH: Final = {
    **dict.fromkeys("“”„‟«»″‶〝〞〟＂ʺ", '"'),
    **dict.fromkeys("‘’‚‛‹›′‵ʹ\u0374ʻʼʽ＇", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
}
"""Quotation marks, primes and apostrophes, dashes and minus signs: one character for one."""

LONGER: Final = {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
"""The ellipsis and the ligatures: one character for several."""

_DROPPED: Final = (
    "[\x80-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
"""What does not show: stray C1 controls, soft hyphens, zero-width and bidirectional characters."""

_SPACES: Final = re.compile("  +")
_BLANKS: Final = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""White space but for the space: once all are spaces, a run of them is found much faster."""

_LONGER: Final = f"[{''.join(LONGER)}]"
_PLAIN: Final = SAME_LENGTH | LONGER
_TYPOGRAPHIC: Final = frozenset(_PLAIN)
_WORD: Final = re.compile(r"\S+")
_SHORT: Final = 200
"""Below this length it is quicker to look at each character once than for each in the text."""

_JOINER: Final = "\u200d"


_Change = tuple[int, int, int]
"""Start and end of a stretch of a step's input, and how long it is in the output."""


_Stages = tuple[str, str, str, str, str, str]
"""The text, and what it is after each step of the fold; mostly the same string again.

The steps are `_way`'s: one space for white space, nothing for what does not show, that space again,
plain forms, and NFC. No NamedTuple, which takes longer to make than the stages of a short text."""


class _Step:
    """The way back through one step of the fold, from the changes of length, in order."""

    def __init__(self, changes: Iterable[_Change]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shifts = [0]
        for start, end, length in changes:
            changed = start - self._shifts[-1]
            self._starts.append(changed)
            self._ends.append(changed + length)
            self._shifts.append(end - changed - length)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the input that becomes `start` to `end` of the output."""
        passed = bisect_right(self._ends, start)
        if start < end and (passed == len(self._starts) or end <= self._starts[passed]):
            return start + self._shifts[passed], end + self._shifts[passed]
        first, last = self._start(start), self._end(end)
        return None if first is None or last is None else (first, last)

    def _start(self, position: int) -> int | None:
        """Where a stretch that starts at `position` of the output starts in the input."""
        passed = bisect_right(self._ends, position)
        if passed < len(self._starts) and self._starts[passed] < position:
            return None
        return position + self._shifts[passed]

    def _end(self, position: int) -> int | None:
        """Where a stretch that ends at `position` of the output ends in the input."""
        passed = bisect_left(self._ends, position)
        if passed < len(self._starts) and self._starts[passed] < position:
            return position + self._shifts[passed + 1] if self._ends[passed] == position else None
        return position + self._shifts[passed]


class Folded:
    """A text in the fold (`text`), and the way back to the `original`.

    No dataclass, since to import those takes longer than everything that is here.
    """

    def __init__(self, stages: _Stages) -> None:
        self.original: Final = stages[0]
        self.text: Final = stages[-1]
        self.unchanged: Final = self.original == self.text
        """Whether the text in the fold is the text itself."""
        self._stages: Final = stages
        self._back: tuple[_Step, ...] | None = None

    def span(self, start: int, end: int) -> Span | None:
        r"""The stretch of the original that `text[start:end]` stands for.

        None where it would cut what one sees as one character: half of an ellipsis or ligature, a
        letter without its accents, a part of a joined emoji.

        >>> fold("so-called  “blue\nhelmets”").span(10, 23)
        Span(start=11, end=24)
        >>> fold("Wait…").span(0, 5) is None
        True
        """
        if self.unchanged:
            return span_at((start, end))
        for step in self._back or self._steps():
            if (found := step.span(start, end)) is None:
                return None
            start, end = found
        text = self.original
        if text[end : end + 1] == _JOINER or (start and text[start - 1] == _JOINER):
            return None
        return span_at((start, end))

    def position(self, start: int) -> int | None:
        """Where in the original the character at `start` of the fold begins."""
        span = self.span(start, start + 1)
        return span and span.start

    def _steps(self) -> tuple[_Step, ...]:
        """The ways back, the last step of the fold first; worked out when needed."""
        if self._back is None:
            self._back = tuple(_way(self._stages))[::-1]
        return self._back


def fold(text: str) -> Folded:
    r"""The fold of a text: white space at its ends goes, any other run of it is one space.

    >>> fold(" “Blue\u00a0helmets” —\n no… ").text
    '"Blue helmets" - no...'
    >>> fold("Ste\u0301phane").text == fold("St\xe9phane").text
    True
    """
    return Folded(_stages(text))


@lru_cache(maxsize=2)
def kept_fold(text: str) -> Folded:
    """The fold of a text; the last two are kept, for a source's readers and its quotations."""
    return fold(text)


def folded(text: str) -> str:
    """The text of the fold alone: `fold(text).text`."""
    spaced = _spaced(text)
    plainly = spaced.isascii() and spaced.isprintable()
    return spaced if plainly else _stages(text)[-1]


def _stages(text: str) -> _Stages:
    """One space for white space, nothing for what does not show, plain forms, then NFC."""
    spaced = shown = again = _spaced(text)
    if not spaced.isprintable():
        shown = re.sub(_DROPPED, "", spaced)
        again = _spaced(shown)
    if again.isascii():
        return text, spaced, shown, again, again, again
    plain = _plain(again)
    return text, spaced, shown, again, plain, _composed(plain)


def _spaced(text: str) -> str:
    if len(text) < _SHORT:
        return " ".join(text.split())
    return " ".join(filter(None, map(str.strip, _blanked(text).split("  "))))


def _blanked(text: str) -> str:
    """All white space as spaces; what can be printed has no other."""
    if text.isprintable():
        return text
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return text


def _plain(text: str) -> str:
    for character in _TYPOGRAPHIC.intersection(text) if len(text) < _SHORT else _PLAIN:
        text = text.replace(character, _PLAIN[character])
    return text


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _way(stages: _Stages) -> Iterator[_Step]:
    """The steps that changed the length of anything, from the first to the last."""
    text, spaced, shown, again, plain, composed = stages
    if len(spaced) != len(text):
        yield _Step(_space_changes(text))
    if len(shown) != len(spaced):
        yield _Step((*match.span(), 0) for match in re.finditer(_DROPPED, spaced))
    if len(again) != len(shown):
        yield _Step(_space_changes(shown))
    if len(plain) != len(again):
        yield _Step((*match.span(), len(LONGER[match[0]])) for match in re.finditer(_LONGER, again))
    if composed != plain:
        yield _Step(_compositions(plain))


def _space_changes(text: str) -> Iterator[_Change]:
    text = _blanked(text)
    leading = len(text) - len(text.lstrip())
    if leading:
        yield 0, leading, 0
    # To find two spaces and then the end of their run is quicker than to search for runs.
    start = text.find("  ", leading)
    while start >= 0 and (run := _SPACES.match(text, start)):
        yield *run.span(), 1
        start = text.find("  ", run.end())


def _compositions(text: str) -> Iterator[_Change]:
    """Each character with its marks, in words that are not composed."""
    for word in _WORD.finditer(text):
        if unicodedata.is_normalized("NFC", word[0]):
            continue
        start = word.start()
        for position in range(start + 1, word.end() + 1):
            if position == word.end() or not continues(text[position]):
                yield start, position, len(_composed(text[start:position]))
                start = position
