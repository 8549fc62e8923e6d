"""Numbers that a verb makes a limit or a mark left behind: `caps rent rises at 5 per cent`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, touches

_LONGEST_CAPPED: Final = 8
"""How many words may lead from a verb that caps to its cap."""

_FEW: Final = 12
"""So few things are no mark that anybody passes."""

_MARK: Final = 2
"""How many words may stand between a number and what makes it a mark."""


def passed(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Phrase | None:
    """The bound of a number that is a mark left behind: `passed the 80 million mark`.

    One behind which a thing is named may be an object (`passed 900 fake notes`); the name says so.
    """
    verb, end = piece.first - 1, mark(tokens, piece.last, lexicon)
    if verb > 0 and tokens[verb].key in lexicon.linking:
        verb -= 1
    if verb < 0 or tokens[verb].key not in lexicon.caps.passing:
        return None
    if not all(map(touches, tokens[verb : piece.first])):
        return None
    if end or _is_level(tokens, piece, lexicon):
        return Phrase("more_than", verb, piece.first, end)
    named = (
        lexicon.caps.passes_levels and piece.last + 1 < len(tokens) and touches(tokens[piece.last])
    )
    return Phrase("exactly", piece.first, piece.first, piece.last + 1) if named else None


def _is_level(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is what something comes to, and counts nothing: `pass $3bn by May`."""
    last, reading = piece.last, piece.readings[0] if piece.readings else None
    if not lexicon.caps.passes_levels or reading is None or reading.kind != "cardinal":
        return False
    behind = tuple(token.key for token in tokens[last + 1 : last + 3])
    if reading.unit or lexicon.is_money(tokens[piece.first - 1].key):
        return True
    if not touches(tokens[last]) or not behind:
        return reading.number is not None and reading.number > _FEW
    paid = among(behind[0], lexicon.money.currencies, lexicon.percents)
    bare = behind[0] in lexicon.stops and reading.number is not None and reading.number > _FEW
    return paid or behind in lexicon.percent_phrases or bare


def capped(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Phrase | None:
    """The bound of a number that something is held to: `caps rent rises at 5 per cent`.

    None where it only changes to so much: `cut speed limits on rural roads to 40 mph`.
    """
    at = piece.first - 1
    while at > 0 and (tokens[at].key in lexicon.fillers or lexicon.is_money(tokens[at].key)):
        at -= 1
    if at < 1 or tokens[at].key not in lexicon.caps.at:
        return None
    found = None
    for verb in range(at - 1, max(at - 1 - _LONGEST_CAPPED, -1), -1):
        key = tokens[verb].key
        if not touches(tokens[verb]) or key in lexicon.subjects.borders:
            break
        caps = found is None and _caps(tokens, verb, lexicon)
        changes = lexicon.changes.all.has(key) or key in lexicon.changes.paces
        leads = (tokens[at].key,) in lexicon.ranges.path_middles and verb == at - 1
        if changes and (found or (leads and not _caps(tokens, verb - 1, lexicon))):
            return None
        if caps:
            found = Phrase("at_most", verb - (key in lexicon.caps.led), piece.first)
    return found


def _caps(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> bool:
    """Whether a word that caps is a verb: `the law limits`, `will cap`, but not `speed limits`."""
    if verb < 0 or tokens[verb].key not in lexicon.caps.capping:
        return False
    led = tokens[verb - 1].key if verb and touches(tokens[verb - 1]) else ""
    if tokens[verb].key in lexicon.caps.led:
        return led in lexicon.refuse.acting or led == "to"
    return not (led.isdecimal() or among(led, lexicon.subjects.articles, lexicon.caps.nouns))


def mark(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """The token that makes the number ending at token `last` a mark, over its unit; else 0."""
    for position in range(last + 1, min(last + 1 + _MARK, len(tokens))):
        if not touches(tokens[position - 1]):
            break
        if tokens[position].key in lexicon.bounds.thresholds:
            return position
    return 0
