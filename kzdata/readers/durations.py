"""Lengths of time in the unit that the text states: `six months` is P6M, `half an hour` PT0.5H.

A number is whatever `quantities` reads; this module adds units of time, words that are a duration
by themselves (`fortnight`, `полгода`), compounds (`шестимесячный`) and sums (`one year and two
months`).
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from kzdata.readers import items, times, unnumbered
from kzdata.readers.chunks import Remembered
from kzdata.readers.ellipses import is_elided
from kzdata.readers.language import code
from kzdata.readers.lexicon import Lexicon, lexicon
from kzdata.readers.quantities import Found, find
from kzdata.readers.readings import Duration
from kzdata.readers.stretches import Stretches
from kzdata.readers.times import Length, Times
from kzdata.readers.tokens import Token, Words

_ORDER = ("Y", "M", "W", "D", "H", "m", "S")
"""ISO 8601 designators, largest first; `m` stands for the M behind the T."""

_NEXT = frozenset({"YM", "MW", "MD", "WD", "DH", "Hm", "mS"})
"""Units that a comma alone may join: the smaller behind the next larger."""


def read(text: str, language: str) -> list[Duration]:
    """The durations of a text, in order; never an error.

    `value` is None for a vague one (`several months`). Both ends of a range are given, as for
    numbers. `over five weeks` may be more than five or in the course of them: two readings.

    >>> read("more than six months", "en")[0].value
    'P6M'
    >>> [(d.value, d.bound) for d in read("от двух до трёх лет", "ru")]
    [('P2Y', 'at_least'), ('P3Y', 'at_most')]
    """
    known = lexicon(language)
    known_times = times.of_language(code(language))
    words = _stretches(known, known_times).words(text)
    found = []
    sums = list(_sums(sorted(_lengths(words, known, known_times)), words.tokens, known_times))
    for parts in _ranged(sums, words.tokens, known, known_times):
        place, whole = (
            (parts[0].words[0], parts[-1].words[1]),
            (parts[0].whole[0], parts[-1].whole[1]),
        )
        value = _value(parts)
        if not (value or parts[0].amount is None):
            continue
        if (length := words.fold.span(*place)) and (bounded := words.fold.span(*whole)):
            one = Duration(length, bounded, value, parts[0].bound)
            if (named := parts[0].named) is not None:
                unit = words.tokens[named]
                one = one._replace(unit=words.fold.span(unit.start, unit.end))
            found.append(one)
    return found


@cache
def _stretches(known: Lexicon, times: Times) -> Stretches:
    role, alone = items.roles(known), _words(times)
    return Stretches(known, lambda key: role[key] == items.NUMBER or alone[key])


@cache
def _words(times: Times) -> Remembered[bool]:
    """Whether a token may be a length by itself."""
    return Remembered(lambda key: unnumbered.may_be(key, times))


def _lengths(words: Words, known: Lexicon, times: Times) -> Iterator[Length]:
    tokens = words.tokens
    counted: set[int] = set()
    before: Length | None = None
    for found in find(words, known):
        length = _counted(found, tokens, times)
        if length is None and before is not None and before.last < found.first - 2:
            length = _elided(found, before, tokens, known, times)
        before = length
        if length is not None:
            counted.add(length.last)
            yield length
    alone = _words(times)
    for position, token in enumerate(tokens):
        if not alone[token.key] or position in counted:
            continue
        if (length := unnumbered.read(position, tokens, known, times)) is not None:
            yield length


def _counted(found: Found, tokens: list[Token], times: Times) -> Length | None:
    """The length that a number and the unit beside it state."""
    if found.kind not in {"cardinal", "fraction", "vague"}:
        return None
    number, start = found.words, found.last
    token = tokens[start]
    tail = token.key[max(number[1] - token.start, 0) :].lstrip("-")
    measure = times.units.get(tail.split("-")[0])
    position, end = start, token.end
    if measure is None:
        if found.units and found.units[0][0] < token.end:
            return _inverted(found, tokens, times)
        place = _unit(tokens, found.after, times)
        if place is None or (found.kind != "fraction" and _is_article(tokens, place - 1, times)):
            return _inverted(found, tokens, times)
        measure, position = times.units[tokens[place].key], place + found.half
        end = tokens[position].end
    amount = None if found.number is None else found.number * measure[0]
    if found.half and amount is not None:
        amount += measure[0] / 2
    if number[0] > end:
        last = next(at for at in range(position, len(tokens)) if tokens[at].end >= number[1])
        return Length(
            number, found.whole, amount, measure[1], found.bound, found.first, last, named=position
        )
    lower = number[1] < token.start
    words = number if lower else (number[0], end)
    whole = (min(found.whole[0], number[0]), max(found.whole[1], end))
    return Length(words, whole, amount, measure[1], found.bound, found.first, position)


def _elided(
    found: Found, before: Length, tokens: list[Token], known: Lexicon, times: Times
) -> Length | None:
    """The length of a number that leaves its unit out: `30 years to him and 12 to his wife`."""
    if found.kind != "cardinal" or found.bound != "exactly" or found.number is None:
        return None
    place = before.last if before.named is None else before.named
    measure = times.units.get(tokens[place].key)
    if measure is None or not is_elided(tokens, before.last, found.first, found.last, known):
        return None
    whole = before.whole[0], tokens[found.last + 1].end
    return Length(
        found.words, whole, found.number * measure[0], measure[1], "exactly",
        found.first, found.last, named=place,
    )  # fmt: skip


def _is_article(tokens: list[Token], position: int, times: Times) -> bool:
    """Whether the unit has an article, as in `half an hour`; `20 a week` is no length."""
    return tokens[position].key in times.bare.articles


def _inverted(found: Found, tokens: list[Token], times: Times) -> Length | None:
    """`лет двадцать`: about twenty years, the unit being in front."""
    noun = tokens[found.first - 1] if found.first else None
    if noun is None or found.units != ((noun.start, noun.end),) or noun.key not in times.units:
        return None
    count, unit = times.units[noun.key]
    amount = None if found.number is None else found.number * count
    words = (noun.start, found.words[1])
    return Length(words, found.whole, amount, unit, found.bound, found.first - 1, found.last)


def _unit(tokens: list[Token], last: int, times: Times) -> int | None:
    """The token of the unit behind token `last`, if there is one."""
    for position in range(last + 1, min(last + 5, len(tokens))):
        if tokens[position - 1].gap not in {" ", ""}:
            return None
        if tokens[position].key in times.units:
            return position
        if tokens[position].key not in times.between:
            return None
    return None


def _sums(lengths: list[Length], tokens: list[Token], times: Times) -> Iterator[list[Length]]:
    """Lengths that are one together: `one year and two months`."""
    current: list[Length] = []
    for length in lengths:
        if current and _adds(current[-1], length, tokens, times):
            current.append(length)
            continue
        if _follows_unit(length, tokens, times):
            continue
        yield from _whole_sum(current)
        current = [length]
    yield from _whole_sum(current)


def _whole_sum(lengths: list[Length]) -> Iterator[list[Length]]:
    if lengths and not (len(lengths) == 1 and lengths[0].weak):
        yield lengths


def _ranged(
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
    if _is_from_until(left[-1], right[0], tokens, times):
        whole = left[-1].whole[0], right[0].whole[1]
        return [
            [left[0]._replace(bound="at_least", whole=whole), *left[1:]],
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
    if not tied or all(words != (front, inner) for front, inner, _ in known.ranges):
        return []
    whole = before.start, upper.words[1]
    return [
        [lower._replace(bound="at_least", whole=whole)],
        [upper._replace(bound="at_most", whole=whole)],
    ]


def _is_from_until(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    """Whether two lengths are a Kazakh range: `үш аптадан төрт аптаға дейін`."""
    touching = left.last + 1 == right.first and tokens[left.last].gap == " "
    bounds = (left.bound, right.bound) == ("exactly", "at_most")
    until = any(
        token.end == right.whole[1] and token.key in times.until
        for token in tokens[right.last + 1 : right.last + 3]
    )
    return touching and bounds and until and tokens[left.last].key.endswith(times.from_endings)


def _follows_unit(length: Length, tokens: list[Token], times: Times) -> bool:
    """Whether a unit stands right in front, of a length that is no part of this one's sum."""
    position = length.first - 1
    while position >= 0 and tokens[position].end > length.whole[0]:
        position -= 1
    if position > 0 and tokens[position].key in times.joints and tokens[position].gap == " ":
        position -= 1
    if position < 0 or tokens[position].gap != " ":
        return False
    key = tokens[position].key
    if length.bound == "at_most" and key.endswith(times.from_endings):
        return False
    return key.split("-")[-1] in times.units or key in times.words or bool(times.glued_word(key))


def _adds(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    if left.amount is None or right.amount is None or right.bound != "exactly":
        return False
    if left.amount.denominator != 1 or _ORDER.index(left.unit) >= _ORDER.index(right.unit):
        return False
    if left.whole[1] > right.words[0] or right.whole[0] < left.words[1]:
        return False
    between = tokens[left.last + 1 : right.first]
    gap = tokens[left.last].gap
    if not between:
        return gap == " " or (gap == ", " and _lists(left, right, tokens, times))
    return len(between) == 1 and between[0].key in times.joints and gap == between[0].gap == " "


def _lists(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    """Whether a comma lists units: `two hours, 15 minutes`, not `two years, six months of it`."""
    following = {token.key for token in tokens[right.last + 1 : right.last + 3]}
    return left.unit + right.unit in _NEXT and following.isdisjoint(times.apart)


def _value(parts: list[Length]) -> str | None:
    """The ISO 8601 duration (section 5.5.2.2, with a decimal fraction in the last place)."""
    dates = times = ""
    for part in parts:
        if part.amount is None or part.amount <= 0:
            return None
        shown = _decimal(part.amount)
        if shown is None:
            return None
        if part.unit in "HmS":
            times += shown + part.unit.upper()
        else:
            dates += shown + part.unit
    return f"P{dates}T{times}" if times else f"P{dates}"


def _decimal(amount: Fraction) -> str | None:
    """An amount as a decimal, or None where it has no end."""
    if amount.denominator == 1:
        return str(amount.numerator)
    for digits in range(1, 7):
        shifted = amount * 10**digits
        if shifted.denominator == 1:
            whole, rest = divmod(shifted.numerator, 10**digits)
            return f"{whole}.{rest:0{digits}d}"
    return None
