"""Money that is said once for several sums: `выручка - 9,3 млрд рублей, долг сокращён до 1,2 млрд`.

A number of thousands, millions or more that names nothing is one of money where its clause names a
sum (a debt, a profit) and the number before is one of money.
"""

from collections.abc import Container, Sequence
from itertools import takewhile
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.counted.lenders import is_time
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.rates import is_rate
from kzdata.readers.quantities.ties.ends import is_acting
from kzdata.readers.text.tokens import Token, in_sentence, touches

_SUM: Final = 7
"""How many tokens in front of a number the word for its sum may stand."""

_FARTHEST: Final = 24
"""How many tokens on from its money the number may stand."""


def of_before(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    refused: Container[int],
    place: int,
    lexicon: Lexicon,
) -> Units:
    """Where the money stands that the number at `place` leaves out."""
    piece = pieces[place]
    if not any(lexicon.money.amounts_of_money) or not _is_scaled(tokens, piece, lexicon):
        return ()
    if not _names_nothing(tokens, piece.last, lexicon) or not _is_sum(tokens, piece, lexicon):
        return ()
    for earlier in range(place - 1, -1, -1):
        before = pieces[earlier]
        between = tokens[before.last : piece.first]
        if len(between) > _FARTHEST or not in_sentence(between):
            break
        if lexicon.is_money(tokens[before.last + 1].key) and touches(tokens[before.last]):
            window = windows.behind(tokens, before.last, lexicon, (), len(tokens))
            return (window,) if window else ()
        if earlier not in refused and not _is_passed_over(tokens, before, lexicon):
            break
    return ()


def _is_passed_over(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number counts nothing: a place in an order, a part, a time, what a step is in."""
    behind = tokens[piece.last + 1].key
    if {one.kind for one in piece.readings} <= {"ordinal", "fraction"}:
        return True
    if lexicon.changes.relative.has(behind):
        return True
    return is_rate(tokens, piece.last, lexicon) or is_time(tokens, piece, lexicon)


def _is_scaled(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number ends in a word such as `million`."""
    term = lexicon.term(tokens[piece.last].key)
    return term is not None and term.kind == "scale" and len(piece.readings) == 1


def _names_nothing(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether no thing follows a number: its clause ends, or a verb or preposition follows."""
    if last + 1 == len(tokens) or not touches(tokens[last]):
        return True
    behind = tokens[last + 1].key
    return is_acting(behind, lexicon) or behind in lexicon.stops or lexicon.is_verb(behind)


def _is_sum(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether the words in front of a number, in its clause, name a sum of money.

    What it came to may be cut off: `прибыль выросла на 12%, до 9 млрд`; and it may be one more:
    `ещё 3 млрд выделит область`.
    """
    first = piece.first
    came_to = first > 1 and tokens[first - 1].key in lexicon.changes.ends
    first -= 2 * came_to
    if first and tokens[first - 1].key in lexicon.ellipses.further:
        return True
    near = reversed(tokens[max(first - _SUM, 0) : first])
    clause = takewhile(lambda token: token.gap in {" ", "", " - "}, near)
    return any(lexicon.money.amounts_of_money.has(token.key) for token in clause)
