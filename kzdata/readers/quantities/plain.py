"""A number alone in a text that has no word for any other rule, as most short texts are."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import RULES, RULES_IN_FRONT
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.parts import possessed
from kzdata.readers.quantities.stated import stated, told, told_besides
from kzdata.readers.text.tokens import Token


def plain(
    tokens: Sequence[Token], piece: Piece, traits: Sequence[int], said: int, lexicon: Lexicon
) -> list[Found]:
    """What the only number of a text says, with its bounds, of what the window behind it names.

    Nothing where a word may tell more, or the window names nothing. `said` are the `traits` of all
    tokens together.
    """
    first, last = piece.first, piece.last
    led = traits[first - 1] if first else 0
    if said & RULES or led & RULES_IN_FRONT:
        return []
    own = frozenset(range(first, last + 1))
    bounded = stated(tokens, piece, led, said, own, lexicon)
    if bounded is None or possessed(tokens, piece, bounded.limit, lexicon):
        return []
    found: list[Found] = []
    for reading in piece.readings:
        unit = reading.unit or windows.beside(tokens, last, bounded.limit, lexicon, own)
        if unit is None or reading.kind == "fraction":
            return []
        one = told(tokens, piece, reading, bounded, (unit,), said, lexicon)
        found.append(one)
        if besides := told_besides(tokens, piece, bounded, one, lexicon):
            found.append(besides)
    return found
