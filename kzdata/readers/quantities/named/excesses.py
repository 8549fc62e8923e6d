"""Numbers that say how many more or fewer: `64 times in all, 15 more than in 2022`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, touches

_FARTHEST: Final = 18
"""How many tokens on from a number one that says how many more may stand."""


def is_excess(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number says how many more or fewer: `64 times in all, 15 more than in 2022`."""
    if not touches(tokens[piece.last]):
        return False
    keys = tuple(token.key for token in tokens[piece.last + 1 : piece.last + 3])
    return keys in lexicon.comparisons.excess or keys[:1] in lexicon.comparisons.excess


def is_apposed(tokens: Sequence[Token], before: Piece, first: int, lexicon: Lexicon) -> bool:
    """Whether a difference that begins at token `first` is told of the number before.

    Only a comma parts them, or `and` where that is a difference too: `, 20 more than in May and 15
    more than in June`; words that name nothing may stand behind it.
    """
    if first - before.last > _FARTHEST:
        return False
    if tokens[first - 1].key in lexicon.conjunctions and is_excess(tokens, before, lexicon):
        return all(map(touches, tokens[before.last : first]))
    begun = first
    while begun - 1 > before.last and (
        touches(tokens[begun - 1])
        or (tokens[begun - 1].gap == " - " and tokens[begun - 1].key in lexicon.stops)
    ):
        begun -= 1
        word = tokens[begun].key
        if word not in lexicon.stops and not word.endswith(lexicon.bounds.ablative_endings):
            return False
    front = tokens[before.last : begun - 1]
    return tokens[begun - 1].gap in {", ", " - "} and all(map(touches, front))
