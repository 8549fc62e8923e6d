"""The one way to place the folded pieces of a quotation in a fold; or why there is none, or more.

Whether a place is tried at all is `kzdata.quotations.hits`; which quotation has which pieces,
`kzdata.quotations.locate`.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, Literal, NamedTuple

from kzdata.quotations.context import ANYWHERE, Context, Place
from kzdata.quotations.edges import cuts
from kzdata.quotations.folding import Folded
from kzdata.selectors import Span

SHOWN: Final = 8
"""How many candidates are given at most."""

Problem = Literal["", "empty", "missing", "cuts-word", "ambiguous", "misplaced", "elsewhere"]

Search = Callable[[str], Iterable[int]]
"""Gives every place of the fold at which some folded words stand, in order."""

_EXAMINED: Final = 100_000
"""How many places are looked at for one quotation: only what repeats itself has more."""


class Located(NamedTuple):
    """Where a quotation stands: a span a piece; or none, and the problem.

    - `empty`: the quotation, or one of its pieces, holds no letter and no digit;
    - `missing`: the words do not stand in the source, or the pieces not in this order;
    - `cuts-word`: they stand only inside longer words or numbers, `800` in `1800` or in `1,800`;
    - `ambiguous`: they stand more than once;
    - `misplaced`: they stand, but not at the `start` and `end` that are given;
    - `elsewhere`: they stand, but not beside the `prefix` and `suffix` that are given.

    `candidates` are the first few places where the words (of a `[…]` quotation: its first piece)
    do stand.
    """

    spans: tuple[Span, ...]
    problem: Problem = ""
    candidates: tuple[Span, ...] = ()


def says_something(words: str) -> bool:
    """Whether the words hold a letter or digit."""
    return words[:1].isalnum() or any(map(str.isalnum, words))


def placed(source: Folded, parts: list[str], stated: Context, hits: Search) -> Located:
    """The one way to place the folded parts behind one another; or why there is none, or more."""
    if not parts or not all(map(says_something, parts)):
        return Located((), "empty")
    text = source.text
    places: list[list[Place]] = []
    left = _EXAMINED
    for part in parts:
        # Long words at more places than this overlap themselves, and each costs their length.
        most = min(left, 1000 + 8 * len(text) // len(part))
        starts = list(islice(hits(part), most))
        if len(starts) == most:
            return Located((), "ambiguous", _some(source, starts, len(part)))
        left -= len(starts)
        places.append(list(whole(source, starts, len(part))))
        if not places[-1]:
            cut = _some(source, starts, len(part))
            return Located((), "cuts-word" if cut else "missing", cut)
    candidates = places[0]
    if stated is not ANYWHERE:
        places[0] = [place for place in places[0] if stated.begins(text, place)]
        places[-1] = [place for place in places[-1] if stated.ends(text, place)]
    return _in_order(places) or _why_not(places, candidates, stated)


def whole(source: Folded, starts: Iterable[int], length: int) -> Iterator[Place]:
    """The stretches of the fold, all of one length, that cut neither a word nor a character."""
    for start in starts:
        if span := whole_at(source, start, length):
            yield Place(start, start + length, span)


def whole_at(source: Folded, start: int, length: int) -> Span | None:
    """The span of a stretch of the fold; None where it cuts a word or a character."""
    end = start + length
    return None if cuts(source.text, start, end) else source.span(start, end)


def _some(source: Folded, starts: list[int], length: int) -> tuple[Span, ...]:
    """The first spans of those stretches that are whole characters of the source."""
    spans = (source.span(start, start + length) for start in starts)
    return tuple(islice(filter(None, spans), SHOWN))


def _in_order(places: list[list[Place]]) -> Located | None:
    """The parts in their one order: as far to the front as can be is as far to the back."""
    if len(places) == 1:
        return Located((places[0][0].span,)) if len(places[0]) == 1 else None
    earliest = _earliest(places)
    if not earliest:
        return None
    mirrored = [[_mirrored(place) for place in reversed(part)] for part in reversed(places)]
    latest = [_mirrored(place) for place in reversed(_earliest(mirrored))]
    return Located(tuple(place.span for place in earliest)) if earliest == latest else None


def _earliest(places: list[list[Place]]) -> list[Place]:
    """For each part its first place behind the part before it; empty where there is no way."""
    chosen: list[Place] = []
    for part in places:
        behind = (place for place in part if not chosen or place.start >= chosen[-1].end)
        place = next(behind, None)
        if place is None:
            return []
        chosen.append(place)
    return chosen


def _mirrored(place: Place) -> Place:
    return Place(-place.end, -place.start, place.span)


def _why_not(places: list[list[Place]], candidates: list[Place], stated: Context) -> Located:
    fits = bool(_earliest(places))
    shown = tuple(place.span for place in (places[0] if fits else candidates)[:SHOWN])
    if fits:
        return Located((), "ambiguous", shown)
    if stated is ANYWHERE:
        return Located((), "missing", shown)
    placed = stated.start is not None or stated.end is not None
    return Located((), "misplaced" if placed else "elsewhere", shown)
