"""Adding up: how the words of a cardinal become one number, each taken in where it can follow.

Which sequences of words are a number, and of what kind, is `kzdata.readers.numbers.grammar`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kzdata.readers.lexicon.terms import Term

_MULTIPLIED: Final = (1000, 100_000)
"""What may multiply a larger scale: `two thousand million`, `two lakh crore`."""

_UNBOUNDED: Final = Fraction(10) ** 40


class Sum:
    """A number as it is put together, word by word: millions done, the group under way."""

    def __init__(self) -> None:
        self.many = False
        self._done = Fraction(0)
        self._group: Fraction | None = None
        self._room = 1000
        self._scale = _UNBOUNDED
        self._decimal: Fraction | None = None
        self._pending: str = ""
        self._grouped = Fraction(1)
        self._whole = True

    def number(self) -> Fraction | None:
        """The number, or None where its last word asks for another."""
        return None if self._pending else self._done + (self._group or 0)

    def add(self, term: Term, rest: Sequence[Term]) -> bool:
        """Whether one more word can follow what stands there."""
        pending, self._pending = self._pending, ""
        if pending == "article" and term.kind not in {"hundred", "scale", "group", "half"}:
            return False
        if self._room == 0:
            return False
        added = False
        match term.kind:
            case "small" | "ten":
                added = self._add_small(term)
            case "figure":
                added = self._add_figure(term.value, rest, joined=pending == "and")
            case "hundred":
                added = self._add_hundred(term)
            case "scale":
                added = self._add_scale(term, rest)
            case "group":
                added = self._add_group(term, rest)
            case "half" | "plus":
                added = self._add_half(term, pending)
            case "and" | "article" | "point":
                added = self._ask(term.kind, pending, rest)
        return added

    def _add_small(self, term: Term) -> bool:
        value = term.value
        needed, left = (100, 10) if term.kind == "ten" else _sizes(value)
        if self._decimal is not None:
            self._decimal /= 10
            self._group = (self._group or 0) + value * self._decimal
            return value < 10
        fresh = self._group is None
        if not self._whole:
            return False
        if self._room < needed or (fresh and self._room != 1000) or (value == 0 and self._done):
            return False
        self._group = (self._group or 0) + value
        self._room = left
        return True

    def _add_figure(self, value: Fraction, rest: Sequence[Term], *, joined: bool) -> bool:
        group = self._group
        if group is not None:
            fits = group.denominator == 1 and group >= 1 and self._room == 1 and 0 < value < 1
            self._group = group + value
            return fits and value.denominator <= 10
        if not self._whole:
            return False
        if self._done:
            multiplied = bool(rest) and rest[0].kind == "scale"
            other = joined and value < _MULTIPLIED[0] < self._scale
            fits = multiplied or (100 <= value < self._scale and not other)
            if value.denominator != 1 or not fits:
                return False
        self._group, self._room = value, 1
        return True

    def _add_hundred(self, term: Term) -> bool:
        group = self._group
        if group is None:
            if term.alone != "one":
                self.many = term.alone == "many"
                return self.many
            group = Fraction(1)
        fits = group < 100 and group % 10 != 0 and (group * 100).denominator == 1
        self._group, self._room, self._decimal = group * 100, 100, None
        return fits

    def _add_scale(self, term: Term, rest: Sequence[Term]) -> bool:
        if self._group is None:
            if self._done and self._scale in _MULTIPLIED and self._scale < term.value:
                self._done, self._scale = self._done * term.value, term.value
                return True
            self.many = _is_many(term, rest)
            if self.many or not term.alone:
                return self.many
        if term.value >= self._scale:
            return False
        group = Fraction(1) if self._group is None else self._group
        self._done += group * term.value
        self._whole = group.denominator == 1
        self._group, self._room, self._scale, self._decimal = None, 1000, term.value, None
        return True

    def _add_group(self, term: Term, rest: Sequence[Term]) -> bool:
        if self._group is None:
            self.many = _is_many(term, rest)
            if self._done or self.many or not term.alone:
                return self.many
        group = Fraction(1) if self._group is None else self._group
        self._group, self._room, self._grouped = group * term.value, 1, term.value
        counted = group < 100 or (term.value == 1000 and group.denominator == 1)
        return counted and self._group.denominator == 1

    def _add_half(self, term: Term, pending: str) -> bool:
        if term.kind == "half" and not pending:
            return False
        if self._group is not None:
            added = term.value * self._grouped
            self._group, self._room = self._group + added, 1
            return self._group.denominator == added.denominator
        self._done, self._room = self._done + self._scale * term.value, 0
        return self._scale != _UNBOUNDED

    def _ask(self, kind: str, pending: str, rest: Sequence[Term]) -> bool:
        """`and`, `a` and `point` mean nothing without what follows them."""
        self._pending = kind
        halves = any(term.kind == "half" for term in rest[:2])
        if kind == "article":
            fresh = self._group is None and not self._done
            if fresh:
                self._group, self._room = Fraction(1), 1
            return fresh or (pending == "and" and halves)
        if kind == "point":
            self._decimal = Fraction(1)
            return self._group is not None and self._group.denominator == 1
        return halves or self._room == 100 or (self._group is None and self._done > 0)


def _sizes(value: Fraction) -> tuple[int, int]:
    """The room that a word below a thousand needs, and the room that it leaves."""
    if value == 0 or value.denominator != 1:
        return 1000, 1
    if value < 10:
        return 10, 1
    if value < 20:
        return 100, 1
    return (100, 10) if value < 100 else (1000, 100)


def _is_many(term: Term, rest: Sequence[Term]) -> bool:
    """Whether a multiplier with nothing in front means an unknown number of them."""
    multiplied = not rest or rest[0].kind in {"scale", "group", "of"}
    return term.alone == "many" or (term.alone == "either" and multiplied)
