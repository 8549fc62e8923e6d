"""Ranges: two numbers of which one is the lower and one the upper end.

`10-15`, `between ten and fifteen`, `от 4 до 5 тысяч`: the ends of a range share unit and, where the
lower has none of its own, scale. A pair that does not rise is no range and no number either.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from operator import eq
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import UNIT_SIGNS
from kzdata.readers.numbers.numerals import Piece, Reading, pairs
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.rates import PERCENT, is_rate
from kzdata.readers.quantities.ties.parted import ballot, is_paid_to
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, alike, keys, touches

_Around = tuple[tuple[str, ...], tuple[str, ...]]

_APART: Final = 5
"""How many tokens on from a lower end the upper one may begin: two of a unit and two between."""


_COUNTED: Final = 3
"""How many words may name the thing counted inside a range: `айлық есептік көрсеткіш`."""


class Ends(NamedTuple):
    """The readings of both ends that make a range, and what they say with a scale said once."""

    readings: tuple[Reading, Reading]
    numbers: tuple[Fraction, Fraction]


class Range(NamedTuple):
    """The tokens of a range, and all its ends; none where two numbers tied make no range.

    `between 3m and 4m` has two: millions and metres. So many tokens at its end are a unit
    `repeated` behind both: `between 4 euros and 5 euros`. Where they stand `apart` the words say
    two numbers, money and those that it goes to.
    """

    first: int
    last: int
    ends: tuple[Ends, ...]
    repeated: int = 0
    apart: bool = False


def ranges(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> dict[int, Range]:
    """Every range by the place of its lower end in `found`."""
    out: dict[int, Range] = {}
    for place, (lower, upper) in enumerate(pairwise(found)):
        near = lower.linked or upper.first - lower.last <= _APART
        extent = _extent(tokens, lower, upper, lexicon) if near else None
        if (
            extent is None
            or _is_rate_alone(tokens, lower, upper, lexicon)
            or _are_places(lower, upper)
        ):
            continue
        if place - 1 in out:
            before = out[place - 1]
            out[place - 1] = before._replace(ends=(), apart=False)
            out[place] = Range(before.first, extent[1], ())
            continue
        first, last, repeated = extent
        if voted := ballot(tokens, lower, first, lexicon):
            out[place] = Range(voted, last, (), apart=True)
            continue
        ends = tuple(_ends(lower, upper))
        if not ends and is_paid_to(tokens, lower, upper, lexicon):
            out[place] = Range(first, upper.last + 1, (), apart=True)
        else:
            out[place] = Range(first, last, ends, repeated)
    return out


def _is_rate_alone(tokens: Sequence[Token], lower: Piece, upper: Piece, lexicon: Lexicon) -> bool:
    """Whether only the first of two numbers is a rate, so that they tie nothing: `5% to $2bn`."""
    if not tokens[lower.last].key.endswith(PERCENT) or is_rate(tokens, upper.last, lexicon):
        return False
    return neighbours.behind(tokens, upper.last) not in UNIT_SIGNS


def _are_places(lower: Piece, upper: Piece) -> bool:
    """Whether both numbers are an ordinal, each for itself: `scende dal 58º al 71º posto`."""
    kinds = {reading.kind for reading in lower.readings + upper.readings}
    return kinds == {"ordinal"} and not lower.linked


def _extent(
    tokens: Sequence[Token], lower: Piece, upper: Piece, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """What ties two numbers together: its first and last token, and a repeated unit's length."""
    if lower.linked:
        return lower.first, upper.last, 0
    if not all(map(touches, tokens[lower.last : upper.first])):
        return None
    begun = lower.first
    between = tuple(token.key for token in tokens[lower.last + 1 : upper.first])
    if windows.in_front(tokens, lower.first, lexicon):
        begun -= 1
        between = between[:-1] if between and between[-1] == tokens[begun].key else between
    for counted in range(min(len(between), _COUNTED) + 1):
        unit, middle = between[:counted], between[counted:]
        if counted and not middle and (extent := _cased(tokens, lower, upper, counted, lexicon)):
            return extent
        if counted and not _repeats(tokens, upper.last + 1, unit, lexicon):
            continue
        for front, behind in _wordings(lexicon).get(middle, ()):
            first = _first(tokens, lower, begun, front, lexicon)
            last = _last(tokens, upper, behind, lexicon)
            if first is None or last is None or (counted and not (front or behind)):
                continue
            repeated = 0 if behind else counted
            return first, last + repeated, repeated
    return None


def _repeats(tokens: Sequence[Token], first: int, unit: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a unit stands again from token `first` on, in another case where there are any."""
    there = tokens[first : first + len(unit)]
    same = alike if lexicon.changes.since else eq
    repeated = len(there) == len(unit) and all(map(same, unit, keys(there)))
    return repeated and all(map(touches, there[:-1]))


def _cased(
    tokens: Sequence[Token], lower: Piece, upper: Piece, counted: int, lexicon: Lexicon
) -> tuple[int, int, int] | None:
    """A range whose lower end is told by its unit's case: `5 теңгеден 9 теңгеге дейін`."""
    unit = tokens[lower.last + counted].key
    if not unit.endswith(lexicon.changes.since) or upper.last + counted >= len(tokens):
        return None
    if not alike(unit, tokens[upper.last + counted].key):
        return None
    for front, behind in _wordings(lexicon).get((), ()):
        last = _last(tokens, upper, behind, lexicon)
        if front and behind and last is not None:
            return lower.first, last, 0
    return None


def lower_unit(tokens: Sequence[Token], lower: Piece, upper: Piece, lexicon: Lexicon) -> Units:
    """The unit that the lower end of a range has in a case of its own: `5 теңгеден 9 теңгеге`."""
    cased = lexicon.changes.since and upper.first == lower.last + 2
    if not cased or upper.last + 1 == len(tokens):
        return ()
    unit, other = tokens[lower.last + 1], tokens[upper.last + 1]
    told = unit.key.endswith(lexicon.changes.since) and alike(unit.key, other.key)
    return ((unit.start, unit.end),) if told else ()


@cache
def _wordings(lexicon: Lexicon) -> dict[tuple[str, ...], list[_Around]]:
    """What stands in front of and behind a range, by what stands between its ends."""
    found: dict[tuple[str, ...], list[_Around]] = {}
    for front, middle, behind in lexicon.ranges.wordings:
        found.setdefault(middle, []).append((front, behind))
    return found


def _first(
    tokens: Sequence[Token], lower: Piece, begun: int, front: tuple[str, ...], lexicon: Lexicon
) -> int | None:
    """The first token of a range, if what must stand in front of it, or end its number, does.

    Its lower end has `begun` with a currency, if one stands in front, and may be `about` so many.
    """
    if front and front[0].startswith("-"):
        endings = tuple(front[0][1:].split("|"))
        return lower.first if tokens[lower.last].key.endswith(endings) else None
    if not front:
        return lower.first
    before = tokens[begun - 1]
    if before.key != front[-1] and before.key in lexicon.bounds.front_ends:
        begun -= begun > 1 and _hedges(before, lexicon)
        before = tokens[begun - 1]
    first = begun - len(front)
    if first < 0 or before.key != front[-1] or not touches(before):
        return None
    return first if _stand(tokens, first, begun, front) else None


def _hedges(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word alone says about how many: `da circa 3 a 8 metri`."""
    said = (token.key,)
    return said in lexicon.bounds.front and lexicon.bounds.front[said] == "about"


def _last(
    tokens: Sequence[Token], upper: Piece, behind: tuple[str, ...], lexicon: Lexicon
) -> int | None:
    """The last token of a range, if what must stand behind it does.

    Things counted may stand before it, but no other number: `10-нан 15 адамға дейін`.
    """
    if not behind:
        return upper.last
    for counted in range(_COUNTED + 1):
        first = upper.last + 1 + counted
        if first >= len(tokens) or tokens[first - 1].gap != " ":
            return None
        if _stand(tokens, first, first + len(behind), behind):
            return first + len(behind) - 1
        if lexicon.term(tokens[first].key) or tokens[first].key[0].isdigit():
            return None
    return None


def _stand(tokens: Sequence[Token], first: int, stop: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase fills the tokens up to `stop`, each touching the next."""
    there = tokens[first:stop]
    return tuple(keys(there)) == phrase and all(map(touches, there[:-1]))


def _ends(lower: Piece, upper: Piece) -> Iterator[Ends]:
    for low, high in pairs(lower, upper):
        if numbers := _rising(low, high):
            yield Ends((low, high), numbers)


def _rising(low: Reading, high: Reading) -> tuple[Fraction, Fraction] | None:
    if low.number is None or high.number is None or low.bound or high.bound:
        return None
    if "ordinal" in (low.kind, high.kind) or "multiplicative" in (low.kind, high.kind):
        return None
    start, scale = low.number, high.scale
    scaled = scale != 1
    if scaled and low.scale == 1:
        if _is_below(start, high.number / scale):
            start *= scale
        elif low.kind == "cardinal" and start < 10:
            return None
    rising = start.numerator and _is_below(start, high.number)
    return (start, high.number) if rising and (start.numerator > 0 or not scaled) else None


def _is_below(one: Fraction, other: Fraction) -> bool:
    """What `<` says, which asks a fraction for its type in Python first."""
    over, under = one.as_integer_ratio()
    above, below = other.as_integer_ratio()
    return over * below < above * under
