"""Every place at which words stand in a folded text: by searching it, or by an index of its words.

Whether a place is a good one (whole words, the right neighbours) is `kzdata.quotations.locate`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress, count
from typing import Final

_COMMON: Final = 500
"""A word that stands so often in a text is no better than searching the text."""


def search(text: str, words: str) -> Iterator[int]:
    """Where `words`, not empty, stand in `text`, in order; places may overlap.

    >>> list(search("a b a b a", "a b a"))
    [0, 4]
    """
    position = text.find(words)
    while position >= 0:
        yield position
        position = text.find(words, position + 1)


class Index:
    """Where the rarest words of some quotations stand, for many quotations of one long source.

    The inner words of a quotation stand in the text as whole words, so that the rarest of them says
    where to look: a few comparisons, and the same answer as `search`. Other words are searched.
    """

    def __init__(self, text: str, quoted: Iterable[str]) -> None:
        self._text = text
        words = text.split(" ")
        counts = Counter(words)
        self._rarest: dict[str, str] = {}
        for quotation in quoted:
            if inner := quotation.split(" ")[1:-1]:
                rarest = min(inner, key=counts.__getitem__)
                if counts[rarest] <= _COMMON:
                    self._rarest[quotation] = rarest
        self._starts: dict[str, list[int]] = {word: [] for word in self._rarest.values()}
        letters = list(accumulate(map(len, words), initial=0))
        for number in compress(count(), map(self._starts.__contains__, words)):
            self._starts[words[number]].append(letters[number] + number)

    def search(self, words: str) -> Iterable[int]:
        """Where `words` stand, in order.

        >>> list(Index("a b c a b d", ["a b d"]).search("a b d"))
        [6]
        """
        rarest = self._rarest.get(words)
        if rarest is None:
            return search(self._text, words)
        before = words.index(f" {rarest} ") + 1
        starts = (start - before for start in self._starts[rarest])
        return [start for start in starts if start >= 0 and self._text.startswith(words, start)]
