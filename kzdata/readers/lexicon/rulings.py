"""Words beside a number that rule what it is: none at all, or one below zero.

Made from a language's `numbers.toml`; the rules that look for them are `refusals` and `bounds` of
`kzdata.readers.quantities`.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from kzdata.readers.lexicon.phrases import WordList, stems, word_list, word_lists, words


class Refusals(NamedTuple):
    """Words beside a number that make it something else: a year, a date, a name, a pronoun.

    Four digits between one of `year_owners` and one of `year_nouns` are a year (`the 2022
    protests`), and so are those told of one of `year_leads` (`the deadline is 2030`).
    What is behind one of `levels` may be what something rose to, and no year, nor is one behind
    `totals` that counts words in `many`. Where `days_first` a day stands in front of its month
    alone, unless the month is in one of the `day_cases`: `da gennaio tre suicidi`, but `қаңтардың
    6-сы`.
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


class Topics(NamedTuple):
    """Words in front of `over` or `about` that make it no bound: `a dispute over 30 hectares`.

    Each list by the word that it makes none; `passive` ones behind one of the `auxiliaries` only:
    `was charged over two thefts`, but `police charged over 40 people`.
    """

    lists: Mapping[str, WordList]
    passive: Mapping[str, WordList]
    auxiliaries: frozenset[str]


class Aloft(NamedTuple):
    """What makes `over` no bound, but where something is: `shot down over four regions`.

    It is one of the `words`, a place follows its number, and one of the `verbs` stands in front, or
    a `passive` one behind one of the `auxiliaries`; or it says so `alone`.
    """

    words: frozenset[str]
    places: WordList
    verbs: WordList
    passive: WordList
    auxiliaries: frozenset[str]
    alone: bool


class Shares(NamedTuple):
    """What makes two numbers a proportion: `one in five`, `каждый пятый`.

    `joints` stand between its halves, `every` in front of an ordinal, `ones` for one; `ends`
    has the last word of each. No share is told of `no_share` (`каждый пятый день`). Behind a
    proportion with its thing inside may stand what `behind` lists and words of `verb_endings`: `un
    medico su cinque dichiara`. Behind a `plain` joint one is told of any number: `one in 14`.
    """

    joints: frozenset[tuple[str, ...]]
    ends: frozenset[str]
    every: frozenset[str]
    plain: frozenset[str]
    ones: frozenset[str]
    wholes: frozenset[int]
    no_share: WordList
    behind: frozenset[str]
    verb_endings: tuple[str, ...]


class Least(NamedTuple):
    """What makes `от` in front of a number a lower bound: `стоят от 1500 рублей`, `dai 14 anni`.

    `words` are those. Stems of words `after` which it is one, of `units` that prices and ages are
    in, and the words that may `follow` such a unit; `until` would make it a range.
    """

    words: frozenset[str]
    after: tuple[str, ...]
    units: tuple[str, ...]
    follow: frozenset[str]
    until: frozenset[str]


class BelowZero(NamedTuple):
    """What puts degrees below zero, in front of a number or behind them: `12 gradi sotto zero`.

    Words in front do so with one of the words for `degrees` only: `meno 12 gradi`.
    """

    front: frozenset[tuple[str, ...]]
    behind: frozenset[tuple[str, ...]]
    degrees: frozenset[str]


def amounts_of(table: Mapping[str, Any]) -> Mapping[str, Mapping[str, int]]:
    """How many of a smaller unit are one of a larger, by the words for the larger and the smaller.

    >>> amounts_of({"100": ["euro | cent cents"]})
    {'euro': {'cent': 100, 'cents': 100}}
    """
    found: dict[str, dict[str, int]] = {}
    for count, lines in table.items():
        for line in lines:
            larger, smaller = line.split("|")
            for word in larger.split():
                found.setdefault(word, {}).update(dict.fromkeys(smaller.split(), int(count)))
    return found


def refusals_of(table: Mapping[str, Any]) -> Refusals:
    """The words of a table `[refuse]`."""
    return Refusals(
        identifiers=words(table, "identifiers"),
        acting=words(table, "acting"),
        acting_to=words(table, "acting_to"),
        measured=words(table, "measured"),
        lone=words(table, "lone"),
        lacking=words(table, "lacking"),
        clock=words(table, "clock"),
        year_stands=table.get("year_stands", False),
        before=words(table, "before"),
        alone_before=words(table, "alone_before"),
        ratios=frozenset(tuple(phrase.split()) for phrase in table.get("ratios", ())),
        shares=words(table, "shares"),
        shares_apart=words(table, "shares_apart"),
        after=words(table, "after"),
        wholes=words(table, "wholes"),
        hours=words(table, "hours"),
        year_before=words(table, "year_before"),
        year_after=words(table, "year_after"),
        year_owners=words(table, "year_owners"),
        year_nouns=words(table, "year_nouns"),
        year_leads=words(table, "year_leads"),
        year_stems=tuple(str(table.get("year_stems", "\0")).split()),
        levels=words(table, "levels"),
        totals=words(table, "totals"),
        many=tuple(str(table.get("many", "\0")).split()),
        months=stems(table, "months"),
        month_cases=tuple(str(table.get("month_cases", "\0")).split()),
        seasons=tuple(str(table.get("seasons", "\0")).split()),
        month_verbs=words(table, "month_verbs"),
        month_words=words(table, "month_words"),
        days_first=table.get("days_first", False),
        day_cases=tuple(str(table.get("day_cases", "\0")).split()),
        scores=words(table, "scores"),
        only=words(table, "only"),
        not_only=words(table, "not_only"),
        words={
            word: (words(sides, "before"), words(sides, "after"))
            for listed, sides in table.get("words", {}).items()
            for word in listed.split()
        },
    )


_WHOLES = frozenset({*range(2, 11), 20, 50, 100, 1000})
"""What a proportion is told of: `two in three`, `one in a hundred`."""


def topics_of(table: Mapping[str, Any]) -> Topics:
    """The words of a table `[bounds.topics]`."""
    passive = table.get("passive", {})
    return Topics(word_lists(table), word_lists(passive), words(passive, "auxiliaries"))


def aloft_of(table: Mapping[str, Any]) -> Aloft:
    """The words of a table `[bounds.aloft]`."""
    places, verbs, passive = (
        word_list(str(table.get(name, ""))) for name in ("places", "verbs", "passive")
    )
    auxiliaries, alone = words(table, "auxiliaries"), bool(table.get("alone", False))
    return Aloft(words(table, "words"), places, verbs, passive, auxiliaries, alone)


def shares_of(table: Mapping[str, Any]) -> Shares:
    """The words of a table `[shares]`."""
    joints = frozenset(tuple(phrase.split()) for phrase in table.get("joints", ()))
    every = words(table, "every")
    return Shares(
        joints=joints,
        ends=every | {phrase[-1] for phrase in joints},
        every=every,
        plain=words(table, "plain"),
        ones=words(table, "ones"),
        wholes=_WHOLES,
        no_share=word_list(str(table.get("no_share", ""))),
        behind=words(table, "behind"),
        verb_endings=stems(table, "verb_endings"),
    )


def least_of(table: Mapping[str, Any]) -> Least:
    """The words of a table `[bounds.least]`."""
    listed, follow, until = (words(table, name) for name in ("words", "follow", "until"))
    return Least(listed, stems(table, "after"), stems(table, "units"), follow, until)


def below_zero_of(table: Mapping[str, Any]) -> BelowZero:
    """The words of a table `[bounds.below_zero]`."""
    front, behind = (
        frozenset(tuple(phrase.split()) for phrase in table.get(side, ()))
        for side in ("front", "behind")
    )
    return BelowZero(front, behind, words(table, "degrees"))
