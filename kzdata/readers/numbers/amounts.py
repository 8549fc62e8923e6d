"""Amounts in two units, the smaller behind the larger: `78 рублей 43 копейки`, `1 метр 92 см`.

They are one number of the larger unit, never 78. Lengths of time are added up in
`kzdata.readers.durations`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, touches

_APART: Final = (2, 3)
"""How many tokens on the second number begins: behind a unit, and `and` or not."""


def summed(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The numbers of a text, those of an amount in two units as one."""
    out: list[Piece] = []
    for piece in found:
        near = out and piece.first - out[-1].last in _APART
        one = _summed(tokens, out[-1], piece, lexicon) if near else None
        if one is None and lexicon.money.bare_amounts and _is_bare(tokens, piece, lexicon):
            one = _unnamed(tokens, out[-1] if near else None, piece, lexicon)
            near = near and one is not None and one.first == out[-1].first
        if one is None or not near:
            out.append(one or piece)
        else:
            out[-1] = one
    return out


def _is_bare(tokens: Sequence[Token], smaller: Piece, lexicon: Lexicon) -> bool:
    """Whether `and` joins a number to a unit, and it names none itself: `due metri e dieci`."""
    joint, last = smaller.first - 1, smaller.last
    if joint < 2 or tokens[joint].key not in lexicon.conjunctions:
        return False
    spaced = all(token.gap == " " for token in tokens[joint - 1 : joint + 1])
    if not (spaced and touches(tokens[joint - 2])):
        return False
    following = tokens[last + 1].key if last + 1 < len(tokens) and tokens[last].gap == " " else ""
    ended = following in lexicon.stops and not among(
        following, lexicon.ellipses.gapped, lexicon.parts.partitives
    )
    told = not following or ended or following in lexicon.of_what
    unit = tokens[joint - 1].key
    timed = told or following in lexicon.ellipses.gapped
    return (told and unit in lexicon.money.amounts) or (timed and unit in lexicon.money.bare_times)


def _unnamed(
    tokens: Sequence[Token], larger: Piece | None, smaller: Piece, lexicon: Lexicon
) -> Piece | None:
    """An amount whose smaller unit is left out: `due metri e dieci`, `un euro e cinquanta`.

    The number there has as many digits as parts have: `un chilo e duecento`. None is read of a
    time where a preposition follows, since that may part two: `due ore e 40 in treno`.
    """
    unit, known = smaller.first - 2, lexicon.money
    parts, rest = known.bare_times.get(tokens[unit].key), _plain(smaller)
    timed = parts is not None
    parts = parts or max(known.amounts[tokens[unit].key].values())
    article = lexicon.term(tokens[unit - 1].key)
    first, whole = unit - 1, Fraction(1)
    if larger is not None and larger.last == unit - 1:
        first, whole = larger.first, _plain(larger) or Fraction(0)
    elif article is None or article.kind != "article":
        return None
    ranged = first > 0 and any(
        tokens[first - 1].key in front for front, _, _ in lexicon.ranges.wordings
    )
    if ranged or not whole or rest is None or not parts <= rest * 10 < parts * 10:
        return None
    if timed and _leads(tokens, smaller, lexicon):
        return Piece(first, smaller.last, ())
    reading = smaller.readings[0]._replace(
        number=whole + rest / parts,
        start=tokens[first].start,
        unit=(tokens[unit].start, tokens[unit].end),
    )
    return Piece(first, smaller.last, (reading,))


def _leads(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a preposition follows a number, before which another may have left out its unit."""
    behind = piece.last + 1
    if behind == len(tokens) or tokens[behind].key in lexicon.of_what:
        return False
    return tokens[behind].key in lexicon.ellipses.gapped and tokens[piece.last].gap == " "


def _summed(
    tokens: Sequence[Token], larger: Piece, smaller: Piece, lexicon: Lexicon
) -> Piece | None:
    """The two numbers as one, if their units are those of one amount and nothing else is there."""
    unit, last = larger.last + 1, smaller.last + 1
    units = lexicon.money.amounts.get(tokens[unit].key)
    if units is None or last == len(tokens):
        return None
    if any(token.gap != " " for token in tokens[larger.last : last]):
        return None
    if smaller.first - unit > 1 and tokens[unit + 1].key not in lexicon.conjunctions:
        return None
    parts = units.get(tokens[last].key)
    whole, rest = _plain(larger), _plain(smaller)
    if parts is None or whole is None or rest is None or not 0 < rest < parts:
        return None
    end = tokens[last].end
    reading = larger.readings[0]._replace(
        number=whole + rest / parts, end=end, unit=(tokens[unit].start, tokens[unit].end)
    )
    return Piece(larger.first, last, (reading,))


def _plain(piece: Piece) -> Fraction | None:
    """The whole number that a piece is, with nothing else glued to it."""
    if len(piece.readings) != 1 or piece.tail or piece.linked:
        return None
    reading = piece.readings[0]
    number, bare = reading.number, not (reading.unit or reading.bound)
    whole = number is not None and number.denominator == 1 and reading.kind == "cardinal"
    return number if whole and bare else None
