"""A number alone in a sentence that has no word for any other rule, as most sentences are."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import RULES, RULES_IN_FRONT, SHARE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.parts import possessed
from kzdata.readers.quantities.shares import shares
from kzdata.readers.quantities.stated import stated, told, told_besides
from kzdata.readers.quantities.ties.ranges import ranges
from kzdata.readers.text.tokens import Token

_LISTED: Final = 2
"""How many tokens on the next number of a list may begin."""


def plain(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    traits: Sequence[int],
    said: int,
    lexicon: Lexicon,
) -> list[Found]:
    """What the only number of a sentence says, with its bounds, of what the window behind it names.

    It is the first of the `pieces`; the others are none, such as those of a date. Nothing where a
    word may tell more, or the window names nothing. `said` are the `traits` of all tokens together.
    """
    piece = pieces[0]
    first, last = piece.first, piece.last
    led = traits[first - 1] if first else 0
    if said & RULES or led & RULES_IN_FRONT:
        return []
    if len(pieces) > 1 and _may_tell_more(tokens, pieces, said, lexicon):
        return []
    own = frozenset(at for one in pieces for at in range(one.first, one.last + 1))
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


def _may_tell_more(
    tokens: Sequence[Token], pieces: Sequence[Piece], said: int, lexicon: Lexicon
) -> bool:
    """Whether what is no number behind the first one may be a part of what that says."""
    number, following = pieces[:2]
    return (
        following.first - number.last <= _LISTED
        or bool(said & SHARE and shares(tokens, pieces, lexicon))
        or bool(ranges(tokens, (number, following), lexicon))
    )
