"""Every place at which words stand in a folded text: by searching it, or by an index of its words.

Whether a place is a good one (whole words, the right neighbours) is `kzdata.quotations.locate`.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

_RARE = 2
_COMMON = 500
"""A word that stands so rarely is good enough; so often, it is no better than searching."""


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
    """The words of a folded text by their numbers, for many quotations of one long source.

    The inner words of a quotation stand in the text as whole words, so that the rarest of them says
    where to look: a few comparisons, and the same answer as `search`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        words = text.split(" ")
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            self._numbers[word].append(number)
        self._letters = list(accumulate(map(len, words), initial=0))

    def search(self, words: str) -> Iterator[int]:
        """Where `words` stand, in order.

        >>> list(Index("a b c a b d").search("a b d"))
        [6]
        """
        first, *inner = words.split(" ")
        offset = len(first) + 1
        rarest: list[int] | None = None
        before = 0
        for word in inner[:-1]:
            numbers = self._numbers.get(word, [])
            if rarest is None or len(numbers) < len(rarest):
                rarest, before = numbers, offset
                if len(numbers) <= _RARE:
                    break
            offset += len(word) + 1
        if rarest is None or len(rarest) > _COMMON:
            yield from search(self._text, words)
            return
        for number in rarest:
            place = self._letters[number] + number - before
            if place >= 0 and self._text.startswith(words, place):
                yield place
