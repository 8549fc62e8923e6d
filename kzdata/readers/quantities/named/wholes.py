"""Numbers that are a part of the one before them, or its whole: `of the 27 rooms, 9`, `33 из 35`.

What the two count is said once. Other words that leave out a unit are for `ellipses`.
"""

from collections.abc import Container, Sequence
from fractions import Fraction
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named.parts import is_more
from kzdata.readers.quantities.scene import LONGEST_LIST, listed_before
from kzdata.readers.text.tokens import Token, in_clause, touches

_FARTHEST: Final = 9
"""How many tokens on from a number one that tells something of it may stand."""

_NEAR: Final = 4
"""How many tokens on from a number its part before a dash may stand."""

_OPENING: Final = frozenset({" - ", ": "})
"""What parts a number from those that add up to it."""

_LONGEST_PART: Final = 4
"""How many tokens on from a part its whole may stand: `33 точных броска из 35`."""

_LONGEST_OWNER: Final = 4
"""How many words may name whose whole it is: `of the European Union's 27 members`."""

_WHOLE: Final = 14
"""How many tokens on from a whole its part may stand: `of the 27 rooms in the house, 9 burned`."""


def is_of_same(
    tokens: Sequence[Token], before: Piece, piece: Piece, first: int, lexicon: Lexicon
) -> bool:
    """Whether a number whose words begin at token `first` is part of that before, or its whole."""
    last = before.last
    if is_part_of(tokens, (before.first, last), piece.first, lexicon):
        return True
    if is_more(before, piece):
        return (
            is_portion(tokens, last, first, lexicon)
            or _is_amid(tokens, last, piece.first, lexicon)
            or _is_dashed_part(tokens, last, piece)
        )
    return is_out_of(tokens, before, piece, lexicon)


def is_part_of(
    tokens: Sequence[Token], whole: tuple[int, int], first: int, lexicon: Lexicon
) -> bool:
    """Whether the number at token `first` is a part of the whole that opens its clause.

    `of the 27 rooms, 9 were damaged`, `из 27 школ закрыты девять`.
    """
    begun, last = whole
    opener = begun - 1
    while opener >= 0 and _describes(tokens[opener].key, lexicon):
        opener -= 1
    if opener >= 0 and tokens[opener].key.endswith(lexicon.parts.possessive):
        owner = range(opener - 1, max(opener - 1 - _LONGEST_OWNER, -1), -1)
        opener = next((at for at in owner if tokens[at].key in lexicon.parts.openers), -1)
    if opener < 0 or tokens[opener].key not in lexicon.parts.openers or first - last > _WHOLE:
        return False
    if opener and tokens[opener - 1].gap in {" ", ""}:
        return False
    clause = tokens[opener:first]
    return in_clause(clause) and sum(token.gap == ", " for token in clause) <= 1


def opening_whole(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    refused: Container[int],
    place: int,
    lexicon: Lexicon,
) -> int | None:
    """The place of the whole that opens the clause of a part: `Of the 38, 11 are leased, 24 sold`.

    Other parts may stand between; numbers at `refused` places are none.
    """
    piece = pieces[place]
    for earlier in listed_before(place):
        before = pieces[earlier]
        if earlier in refused or not before.readings:
            continue
        if not in_clause(tokens[before.last : piece.first]):
            return None
        if is_part_of(tokens, (before.first, before.last), piece.first, lexicon):
            return None if is_more(pieces[place], before) else earlier
        piece = before
    return None


def _describes(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in front of a number only describes its things: `из оставшихся 27 школ`."""
    small = among(word, lexicon.linking, lexicon.parts.selecting, lexicon.shares.every)
    links = (small or (word,) in lexicon.bounds.front) and word not in lexicon.parts.openers
    return links or word.endswith(lexicon.parts.adjectives)


def total(pieces: Sequence[Piece], place: int, tokens: Sequence[Token]) -> int | None:
    """The place of the number that those behind a dash, this among them, add up to.

    `four medals - one gold and three bronze`.
    """
    for whole in listed_before(place):
        if tokens[pieces[whole + 1].first - 1].gap in _OPENING:
            break
    else:
        return None
    number, added = _number(pieces[whole]), Fraction(0)
    for at, item in enumerate(pieces[whole + 1 : whole + 1 + LONGEST_LIST], start=whole + 1):
        added += _number(item)
        if added >= number:
            return whole if added == number and at >= max(place, whole + 2) else None
    return None


def _number(piece: Piece) -> Fraction:
    """What a piece says, nothing where that is no number."""
    return (piece.readings[0].number if piece.readings else None) or Fraction(0)


def _is_amid(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number is among the things that the one before counts, unless these are times.

    `отыз жеті студенттің ішінде қыздары жиырмадан аз`.
    """
    whole, word = tokens[last + 1 : last + 3] if 2 < first - last <= _WHOLE else (None, None)
    if whole is None or word is None or word.key not in lexicon.parts.amid:
        return False
    counted = whole.key.endswith(lexicon.parts.owners) and whole.key not in lexicon.subjects.when
    return counted and in_clause(tokens[last:first])


def is_out_of(tokens: Sequence[Token], part: Piece, whole: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is the whole of which the one before is a part: `33 броска из 35`."""
    last, first = part.last, whole.first
    led = tokens[first - 1].key in lexicon.subjects.articles
    near = (
        1 < first - last - led <= _LONGEST_PART
        and tokens[first - 1 - led].key in lexicon.parts.out_of
    )
    return near and is_more(whole, part) and all(map(touches, tokens[last:first]))


def is_portion(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number tells something of the one before: `62m euros, with 48m guaranteed`."""
    if not 2 < first - last <= _FARTHEST or tokens[first - 1].key not in lexicon.parts.portions:
        return False
    if tokens[first - 2].gap != ", " or tokens[first - 1].gap != " ":
        return False
    return all(map(touches, tokens[last : first - 2]))


def _is_dashed_part(tokens: Sequence[Token], last: int, piece: Piece) -> bool:
    """Whether a number opens its clause before a dash: `23 человека, трое - в реанимации`."""
    opens = tokens[piece.first - 1].gap == ", " and tokens[piece.last].gap == " - "
    near = 1 <= piece.first - last <= _NEAR
    return opens and near and all(map(touches, tokens[last : piece.first - 1]))
