"""The lexicon of each language, made of the tables of its `numbers.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from kzdata.readers.language import code, tables
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.compounds import Compounds
from kzdata.readers.lexicon.romans import romans_of
from kzdata.readers.lexicon.romans import terms_of as roman_terms
from kzdata.readers.lexicon.terms import terms
from kzdata.readers.lexicon.traits import traits
from kzdata.readers.lexicon.vocabularies import Vocabulary
from kzdata.readers.lexicon.vocabularies.approximations import Approximations
from kzdata.readers.lexicon.vocabularies.bounds import (
    Aloft,
    BelowZero,
    Caps,
    Least,
    bounds_of,
    topics_of,
)
from kzdata.readers.lexicon.vocabularies.cases import Cases
from kzdata.readers.lexicon.vocabularies.changes import changes_of
from kzdata.readers.lexicon.vocabularies.clock import Clock
from kzdata.readers.lexicon.vocabularies.comparisons import comparisons_of
from kzdata.readers.lexicon.vocabularies.denials import Denials
from kzdata.readers.lexicon.vocabularies.ellipses import ellipses_of
from kzdata.readers.lexicon.vocabularies.fates import Fates
from kzdata.readers.lexicon.vocabularies.figures import figures_of
from kzdata.readers.lexicon.vocabularies.fractions import fractions_of
from kzdata.readers.lexicon.vocabularies.money import money_of
from kzdata.readers.lexicon.vocabularies.parts import Parts, Pronouns
from kzdata.readers.lexicon.vocabularies.ranges import ranges_of
from kzdata.readers.lexicon.vocabularies.refusals import refusals_of
from kzdata.readers.lexicon.vocabularies.shares import shares_of
from kzdata.readers.lexicon.vocabularies.subjects import Forecasts, Subjects
from kzdata.readers.text.chunks import Remembered

_PLAIN: Final[Mapping[str, type[Vocabulary]]] = {
    "aloft": Aloft,
    "approximations": Approximations,
    "below_zero": BelowZero,
    "caps": Caps,
    "cases": Cases,
    "clock": Clock,
    "denials": Denials,
    "fates": Fates,
    "forecasts": Forecasts,
    "least": Least,
    "parts": Parts,
    "pronouns": Pronouns,
    "subjects": Subjects,
}
"""The vocabularies that have nothing but what their table says."""

_OTHERS: Final = {"words", "compounds", "slots", "times"}
"""Parts of the table that are no fields: of `terms`, of phrases, of `kzdata.readers.durations`."""

_WINDOW: Final = 4
"""How many words may name what is counted, where a language does not say."""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; where it has no tables, the rules common to all.

    >>> lexicon("en").term("seventy").value
    Fraction(70, 1)
    """
    known = code(language)
    return _lexicon(tables(known, "numbers")) if known == language else lexicon(known)


def _lexicon(table: Mapping[str, Any]) -> Lexicon:
    slots, romans = table.get("slots", {}), table.get("romans", {})
    part = {name: table.get(name, {}) for name in Lexicon.__annotations__}
    bounds = bounds_of(part["bounds"], slots)
    lines = {name: line for name, line in table.items() if name not in _OTHERS}
    glued, units = table.get("compounds"), table.get("times", {}).get("units", {})
    known = Lexicon(
        lines,
        slots,
        figures=figures_of(part["figures"]),
        terms=terms(table.get("words", {})) | roman_terms(romans),
        romans=romans_of(romans),
        compounds=Compounds(glued) if glued else None,
        bounds=bounds,
        topics=topics_of(part["topics"]),
        comparisons=comparisons_of(part["comparisons"], slots, bounds.front),
        refuse=refusals_of(part["refuse"]),
        ranges=ranges_of(part["ranges"], slots),
        changes=changes_of(part["changes"]),
        shares=shares_of(part["shares"]),
        fractions=fractions_of(part["fractions"]),
        ellipses=ellipses_of(part["ellipses"], slots),
        money=money_of(part["money"]),
        window=table.get("window", _WINDOW),
        time_units=frozenset(word for line in units.values() for word in line.split()),
        traits=Remembered(lambda word: traits(word, known)),
        **{name: made(part[name]) for name, made in _PLAIN.items()},
    )
    return known
