"""Sums that the number before brings about: `20 more jets, taking its fleet to 308`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import MEASURE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, in_clause, touches

_LONGEST: Final = 5
"""How many words in front of `to` the verb may stand: `bringing the confirmed death toll to`."""

_FARTHEST: Final = 20
"""How many tokens on from a number the sum may stand."""


def is_brought_to(tokens: Sequence[Token], before: Piece, first: int, lexicon: Lexicon) -> bool:
    """Whether the number whose words begin at token `first` is the sum of what one adds to.

    That one counts things, no money, measure, or part of a hundred.
    """
    if not lexicon.subjects.bringing or not 4 < first - before.last <= _FARTHEST:
        return False
    if (tokens[first - 1].key,) not in lexicon.ranges.path_middles or not touches(
        tokens[first - 1]
    ):
        return False
    words = range(first - 2, max(first - 2 - _LONGEST, before.last), -1)
    verb = next((at for at in words if tokens[at].key in lexicon.subjects.bringing), None)
    if verb is None or not all(map(touches, tokens[verb:first])):
        return False
    summed = any(token.key in lexicon.subjects.brought for token in tokens[verb + 1 : first - 1])
    return (
        summed and counts_things(tokens, before, lexicon) and in_clause(tokens[before.last : first])
    )


def counts_things(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number counts no time, money, measure or part of a hundred."""
    pair = tuple(token.key for token in tokens[piece.last + 1 : piece.last + 3])
    if not pair or not piece.readings or piece.readings[0].unit:
        return False
    measures = lexicon.time_units, lexicon.refuse.measured
    told = lexicon.traits[pair[0]] & MEASURE or among(pair[0], *measures)
    return not told and pair not in lexicon.percent_phrases
