"""A number alone in a text that has no word for any other rule, as most short texts are."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import RULES, RULES_IN_FRONT
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.found import Found, found_of
from kzdata.readers.quantities.named import windows
from kzdata.readers.text.tokens import Token


def plain(
    tokens: Sequence[Token], piece: Piece, traits: Sequence[int], said: int, lexicon: Lexicon
) -> list[Found]:
    """What the only number of a text says: itself, of what the window behind it names.

    Nothing where a word may tell more, or the window names nothing. `said` are the `traits` of all
    tokens together.
    """
    first, last = piece.first, piece.last
    if said & RULES or (first and traits[first - 1] & RULES_IN_FRONT):
        return []
    found: list[Found] = []
    for number, kind, start, end, glued, bound, _, _, marked in piece.readings:
        unit = glued or windows.behind(tokens, last, lexicon, (), len(tokens))
        if unit is None or kind == "fraction":
            return []
        spot = start, end
        whole, told = marked or spot, bound or "exactly"
        found.append(found_of((spot, whole, number, told, kind, (unit,), first, last, last, 0)))
    return found
