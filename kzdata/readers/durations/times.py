"""What each word of a language says of time: units, words that are a length by themselves.

Made from the `[times]` of a language's `numbers.toml`; which lengths a text states is
`kzdata.readers.durations`.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from kzdata.readers.language import tables
from kzdata.readers.lexicon.phrases import stems, words
from kzdata.readers.readings import Bound

Measure = tuple[Fraction, str]
"""So many of a unit, by its ISO 8601 designator; `m` is the M behind the T."""


class Vague(NamedTuple):
    """Lengths of nobody knows how much: `words` such as `weeks-long`, `units` behind `leads`."""

    words: frozenset[str]
    units: frozenset[str]
    leads: frozenset[str]


class Bare(NamedTuple):
    """What makes a unit without a number one of it: `a week`, `un'ora`, `за год`.

    `units` can stand so, those of `bounded` with a bound only; an article must be in front where
    the language has `articles`, else one of the `openers`. `rates` and `behind` are words that make
    it something else: `once a week`, `час ночи`; those of `over` may part it from its article.
    Before one that it is `counted_from` it is no rate: `up from 12 a year ago`. Where the language
    has a list of those that are `close`, no other bound behind makes it a length: `жылдан астам`.
    """

    units: frozenset[str]
    bounded: frozenset[str]
    close: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    spans: frozenset[str]
    rates: frozenset[str]
    behind: frozenset[str]
    loose: frozenset[str]
    over: frozenset[str]
    counted_from: frozenset[str]


class Times(NamedTuple):
    """A language's words for units of time; before `no_unit` they are none: `айлық есептік`.

    Of those that are `wholes`, a length behind may be a part: `жылдың екі айында`. Words of
    `instead`, with those of `instead_over`, lead to another: `a month, if not two`. The `letters`
    are units behind a larger one alone: `2h 15m`.
    """

    units: Mapping[str, Measure]
    letters: Mapping[str, Measure]
    words: Mapping[str, Measure]
    between: frozenset[str]
    joints: frozenset[str]
    apart: frozenset[str]
    instead: frozenset[str]
    instead_over: frozenset[str]
    from_endings: tuple[str, ...]
    until: frozenset[str]
    wholes: frozenset[str]
    refused: frozenset[str]
    no_unit: frozenset[str]
    sought: frozenset[str]
    bare: Bare
    vague: Vague
    glued: re.Pattern[str] | None
    prefixes: Mapping[str, Fraction]
    stems: Mapping[str, Measure]

    def __hash__(self) -> int:
        """By identity, since there is one of them a language."""
        return id(self)

    def measures(self, word: str) -> bool:
        """Whether a word is a unit, or may be a number with one: `hours`, `20-летний`, `6h`."""
        begins = [at for at in range(len(word)) if not (at and word[at - 1].isalpha())]
        behind = (word[at:].partition("-")[0] for at in begins)
        return word in self.units or any(unit in self.units for unit in behind)

    def glued_word(self, word: str) -> Measure | None:
        """What a compound says: `шестимесячный` is six months."""
        match = self.glued.fullmatch(word) if self.glued and len(word) < 40 else None
        if match is None:
            return None
        count, unit = self.stems[match[3]]
        tens = self.prefixes[match[1]] if match[1] else Fraction(0)
        return (tens + self.prefixes[match[2]]) * count, unit


class Length(NamedTuple):
    """One stated amount of one unit; `amount` is None where it is vague.

    A `weak` one is a length in a sum only: `год и два месяца`. `named` is the token of its unit
    where that stands with another number.
    """

    words: tuple[int, int]
    whole: tuple[int, int]
    amount: Fraction | None
    unit: str
    bound: Bound
    first: int
    last: int
    weak: bool = False
    named: int | None = None


@cache
def of_language(language: str) -> Times:
    """The words of a language for time; none where it has no tables."""
    table = tables(language, "numbers").get("times", {})
    glued, bare, vague = (table.get(part, {}) for part in ("glued", "bare", "vague"))
    prefixes = {w: Fraction(n) for n, ws in glued.get("prefixes", {}).items() for w in ws.split()}
    glued_stems = dict(_measures(glued.get("stems", {})))
    endings = str(glued.get("endings", "")).split()
    units = dict(_measures(table.get("units", {})))
    units.update({stem + ending: unit for stem, unit in glued_stems.items() for ending in endings})
    pattern = None
    if glued:
        parts = [
            "|".join(sorted(part, key=len, reverse=True))
            for part in (prefixes, glued_stems, endings)
        ]
        pattern = re.compile("({0})??({0})({1})(?:{2})".format(*parts))
    return Times(
        units=units,
        letters=dict(_measures(table.get("letters", {}))),
        words=dict(_measures(table.get("words", {}))),
        between=words(table, "between"),
        joints=words(table, "joints"),
        apart=words(table, "apart"),
        instead=words(table, "instead"),
        instead_over=words(table, "instead_over"),
        from_endings=stems(table, "from_endings"),
        until=words(table, "until"),
        wholes=words(table, "wholes"),
        refused=words(table, "refused"),
        no_unit=words(table, "no_unit"),
        sought=words(table, "sought"),
        bare=Bare(*(words(bare, name) for name in Bare._fields)),
        vague=Vague(*(words(vague, name) for name in Vague._fields)),
        glued=pattern,
        prefixes=prefixes,
        stems=glued_stems,
    )


def _measures(table: Mapping[str, Any]) -> Iterator[tuple[str, Measure]]:
    """Words with their measure: `10Y` is ten years, `TM` a minute."""
    for measure, line in table.items():
        count = measure.rstrip("YMWDHTS")
        unit = measure[len(count) :]
        unit = "m" if unit == "TM" else unit.lstrip("T")
        for word in line.split():
            yield word, (Fraction(count or 1), unit)
