"""Two numbers that a range's words part: a vote's result, and money with those whom it goes to.

Which words make a range is for `ranges`.
"""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named import windows
from kzdata.readers.text.tokens import Token, touches


def ballot(tokens: Sequence[Token], lower: Piece, first: int, lexicon: Lexicon) -> int:
    """The token of a word for a vote right in front of its result, else 0: `voted by 14 to 9`."""
    if lower.linked or first != lower.first:
        return 0
    led = first > 1 and among(tokens[first - 1].key, lexicon.changes.steps, lexicon.of_what)
    told = first - 1 - led
    counted = told > 0 and tokens[told].key in lexicon.fates.ballots
    return told if counted and all(map(touches, tokens[told:first])) else 0


def is_paid_to(tokens: Sequence[Token], lower: Piece, upper: Piece, lexicon: Lexicon) -> bool:
    """Whether money goes to so many others: `repay $2.65m to 114 pensioners`; it does not rise."""
    signed = any(one.unit and one.unit[0] < one.start for one in lower.readings)
    if lower.linked or not (signed or windows.in_front(tokens, lower.first, lexicon)):
        return False
    if upper.last + 1 == len(tokens):
        return False
    named, following = tokens[upper.last].gap == " ", tokens[upper.last + 1].key
    others = lexicon.money.currencies, lexicon.percents, lexicon.stops, lexicon.conjunctions
    return named and following.isalpha() and not among(following, *others)
