"""Whole sources, read once: the claims on a source and its ledger share what its readers found.

A reader that sees the whole source sees all that stands around the cited words. The few sources
that were read last are kept; sources are judged one after the other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from kzdata.selectors import Span

KEPT: Final = 32
"""How many readings of a source are kept, each by one reader."""


class Placed(Protocol):
    """A reading, by the words in which it was read."""

    @property
    def words(self) -> Span:
        """The words, as a span of the text."""
        ...


_R = TypeVar("_R", bound=Placed)
_Read = Callable[[str, str], Sequence[_R]]


class _Whole(NamedTuple, Generic[_R]):
    """The readings of a source in order; where each starts, and how far those up to it reach."""

    readings: Sequence[_R]
    starts: Sequence[int]
    reach: Sequence[int]


def readings(read: _Read[_R], text: str, language: str) -> Sequence[_R]:
    """What the reader finds in the text, in order.

    >>> from kzdata.readers import quantities
    >>> [str(one.number) for one in readings(quantities.read, "20 of 30 people", "en")]
    ['20', '30']
    """
    return _whole(read, text, language).readings


def near(read: _Read[_R], text: str, language: str, span: Span) -> Sequence[_R]:
    """Of what the reader finds in the text, that of which the span holds something.

    >>> from kzdata.readers import quantities
    >>> [str(one.number) for one in near(quantities.read, "20 of 30 people", "en", Span(3, 15))]
    ['30']
    """
    whole = _whole(read, text, language)
    first = bisect_right(whole.reach, span.start)
    found = whole.readings[first : bisect_left(whole.starts, span.end)]
    return [one for one in found if one.words.end > span.start]


@lru_cache(maxsize=KEPT)
def _whole(read: _Read[_R], text: str, language: str) -> _Whole[_R]:
    found = sorted(read(text, language), key=lambda one: one.words.start)
    starts = [one.words.start for one in found]
    return _Whole(found, starts, list(accumulate((one.words.end for one in found), max)))
