"""What all who read the numbers of one sentence know of it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token

LONGEST_LIST: Final = 8
"""How many numbers from one another those of a list may stand of which one names the unit."""


class Scene(NamedTuple):
    """A sentence's numbers in their text.

    `numbers` has the place of the piece that a token belongs to, and a window of words `ends` in
    most of them. `refused` are the places of what is no quantity, `traits` those of each token of
    the text, `said` those of the sentence together.
    """

    text: str
    tokens: Sequence[Token]
    pieces: Sequence[Piece]
    numbers: Mapping[int, int]
    ends: AbstractSet[int]
    refused: set[int]
    traits: Sequence[int]
    said: int
    lexicon: Lexicon


def listed_before(place: int) -> range:
    """The places of the numbers in front of one that may be of its list, the last first.

    >>> list(listed_before(2)), len(listed_before(20))
    ([1, 0], 8)
    """
    return range(place - 1, max(place - LONGEST_LIST, 0) - 1, -1)
