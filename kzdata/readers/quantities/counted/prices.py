"""Prices that leave their money out: `sold for £2m, at an estimate of 1m`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named import windows
from kzdata.readers.text.tokens import Token, in_clause

_TRADE: Final = 5
"""How many words in front of a price one for a trade may stand: `купить на рынке за 200`."""

_NEAR_PRICE: Final = 2
"""How many words in front of it one for a price may stand."""


def is_price(tokens: Sequence[Token], before: Piece, first: int, lexicon: Lexicon) -> bool:
    """Whether the number at token `first` is a price in the money of the one before.

    `sold for £2m, at an estimate of 1m`, `до 900 рублей, на балконе можно купить за 200`.
    """
    if not before.readings or not _is_traded(tokens, before.last, first, lexicon):
        return False
    if before.readings[0].unit or windows.in_front(tokens, before.first, lexicon):
        return True
    named = tokens[before.last + 1 : before.last + 3]
    return any(token.key in lexicon.money.currencies for token in named)


def _is_traded(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether words up to token `first` are of trade, one number being told up to `last`."""
    if not in_clause(tokens[last:first]):
        return False
    words = [token.key for token in tokens[max(last + 1, first - _TRADE) : first]]
    traded = any(map(lexicon.money.trades.has, words)) and words[-1] in lexicon.money.paid_over
    return traded or not lexicon.money.estimates.isdisjoint(words[-_NEAR_PRICE:])
