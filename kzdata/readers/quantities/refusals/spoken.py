"""Hours of the day that a preposition leads to and nothing counts: `alle 15`, `dopo le 22`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.namings import after
from kzdata.readers.text.tokens import Token, touches

_LATEST: Final = 24

_CUT: Final = "\n"
"""The gap behind the last word of a text that no mark ends."""

_YEAR: Final = 4
"""How many digits a year has."""


def is_spoken(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, lexicon: Lexicon
) -> bool:
    """Whether a number is such an hour, or the minutes of one: `alle 15 e 30`.

    Not where it is an end of a range or a path whose other end counts something: `dalle 3 alle 5
    persone`.
    """
    piece = pieces[place]
    if _is_minutes(tokens, pieces, place, lexicon):
        return is_spoken(tokens, pieces, place - 1, lexicon)
    told = _is_early(piece) and _counts_nothing(tokens, piece, lexicon)
    if not told or not _is_led(tokens, piece, lexicon):
        return False
    beside = (*pieces[max(place - 1, 0) : place], *pieces[place + 1 : place + 2])
    return not any(
        _is_led(tokens, other, lexicon) and not _counts_nothing(tokens, other, lexicon)
        for other in beside
    )


def _is_minutes(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, lexicon: Lexicon
) -> bool:
    """Whether a conjunction joins a number that counts nothing to one in front."""
    piece = pieces[place]
    joined = place and piece.first == pieces[place - 1].last + 2
    if not joined or tokens[piece.first - 1].key not in lexicon.conjunctions:
        return False
    if after(tokens, piece.last) in lexicon.clock.spoken:
        return False
    return touches(tokens[piece.first - 1]) and _counts_nothing(tokens, piece, lexicon)


def _is_led(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word that leads to hours stands in front of a number."""
    if not piece.first or not touches(tokens[piece.first - 1]):
        return False
    behind = lexicon.clock.spoken.get(tokens[piece.first - 1].key)
    if behind is None:
        return False
    return not behind or tokens[max(piece.first - 2, 0)].key in behind


def _is_early(piece: Piece) -> bool:
    """Whether a number may be an hour."""
    numbers = [reading.number for reading in piece.readings if reading.kind == "cardinal"]
    return bool(numbers) and all(number and 0 < number <= _LATEST for number in numbers)


def _counts_nothing(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a mark or a small word stands behind a number, also over a bound: `alle 12 circa`.

    Where the text is cut off there, nobody knows.
    """
    last, behind = piece.last, after(tokens, piece.last)
    last += behind in lexicon.bounds.behind_starts and behind not in lexicon.conjunctions
    following = after(tokens, last)
    if last + 2 >= len(tokens) and tokens[-1].gap == _CUT:
        return False
    if following and not among(following, lexicon.stops, lexicon.conjunctions):
        return False
    year = after(tokens, last + 1) if following in lexicon.linking else ""
    return not (year.isdecimal() and len(year) == _YEAR) and not any(
        reading.unit for reading in piece.readings
    )
