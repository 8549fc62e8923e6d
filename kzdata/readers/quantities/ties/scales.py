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
from kzdata.readers.quantities.named.ellipses import is_compared, is_further
from kzdata.readers.quantities.named.excesses import is_apposed, is_excess
from kzdata.readers.quantities.named.parts import is_part, is_participle, refers
from kzdata.readers.quantities.named.rates import percent_behind
from kzdata.readers.quantities.named.wholes import is_portion
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

THOUSAND: Final = 1000
"""From here on a number has its scale in itself: `from 1,200 to 2 million`."""


_PAIR: Final = 2


class Shared(NamedTuple):
    """What the scale of another number multiplies by, and that number."""

    scale: Fraction
    other: Piece


def scales(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> dict[int, Shared]:
    """The scales that numbers leave out, by the place of these in `found`."""
    if not any(piece.readings and piece.readings[0].scale.numerator >= THOUSAND for piece in found):
        return {}
    bare = [
        place
        for place, piece in enumerate(found)
        if len(piece.readings) == 1
        and (is_bare_decimal(piece.readings[0]) or _is_bare_whole(tokens, found, place, lexicon))
    ]
    return {place: one for place in bare if (one := _shared(tokens, found, place, lexicon))}


def _shared(
    tokens: Sequence[Token], found: Sequence[Piece], place: int, lexicon: Lexicon
) -> Shared | None:
    """The scale that the whole or the number before has for this one too."""
    piece = found[place]
    if _has_unit_behind(tokens, piece, lexicon):
        return None
    if is_part(tokens, found, place, lexicon):
        other = found[place + 1]
    elif place and (
        refers(tokens, piece, piece.first, lexicon)
        or is_compared(tokens, found[place - 1].last, piece.first, lexicon)
        or is_portion(tokens, found[place - 1].last, piece.first, lexicon)
        or (
            is_excess(tokens, piece, lexicon)
            and is_apposed(tokens, found[place - 1], piece.first, lexicon)
        )
        or is_further(tokens, found[place - 1].last, piece.first, piece, lexicon)
    ):
        other = found[place - 1]
    else:
        return None
    scale = other.readings[0].scale if other.readings else Fraction(1)
    return Shared(scale, other) if scale >= THOUSAND else None


def _has_unit_behind(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether per cent follows a decimal, or in Kazakh whatever it counts: `оның 63,8 пайызы`."""
    if percent_behind(tokens, piece.last, lexicon):
        return True
    behind = neighbours.touching(tokens, piece.last)
    if not behind or not lexicon.verbs_last or is_pronoun(tokens, piece, lexicon):
        return False
    return not among(behind, lexicon.stops, lexicon.changes.ends)


def _is_bare_whole(
    tokens: Sequence[Token], found: Sequence[Piece], place: int, lexicon: Lexicon
) -> bool:
    """Whether a whole number names nothing beside millions: `92 milioni contro gli 85`.

    Only its owner may stand behind it, or what was done: `i 190 del debutto`, `gli 85 stimati`; or
    those of which it is a part: `23 dei 35 milioni`.
    """
    piece = found[place]
    reading, first = piece.readings[0], piece.first
    if reading.unit or reading.scale != 1:
        return False
    if not lexicon.ellipses.lends_far and not _is_of_sum(tokens, found, place, lexicon):
        return False
    number = reading.number if reading.kind == "cardinal" else None
    if number is None or not 1 < number < THOUSAND:
        return False
    if is_part(tokens, found, place, lexicon):
        whole = found[place + 1].readings[:1]
        return bool(whole) and whole[0].scale > THOUSAND and _is_less(reading, whole[0])
    led = first and tokens[first - 1].key in lexicon.subjects.articles | lexicon.ellipses.further
    scaled = place and any(one.scale > THOUSAND for one in found[place - 1].readings)
    if scaled and _is_of_money(tokens, found[place - 1].last, piece, lexicon):
        return _is_less(reading, found[place - 1].readings[0])
    return bool(led and scaled) and _leaves_thing_out(tokens, piece, lexicon)


def _is_of_money(tokens: Sequence[Token], whole: int, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is a part of the amount that ends with token `whole`.

    `340 milioni di euro, 90 dei quali al Sud`, `340 milioni, di cui 90 al Sud`.
    """
    behind, front = tokens[piece.last + 1 : piece.last + 3], tokens[piece.first - 2 : piece.first]
    led = _is_of_whom(front, lexicon) and _leaves_thing_out(tokens, piece, lexicon)
    if not (led or _is_of_whom(behind, lexicon)):
        return False
    paid = [token.key for token in tokens[whole + 1 : whole + 3]]
    bare = not touches(tokens[whole]) and tokens[whole].gap == ", "
    return bare or (paid[0] in lexicon.of_what and paid[1] in lexicon.money.currencies)


def _is_of_whom(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two words refer to what a part is of: `dei quali`, `di cui`."""
    of = [token.key for token in words]
    return (
        len(of) == _PAIR
        and of[0] in lexicon.parts.partitives
        and of[1] in lexicon.pronouns.anaphors
    )


def _is_of_sum(
    tokens: Sequence[Token], found: Sequence[Piece], place: int, lexicon: Lexicon
) -> bool:
    """Whether money follows the next number, of which one is a part: `65 из 140 млн рублей`."""
    if not is_part(tokens, found, place, lexicon):
        return False
    behind = found[place + 1].last + 1
    return behind < len(tokens) and lexicon.is_money(tokens[behind].key)


def _leaves_thing_out(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether nothing follows a number in its clause, or its owner, or what was done."""
    last = piece.last
    if not touches(tokens[last]):
        return True
    behind = tokens[last + 1].key
    owned = among(
        behind, lexicon.parts.owned_by, lexicon.refuse.year_before, lexicon.ellipses.gapped
    )
    return owned or is_participle(tokens, piece, lexicon)


def _is_less(part: Reading, whole: Reading) -> bool:
    if part.number is None or whole.number is None:
        return False
    return part.number * whole.scale < whole.number


def is_bare_decimal(reading: Reading) -> bool:
    """Whether a number is a decimal without a scale or a unit of its own: `1.7`."""
    number = reading.number
    if number is None or number.denominator == 1 or abs(number) >= THOUSAND:
        return False
    return is_bare(reading)


def is_bare(reading: Reading) -> bool:
    """Whether a number has neither a scale nor a unit of its own, and is no part or place."""
    return not reading.unit and reading.scale == 1 and reading.kind == "cardinal"
