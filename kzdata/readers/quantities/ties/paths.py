"""Paths from one number to another: `from 4 to 5`, `с 4 млн в 2010 году до 5`, `4-тен 5-ке`.

Words lead to both numbers, or their case endings tell. Whether something changed along a path is
for `changes`; where nothing did, the numbers may be a range.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.dated import is_year
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, alike, touches

_PARTED: Final = 10
"""How many tokens on from the first number the second may stand."""

_LONGEST_BOUND: Final = 3
"""How many words may stand between those that lead to a number and itself: `to fewer than 8`."""

_LONGEST_UNIT: Final = 3
"""How many words may name what is counted in front of a case ending."""


class End(NamedTuple):
    """One of the two numbers: its place among the pieces, its bound, and where its words begin.

    `lead` is where the words that lead to it begin, `stop` the token at which what it counts ends,
    if one must.
    """

    place: int
    bound: Bound
    first: int
    lead: int
    stop: int | None = None


class Path(NamedTuple):
    """Two numbers, whether a time is between them, and whether the first is `bare` of a unit."""

    begun: End
    ended: End
    dated: bool
    bare: bool


def paths(
    tokens: Sequence[Token], found: Sequence[Piece], refused: Container[int], lexicon: Lexicon
) -> Iterator[Path]:
    """The paths of a text, in order, from numbers to numbers that are not `refused`."""
    for place, was in enumerate(found[:-1]):
        begun = None if place in refused or was.linked else _begun(tokens, was, place, lexicon)
        if begun is None:
            continue
        for later in _later(tokens, found, place, refused):
            became = found[later]
            if is_year(tokens, was) and is_year(tokens, became):
                continue
            ended = _ended(tokens, became, later, lexicon)
            if ended is None:
                continue
            behind = was.last + 1
            bare = behind in (ended.lead, begun.stop) or tokens[behind].key in lexicon.stops
            path = Path(begun, ended, dated=later > place + 1, bare=bare)
            if _is_one(tokens, path, was, became):
                yield path
                break


def _later(
    tokens: Sequence[Token], found: Sequence[Piece], place: int, refused: Container[int]
) -> Iterator[int]:
    """The places of numbers to which a path may lead, over ordinals and what is none at most."""
    for later in range(place + 1, min(place + 4, len(found))):
        last, first = found[place].last, found[later].first
        if not 1 <= first - last <= _PARTED or not all(map(touches, tokens[last:first])):
            return
        ordinal = any(reading.kind == "ordinal" for reading in found[later].readings)
        if later in refused or ordinal:
            continue
        yield later
        if not is_year(tokens, found[later]):
            return


def _begun(tokens: Sequence[Token], piece: Piece, place: int, lexicon: Lexicon) -> End | None:
    """The number as the first of a path, if it may be."""
    if not lexicon.changes.since:
        return led(tokens, piece, place, lexicon.ranges.path_leads, lexicon)
    cased = _cased(tokens, piece, lexicon.changes.since)
    return None if cased is None else End(place, "exactly", piece.first, piece.first, cased + 1)


def _ended(tokens: Sequence[Token], piece: Piece, place: int, lexicon: Lexicon) -> End | None:
    """The number as the second of a path, if it may be."""
    if not lexicon.changes.since:
        return led(tokens, piece, place, lexicon.ranges.path_middles, lexicon)
    behind = range(piece.last + 1, min(piece.last + _LONGEST_UNIT + 2, len(tokens)))
    until = next((at for at in behind if tokens[at].key in lexicon.changes.ends), None)
    cased = _cased(tokens, piece, lexicon.changes.until)
    stop = until if until is not None or cased is None else cased + 1
    return None if stop is None else End(place, "exactly", piece.first, piece.first, stop)


def led(
    tokens: Sequence[Token],
    piece: Piece,
    place: int,
    leads: Container[tuple[str, ...]],
    lexicon: Lexicon,
) -> End | None:
    """A number behind one of the words that lead to it, with its bound between: `to about 80`."""
    for first in range(piece.first, max(piece.first - _LONGEST_BOUND - 1, 0), -1):
        if not touches(tokens[first - 1]):
            return None
        last = tokens[first - 1].key
        for start, words in ((first - 2, (tokens[first - 2].key, last)), (first - 1, (last,))):
            if start >= 0 and words in leads:
                bound = _bound(tuple(token.key for token in tokens[first : piece.first]), lexicon)
                return End(place, bound, first, start) if bound else None
    return None


def _bound(said: tuple[str, ...], lexicon: Lexicon) -> Bound | None:
    """What the words in front of a number say, small ones being nothing; None where unclear."""
    while said and said not in lexicon.bounds.front:
        if said[-1] not in lexicon.fillers and said[-1] not in lexicon.money.codes:
            return None
        said = said[:-1]
    return lexicon.bounds.front[said] if said else "exactly"


def _cased(tokens: Sequence[Token], piece: Piece, endings: tuple[str, ...]) -> int | None:
    """The token with one of the endings that a number has, or the words for what it counts."""
    for position in range(piece.last, min(piece.last + _LONGEST_UNIT + 1, len(tokens))):
        if tokens[position].key.endswith(endings):
            return position
        if not touches(tokens[position]):
            return None
    return None


def _is_one(tokens: Sequence[Token], path: Path, was: Piece, became: Piece) -> bool:
    """Whether two numbers told by their endings are of one thing, and nothing else is between."""
    stop = path.begun.stop
    if stop is None:
        return True
    if not path.dated and stop != became.first:
        return False
    if stop == was.last + 1:
        return True
    end = path.ended.stop
    nouns = {became.last + 1, became.last + 1 if end is None else end - 1}
    return any(alike(tokens[stop - 1].key, tokens[at].key) for at in nouns if at < len(tokens))
