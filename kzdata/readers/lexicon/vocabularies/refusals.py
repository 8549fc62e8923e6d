"""Words beside a number that rule it out."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import words
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Refusals(Vocabulary):
    """Words beside a number that make it something else: a year, a date, a name, a pronoun.

    None is told behind one of `before` (one of `alone_before` only alone), nor in front of one of
    `after`. `identifiers` number what they stand before, but as verbs, by `acting` words in front
    (or `to`, for `acting_to`), and but where the number is `measured` in what follows, or counted
    by one in front of a word of `clock` (`екі сағат 20 минут`), and no time, but for those
    `of_time` (`бірнеше сағат 20 минут`); `titles` do so where they have a capital: `Year 6 pupils`.
    So does one that a capital or one of the `anniversaries` follows beside one of `places` (`улица
    40 лет Победы`). Phrases of `ratios` stand before the lower half of a proportion, or not even
    one (`бір де бір`), `shares` and `shares_apart` in front of what may be one or two numbers;
    `wholes` between the halves of a mixed number, `reporters` between the volume and page of a case
    (`347 U.S. 483`). Not one is meant by a `lone` word behind a denial or what is `lacking`.
    `words` have what rules out each behind and in front of it, but for `one` behind one of `only`
    that none of `not_only` leads. Two numbers behind one of `scores` are a result, as are small
    ones that but one of the `score_joints` parts, if they are no path. A number word that
    `capitals` begin within a sentence is in a name: `le Due Torri`; where headings have capitals
    but for words of `title_case`, beside another word without one, as in `the Big Four firms`. What
    begins as one of `told_off` has a rank by the adjective of a scale: `12-тысячный автомобиль`.

    Four digits are a year behind one of `year_before` or `year_named` (`stagione 2023`), behind a
    phrase of `year_compared` where what follows is not many, or in front of one of `year_after` or
    of `year_stems`; where a `year_stands` alone no other noun may follow. So are those between one
    of `year_owners` and one of `year_nouns` (`the 2022 protests`), and those told of one of
    `year_leads` (`the deadline is 2030`). What is behind one of `levels` may be what something rose
    to, and no year, nor is one behind `totals` that counts words in `many`.

    Months are `month_words` or begin as `months`; those that are `month_verbs` are none in lower
    case, nor is one that `seasons` begin behind a number word. One of `month_cases` leads no year.
    Where `days_first` a day stands in front of its month alone, unless the month is in one of the
    `day_cases`: `da gennaio tre suicidi`, but `қаңтардың 6-сы`.
    """

    identifiers: frozenset[str]
    titles: frozenset[str]
    acting: frozenset[str]
    acting_to: frozenset[str]
    measured: frozenset[str]
    of_time: frozenset[str]
    lone: frozenset[str]
    lacking: frozenset[str]
    clock: frozenset[str]
    places: frozenset[str]
    anniversaries: frozenset[str]
    year_stands: bool
    before: frozenset[str]
    alone_before: frozenset[str]
    ratios: frozenset[tuple[str, ...]]
    shares: frozenset[str]
    shares_apart: frozenset[str]
    after: frozenset[str]
    wholes: frozenset[str]
    year_before: frozenset[str]
    year_named: frozenset[str]
    year_compared: frozenset[tuple[str, ...]]
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
    told_off: tuple[str, ...]
    score_joints: frozenset[str]
    reporters: frozenset[str]
    capitals: bool
    title_case: frozenset[str]
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
