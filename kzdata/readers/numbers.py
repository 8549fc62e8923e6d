"""The grammar of numbers: which sequences of number words and figures are one number, and which.

One grammar serves all languages; what differs is in their words (`kzdata.readers.lexicon`). Exact
arithmetic throughout, and no number at all where a sequence is not plainly one.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kzdata.readers.readings import QuantityKind
from kzdata.readers.terms import Term

_UNCOUNTED = frozenset({"vague", "of"})
_UNBOUNDED = Fraction(10) ** 40


class Value(NamedTuple):
    """What a sequence of terms says; `number` is None for a vague one.

    `one` is the number that a vague word is where a bound in front makes it a singular: `тысячи`
    are thousands, `около тысячи` is about one.
    """

    number: Fraction | None
    kind: QuantityKind
    one: Fraction | None = None


def values(terms: Sequence[Term]) -> list[Value]:
    """All that a sequence of terms says as a whole; empty where it is not one number.

    >>> from kzdata.readers.lexicon import lexicon
    >>> words = "one and a half million".split()
    >>> values([term for word in words if (term := lexicon("en").term(word))])
    [Value(number=Fraction(1500000, 1), kind='cardinal', one=None)]
    """
    if not terms:
        return []
    first, last = terms[0], terms[-1]
    if any(term.kind in _UNCOUNTED for term in terms):
        return [Value(None, "vague")]
    if first.kind == "minus":
        found = values(terms[1:])
        return [Value(-n, kind) for n, kind, _ in found if n is not None and n > 0]
    if last.kind == "times" and len(terms) == 1:
        return [Value(last.value, "multiplicative")]
    return {"ordinal": _ordinals, "part": _parts}.get(last.kind, _cardinals)(terms)


def _cardinals(terms: Sequence[Term]) -> list[Value]:
    for skipped in (0, 1):
        one = not skipped or terms[0].kind == "article" or terms[0].value == 1
        if one and len(terms) > skipped and terms[skipped].kind == "half":
            return _halves(terms[skipped:])
    sum_ = _Sum()
    for position, term in enumerate(terms):
        if not sum_.add(term, terms[position + 1 :]):
            return []
        if sum_.many:
            single = term.alone == "either" and len(terms) == 1
            return (
                [Value(None, "vague", term.value if single else None)]
                if _all_multiply(terms)
                else []
            )
    number = sum_.number()
    if number is None:
        return []
    kind: QuantityKind = "fraction" if 0 < number < 1 else "cardinal"
    return [Value(number, kind)]


def _all_multiply(terms: Sequence[Term]) -> bool:
    """`hundreds of thousands`, `сотни тысяч`: nothing but multipliers."""
    return all(term.kind in {"hundred", "scale", "group", "of"} for term in terms)


def _halves(terms: Sequence[Term]) -> list[Value]:
    """`half`, `half a million`, `half a dozen`."""
    rest = list(terms[1:])
    if not rest:
        return [Value(terms[0].value, "fraction")]
    if rest[0].kind == "article":
        del rest[0]
    if not rest or any(term.kind not in {"hundred", "scale", "group"} for term in rest):
        return []
    number = terms[0].value
    for term in rest:
        number *= term.value
    return [Value(number, "cardinal")]


def _ordinals(terms: Sequence[Term]) -> list[Value]:
    *front, last = terms
    found = []
    if number := _ordinal(front, last.value):
        found.append(Value(number, "ordinal"))
    ones = len(front) == 1 and (front[0].kind == "article" or front[0].value == 1)
    if last.part and ones and last.value != 2:
        part = Value(1 / last.value, "fraction")
        return [part, *found] if last.value >= 100 and front[0].kind != "article" else [part]
    return found


def _ordinal(front: Sequence[Term], value: Fraction) -> Fraction | None:
    """Cardinals with an ordinal at their end, that is one number: `seventy-fifth`."""
    if any(term.kind == "article" for term in front):
        return None
    plain = Term("small", value)
    if value == 100:
        plain = Term("hundred", value, alone="one")
    if value >= 1000:
        plain = Term("scale", value, alone="one")
    found = _cardinals([*front, plain])
    return found[0].number if found and found[0].kind == "cardinal" else None


def _parts(terms: Sequence[Term]) -> list[Value]:
    """`a quarter`, `two thirds`, `two and three quarters`: a fraction at the end."""
    *front, last = terms
    if not front and last.alone == "one":
        return [Value(last.value, "fraction")]
    whole = Fraction(0)
    for position, term in enumerate(front):
        if term.kind == "and":
            found = _cardinals(front[:position])
            if not found or found[0].number is None:
                return []
            whole, front = found[0].number, front[position + 1 :]
            break
    if len(front) != 1 or front[0].kind not in {"small", "article", "figure"}:
        return []
    count = Fraction(1) if front[0].kind == "article" else front[0].value
    part = count * last.value
    if not 0 < part < 1 or count.denominator != 1:
        return []
    return [Value(whole + part, "cardinal" if whole else "fraction")]


class _Sum:
    """A number as it is put together, word by word: millions done, the group under way."""

    def __init__(self) -> None:
        self.many = False
        self._done = Fraction(0)
        self._group: Fraction | None = None
        self._room = 1000
        self._scale = _UNBOUNDED
        self._decimal: Fraction | None = None
        self._pending: str = ""

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
                added = self._add_figure(term.value, rest)
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
        if self._room < needed or (fresh and self._room != 1000) or (value == 0 and self._done):
            return False
        self._group = (self._group or 0) + value
        self._room = left
        return True

    def _add_figure(self, value: Fraction, rest: Sequence[Term]) -> bool:
        group = self._group
        if group is not None:
            fits = group.denominator == 1 and group >= 1 and self._room == 1 and 0 < value < 1
            self._group = group + value
            return fits and value.denominator <= 10
        if self._done:
            multiplied = bool(rest) and rest[0].kind == "scale"
            if value.denominator != 1 or not (multiplied or 100 <= value < self._scale):
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
            if self._done and self._scale == 1000 < term.value:
                self._done, self._scale = self._done * term.value, term.value
                return True
            self.many = _is_many(term, rest)
            if self.many or not term.alone:
                return self.many
        if term.value >= self._scale:
            return False
        group = Fraction(1) if self._group is None else self._group
        self._done += group * term.value
        self._group, self._room, self._scale, self._decimal = None, 1000, term.value, None
        return True

    def _add_group(self, term: Term, rest: Sequence[Term]) -> bool:
        if self._group is None:
            self.many = _is_many(term, rest)
            if self._done or self.many or not term.alone:
                return self.many
        group = Fraction(1) if self._group is None else self._group
        self._group, self._room = group * term.value, 1
        return group < 100 and self._group.denominator == 1

    def _add_half(self, term: Term, pending: str) -> bool:
        if term.kind == "half" and not pending:
            return False
        if self._group is not None:
            self._group, self._room = self._group + term.value, 1
            return self._group.denominator == term.value.denominator
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
