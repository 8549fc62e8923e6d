"""The lexicon of each language, made of the tables of its `numbers.toml`."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any

from kzdata.readers.language import code, tables
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.changes import changes_of
from kzdata.readers.lexicon.clock import clock_of
from kzdata.readers.lexicon.compounds import Compounds
from kzdata.readers.lexicon.phrases import (
    WordList,
    expanded,
    of_bounds,
    stems,
    word_list,
    words,
)
from kzdata.readers.lexicon.romans import romans_of
from kzdata.readers.lexicon.romans import terms_of as roman_terms
from kzdata.readers.lexicon.rulings import (
    aloft_of,
    amounts_of,
    below_zero_of,
    least_of,
    refusals_of,
    shares_of,
    topics_of,
)
from kzdata.readers.lexicon.terms import inflected, inverse, terms
from kzdata.readers.lexicon.traits import traits
from kzdata.readers.text.chunks import Remembered


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; where it has no tables, the rules common to all.

    >>> lexicon("en").term("seventy").value
    Fraction(70, 1)
    """
    known = code(language)
    return _lexicon(tables(known, "numbers")) if known == language else lexicon(known)


def _lexicon(table: Mapping[str, Any]) -> Lexicon:
    fields = _lines(table) | _of_figures(table) | _of_bounds(table) | _of_words(table)
    known = Lexicon(**fields, traits=Remembered(lambda word: traits(word, known)))
    return known


def _lines(table: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are a line of the same name, in whatever part of the table, by their types.

    A language without the line has none of these words.
    """
    bounds = table.get("bounds", {})
    lines = {**bounds, **table.get("figures", {}), **table}
    slots = bounds.get("slots", {})
    readings: Mapping[object, Callable[[str], object]] = {
        frozenset[str]: lambda name: words(lines, name),
        tuple[str, ...]: lambda name: stems(lines, name),
        frozenset[tuple[str, ...]]: lambda name: frozenset(expanded(lines.get(name, ()), slots)),
        WordList: lambda name: word_list(str(lines.get(name, ""))),
        bool: lambda name: lines.get(name, False),
    }
    declared = Lexicon.__annotations__.items()
    return {name: readings[type_](name) for name, type_ in declared if type_ in readings}


def _of_figures(table: Mapping[str, Any]) -> dict[str, Any]:
    """What is made of how figures are written, and of the words for numbers."""
    figures, glued = table.get("figures", {}), table.get("compounds", {})
    marks = figures.get("marks", ((",", "."), (".", ","), (" ", ",")))
    return {
        "style": figures.get("style", "spaced"),
        "marks": tuple((group, decimal) for group, decimal in marks),
        "suffixes": {word: Fraction(v) for word, v in inverse(figures.get("suffixes", {}))},
        "cardinal_endings": dict(inverse(figures.get("cardinal_endings", {}))),
        "tail_bounds": dict(inverse(figures.get("tail_bounds", {}))),
        "scale_tails": {w: Fraction(v) for w, v in inflected(figures, "scale_stems", "endings")},
        "terms": terms(table.get("words", {})) | roman_terms(table.get("romans", {})),
        "romans": romans_of(table.get("romans", {})),
        "compounds": Compounds(glued) if glued else None,
    }


def _of_bounds(table: Mapping[str, Any]) -> dict[str, Any]:
    """What is made of the phrases that bound a number."""
    bounds = table.get("bounds", {})
    slots = bounds.get("slots", {})
    front = of_bounds(bounds.get("front", {}), slots)
    behind = of_bounds(bounds.get("behind", {}), slots)
    priced = words(bounds, "priced")
    halves = [phrase.split() for phrase in bounds.get("half_behind", ())]
    return {
        "front": front,
        "behind": behind,
        "front_ends": front.ends(),
        "behind_starts": behind.starts(),
        "reach": bounds.get("reach", 0),
        "below_zero": below_zero_of(bounds.get("below_zero", {})),
        "least": least_of(bounds.get("least", {})),
        "topics": topics_of(bounds.get("topics", {})),
        "aloft": aloft_of(bounds.get("aloft", {})),
        "denied_verbs": tuple(bounds.get("denied_verbs", ())),
        "price_ends": front.ending(priced),
        "half_starts": frozenset(phrase[0] for phrase in halves),
        "half_ends": frozenset(phrase[-1] for phrase in halves),
    }


def _of_words(table: Mapping[str, Any]) -> dict[str, Any]:
    """What is made of the words for things, money, ranges and changes."""
    slots = table.get("bounds", {}).get("slots", {})
    paths = list(_ranges(table, "paths", slots))
    inverted = table.get("inverted_over", {})
    return {
        "shares": shares_of(table.get("shares", {})),
        "currencies": words(table, "currencies") | words(table, "codes"),
        "amounts": amounts_of(table.get("amounts", {})),
        "gapped": {word: group for group in table.get("gapped", ()) for word in group.split()},
        "referring": _groups(table, "referring"),
        "norms": _groups(table, "norms"),
        "ahead": tuple(tuple(group.split()) for group in table.get("ahead", ())),
        "row_adjectives": tuple(tuple(kind.split()) for kind in table.get("row_adjectives", ())),
        "ranges": (*paths, *_ranges(table, "ranges", slots)),
        "path_words": (
            frozenset(front for front, _, _ in paths),
            frozenset(middle for _, middle, _ in paths),
        ),
        "inverted_over": {
            over: words(inverted, written) for written in inverted for over in written.split()
        },
        "window": table.get("window", 4),
        "changes": changes_of(table.get("changes", {})),
        "clock": clock_of(table.get("clock", {})),
        "time_units": _time_units(table),
        "refuse": refusals_of(table.get("refuse", {})),
    }


def _time_units(table: Mapping[str, Any]) -> frozenset[str]:
    """All words for units of time."""
    lines = table.get("times", {}).get("units", {})
    return frozenset(word for line in lines.values() for word in line.split())


def _groups(table: Mapping[str, Any], name: str) -> dict[str, frozenset[str]]:
    """The words of each line of a part of the table."""
    lines = table.get(name, {})
    return {line: words(lines, line) for line in lines}


def _ranges(
    table: Mapping[str, Any], name: str, slots: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """The words in front of, between and behind the two ends of a range, slots filled in."""
    for wording in table.get(name, ()):
        yield from product(*(expanded([part], slots) for part in wording))
