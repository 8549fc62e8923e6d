"""Lengths of time that are said without a number: `a week`, `un'ora e mezza`, `полгода`.

Which words can be one is in `kzdata.readers.durations.times`; sums of lengths are in `durations`.
"""

from collections.abc import Container
from fractions import Fraction
from typing import Final, NamedTuple

from kzdata.readers.durations.times import Bare, Length, Measure, Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.signs import UNIT_SIGNS
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import half_behind
from kzdata.readers.quantities.bounds import agreements
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, touches

_FARTHEST: Final = 3
"""How many tokens in front of a unit a number may stand that counts it."""

_BESIDE: Final = 1
"""The same of a compound, which has a number of its own: `№ 18 ввели двухнедельный карантин`."""


def may_be(key: str, times: Times) -> bool:
    """Whether a token can be a length by itself, whatever stands beside it."""
    vague = key in times.vague.words or key in times.vague.units
    return (
        vague or key in times.bare.units or key in times.words or times.glued_word(key) is not None
    )


def read(position: int, tokens: list[Token], known: Lexicon, times: Times) -> Length | None:
    """The length that the word at `position` states by itself, if it states one."""
    token = tokens[position]
    if token.key in times.bare.units and (one := _bare(position, tokens, known, times)):
        return one
    if (first := _vague(position, tokens, times)) is not None:
        whole = tokens[first].start, token.end
        words = token.start, token.end
        return Length(words, whole, None, "D", "exactly", position, position)
    compound = times.glued_word(token.key)
    measure = times.words.get(token.key) or compound
    reach = _BESIDE if compound else _FARTHEST
    if measure is None or _is_counted(tokens, position, known, reach=reach):
        return None
    if position and tokens[position - 1].key in times.refused:
        return None
    if position and not compound and _denies(tokens[position - 1].key, known):
        return None
    return _alone(position, measure, tokens, known, compound=compound is not None)


def _denies(key: str, known: Lexicon) -> bool:
    """Whether a word in front denies that it was so long: `not a year`; but `not even a year`."""
    return key in known.denials.negatives or key in known.refuse.before


def _vague(position: int, tokens: list[Token], times: Times) -> int | None:
    """The first token of a length that is not said how long: `weeks-long`, `for decades`."""
    key, rules = tokens[position].key, times.vague
    if key not in rules.units or not position:
        return position if key in rules.words else None
    before = tokens[position - 1]
    return position - 1 if before.key in rules.leads and before.gap == " " else None


class _Beside(NamedTuple):
    """What stands beside a unit without a number: the word in front, bounds, a half behind.

    `close`: whether the bound behind makes it one of it.
    """

    before: Token | None
    front: Phrase | None
    behind: Phrase | None
    half: int
    close: bool


def _bare(position: int, tokens: list[Token], known: Lexicon, times: Times) -> Length | None:
    """One of a unit, said without a number: `a week`, `un'ora e mezza`, `около часа`, `за год`."""
    token, rules = tokens[position], times.bare
    first = _opening(tokens, position, known, rules)
    if first is None:
        return None
    beside = _beside(tokens, first, position, known, rules)
    if _is_no_length(tokens, first, position, beside, known, times):
        return None
    before, front, behind, half, close = beside
    bounded = front or half or close
    last = not bounded and token.key in rules.bounded
    if last and not _goes_on(tokens, first, times):
        return None
    opened = before is not None and before.key in rules.openers
    start = tokens[first - opened].start
    words = (start, tokens[position + half].end)
    whole = (
        tokens[front.first].start if front else start,
        tokens[behind.stop - 1].end if behind else words[1],
    )
    amount, unit = times.units[token.key]
    stated = front or behind
    weak = last or not (rules.articles or bounded or opened)
    return Length(
        words, whole, amount * (Fraction(3, 2) if half else 1), unit,
        (stated and stated.bound) or "exactly", first, position + half, weak,
    )  # fmt: skip


def _opening(tokens: list[Token], position: int, known: Lexicon, rules: Bare) -> int | None:
    """The token with which one of a unit begins: its article, if the language has any."""
    if not rules.articles:
        return position
    first = position - 1
    over = first > 0 and among(tokens[first].key, known.ellipses.further, rules.over)
    if over and _joins(tokens[first - 1]):
        first -= 1
    led = first >= 0 and tokens[first].key in rules.articles and _joins(tokens[first])
    return first if led else None


def _joins(token: Token) -> bool:
    """Whether nothing but a space parts a token from the next: `an hour`, `un'ora`."""
    return token.gap in {" ", ""}


def _beside(tokens: list[Token], first: int, position: int, known: Lexicon, rules: Bare) -> _Beside:
    before = tokens[first - 1] if first and _joins(tokens[first - 1]) else None
    front = bounds.in_front(tokens, first, known)
    if front and tokens[front.first].key in rules.loose:
        front = None
    behind = bounds.behind(tokens, position, known, frozenset())
    close = behind is not None and _is_close(tokens, behind.first - position, behind, rules)
    return _Beside(before, front, behind, half_behind(tokens, position, known), close)


def _is_no_length(
    tokens: list[Token], first: int, position: int, beside: _Beside, known: Lexicon, times: Times
) -> bool:
    """Whether what stands beside a unit makes it something else than one of it."""
    before, front, behind, _, close = beside
    rules = times.bare
    following = tokens[position + 1].key if position + 1 < len(tokens) else ""
    if following in rules.behind:
        return True
    if before:
        if close and not rules.articles and _is_other(tokens, position, known, times):
            return True
        if not front and _denies(before.key, known):
            return True
        told = front or following in rules.counted_from
        if not told and _is_rate(tokens, first, known, rules):
            return True
    return agreements.contradicted(tokens, None, (front, behind), known)


def _goes_on(tokens: list[Token], first: int, times: Times) -> bool:
    """Whether a unit and a word that adds stand in front: `un anno e un giorno`."""
    if first < 2 or tokens[first - 1].key not in times.joints:
        return False
    return tokens[first - 2].key in times.units and touches(tokens[first - 2])


def _is_close(tokens: list[Token], distance: int, behind: Phrase, rules: Bare) -> bool:
    """Whether a bound right behind a unit makes it one of it: `сутки и более`, `жылдан астам`."""
    return distance == 1 and (not rules.close or tokens[behind.first].key in rules.close)


def _is_other(tokens: list[Token], position: int, known: Lexicon, times: Times) -> bool:
    """Whether the word in front makes a unit a certain time or so many: `өткен жылдан астам`."""
    counted = _is_counted(tokens, position, known, reach=1)
    return counted or tokens[position - 1].key in times.refused


def _alone(
    position: int, measure: Measure, tokens: list[Token], known: Lexicon, *, compound: bool
) -> Length:
    token = tokens[position]
    front = bounds.in_front(tokens, position, known)
    if front and compound and tokens[position - 1].key in known.comparisons.beneath:
        front = None
    behind = bounds.behind(tokens, position, known, frozenset())
    start = tokens[front.first].start if front else token.start
    end = tokens[behind.stop - 1].end if behind else token.end
    stated = front or behind
    bound: Bound = (stated and stated.bound) or "exactly"
    return Length((token.start, token.end), (start, end), *measure, bound, position, position)


def _is_rate(tokens: list[Token], first: int, known: Lexicon, rules: Bare) -> bool:
    """Whether what stands in front makes it a rate: `three times a week`, `an apple a day`."""
    word = tokens[first - 1].key
    if not rules.rates or word in known.list_words or word in rules.spans:
        return False
    plural = word.endswith(known.refuse.many) and word not in rules.openers
    return plural or word in rules.rates or _is_counted(tokens, first, known, rules.articles)


def _is_counted(
    tokens: list[Token],
    position: int,
    known: Lexicon,
    articles: Container[str] = (),
    reach: int = _FARTHEST,
) -> bool:
    """Whether a number stands so near in front that a word may not be a duration by itself."""
    for place in range(position - 1, max(position - 1 - reach, -1), -1):
        if tokens[place].gap not in {" ", ""}:
            return False
        key = tokens[place].key
        term = known.term(key)
        number = term is not None and term.kind not in {"article", "and", "of"}
        if number or key in articles or key in UNIT_SIGNS or any(char.isnumeric() for char in key):
            return True
    return False
