"""Where quoted words stand in a source: under the fold, whole words, and in one place only.

What is tolerated is `kzdata.quotations.folding`; what a message says about words that do not stand
there is `kzdata.quotations.nearest`. The page on it: docs/quotations.md.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from typing import Literal, NamedTuple

from kzdata.quotations.context import ANYWHERE, Context, Place, context
from kzdata.quotations.edges import cuts, plainly_outside
from kzdata.quotations.folding import Folded, fold, folded
from kzdata.quotations.hits import Index, search
from kzdata.selectors import Quotation, Span

SHOWN = 8
"""How many candidates are given at most."""

Problem = Literal["", "empty", "missing", "cuts-word", "ambiguous", "misplaced", "elsewhere"]

_Search = Callable[[str], Iterator[int]]
"""Gives every place of the fold at which some folded words stand, in order."""

_OMISSION = re.compile(r"\[(?:…|\.\.\.)\]")

_LONG = 20_000
_MANY = 64
"""In a source of so many characters, for so many quotations, an index beats searching."""

_EXAMINED = 100_000
"""How many places are looked at for one quotation: only what repeats itself has more."""


@dataclass(frozen=True)
class Text:
    """A source prepared once: its text, and its fold when it is first needed."""

    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text in the fold."""
        return fold(self.text)

    def __reduce__(self) -> tuple[type["Text"], tuple[str]]:
        """Pickled without its fold, which is quicker to make again than to send."""
        return Text, (self.text,)


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


def find(source: Text, quotation: Quotation) -> Located:
    r"""Where the quoted words stand in the source, in code points of its text.

    White space, quotation marks, dashes and the like may differ as the fold has it; nothing else
    may. `[…]` stands for words left out; its pieces follow one another and are placed only when
    there is one way to place them. Whatever else the quotation states must hold too.

    >>> source = Text("Over the years, more than\n800 service members have served in “Lebanon”.")
    >>> find(source, Quotation("more than 800"))
    Located(spans=(Span(start=16, end=29),), problem='', candidates=())
    >>> find(source, Quotation('more than 800 […] in "Lebanon"')).spans
    (Span(start=16, end=29), Span(start=58, end=70))
    >>> find(source, Quotation("more than 900")).problem
    'missing'
    >>> find(source, Quotation("e")).problem
    'cuts-word'
    """
    return find_all(source, [quotation])[0]


def find_all(source: Text, quotations: Sequence[Quotation]) -> list[Located]:
    """What `find` gives, for each quotation of one source: quick for many."""
    found = [_stated(source.text, quotation) for quotation in quotations]
    if None not in found:
        return found
    asked = {n: folded(q.exact) for n, q in enumerate(quotations) if not found[n]}
    hits = _search(source.folded.text, asked.values())
    for n, words in asked.items():
        found[n] = _searched(source.folded, words, quotations[n], hits)
    return found


def pieces(exact: str) -> list[str]:
    """The folded pieces of a quotation between its `[…]`, the empty ones left out.

    >>> pieces("more than 800 […] in Lebanon")
    ['more than 800', 'in Lebanon']
    """
    return [piece for part in _OMISSION.split(exact) if (piece := folded(part))]


def _search(text: str, quoted: Collection[str]) -> _Search:
    if len(text) > _LONG and len(quoted) > _MANY:
        return Index(text, quoted).search
    return partial(search, text)


def _says_something(words: str) -> bool:
    return words[:1].isalnum() or any(map(str.isalnum, words))


def _stated(text: str, quotation: Quotation) -> Located | None:
    """The quick way: the very words at the stated start, beside the very prefix and suffix.

    None when this does not decide it, as where something invisible stands at an edge.
    """
    exact, prefix, suffix, start, end = quotation
    if start is None or start < 0 or not text.startswith(exact, start):
        return None
    stop = start + len(exact)
    if (end is not None and end != stop) or not _says_something(exact):
        return None
    if not (text.endswith(prefix, 0, start) and text.startswith(suffix, stop)):
        return None
    if not (plainly_outside(text, start) and plainly_outside(text, stop)):
        return None
    return Located((Span(start, stop),))


def _searched(source: Folded, words: str, quotation: Quotation, hits: _Search) -> Located:
    stated = ANYWHERE if quotation[1:] == ANYWHERE else context(quotation)
    located = _alone(source, words, hits) if stated is ANYWHERE else None
    located = located or _located(source, [words], stated, hits)
    if located.problem == "missing" and "[" in words:
        parts = pieces(quotation.exact)
        return located if parts == [words] else _located(source, parts, stated, hits)
    return located


def _alone(source: Folded, words: str, hits: _Search) -> Located | None:
    """The quick way for words without a context. None where the first few places do not decide."""
    if not _says_something(words):
        return None
    stretches = [(start, start + len(words)) for start in islice(hits(words), SHOWN)]
    if not stretches:
        return Located((), "missing")
    spans = tuple(place.span for place in _whole(source, stretches))
    if len(spans) > 1:
        return Located((), "ambiguous", spans)
    return Located(spans) if spans and len(stretches) < SHOWN else None


def _located(source: Folded, parts: list[str], stated: Context, hits: _Search) -> Located:
    """The one way to place the parts behind one another; or why there is none, or more."""
    if not parts or not all(map(_says_something, parts)):
        return Located((), "empty")
    text = source.text
    places: list[list[Place]] = []
    left = _EXAMINED
    for part in parts:
        # Long words at more places than this overlap themselves, and each costs their length.
        most = min(left, 1000 + 8 * len(text) // len(part))
        stretches = [(start, start + len(part)) for start in islice(hits(part), most)]
        if len(stretches) == most:
            return Located((), "ambiguous", _some(source, stretches))
        left -= len(stretches)
        places.append(list(_whole(source, stretches)))
        if not places[-1]:
            cut = _some(source, stretches)
            return Located((), "cuts-word" if cut else "missing", cut)
    candidates = places[0]
    if stated is not ANYWHERE:
        places[0] = [place for place in places[0] if stated.begins(text, place)]
        places[-1] = [place for place in places[-1] if stated.ends(text, place)]
    return _placed(places) or _why_not(places, candidates, stated)


def _whole(source: Folded, stretches: list[tuple[int, int]]) -> Iterator[Place]:
    """The stretches of the fold that cut neither a word nor a character."""
    for start, end in stretches:
        if not cuts(source.text, start, end) and (span := source.span(start, end)):
            yield Place(start, end, span)


def _some(source: Folded, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(span for stretch in stretches[:SHOWN] if (span := source.span(*stretch)))


def _placed(places: list[list[Place]]) -> Located | None:
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
