"""Per cent that is said once for several numbers: `sale dell'1,2%, Parigi dello 0,8`.

It is left out of a decimal behind an article that goes with nothing else, or behind a verb of
change: `lost 1.3% on Monday and gained 0.4 on Tuesday`, or of another: `and the Liberals 29.4`.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.rates import PERCENT, percent_behind
from kzdata.readers.quantities.refusals.namings import of_other
from kzdata.readers.quantities.ties.scales import is_bare_decimal
from kzdata.readers.text.tokens import Token, in_sentence, touches

_FARTHEST: Final = 16
"""How many tokens on from one such number the next may stand."""


def of_before(
    tokens: Sequence[Token],
    found: Sequence[Piece],
    refused: Container[int],
    place: int,
    lexicon: Lexicon,
) -> tuple[int, int] | None:
    """Where the per cent stands that the number at `place` leaves out."""
    later = found[place]
    for earlier in range(place - 1, -1, -1):
        before = found[earlier]
        if earlier in refused or any(one.kind == "ordinal" for one in before.readings):
            continue
        if not (before.readings and _goes_on(tokens, before, later, lexicon)):
            return None
        percent = _percent(tokens, before, lexicon)
        if percent or not _leaves_out(tokens, before, lexicon):
            return percent
        later = before
    return None


def is_step(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number tells by how many per cent something changed: `è calato del 22`.

    It counts nothing else, whatever the words in front name.
    """
    lead = piece.first - 1
    if lead < 1 or not touches(tokens[lead - 1]):
        return False
    led = tokens[lead].key in lexicon.percent_leads and tokens[lead].key in lexicon.changes.steps
    return led and lexicon.changes.all.has(tokens[lead - 1].key)


def _goes_on(tokens: Sequence[Token], before: Piece, later: Piece, lexicon: Lexicon) -> bool:
    """Whether a number says in the same sentence how much else changed."""
    near = later.first - before.last <= _FARTHEST and _leaves_out(tokens, later, lexicon)
    border = of_other(tokens, later, lexicon)
    if near and border is not None:
        return all(map(touches, tokens[before.last : border]))
    return near and in_sentence(tokens[before.last : later.first])


def _leaves_out(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number may be one of per cent by the word in front of it."""
    if not piece.first or len(piece.readings) != 1 or not is_bare_decimal(piece.readings[0]):
        return False
    key = tokens[piece.first - 1].key
    changes = lexicon.changes
    if key in lexicon.percent_leads or key in changes.paces or changes.all.has(key):
        return True
    return of_other(tokens, piece, lexicon) is not None


def _percent(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> tuple[int, int] | None:
    """The per cent of a number that has its own."""
    reading, last = piece.readings[0], tokens[piece.last]
    if reading.unit:
        return reading.unit if last.key.endswith(PERCENT) else None
    if percent_behind(tokens, piece.last, lexicon):
        return windows.behind(tokens, piece.last, lexicon, (), len(tokens))
    return None
