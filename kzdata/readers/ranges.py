"""Ranges: two numbers of which one is the lower and one the upper end.

`10-15`, `between ten and fifteen`, `от 4 до 5 тысяч`: the ends of a range share unit and, where the
lower has none of its own, scale. A pair that does not rise is no range and no number either.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numerals import Piece
from kzdata.readers.tokens import Token

_Around = tuple[tuple[str, ...], tuple[str, ...]]

_APART = 5
"""How many tokens on from a lower end the upper one may begin: two of a unit and two between."""


_COUNTED = 2
"""How many words may name the thing counted inside a range."""


class Range(NamedTuple):
    """The tokens of a range, and its ends; None where two numbers are tied but make no range.

    The words of a `path` are those of a change too: `from 4 to 5`, never `between 4 and 5`. So many
    tokens at its end are a unit `repeated` behind both ends: `between 4 euros and 5 euros`.
    """

    first: int
    last: int
    ends: tuple[Fraction, Fraction] | None
    path: bool
    repeated: int = 0


def ranges(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> dict[int, Range]:
    """Every range by the place of its lower end in `found`."""
    out: dict[int, Range] = {}
    for place, (lower, upper) in enumerate(pairwise(found)):
        near = lower.linked or upper.first - lower.last <= _APART
        extent = _extent(tokens, lower, upper, lexicon) if near else None
        if extent is None:
            continue
        if place - 1 in out:
            before = out[place - 1]
            out[place - 1] = before._replace(ends=None)
            out[place] = Range(before.first, extent[1], None, path=False)
            continue
        first, last, path, repeated = extent
        out[place] = Range(first, last, _ends(lower, upper), path, repeated)
    return out


def _extent(
    tokens: Sequence[Token], lower: Piece, upper: Piece, lexicon: Lexicon
) -> tuple[int, int, bool, int] | None:
    """What ties two numbers together: its first and last token, whether a path, a repeated unit."""
    if lower.linked:
        return lower.first, upper.last, False, 0
    if not all(map(_touches, tokens[lower.last : upper.first])):
        return None
    between = tuple(token.key for token in tokens[lower.last + 1 : upper.first])
    for counted in range(min(len(between), _COUNTED) + 1):
        unit, middle = between[:counted], between[counted:]
        if not _stand(tokens, upper.last + 1, upper.last + 1 + counted, unit):
            continue
        for front, behind in _wordings(lexicon).get(middle, ()):
            first = _first(tokens, lower, front)
            last = _last(tokens, upper, behind)
            if first is None or last is None or (counted and not (front or behind)):
                continue
            repeated = 0 if behind else counted
            return first, last + repeated, (front, middle, behind) in lexicon.paths, repeated
    return None


@cache
def _wordings(lexicon: Lexicon) -> dict[tuple[str, ...], list[_Around]]:
    """What stands in front of and behind a range, by what stands between its ends."""
    found: dict[tuple[str, ...], list[_Around]] = {}
    for front, middle, behind in lexicon.ranges:
        found.setdefault(middle, []).append((front, behind))
    return found


def _first(tokens: Sequence[Token], lower: Piece, front: tuple[str, ...]) -> int | None:
    """The first token of a range, if what must stand in front of it, or end its number, does."""
    if front and front[0].startswith("-"):
        endings = tuple(front[0][1:].split("|"))
        return lower.first if tokens[lower.last].key.endswith(endings) else None
    first = lower.first - len(front)
    if first == lower.first:
        return first
    if first < 0 or not _touches(tokens[lower.first - 1]):
        return None
    return first if _stand(tokens, first, lower.first, front) else None


def _last(tokens: Sequence[Token], upper: Piece, behind: tuple[str, ...]) -> int | None:
    """The last token of a range, if what must stand behind it does.

    Things counted may stand before it: `10-нан 15 адамға дейін`.
    """
    if not behind:
        return upper.last
    for counted in range(_COUNTED + 1):
        first = upper.last + 1 + counted
        if first >= len(tokens) or tokens[first - 1].gap != " ":
            return None
        if _stand(tokens, first, first + len(behind), behind):
            return first + len(behind) - 1
    return None


def _stand(tokens: Sequence[Token], first: int, stop: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase fills the tokens up to `stop`, each touching the next."""
    there = tokens[first:stop]
    return all(map(_touches, there[:-1])) and tuple(token.key for token in there) == phrase


def _touches(token: Token) -> bool:
    """Whether a space alone, or an elision, parts a token from the next: `dall'8 al 12`."""
    return token.gap == " " or (not token.gap and token.key.endswith("'"))


def falling(lower: Piece, upper: Piece) -> tuple[Fraction, Fraction] | None:
    """The ends of a change that is no range: `fell from 90 to 45`; each must say its own scale."""
    low, high = lower.readings[0], upper.readings[0]
    single = len(lower.readings) == len(upper.readings) == 1
    scaled = low.scale == 1 != high.scale
    if not single or scaled or not low.number or not high.number or low.bound or high.bound:
        return None
    plain = {low.kind, high.kind} <= {"cardinal", "fraction"}
    return (low.number, high.number) if plain and low.number > high.number else None


def _ends(lower: Piece, upper: Piece) -> tuple[Fraction, Fraction] | None:
    if len(lower.readings) != 1 or len(upper.readings) != 1:
        return None
    low, high = lower.readings[0], upper.readings[0]
    if low.number is None or high.number is None or low.bound or high.bound:
        return None
    if "ordinal" in (low.kind, high.kind) or "multiplicative" in (low.kind, high.kind):
        return None
    start, scale = low.number, high.scale
    if scale != 1 == low.scale:
        if start < high.number / scale:
            start *= scale
        elif low.kind == "cardinal" and start < 10:
            return None
    return (start, high.number) if 0 < start < high.number else None
