"""Numbers beside a mark that stands alone: `> 300 people`, `≈ 20`, `4 x 100 metres`, `300 +`.

A mark that compares bounds the number behind it, as one that is glued to it does; one that reckons
makes another number of two, of which neither is read.
"""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import BOUNDS, RECKONING
from kzdata.readers.lexicon.traits import MARK, UNIT_BEFORE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, Words, touches

_LISTED: Final = 6
"""How many tokens in front of a mark the one before it may stand."""


def marked(
    words: Words, found: Sequence[Piece], traits: Sequence[int], lexicon: Lexicon
) -> list[Piece]:
    """The numbers of a text, those behind a lone mark with their bound or refused."""
    tokens, out = words.tokens, list(found)
    for place, piece in enumerate(found):
        at, money = _mark(tokens, piece, traits, lexicon)
        if at >= 0:
            before = found[place - 1] if place else None
            counted = before and before.last == at - 1 and touches(tokens[at - 1])
            if counted:
                out[place - 1] = _none(out[place - 1])
            if counted or tokens[at].key not in RECKONING:
                lone = not (counted or _is_one_of_several(tokens, at, traits))
                bounded = _bounded(tokens, piece, at, money) if lone else None
                out[place] = bounded or _none(piece)
        if _is_marked_behind(words, piece, traits):
            out[place] = _none(piece)
    return out


def _mark(
    tokens: Sequence[Token], piece: Piece, traits: Sequence[int], lexicon: Lexicon
) -> tuple[int, tuple[int, int] | None]:
    """The token of the mark in front of a number, else -1, and money between: `> $ 300`."""
    at, money = piece.first - 1, None
    led = at > 0 and traits[at] & UNIT_BEFORE and touches(tokens[at])
    if led and lexicon.is_money(tokens[at].key):
        money = tokens[at].start, tokens[at].end
        at -= 1
    alone = at >= 0 and traits[at] & MARK and not tokens[at].key[0].isalpha()
    reckons = at >= 0 and tokens[at].key in RECKONING
    return (at if (alone or reckons) and touches(tokens[at]) else -1), money


def _is_one_of_several(tokens: Sequence[Token], at: int, traits: Sequence[int]) -> bool:
    """Whether a mark stands beside another, or parts what is listed: `Home > News > 300 people`."""
    key = tokens[at].key
    if at and traits[at - 1] & MARK:
        return True
    return any(token.key == key for token in tokens[max(at - _LISTED, 0) : at])


def _bounded(
    tokens: Sequence[Token], piece: Piece, at: int, money: tuple[int, int] | None
) -> Piece | None:
    """A number with the bound that a mark is; None where it may mean something else."""
    bound = BOUNDS.get(tokens[at].key)
    plain = {reading.kind for reading in piece.readings} <= {"cardinal", "fraction"}
    bare = not any(one.bound or one.number is None for one in piece.readings)
    if bound is None or piece.linked or not (plain and bare):
        return None
    start = tokens[at].start
    readings = tuple(
        one._replace(
            bound=bound,
            unit=one.unit or money,
            marked=(start, max(one.end, one.marked[1] if one.marked else 0)),
        )
        for one in piece.readings
    )
    return piece._replace(first=at, readings=readings)


def _is_marked_behind(words: Words, piece: Piece, traits: Sequence[int]) -> bool:
    """Whether a mark right behind a number, or at the end of what it counts, changes it.

    `300 + people`, `300 > x`, `300 people+`, but not `300 LGBTQ+ people`.
    """
    tokens, at = words.tokens, piece.last + 1
    if at >= len(tokens) or not traits[at] & MARK or not touches(tokens[piece.last]):
        return False
    key = tokens[at].key
    if key[0].isalpha() and len(key) > 1:
        return words.text[tokens[at].start].islower()
    return key == "+" or key not in RECKONING


def _none(piece: Piece) -> Piece:
    """A number that is not read."""
    return piece._replace(readings=())
