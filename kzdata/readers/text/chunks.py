"""A text in the fold, cut at its spaces, so that readers look only where there is something to see.

Most chunks of a text are no number, date or country. What one is, a reader works out when it meets
it first and remembers; which stretches it then reads is its own business.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, TypeVar

from kzdata.quotations.folding import Folded, kept_fold

_MOST: Final = 1 << 16
"""How many chunks are remembered before all are forgotten: a few megabytes."""


_T = TypeVar("_T")


class Chunks:
    """The chunks of a text, which the fold parts by single spaces; positions are in the fold."""

    def __init__(self, text: str) -> None:
        self.fold: Folded = kept_fold(text)
        self.text: str = self.fold.text
        self.chunks: Sequence[str] = self.text.split(" ")
        self._ends: list[int] = []

    def start(self, chunk: int) -> int:
        """Where a chunk starts."""
        return self.end(chunk - 1) + 1 if chunk else 0

    def end(self, chunk: int) -> int:
        """Where a chunk ends."""
        if chunk == len(self.chunks) - 1:
            return len(self.text)
        if not self._ends:
            self._ends = list(accumulate(map(len, self.chunks)))
        return self._ends[chunk] + chunk


@lru_cache(maxsize=2)
def of(text: str) -> Chunks:
    """The chunks of a text; those of the last two are kept for the next reader of the same text.

    >>> found = of("two  soldiers")
    >>> found.chunks, found.start(1), found.end(1)
    (['two', 'soldiers'], 4, 12)
    """
    return Chunks(text)


class Remembered(dict[str, _T]):
    """What each chunk or word is to a reader, by what it said when first asked.

    >>> lengths = Remembered(len)
    >>> [lengths[chunk] for chunk in ("two", "soldiers", "two")]
    [3, 8, 3]
    """

    def __init__(self, judge: Callable[[str], _T]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, chunk: str) -> _T:
        if len(self) >= _MOST:
            self.clear()
        found = self[chunk] = self._judge(chunk)
        return found
