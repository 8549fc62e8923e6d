"""What all who say what a text's numbers count know of it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token

LONGEST_LIST = 8
"""How many numbers from one another those of a list may stand of which one names the unit."""


class Scene(NamedTuple):
    """A text's numbers, and the tokens in which a window of words `ends`.

    `refused` are the places of what is no quantity, `said` the traits of all tokens together.
    """

    tokens: Sequence[Token]
    pieces: Sequence[Piece]
    ends: AbstractSet[int]
    refused: AbstractSet[int]
    said: int
    lexicon: Lexicon
