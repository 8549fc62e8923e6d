"""Two numbers of one thing of which nobody knows which is meant: `300 dollars or 500 dollars`.

Neither is told. Where the thing is said once, `300 or 500 dollars` is for `ties.ranges`.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, touches

_LONGEST_UNIT: Final = 3
"""How many words may name what is counted: `айлық есептік көрсеткіш`."""

_GAPS: Final = frozenset({" ", ", "})

_ENDING: Final = 2
"""How many letters of a word may be those of its case."""


def alternatives(
    tokens: Sequence[Token], found: Sequence[Piece], refused: Container[int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of such numbers, where neither is refused already: `in 2003 or 3 years on`."""
    for place in range(1, len(found)):
        left, right = found[place - 1], found[place]
        told = place - 1 not in refused and place not in refused
        if told and _are_either(tokens, left, right, lexicon):
            yield from (place - 1, place)


def _are_either(tokens: Sequence[Token], left: Piece, right: Piece, lexicon: Lexicon) -> bool:
    """Whether the second number may be meant for the first, of the same thing or of none."""
    stop = right.first
    while tokens[stop - 1].key in lexicon.alternatives:
        stop -= 1
    unit = tokens[left.last + 1 : stop]
    if stop == right.first or not 0 < len(unit) <= _LONGEST_UNIT:
        return False
    if {left.readings[0].kind, right.readings[0].kind} != {"cardinal"} or right.readings[0].unit:
        return False
    gaps = {token.gap for token in tokens[left.last : right.first]}
    if not (gaps <= _GAPS and touches(tokens[left.last])):
        return False
    last = tokens[right.last]
    if right.last + 1 == len(tokens) or not touches(last):
        return last.key[-1].isalnum()
    other = tokens[right.last + 1 : right.last + 1 + len(unit)]
    return len(other) == len(unit) and all(map(_is_same, unit, other))


def _is_same(one: Token, other: Token) -> bool:
    """Whether two words are one in two cases: `доллар`, `долларға`, `рубль`, `рубля`."""
    stem = max(min(len(one.key), len(other.key)) - _ENDING, _ENDING)
    return one.key[:stem] == other.key[:stem]
