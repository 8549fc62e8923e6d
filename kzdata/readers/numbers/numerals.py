"""One number as a stretch of items states it: its readings, and where they stand.

Which items are a stretch is for `kzdata.readers.numbers.pieces`.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, partial
from itertools import product
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.terms import Term
from kzdata.readers.numbers.figures import Figure
from kzdata.readers.numbers.grammar import is_inverted, values
from kzdata.readers.numbers.items import COMMA, OPAQUE, Item, of_keys
from kzdata.readers.readings import Bound, QuantityKind
from kzdata.readers.text.chunks import Remembered

_LOOSE: Final = frozenset({"and", "of", "point", "plus", "article"})
"""Words that are no number alone."""

_ONE: Final = Fraction(1)


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


_reading: Final = partial(tuple.__new__, Reading)
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
    def measured(self) -> bool:
        """Whether a letter behind the number is a unit or a scale: `3m`."""
        return len(self.readings) == 2 and bool(self.readings[1].unit and not self.readings[0].unit)

    @property
    def compound(self) -> bool:
        """Whether the number is an adjective with its unit: `six-month`."""
        return bool(self.tail and self.readings and self.readings[0].unit)

    @property
    def end(self) -> int:
        """Where the longest reading of the number ends."""
        return max(reading.end for reading in self.readings)


_piece: Final = partial(tuple.__new__, Piece)
"""A piece from all its fields, but for a call in Python each time."""


def pairs(first: Piece, second: Piece) -> Iterator[tuple[Reading, Reading]]:
    """The readings of two numbers that may stand together: `3m to 4m`, millions or metres.

    None where either is unsure otherwise: `1.200` in an unknown language.
    """
    unsure = len(first.readings) > 1 or len(second.readings) > 1
    for low, high in product(first.readings, second.readings):
        if not unsure or ((first.measured or second.measured) and _alike(low, high)):
            yield low, high


def _alike(low: Reading, high: Reading) -> bool:
    """Whether both may be of a unit that is glued on, or neither; the first may leave it out."""
    if low.unit and high.unit:
        return True
    return low.unit == high.unit or (low.scale == 1 and not low.unit)


def piece(items: list[Item]) -> Piece:
    """The piece that a stretch of items is."""
    first, last = items[0], items[-1]
    tail = last.figures[-1].tail if last.figures else ""
    figured = False
    for item in items:
        if item.term is OPAQUE:
            return Piece(first.token, last.token, (), tail)
        figured = figured or bool(item.figures)
    readings: Iterable[Reading]
    if not figured:
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
    bound: Bound | None = "about" if _is_about(terms) else None
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
    opening = int(items[0].term.kind == "minus")
    if sum(len(choice) for choice in choices) > len(items) + 4:
        return
    for chosen in product(*choices):
        if any(
            figure and not _plain(figure, first=place == opening)
            for place, figure in enumerate(chosen)
        ):
            continue
        terms = [
            _termed(item, figure)
            for item, figure in zip(items, chosen, strict=True)
            if item.term is not COMMA
        ]
        start, end = items[0].start, items[-1].end
        vague = Reading(None, "vague", start, end)
        figure = chosen[opening]
        glued = _glued(items[opening], figure) if figure else vague
        marked = glued.marked and (glued.marked[0], end)
        bound = "about" if _is_about(terms) else glued.bound
        for number, kind, one in values(terms):
            yield Reading(number, kind, start, end, glued.unit, bound, one, _scale(terms), marked)


def _termed(item: Item, figure: Figure | None) -> Term:
    """What an item is in a number by one reading of its figures; mostly it has but one."""
    if figure is None or figure.number is item.term.value:
        return item.term
    return item.term._replace(value=figure.number)


def _is_about(terms: list[Term]) -> bool:
    """Whether a word says about how many, or the order of the words does."""
    return True in [term.about for term in terms] or is_inverted(terms)


def _plain(figure: Figure, *, first: bool) -> bool:
    """Whether a figure may be a part of a number in words."""
    return figure.kind != "ordinal" and (first or not (figure.unit or figure.bound))


def _scale(terms: list[Term]) -> Fraction:
    """What the multipliers at the end of a number multiply by."""
    scale = _ONE
    for term in reversed(terms[1:]):
        if term.kind not in {"hundred", "scale", "group"}:
            break
        scale = term.value if scale is _ONE else scale * term.value
    return scale


def is_loose(term: Term) -> bool:
    """Whether a word is no number alone: `and`, or the word for a part as in `үштен екі бөлігі`."""
    return term.kind in _LOOSE or (term.kind == "share" and not term.value)


@cache
def alone(lexicon: Lexicon) -> Remembered[Piece | None]:
    """The number that a token is where no neighbour may be a part of it, by its key.

    It stands as if it were the first of a text. None where it may be several numbers or none.
    """
    known = of_keys(lexicon)

    def whole(key: str) -> Piece | None:
        items = known[key]
        if not items or any(is_loose(item.term) for item in items):
            return None
        parted = len(items) > 1 and any(item.figures or item.term.closes for item in items[:-1])
        doubtful = items[0].figures and items[0].figures[0].doubtful
        return None if parted or doubtful else piece(items)

    return Remembered(whole)


def moved(whole: Piece, position: int, start: int) -> Piece:
    """The number where token 0 is token `position`, which starts at `start`."""
    readings = [
        _reading(
            (
                number, kind, start + first, start + end,
                unit and (start + unit[0], start + unit[1]), bound, one, scale,
                marked and (start + marked[0], start + marked[1]),
            )
        )
        for number, kind, first, end, unit, bound, one, scale, marked in whole.readings
    ]  # fmt: skip
    first, last, _, tail, linked, fragile = whole
    return _piece((position + first, position + last, tuple(readings), tail, linked, fragile))
