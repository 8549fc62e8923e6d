"""Comparisons with another time or behind a difference bound nothing: `meno di un anno fa`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, touches

_DIFFERENCE: Final = 3
"""How many words in front of a comparison a difference may begin: `300 euro in meno di`."""


def is_ago(tokens: Sequence[Token], piece: Piece, front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a comparison is with another time: `ниже, чем пять лет назад`.

    Or something was so until then (`fino a 20 anni fa`), or differs from then by so much: `20 in
    più di due anni fa`.
    """
    ago = piece.last + 2
    if ago >= len(tokens) or tokens[ago].key not in lexicon.comparisons.ago:
        return False
    if tokens[front.first].key in lexicon.comparisons.up_to_then:
        return True
    alone = front.stop == front.first + 1 or _is_set_off(tokens, front, lexicon)
    alone = alone or has_number(tokens[max(front.first - _DIFFERENCE, 0) : front.first], lexicon)
    return alone and tokens[front.stop - 1].key in lexicon.comparisons.comparing


def _is_set_off(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a comma stands inside a phrase, behind which another clause may begin."""
    inner = range(front.first, front.stop - 1)
    return bool(lexicon.bounds.set_off) and any(tokens[at].gap == ", " for at in inner)


def is_more_by(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a difference is in front: `на 5% больше, чем за 12 месяцев`."""
    if front.first < 2 or not _is_set_off(tokens, front, lexicon):
        return False
    counted = has_number(tokens[front.first - 2 : front.first], lexicon)
    return touches(tokens[front.first - 1]) and counted


def has_number(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a number is among some words."""
    return any(word.key[0].isdigit() or lexicon.term(word.key) is not None for word in words)
