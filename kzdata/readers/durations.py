"""Lengths of time in the unit that the text states: `six months` is P6M, `half an hour` PT0.5H.

A number is whatever `quantities` reads; this module adds units of time, words that are a duration
by themselves (`fortnight`, `полгода`), compounds (`шестимесячный`) and sums (`one year and two
months`).
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from kzdata.readers import bounds, windows
from kzdata.readers.language import code, tables
from kzdata.readers.lexicon import Lexicon, lexicon
from kzdata.readers.quantities import Found, find
from kzdata.readers.readings import Bound, Duration
from kzdata.readers.tokens import Token, Words, split

_ORDER = ("Y", "M", "W", "D", "H", "m", "S")
"""ISO 8601 designators, largest first; `m` stands for the M behind the T."""


class Length(NamedTuple):
    """One stated amount of one unit; `amount` is None where it is vague."""

    words: tuple[int, int]
    whole: tuple[int, int]
    amount: Fraction | None
    unit: str
    bound: Bound
    first: int
    last: int


class Times(NamedTuple):
    """A language's words for units of time."""

    units: Mapping[str, tuple[Fraction, str]]
    words: Mapping[str, tuple[Fraction, str]]
    between: frozenset[str]
    joints: frozenset[str]
    refused: frozenset[str]
    glued: re.Pattern[str] | None
    prefixes: Mapping[str, Fraction]
    stems: Mapping[str, tuple[Fraction, str]]


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
    times = _times(code(language))
    words = split(text, known.style, known.abbreviations)
    found = []
    for parts in _sums(sorted(_lengths(words, known, times)), words.tokens, times):
        place, whole = (
            (parts[0].words[0], parts[-1].words[1]),
            (parts[0].whole[0], parts[-1].whole[1]),
        )
        spans = words.span(*place), words.span(*whole)
        value = _value(parts)
        if spans[0] and spans[1] and (value or parts[0].amount is None):
            found.append(Duration(spans[0], spans[1], value, parts[0].bound))
    return found


@cache
def _times(language: str) -> Times:
    table = tables(language, "numbers").get("times", {})
    glued = table.get("glued", {})
    prefixes = {w: Fraction(n) for n, ws in glued.get("prefixes", {}).items() for w in ws.split()}
    stems = dict(_measures(glued.get("stems", {})))
    endings = str(glued.get("endings", "")).split()
    units = dict(_measures(table.get("units", {})))
    units.update({stem + ending: unit for stem, unit in stems.items() for ending in endings})
    pattern = None
    if glued:
        parts = [
            "|".join(sorted(part, key=len, reverse=True)) for part in (prefixes, stems, endings)
        ]
        pattern = re.compile("({})({})(?:{})".format(*parts))
    return Times(
        units,
        dict(_measures(table.get("words", {}))),
        frozenset(str(table.get("between", "")).split()),
        frozenset(str(table.get("joints", "")).split()),
        frozenset(str(table.get("refused", "")).split()),
        pattern,
        prefixes,
        stems,
    )


def _measures(table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Fraction, str]]]:
    """Words with their measure: `10Y` is ten years, `TM` a minute."""
    for measure, words in table.items():
        count = measure.rstrip("YMWDHTS")
        unit = measure[len(count) :]
        unit = "m" if unit == "TM" else unit.lstrip("T")
        for word in words.split():
            yield word, (Fraction(count or 1), unit)


def _lengths(words: Words, known: Lexicon, times: Times) -> Iterator[Length]:
    tokens = words.tokens
    counted: set[int] = set()
    for found in find(words, known):
        length = _counted(found, tokens, times)
        if length is not None:
            counted.add(length.last)
            yield length
    for position, token in enumerate(tokens):
        measure = times.words.get(token.key) or _glued(token.key, times)
        if measure is None or position in counted or _is_counted(tokens, position, known):
            continue
        if not position or tokens[position - 1].key not in times.refused:
            yield _alone(position, measure, tokens, known)


def _is_counted(tokens: list[Token], position: int, known: Lexicon) -> bool:
    """Whether a number stands so near in front that a word may not be a duration by itself."""
    for place in range(position - 1, max(position - 4, -1), -1):
        if tokens[place].gap not in {" ", ""}:
            return False
        key = tokens[place].key
        term = known.term(key)
        number = term is not None and term.kind not in {"article", "and", "of"}
        if number or key in windows.SIGNS or any(char.isnumeric() for char in key):
            return True
    return False


def _counted(found: Found, tokens: list[Token], times: Times) -> Length | None:
    """The length that a number and the unit beside it state."""
    if found.kind not in {"cardinal", "fraction", "vague"}:
        return None
    number, start = found.words, found.last
    token = tokens[start]
    tail = token.key[max(number[1] - token.start, 0) :].lstrip("-") if "-" in token.key else ""
    measure = times.units.get(tail.split("-")[0])
    position, end = start, token.end
    if measure is None:
        if found.units and found.units[0][0] < token.end:
            return None
        place = _unit(tokens, found.after, times)
        if place is None:
            return None
        measure, position = times.units[tokens[place].key], place + found.half
        end = tokens[position].end
    amount = None if found.number is None else found.number * measure[0]
    if found.half and amount is not None:
        amount += measure[0] / 2
    lower = number[1] < token.start
    words = number if lower else (number[0], end)
    whole = (min(found.whole[0], number[0]), max(found.whole[1], end))
    return Length(words, whole, amount, measure[1], found.bound, found.first, position)


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


def _glued(word: str, times: Times) -> tuple[Fraction, str] | None:
    """What a compound says: `шестимесячный` is six months."""
    match = times.glued.fullmatch(word) if times.glued and len(word) < 40 else None
    if match is None:
        return None
    count, unit = times.stems[match[2]]
    return times.prefixes[match[1]] * count, unit


def _alone(
    position: int, measure: tuple[Fraction, str], tokens: list[Token], known: Lexicon
) -> Length:
    token = tokens[position]
    front = bounds.in_front(tokens, position, known)
    behind = bounds.behind(tokens, position, known, {})
    start = tokens[front.first].start if front else token.start
    end = tokens[behind.stop - 1].end if behind else token.end
    stated = front or behind
    bound: Bound = stated.bound if stated else "exactly"
    return Length((token.start, token.end), (start, end), *measure, bound, position, position)


def _sums(lengths: list[Length], tokens: list[Token], times: Times) -> Iterator[list[Length]]:
    """Lengths that are one together: `one year and two months`."""
    current: list[Length] = []
    for length in lengths:
        if current and _adds(current[-1], length, tokens, times):
            current.append(length)
            continue
        if _follows_unit(length, tokens, times):
            continue
        if current:
            yield current
        current = [length]
    if current:
        yield current


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
    return key.split("-")[-1] in times.units or key in times.words or bool(_glued(key, times))


def _adds(left: Length, right: Length, tokens: list[Token], times: Times) -> bool:
    if left.amount is None or right.amount is None or right.bound != "exactly":
        return False
    if left.amount.denominator != 1 or _ORDER.index(left.unit) >= _ORDER.index(right.unit):
        return False
    if left.whole[1] > right.words[0] or right.whole[0] < left.words[1]:
        return False
    between = [token for token in tokens if left.words[1] <= token.start < right.words[0]]
    gap = tokens[left.last].gap
    if not between:
        return gap == " "
    return len(between) == 1 and between[0].key in times.joints and gap == between[0].gap == " "


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
