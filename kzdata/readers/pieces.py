"""The stretches of a text that are one number each: runs of neighbouring number words and figures.

A run of number words is read as a whole or, where it is not one number, not at all; `and` alone may
part it. So no reading needs the words around it in order to be there: they can only take it away.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from kzdata.readers.chunks import Remembered
from kzdata.readers.figures import Figure
from kzdata.readers.items import COMMA, LINK, OPAQUE, Item, of_keys
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers import values
from kzdata.readers.readings import Bound, QuantityKind
from kzdata.readers.runs import neighbours, runs
from kzdata.readers.terms import Term
from kzdata.readers.tokens import Token, Words

_LONGEST_CUT = 6
_LOOSE = frozenset({"and", "of", "point", "plus", "article"})
"""Words that are no number alone."""

_ONE = Fraction(1)


class Reading(NamedTuple):
    """A number at its place in the folded text, with what is glued to it."""

    number: Fraction | None
    kind: QuantityKind
    start: int
    end: int
    unit: tuple[int, int] | None = None
    bound: Bound | None = None
    one: Fraction | None = None
    scale: Fraction = _ONE
    marked: tuple[int, int] | None = None


_reading = partial(tuple.__new__, Reading)
"""A reading from its fields, but for a call in Python each time."""


class Piece(NamedTuple):
    """A stretch of tokens that is one number, with all its readings; none where it is refused.

    `linked` says that a hyphen ties it to the next piece; `tail` is a case ending behind digits.
    A `fragile` number, cut out of its context, might be a part of another: it is read in a range
    only.
    """

    first: int
    last: int
    readings: tuple[Reading, ...]
    tail: str = ""
    linked: bool = False
    fragile: bool = False

    @property
    def start(self) -> int:
        """Where the number starts in the folded text."""
        return self.readings[0].start

    @property
    def compound(self) -> bool:
        """Whether the number is an adjective with its unit: `six-month`."""
        return bool(self.tail and self.readings and self.readings[0].unit)

    @property
    def end(self) -> int:
        """Where the longest reading of the number ends."""
        return max(reading.end for reading in self.readings)


def pieces(words: Words, lexicon: Lexicon) -> list[Piece]:
    """All numbers of a text in order, those that are refused as pieces without readings."""
    found: list[Piece] = []
    tokens, known = words.tokens, _alone(lexicon)
    for positions in neighbours(tokens, lexicon):
        first = positions[0]
        alone = known[tokens[first].key] if len(positions) == 1 else None
        if alone:
            found.append(_moved(alone, first, tokens[first].start))
            continue
        for run in runs(positions, tokens, lexicon):
            if len(run) > 1:
                found.extend(_split(run, tokens, lexicon))
            elif run[0].term.kind not in _LOOSE:
                found.append(_piece(run))
    return found


@cache
def _alone(lexicon: Lexicon) -> Remembered[Piece | None]:
    """The number that a token of one item is where no neighbour may be a part of it, by its key.

    It stands as if it were the first of a text.
    """
    known = of_keys(lexicon)

    def alone(key: str) -> Piece | None:
        items = known[key]
        return _piece(items) if len(items) == 1 and items[0].term.kind not in _LOOSE else None

    return Remembered(alone)


def _moved(alone: Piece, position: int, start: int) -> Piece:
    """The number as token `position`, which starts at `start`."""
    readings = [
        _reading(
            (
                number, kind, start + first, start + end,
                unit and (start + unit[0], start + unit[1]), bound, one, scale,
                marked and (start + marked[0], start + marked[1]),
            )
        )
        for number, kind, first, end, unit, bound, one, scale, marked in alone.readings
    ]  # fmt: skip
    return Piece(position, position, tuple(readings), alone.tail)


def _split(run: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Piece]:
    """The numbers of a run: its stretches between `and`, joined where they are one number."""
    first, stop = 0, len(run)
    while first < stop and run[first].term.kind in {"and", "of", "point", "plus"}:
        first += 1
    while first < stop and run[stop - 1].term.kind in {"and", "of", "point", "article"}:
        stop -= 1
    run = run[first:stop]
    if not run:
        return
    joints = [position for position, item in enumerate(run) if item.term.kind == "and"]
    if not joints:
        yield _piece(run)
        return
    yield from _parts(run, joints, tokens, lexicon)


def _parts(
    run: list[Item], joints: list[int], tokens: Sequence[Token], lexicon: Lexicon
) -> Iterator[Piece]:
    joint = run[joints[0]]
    whole_word = joint.end - joint.start == len(tokens[joint.token].key)
    single = whole_word and len(joints) == 1 and _follows_between(run, tokens, lexicon)
    stretches: list[tuple[list[Item], Item | None]] = []
    current = run[: joints[0]]
    for position, end in zip(joints, [*joints[1:], len(run)], strict=True):
        joint, added = run[position], run[position + 1 : end]
        joined = [*current, joint, *added]
        if not single and _joins(current, joint, added) and _is_number(joined):
            current = joined
            continue
        stretches.append((current, joint))
        current = added
    stretches.append((current, None))
    for place, (items, joint_behind) in enumerate(stretches):
        if not items:
            continue
        before = stretches[place - 1] if place else ([], None)
        after = stretches[place + 1][0] if place + 1 < len(stretches) else []
        fragile = _might_join(before[0], before[1], items, cut_front=True) or _might_join(
            items, joint_behind, after, cut_front=False
        )
        linked = joint_behind is not None and joint_behind.term is LINK
        yield _piece(items)._replace(linked=linked, fragile=fragile)


def _might_join(
    front: list[Item], joint: Item | None, added: list[Item], *, cut_front: bool
) -> bool:
    """Whether two numbers would be one if the first lost its start or the second its end."""
    if joint is None or joint.term is LINK:
        return False
    cuts = range(1, min(len(front if cut_front else added), _LONGEST_CUT) + 1)
    pairs = ((front[-n:], added) if cut_front else (front, added[:n]) for n in cuts)
    return any(
        _joins(one, joint, other) and _is_number([*one, joint, *other]) for one, other in pairs
    )


def _joins(front: list[Item], joint: Item, added: list[Item]) -> bool:
    """Whether what follows `and` or a comma may belong to the same number."""
    if not front or not added or joint.term is LINK:
        return False
    if joint.term is not COMMA:
        return True
    found = values([item.term for item in added])
    number = found[0].number if len(found) == 1 else None
    return number is not None and number >= 100 and added[0].term.kind in {"small", "hundred"}


def _follows_between(run: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the run is what stands behind `between`, whose `and` parts two numbers."""
    before = run[0].token - 1
    if before < 0 or tokens[before].gap != " ":
        return False
    return tokens[before].key in _between(lexicon)


@cache
def _between(lexicon: Lexicon) -> frozenset[str]:
    """The words in front of a range whose ends are parted by `and`."""
    return frozenset(
        front[-1]
        for front, middle, _ in lexicon.ranges
        if front and middle and (found := lexicon.term(middle[0])) and found.kind == "and"
    )


def _is_number(items: list[Item]) -> bool:
    """Whether a stretch of items has a reading."""
    if [item for item in items if item.figures or item.term is OPAQUE]:
        return bool(_piece(items).readings)
    return bool(values([item.term for item in items if item.term is not COMMA]))


def _piece(items: list[Item]) -> Piece:
    """The piece that a stretch of items is."""
    first, last = items[0], items[-1]
    tail = last.figures[-1].tail if last.figures else ""
    readings: Iterable[Reading]
    if [item for item in items if item.term is OPAQUE]:
        readings = ()
    elif not [item for item in items if item.figures]:
        readings = _worded(items)
    elif len(items) == 1:
        readings = [_glued(first, figure) for figure in first.figures]
    else:
        readings = _with_figures(items)
    return Piece(first.token, last.token, tuple(readings), tail)


def _worded(items: list[Item]) -> list[Reading]:
    """What words alone say."""
    terms = [item.term for item in items if item.term is not COMMA]
    start, end, scale = items[0].start, items[-1].end, _scale(terms)
    bound: Bound | None = "about" if [term for term in terms if term.about] else None
    return [Reading(n, kind, start, end, None, bound, one, scale) for n, kind, one in values(terms)]


def _glued(item: Item, figure: Figure) -> Reading:
    origin = item.start - item.figures[0].start
    unit = figure.unit and (origin + figure.unit[0], origin + figure.unit[1])
    start, end = origin + figure.start, origin + figure.end
    marked = figure.bound and (origin + figure.marked[0], origin + figure.marked[1])
    return Reading(
        figure.number, figure.kind, start, end, unit, figure.bound, None, figure.scale, marked
    )


def _with_figures(items: list[Item]) -> Iterator[Reading]:
    choices = [item.figures or (None,) for item in items]
    if sum(len(choice) for choice in choices) > len(items) + 4:
        return
    for chosen in product(*choices):
        if any(
            figure and not _plain(figure, first=not place) for place, figure in enumerate(chosen)
        ):
            continue
        terms = [
            item.term if figure is None else item.term._replace(value=figure.number)
            for item, figure in zip(items, chosen, strict=True)
            if item.term is not COMMA
        ]
        start, end = items[0].start, items[-1].end
        vague = Reading(None, "vague", start, end)
        glued = _glued(items[0], chosen[0]) if chosen[0] else vague
        marked = glued.marked and (glued.marked[0], end)
        bound = "about" if any(term.about for term in terms) else glued.bound
        for number, kind, one in values(terms):
            yield Reading(number, kind, start, end, glued.unit, bound, one, _scale(terms), marked)


def _plain(figure: Figure, *, first: bool) -> bool:
    """Whether a figure may be a part of a number in words."""
    return figure.kind != "ordinal" and (first or not (figure.unit or figure.bound))


def _scale(terms: list[Term]) -> Fraction:
    """What the multipliers at the end of a number multiply by."""
    scale = _ONE
    for term in reversed(terms[1:]):
        if term.kind not in {"hundred", "scale", "group"}:
            break
        scale *= term.value
    return scale
