"""Lengths of time that are one together, or the ends of a range: `one year and two months`.

What one length is stands in `durations` and `unnumbered`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from kzdata.readers.durations.times import Length, Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token

_ORDER: Final = ("Y", "M", "W", "D", "H", "m", "S")
"""ISO 8601 designators, largest first; `m` stands for the M behind the T."""

_NEXT: Final = frozenset({"YM", "MW", "MD", "WD", "DH", "Hm", "mS"})
"""Units that a comma alone may join: the smaller behind the next larger."""


def sums(lengths: Iterable[Length], tokens: list[Token], times: Times) -> Iterator[list[Length]]:
    """Lengths that are one together: `one year and two months`."""
    current: list[Length] = []
    told = list(lengths)
    for place, length in enumerate(told):
        if current and _adds(current[-1], length, tokens, times):
            if length.bound != "exactly":
                current[0] = current[0]._replace(bound=length.bound)
            current.append(length)
            continue
        behind = told[place + 1] if place + 1 < len(told) else length
        until = behind if _adds(length, behind, tokens, times) else length
        if _follows_unit(length, tokens, times, until.bound):
            continue
        yield from _whole_sum(current)
        current = [length]
    yield from _whole_sum(current)


def _whole_sum(lengths: list[Length]) -> Iterator[list[Length]]:
    if lengths and not (len(lengths) == 1 and lengths[0].weak):
        yield lengths


def ranged(
    sums: list[list[Length]], tokens: list[Token], known: Lexicon, times: Times
) -> Iterator[list[Length]]:
    """The same, those tied as the ends of a range with its bounds: `from a week to a month`."""
    place = 0
    while place < len(sums):
        tied = place + 1 < len(sums) and _range(sums[place], sums[place + 1], tokens, known, times)
        if not tied:
            yield sums[place]
            place += 1
            continue
        yield from tied
        place += 2


def _range(
    left: list[Length], right: list[Length], tokens: list[Token], known: Lexicon, times: Times
) -> list[list[Length]]:
    """The ends of a range, each with all of it as `whole`; none where two lengths are not tied."""
    if _is_from_until(left[-1], right, tokens, times):
        whole = left[0].whole[0], right[-1].whole[1]
        return [
            [
                left[0]._replace(bound="at_least", whole=whole),
                *(one._replace(whole=whole) for one in left[1:]),
            ],
            [right[0]._replace(whole=whole), *right[1:]],
        ]
    if {left[-1].bound, right[0].bound} != {"exactly"} or len(left) + len(right) > 2:
        return []
    lower, upper = left[0], right[0]
    if lower.whole[0] == upper.whole[0]:
        return []
    between = tokens[lower.last + 1 : upper.first]
    if not lower.first or len(between) != 1:
        return []
    before, middle = tokens[lower.first - 1], between[0]
    tied = before.gap == tokens[lower.last].gap == middle.gap == " "
    words = (before.key,), (middle.key,)
    if not tied or all(words != (front, inner) for front, inner, _ in known.ranges.wordings):
        return []
    whole = before.start, upper.words[1]
    return [
        [lower._replace(bound="at_least", whole=whole)],
        [upper._replace(bound="at_most", whole=whole)],
    ]


def _is_from_until(left: Length, right: list[Length], tokens: list[Token], times: Times) -> bool:
    """Whether a length and another are a Kazakh range: `үш аптадан төрт аптаға дейін`."""
    touching = left.last + 1 == right[0].first and tokens[left.last].gap == " "
    bounds = (left.bound, right[0].bound) == ("exactly", "at_most")
    ended = right[-1]
    until = any(
        token.end == ended.whole[1] and token.key in times.until
        for token in tokens[ended.last + 1 : ended.last + 3]
    )
    return touching and bounds and until and tokens[left.last].key.endswith(times.from_endings)


def _follows_unit(length: Length, tokens: list[Token], times: Times, bound: Bound) -> bool:
    """Whether a unit stands right in front, of a length that is no part of this one's sum.

    The sum has a `bound`, by which it may be the end of a range: `2 жылдан 5 жыл 6 айға дейін`.
    """
    position = length.first - 1
    while position >= 0 and tokens[position].end > length.whole[0]:
        position -= 1
    if position > 0 and tokens[position].key in times.joints and tokens[position].gap == " ":
        position -= 1
    if position < 0 or tokens[position].gap != " ":
        return False
    key = tokens[position].key
    if key in times.wholes or (bound == "at_most" and key.endswith(times.from_endings)):
        return False
    return key.split("-")[-1] in times.units or key in times.words or bool(times.glued_word(key))


def _adds(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    if left.amount is None or right.amount is None or not _may_bound(left, right, tokens, times):
        return False
    if left.amount.denominator != 1 or _ORDER.index(left.unit) >= _ORDER.index(right.unit):
        return False
    if left.whole[1] > right.words[0] or right.whole[0] < left.words[1]:
        return False
    between = tokens[left.last + 1 : right.first]
    gap = tokens[left.last].gap
    if not between:
        listed = gap == ", " and _lists(left, right, tokens, times)
        return gap == " " or listed
    return len(between) == 1 and between[0].key in times.joints and gap == between[0].gap == " "


def _may_bound(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    """Whether the second length has no bound but one behind, of both: `үш жыл екі айдан астам`.

    The first must have none, nor be the lower end of a range: `үш жылдан екі айға дейін`.
    """
    if right.bound == "exactly":
        return True
    behind = right.whole[0] == right.words[0] and right.whole[1] > right.words[1]
    until = tokens[left.last].key.endswith(times.from_endings)
    return behind and left.bound == "exactly" and not until


def _lists(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    """Whether a comma lists units: `two hours, 15 minutes`, not `two years, six months of it`."""
    behind = tokens[right.last + 1 : right.last + 3]
    if right.weak and not (behind and behind[0].key in times.joints):
        return False
    following = {token.key for token in behind}
    return left.unit + right.unit in _NEXT and following.isdisjoint(times.apart)
