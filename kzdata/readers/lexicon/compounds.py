"""Number words that are written as one word: `ventunomilatrecento`, `trentatré`.

Splitting only; whether the pieces are a number in this order is `kzdata.readers.numbers.grammar`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_LONGEST = 120
_VOWELS = "aioe"


class Compounds:
    """The pieces of which a language glues its numbers together, and how they end as ordinals."""

    def __init__(self, table: Mapping[str, str]) -> None:
        pieces = sorted(table["pieces"].split(), key=len, reverse=True)
        before = "|".join(table["elided_before"].split())
        elided = [f"{stem}(?={before})" for stem in table["elided"].split()]
        self._piece = re.compile("|".join((*elided, *pieces)))
        self._whole = re.compile(f"(?:{self._piece.pattern})+")
        self._full = dict(_pairs(table["full"]))
        self._ordinal = re.compile(table["ordinal"])
        self._no_numbers = frozenset(table["no_numbers"].split())
        self.split = lru_cache(maxsize=4096)(self._split)
        """The number words that a word is made of, none for others; whether it is an ordinal."""

    def whole(self, word: str) -> tuple[list[str], bool]:
        """The same of a word whose last vowel may be elided: `ventiquattr'`."""
        stem = word.rstrip("'")
        if stem != word:
            for ending in _VOWELS:
                if (found := self.split(stem + ending))[0]:
                    return found
        return self.split(stem)

    def _split(self, word: str) -> tuple[list[str], bool]:
        """The number words in a word, none for others, and whether it is an ordinal."""
        if len(word) > _LONGEST or word in self._no_numbers:
            return [], False
        ordinal = self._ordinal.search(word)
        if not ordinal:
            return self._pieces(word), False
        stem = word[: ordinal.start()]
        for ending in ("", *_VOWELS):
            if pieces := self._pieces(stem + ending):
                return pieces, True
        return [], False

    def _pieces(self, word: str) -> list[str]:
        if not self._whole.fullmatch(word):
            return []
        return [self._full.get(piece, piece) for piece in self._piece.findall(word)]


def _pairs(text: str) -> list[tuple[str, str]]:
    """`stem:rest` pairs of a table's line."""
    return [(left, right) for left, _, right in (pair.partition(":") for pair in text.split())]
