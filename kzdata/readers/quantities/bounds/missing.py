"""What a word says is not there that needs no verb: `нет 300 мест`, `300 мест у нас нет`.

Where such a word always ends the clause is for `absent`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import BREAK
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, touches

_LED: Final = 3
"""How many words may lead to a number: `нет даже этих необходимых 12 подписей`."""

_FARTHEST: Final = 8
"""How many words from a number one may stand that says so at the end of its clause."""


def is_missing(
    tokens: Sequence[Token],
    piece: Piece,
    first: int,
    numbers: AbstractSet[int],
    lexicon: Lexicon,
) -> bool:
    """Whether so many are said not to be there, by words from token `first` on.

    Not so a time for which something else is missing (`воды нет три дня`), nor what a preposition
    leads to: `в 30 сёлах воды нет`.
    """
    if piece.readings[0].kind != "cardinal":
        return False
    behind = tokens[piece.last + 1].key if piece.last + 1 < len(tokens) else ""
    lasts = behind in lexicon.denials.lasting
    start = _led(tokens, first, lexicon)
    if start and tokens[start - 1].key in lexicon.denials.missing and touches(tokens[start - 1]):
        return not lasts or behind in lexicon.denials.ages
    leads = (tokens[at - 1].key for at in (start, piece.first) if at)
    led = lasts or any(key in lexicon.denials.prepositions for key in leads)
    return not led and _ends_missing(tokens, piece, numbers, lexicon)


def _ends_missing(
    tokens: Sequence[Token], piece: Piece, numbers: AbstractSet[int], lexicon: Lexicon
) -> bool:
    """Whether the clause of a number ends with what says that something is not there."""
    for at in range(piece.last + 1, min(piece.last + 1 + _FARTHEST, len(tokens))):
        if not touches(tokens[at - 1]) or at in numbers:
            return False
        if _is_end(tokens, at, lexicon):
            return at > piece.last + 1
        if lexicon.traits[tokens[at].key] & BREAK or among(
            tokens[at].key, lexicon.subjects.copulas, lexicon.subjects.borders
        ):
            return False
    return False


def _led(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where the small words and adjectives begin that lead to token `first`."""
    start = first
    while start and first - start < _LED and touches(tokens[start - 1]):
        key = tokens[start - 1].key
        small = among(key, lexicon.fillers, lexicon.denials.over)
        if not (small or key.endswith(lexicon.parts.adjectives)):
            break
        start -= 1
    return start


def _is_end(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a token ends a clause and says of it that there is nothing: `нет`, `не было`."""
    known, key = lexicon.denials, tokens[at].key
    said = key in known.missing or (key in known.existing and tokens[at - 1].key in known.negatives)
    ends = at + 1 == len(tokens) or not touches(tokens[at])
    return said and (ends or tokens[at + 1].key in lexicon.conjunctions)
