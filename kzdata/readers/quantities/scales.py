"""Scales that are said once for two numbers: `1.7 of the 2.3 million hours`, `2.3m against 1.7`.

Only a decimal leaves its scale out so that nobody can differ: `13 of the 3 million` may be 13. A
range shares its scale by a rule of its own, in `ranges`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities.ellipses import is_compared
from kzdata.readers.quantities.parts import is_part, refers
from kzdata.readers.quantities.refusals import is_pronoun
from kzdata.readers.quantities.wholes import is_portion
from kzdata.readers.text.tokens import Token, touches

THOUSAND: Final = 1000
"""From here on a number has its scale in itself: `from 1,200 to 2 million`."""


class Shared(NamedTuple):
    """What the scale of another number multiplies by, and that number."""

    scale: Fraction
    other: Piece


def scales(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> dict[int, Shared]:
    """The scales that numbers leave out, by the place of these in `found`."""
    bare = [
        place
        for place, piece in enumerate(found)
        if len(piece.readings) == 1 and is_bare_decimal(piece.readings[0])
    ]
    return {place: one for place in bare if (one := _shared(tokens, found, place, lexicon))}


def _shared(
    tokens: Sequence[Token], found: Sequence[Piece], place: int, lexicon: Lexicon
) -> Shared | None:
    """The scale that the whole or the number before has for this one too."""
    piece = found[place]
    if _is_measured(tokens, piece, lexicon):
        return None
    if is_part(tokens, found, place, lexicon):
        other = found[place + 1]
    elif place and (
        refers(tokens, piece, piece.first, lexicon)
        or is_compared(tokens, found[place - 1].last, piece.first, lexicon)
        or is_portion(tokens, found[place - 1].last, piece.first, lexicon)
    ):
        other = found[place - 1]
    else:
        return None
    scale = other.readings[0].scale if other.readings else Fraction(1)
    return Shared(scale, other) if scale >= THOUSAND else None


def _is_measured(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether per cent follows a decimal, or in Kazakh whatever it counts: `оның 63,8 пайызы`."""
    behind = piece.last + 1
    if behind >= len(tokens) or not touches(tokens[behind - 1]):
        return False
    key = tokens[behind].key
    if key in lexicon.percents or (key,) in lexicon.percent_phrases:
        return True
    if not lexicon.changes.since or is_pronoun(tokens, piece, lexicon):
        return False
    return not among(key, lexicon.stops, lexicon.changes.ends)


def is_bare_decimal(reading: Reading) -> bool:
    """Whether a number is a decimal without a scale or a unit of its own: `1.7`."""
    number = reading.number
    if number is None or number.denominator == 1 or abs(number) >= THOUSAND:
        return False
    return not reading.unit and reading.scale == 1 and reading.kind == "cardinal"
