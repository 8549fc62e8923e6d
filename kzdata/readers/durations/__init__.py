"""Lengths of time in the unit that the text states: `six months` is P6M, `half an hour` PT0.5H.

A number is whatever `quantities` reads; this module adds units of time, words that are a duration
by themselves (`fortnight`, `полгода`), compounds (`шестимесячный`) and sums (`one year and two
months`). A unit that the words leave out is for `left_out`.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from kzdata.readers.durations import articles, left_out, times, unnumbered
from kzdata.readers.durations.alternatives import certain
from kzdata.readers.durations.letters import lettered
from kzdata.readers.durations.sums import ranged, sums
from kzdata.readers.durations.times import Length, Times
from kzdata.readers.language import code
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.numbers import items
from kzdata.readers.numbers.stretches import Stretches
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.statements import find
from kzdata.readers.readings import Duration
from kzdata.readers.text.chunks import Remembered
from kzdata.readers.text.tokens import Token, Words, touches


def read(text: str, language: str) -> list[Duration]:
    """The durations of a text, in order; never an error.

    `value` is None for a vague one (`several months`). Both ends of a range are given, as for
    numbers. `over five weeks` may be more than five or in the course of them: two readings.

    >>> read("more than six months", "en")[0].value
    'P6M'
    >>> [(d.value, d.bound) for d in read("от двух до трёх лет", "ru")]
    [('P2Y', 'at_least'), ('P3Y', 'at_most')]
    """
    known, known_times, sought = _of_language(language)
    words = sought.words(text)
    if not words.tokens:
        return []
    found = []
    lengths = sorted(_lengths(words, known, known_times))
    told = certain(lengths, words.tokens, known, known_times) if lengths else ()
    joined = list(sums(told, words.tokens, known_times))
    for parts in ranged(joined, words.tokens, known, known_times):
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
def _of_language(language: str) -> tuple[Lexicon, Times, Stretches]:
    """What is known of a language, and the stretches of texts in which lengths are sought."""
    known, known_times = lexicon(language), times.of_language(code(language))
    role, alone = items.roles(known), _words(known_times)
    sought = Stretches(
        known,
        lambda key: role[key] == items.NUMBER or alone[key],
        lambda key: alone[key] or known_times.measures(key),
    )
    return known, known_times, sought


@cache
def _words(times: Times) -> Remembered[bool]:
    """Whether a token may be a length by itself."""
    return Remembered(lambda key: unnumbered.may_be(key, times))


def _lengths(words: Words, known: Lexicon, times: Times) -> Iterator[Length]:
    tokens = words.tokens
    counted: set[int] = set()
    before: Length | None = None
    for found in find(words, known):
        length = _counted(found, tokens, known, times)
        if before and (length is None or before.first < length.first == before.last):
            parted = left_out.are_parted(before, found, tokens)
            length = left_out.elided(found, before, tokens, known, times) if parted else None
        before = length
        if length is not None:
            counted.add(length.last)
            yield length
            yield from lettered(length, tokens, known, times)
    alone = _words(times)
    for position, token in enumerate(tokens):
        if not alone[token.key] or position in counted:
            continue
        if (length := unnumbered.read(position, tokens, known, times)) is not None:
            yield length


def _counted(found: Found, tokens: list[Token], known: Lexicon, times: Times) -> Length | None:
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
        if place is None or (
            articles.is_article(tokens, place - 1, times)
            and not articles.is_part(found, tokens, known)
        ):
            return _inverted(found, tokens, times)
        if found.half and place != found.last + 1:
            return None
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


def _inverted(found: Found, tokens: list[Token], times: Times) -> Length | None:
    """`лет двадцать`, `лет на двадцать`: about twenty years, the unit being in front."""
    before = tokens[max(found.first - 2, 0) : found.first]
    noun = next((one for one in before if found.units == ((one.start, one.end),)), None)
    if noun is None or not touches(noun) or noun.key not in times.units:
        return None
    count, unit = times.units[noun.key]
    amount = None if found.number is None else found.number * count
    words = (noun.start, found.words[1])
    whole = (min(found.whole[0], noun.start), found.whole[1])
    first = found.first - (2 if noun is before[0] and len(before) > 1 else 1)
    return Length(words, whole, amount, unit, found.bound, first, found.last)


def _unit(tokens: list[Token], last: int, times: Times) -> int | None:
    """The token of the unit behind token `last`, if there is one."""
    for position in range(last + 1, min(last + 5, len(tokens))):
        if tokens[position - 1].gap not in {" ", ""}:
            return None
        if tokens[position].key in times.units:
            following = tokens[position + 1].key if position + 1 < len(tokens) else ""
            return None if following in times.no_unit else position
        if tokens[position].key not in times.between:
            return None
    return None


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
