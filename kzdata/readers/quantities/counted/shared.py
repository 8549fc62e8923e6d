"""The noun that the numbers of a row share, each with an adjective: `1 алтын, 2 күміс медаль`."""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.counted.beside import Beside
from kzdata.readers.quantities.found import Units
from kzdata.readers.text.tokens import Token, touches

_ADJECTIVE = 2
"""How many tokens on from a number the next of its row stands, one more behind `and`."""


def noun(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, beside: Beside, lexicon: Lexicon
) -> Units:
    """What the last number of a row names behind its adjective, for one in front of it.

    Adjectives of one kind are `row_adjectives`: `15 ауылдық, 8 қалалық және 3 аудандық мектеп`.
    One that is a noun too names what is counted itself: `3 военных и 5 пожарных машин`.
    """
    last = place
    while last + 1 < len(pieces) and _is_of_row(tokens, pieces[last], pieces[last + 1], lexicon):
        last += 1
    window = beside.own(last) if last > place else ()
    at = pieces[last].last + 2
    if not window or at >= len(tokens) or tokens[at].end > window[0][1]:
        return _said_before(tokens, pieces, place, beside, lexicon)
    return ((tokens[at].start, window[0][1]),)


def _said_before(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, beside: Beside, lexicon: Lexicon
) -> Units:
    """The same of the number that opens the row: `4 золотые медали, 2 серебряные и 7 бронзовых`."""
    if not any(lexicon.ellipses.no_row_adjectives):
        return ()
    first = place
    while first and _is_of_row(tokens, pieces[first - 1], pieces[first], lexicon):
        first -= 1
    last = pieces[place].last + 1
    alone = last < len(tokens) and beside.own(place) == ((tokens[last].start, tokens[last].end),)
    if not alone or not first:
        return ()
    if not _is_of_row(tokens, pieces[first - 1], pieces[first], lexicon, named=1):
        return ()
    noun = tokens[pieces[first - 1].last + 2]
    named = beside.own(first - 1)
    return ((noun.start, noun.end),) if named and named[0][1] == noun.end else ()


def _is_of_row(
    tokens: Sequence[Token], piece: Piece, following: Piece, lexicon: Lexicon, named: int = 0
) -> bool:
    """Whether but an adjective stands behind a number, and one of its kind behind the next.

    It may have the noun behind it, where one word is `named`.
    """
    between = following.first - piece.last - named
    if not 0 < between - _ADJECTIVE + 1 <= _ADJECTIVE or following.last + 1 >= len(tokens):
        return False
    adjective, joint = tokens[piece.last + 1], tokens[following.first - 1]
    end = tokens[piece.last + 1 + named]
    joined = joint.key in lexicon.conjunctions and touches(joint) and touches(end)
    if not (joined if between > _ADJECTIVE else end.gap == ", "):
        return False
    pair = adjective.key, tokens[following.last + 1].key
    if any(map(lexicon.ellipses.no_row_adjectives.has, pair)) or (named and not touches(adjective)):
        return False
    alike = any(
        all(word.endswith(ends) for word in pair) for ends in lexicon.ellipses.row_adjectives
    )
    return alike and touches(tokens[piece.last]) and touches(tokens[following.last])
