"""How numbers are written in digits, and what is glued to them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from kzdata.readers.lexicon.terms import inflected, inverse
from kzdata.readers.lexicon.vocabularies import Vocabulary
from kzdata.readers.readings import Bound


class Figures(Vocabulary):
    """How numbers are written: `20,000`, `$5m`, `5-ти`, `75-ші`, `20-odd`.

    `style` says how words are cut, `marks` which of them part groups and which decimals, and
    whether one is `pointed`: a point and no more digits. Behind digits stand `suffixes` and
    `scale_tails` that multiply them, those of `only_money` with money alone, those `unsure_scales`
    perhaps, and one that is a unit too before what is `unmeasured` (`300 m users`); `glued_units`,
    `tail_bounds`, `fold_tails` (`7-fold`). `money_letters` stand in front. Behind `hour_letters` a
    number multiplies by no letter: `2h 15m`.

    An ordinal has one of the `ordinal_letters` or `ordinal_endings`, or any ending where there are
    `ordinal_tails` but for `measure_tails`; what has one of the `rank_tails` is a place in an
    order. A cardinal has one of the `cardinal_endings`, each behind some last digits. Words go on
    over a hyphen where that is so (`hyphen_joins`) or over a comma (`comma_joins`), and not over an
    ordinal where it `ranks_apart`. A point ends no sentence behind the `abbreviations`.
    """

    style: str
    marks: tuple[tuple[str, str], ...]
    suffixes: Mapping[str, Fraction]
    only_money: frozenset[str]
    unsure_scales: frozenset[str]
    unmeasured: frozenset[str]
    glued_units: frozenset[str]
    hour_letters: frozenset[str]
    ordinal_letters: frozenset[str]
    ordinal_endings: frozenset[str]
    ordinal_tails: bool
    measure_tails: tuple[str, ...]
    cardinal_endings: Mapping[str, str]
    tail_bounds: Mapping[str, Bound]
    fold_tails: tuple[str, ...]
    scale_tails: Mapping[str, Fraction]
    rank_tails: tuple[str, ...]
    money_letters: frozenset[str]
    pointed: bool
    hyphen_joins: bool
    comma_joins: bool
    ranks_apart: bool
    abbreviations: frozenset[str]

    def ordinal_suffix(self, number: int, letters: str) -> bool:
        """Whether letters glued to digits make an ordinal: `75th`, but not `75st`."""
        if letters not in self.ordinal_letters:
            return False
        if letters not in {"st", "nd", "rd", "th"}:
            return True
        last = 0 if number // 10 % 10 == 1 else number % 10
        return letters == {1: "st", 2: "nd", 3: "rd"}.get(last, "th")

    def is_cardinal_ending(self, number: int, ending: str) -> bool:
        """Whether an ending behind digits is a cardinal's case: `5-ти`, `3-х`, `800-ден`."""
        last_digits = self.cardinal_endings.get(ending)
        if last_digits is None:
            return False
        teen = number // 10 % 10 == 1
        return not last_digits or (not teen and str(number)[-1] in last_digits)

    def is_ordinal_ending(self, ending: str) -> bool:
        """Whether an ending behind digits is an ordinal's: `75-й`, `75-ші`."""
        return ending in self.ordinal_endings


def figures_of(table: Mapping[str, Any]) -> Figures:
    """The words of a table `[figures]`."""
    lines = {name: table[name] for name in table if name not in {"scale_stems", "endings"}}
    return Figures(
        lines,
        style=table.get("style", "spaced"),
        marks=tuple(map(tuple, table.get("marks", ((",", "."), (".", ","), (" ", ","))))),
        suffixes={word: Fraction(v) for word, v in inverse(table.get("suffixes", {}))},
        cardinal_endings=dict(inverse(table.get("cardinal_endings", {}))),
        tail_bounds=dict(inverse(table.get("tail_bounds", {}))),
        scale_tails={w: Fraction(v) for w, v in inflected(table, "scale_stems", "endings")},
    )
