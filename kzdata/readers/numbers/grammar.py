"""The grammar of numbers: which sequences of number words and figures are one number, and which.

One grammar serves all languages; what differs is in their words (`kzdata.readers.lexicon`). Exact
arithmetic throughout, and no number at all where a sequence is not plainly one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from kzdata.readers.lexicon.terms import Term
from kzdata.readers.numbers.sums import Sum
from kzdata.readers.readings import QuantityKind

_FEW: Final = 4
"""Up to so many things Russian counts in the singular: `две тысячи`."""

_PAIR: Final = 2

_THIRD = Fraction(1, 3)
"""The part that behind a ten is one of an order, in Russian: `двадцать третью победу`."""

_MULTIPLIERS: Final = frozenset({"hundred", "scale", "group"})


class Value(NamedTuple):
    """What a sequence of terms says; `number` is None for a vague one.

    `one` is the number that a vague word is where a bound in front makes it a singular: `тысячи`
    are thousands, `около тысячи` is about one.
    """

    number: Fraction | None
    kind: QuantityKind
    one: Fraction | None = None


def values(terms: Iterable[Term]) -> tuple[Value, ...]:
    """All that a sequence of terms says as a whole; empty where it is not one number.

    >>> from kzdata.readers.lexicon.lexicons import lexicon
    >>> words = "one and a half million".split()
    >>> values([term for word in words if (term := lexicon("en").term(word))])
    (Value(number=Fraction(1500000, 1), kind='cardinal', one=None),)
    """
    return _known(tuple(terms))


@lru_cache(maxsize=8192)
def _known(terms: tuple[Term, ...]) -> tuple[Value, ...]:
    return tuple(_values(terms))


def _values(terms: Sequence[Term]) -> list[Value]:
    kinds = [term.kind for term in terms]
    if "vague" in kinds or _is_some(terms):
        return [Value(None, "vague")]
    if "of" in kinds:
        return _scaled(terms, kinds.index("of")) or [Value(None, "vague")]
    if kinds[:1] == ["minus"]:
        found = values(terms[1:])
        return [Value(-n, kind) for n, kind, _ in found if n is not None and n > 0]
    if kinds[-1:] == ["times"] and kinds[:-1] in ([], ["article"]):
        return [Value(terms[-1].value, "multiplicative")]
    if "part" in kinds and kinds[-1] in _MULTIPLIERS:
        return _scaled(terms, kinds.index("part"), 1)
    return _BY_LAST.get(kinds[-1], _cardinals)(terms) if terms else []


def _is_some(terms: Sequence[Term]) -> bool:
    """`пара сотен`, `a couple thousand`: of larger things a pair is not two."""
    pairs = [place for place, term in enumerate(terms) if term.kind == "group" and term.value == 2]
    return bool(pairs) and any(term.kind in _MULTIPLIERS for term in terms[pairs[0] + 1 :])


def _scaled(terms: Sequence[Term], place: int, kept: int = 0) -> list[Value]:
    """A part of a scale: `a quarter of a million`, `четверть миллиона`, `un terzo di milione`."""
    front, rest = terms[: place + kept], list(terms[place + 1 :])
    if rest and rest[0].kind == "article":
        del rest[0]
    found = [value for value in values(front) if value.number and value.number.denominator > 1]
    if len(found) != 1 or not rest or any(term.kind != "scale" for term in rest):
        return []
    number = found[0].number
    for term in rest:
        number = number and number * term.value
    return [Value(number, "cardinal")]


def _shares(terms: Sequence[Term]) -> list[Value]:
    """`үштен екісі` and `үштен екі бөлігі` are two thirds; `тоғызы` alone is nine of them."""
    *front, last = terms
    if not last.value and front:
        *front, last = front
    if any(term.part for term in front):
        below = _cardinals(front)[0].number if _cardinals(front) else None
        whole = below is not None and below.denominator == 1 and 0 < last.value < below
        return [Value(last.value / below, "fraction")] if below and whole else []
    if not front and last.value < 8:
        return []
    return _cardinals([*front, last._replace(kind="small")])


def is_inverted(terms: Sequence[Term]) -> bool:
    """Whether a scale in front of a number makes it approximate: `тысяч восемь` is about 8000.

    The scale has the case that the number asks for: `миллиона два`, `миллионов пять`.
    """
    if len(terms) != 2 or not terms[0].inverts or terms[0].kind != "scale":
        return False
    many = not terms[0].alone
    if terms[1].kind == "figure":
        return many and terms[1].value.denominator == 1
    return terms[1].inverts and terms[1].kind == "small" and many == (terms[1].value > _FEW)


def _cardinals(terms: Sequence[Term]) -> list[Value]:
    """Whole numbers and such with a half; `hundred and ten` needs nothing in front."""
    if is_inverted(terms):
        return [Value(terms[0].value * terms[1].value, "cardinal")]
    for skipped in (0, 1):
        one = not skipped or terms[0].kind == "article" or terms[0].value == 1
        if one and len(terms) > skipped and terms[skipped].kind == "half":
            return _halves(terms[skipped:])
    if len(terms) > _PAIR and terms[0].kind == "hundred" and terms[1].kind == "and":
        terms = [terms[0]._replace(alone=terms[0].alone or "one"), *terms[1:]]
    sum_ = Sum()
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
            found = _cardinals(front[:position]) if position else []
            if not found or found[0].number is None:
                return []
            whole, front = found[0].number, front[position + 1 :]
            break
    if last.alone == "one" and last.value == _THIRD and (place := _ordinal(front, 1 / last.value)):
        return [Value(place, "ordinal")]
    if len(front) != 1 or front[0].kind not in {"small", "article", "figure"}:
        return []
    count = Fraction(1) if front[0].kind == "article" else front[0].value
    part = count * last.value
    if not 0 < part < 1 or count.denominator != 1:
        return []
    return [Value(whole + part, "cardinal" if whole else "fraction")]


_BY_LAST: Final[Mapping[str, Callable[[Sequence[Term]], list[Value]]]] = {
    "ordinal": _ordinals,
    "part": _parts,
    "share": _shares,
}
