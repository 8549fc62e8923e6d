"""Lower bounds by a word that is one of prices and ages alone: `стоят от 1500 рублей`.

What bounds a number otherwise is in `bounds`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, touches

_LONGEST_COUNTED: Final = 2
"""How many words name what is counted behind a lower bound by `от` alone."""


def least(
    tokens: Sequence[Token],
    piece: Piece,
    front: Phrase | None,
    behind: Phrase | None,
    lexicon: Lexicon,
) -> tuple[Phrase | None, bool, bool]:
    """The bound in front, also `от` alone; whether its unit is in it; whether nothing is read.

    `dai 14 anni` is one with its unit only, and `от 1500` alone may be a year.
    """
    before = tokens[piece.first - 1]
    if before.gap != " ":
        return front, False, False
    least = Phrase("at_least", piece.first - 1, piece.first)
    if before.key in lexicon.refuse.alone_before:
        told = front or (behind and behind.bound != "at_least")
        lowest = not told and _is_least(tokens, piece.first, piece.last, lexicon)
        alone = tokens[piece.last].key.endswith("%")
        return least, tokens[piece.last].gap == " " and not alone, not lowest
    aged = not front and _is_aged(tokens, piece.last, lexicon)
    ranged = aged and _until(tokens, piece.last, lexicon)
    return least if aged else front, aged, ranged


def _is_least(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether `от` in front of a number is a lower bound: `группы — от 30 школьников`.

    A word that it may belong to takes it away in front (`письма от 30 школьников`), but for one
    that asks for a price or an age (`стоят от`); and so does anything behind the thing counted
    (`от 30 школ получены письма`), but for what may follow a price or an age.
    """
    before = tokens[first - 2] if first >= 2 else None
    asked = before is not None and before.gap == " " and before.key.startswith(lexicon.least.after)
    led = before is not None and before.gap.strip() in {"-", ":"}
    if before is not None and not asked and not led and before.gap.strip() != ".":
        return False
    clause = tokens[last : last + _LONGEST_COUNTED + 1]
    parted = next((place for place, token in enumerate(clause) if token.gap not in {" ", ""}), None)
    if parted is not None and clause[parted].gap.strip()[:1] in {"", ".", "!", "?"}:
        return True
    if _until(tokens, last, lexicon) or not any(_is_measure(token, lexicon) for token in clause):
        return False
    return _goes_on_after_unit(clause, parted, lexicon) or (led and _tells(tokens, last, lexicon))


def _is_measure(token: Token, lexicon: Lexicon) -> bool:
    """Whether prices, ages and rates are in it; a rate may be glued to its number: `20%`."""
    return token.key.startswith(lexicon.least.units) or token.key.endswith("%")


def _goes_on_after_unit(clause: Sequence[Token], parted: int | None, lexicon: Lexicon) -> bool:
    """Whether what follows a price or an age leaves it one: `от 18 лет,`, `от 20 евро за ночь`."""
    if parted is not None:
        return _is_measure(clause[parted], lexicon)
    return any(
        _is_measure(unit, lexicon) and word.key in lexicon.least.follow
        for unit, word in pairwise(clause)
    )


def _tells(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether the words behind a dash tell what something is: no verb is among them.

    `взнос - от 20% стоимости жилья,`
    """
    for position in range(last + 1, len(tokens)):
        if not touches(tokens[position - 1]):
            return True
        if lexicon.is_verb(tokens[position].key):
            return False
    return True


def _until(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether an upper end may follow in the sentence: `от 20 евро за ночь до 50`."""
    for token in tokens[last:]:
        if token.key in lexicon.least.until:
            return True
        if token.gap.strip()[:1] in {".", "!", "?", ";"}:
            break
    return False


def _is_aged(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether an age follows: `dai 14 anni`."""
    unit = tokens[last + 1] if last + 1 < len(tokens) and tokens[last].gap == " " else None
    return unit is not None and unit.key in lexicon.least.units
