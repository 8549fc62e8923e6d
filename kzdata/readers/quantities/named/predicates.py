"""What things are said to be that a number counts: `of the 212 candidates, 38 are women`."""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import MEASURE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named.windows import stop_of
from kzdata.readers.text.tokens import Token, touches

_LONGEST: Final = 3
"""How many words may say what they are: `were off-duty police officers`."""


def predicated(
    tokens: Sequence[Token], piece: Piece, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The noun in the plural behind the verb `be` behind a number, if that is no proportion."""
    verb, first = piece.last + 1, piece.last + 2
    if first >= len(tokens) or tokens[verb].key not in lexicon.subjects.being:
        return None
    if not touches(tokens[piece.last]) or not touches(tokens[verb]):
        return None
    if piece.first and tokens[piece.first - 1].key in lexicon.shares.ends:
        return None
    stop = stop_of(tokens, first, min(first + _LONGEST, len(tokens)), lexicon, numbers)
    ended = stop == len(tokens) or not touches(tokens[stop - 1])
    if stop == first or not (ended or tokens[stop].key in lexicon.stops):
        return None
    noun = tokens[stop - 1].key
    many = noun in lexicon.subjects.many_nouns or noun.endswith(lexicon.changes.plurals)
    none = among(noun, lexicon.subjects.no_nouns, lexicon.time_units) or noun.endswith(
        lexicon.subjects.no_plurals
    )
    if not many or none or lexicon.traits[noun] & MEASURE:
        return None
    return tokens[first].start, tokens[stop - 1].end
