"""Words beside a number that rule it out."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import words
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Refusals(Vocabulary):
    """Words beside a number that make it something else: a year, a date, a name, a pronoun.

    Four digits between one of `year_owners` and one of `year_nouns` are a year (`the 2022
    protests`), and so are those told of one of `year_leads` (`the deadline is 2030`). What is
    behind one of `levels` may be what something rose to, and no year, nor is one behind `totals`
    that counts words in `many`. Where `days_first` a day stands in front of its month alone, unless
    the month is in one of the `day_cases`: `da gennaio tre suicidi`, but `қаңтардың 6-сы`.
    """

    identifiers: frozenset[str]
    acting: frozenset[str]
    acting_to: frozenset[str]
    measured: frozenset[str]
    lone: frozenset[str]
    lacking: frozenset[str]
    clock: frozenset[str]
    year_stands: bool
    before: frozenset[str]
    alone_before: frozenset[str]
    ratios: frozenset[tuple[str, ...]]
    shares: frozenset[str]
    shares_apart: frozenset[str]
    after: frozenset[str]
    wholes: frozenset[str]
    hours: frozenset[str]
    year_before: frozenset[str]
    year_after: frozenset[str]
    year_stems: tuple[str, ...]
    year_owners: frozenset[str]
    year_nouns: frozenset[str]
    year_leads: frozenset[str]
    levels: frozenset[str]
    totals: frozenset[str]
    many: tuple[str, ...]
    months: tuple[str, ...]
    seasons: tuple[str, ...]
    month_cases: tuple[str, ...]
    month_verbs: frozenset[str]
    month_words: frozenset[str]
    days_first: bool
    day_cases: tuple[str, ...]
    scores: frozenset[str]
    only: frozenset[str]
    not_only: frozenset[str]
    words: Mapping[str, tuple[frozenset[str], frozenset[str]]]

    def is_month(self, word: str) -> bool:
        """Whether a word is a month, by the language's table."""
        return word in self.month_words or word.startswith(self.months)

    def leads_year(self, word: str) -> bool:
        """Whether a month may stand before its year, by its case: not `ақпанда 2003 адам`."""
        return self.is_month(word) and not word.endswith(self.month_cases)

    def leads_day(self, word: str) -> bool:
        """Whether a month may stand before its day: not `6 января 12 человек`."""
        return self.leads_year(word) and (not self.days_first or word.endswith(self.day_cases))


def refusals_of(table: Mapping[str, Any]) -> Refusals:
    """The words of a table `[refuse]`; those on both sides of a word are by each of its forms."""
    sides = {
        word: (words(listed, "before"), words(listed, "after"))
        for forms, listed in table.get("words", {}).items()
        for word in forms.split()
    }
    return Refusals(table, words=sides)
