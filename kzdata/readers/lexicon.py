"""A language's words for numbers, as the readers look them up; made from `numbers.toml` once.

Which sequences of these words are a number is `kzdata.readers.numbers`; this module only says what
each word is.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, NamedTuple, cast

from kzdata.readers.compounds import Compounds
from kzdata.readers.language import code, tables
from kzdata.readers.phrases import Phrases, expanded, lengths, of_bounds, stems, words
from kzdata.readers.readings import Bound
from kzdata.readers.romans import Romans, romans_of
from kzdata.readers.romans import terms_of as roman_terms
from kzdata.readers.rulings import (
    Aloft,
    BelowZero,
    Changes,
    Least,
    Refusals,
    Shares,
    Topics,
    aloft_of,
    below_zero_of,
    changes_of,
    least_of,
    refusals_of,
    shares_of,
    topics_of,
)
from kzdata.readers.terms import Term, inflected, inverse, terms


class Lexicon(NamedTuple):
    """All that the readers of numbers, bounds and units know of one language."""

    style: str
    marks: tuple[tuple[str, str], ...]
    suffixes: Mapping[str, Fraction]
    only_money: frozenset[str]
    glued_units: frozenset[str]
    ordinal_letters: frozenset[str]
    ordinal_endings: frozenset[str]
    ordinal_tails: bool
    measure_tails: tuple[str, ...]
    cardinal_endings: Mapping[str, str]
    pronoun_endings: frozenset[str]
    tail_bounds: Mapping[str, Bound]
    fold_tails: frozenset[str]
    scale_tails: Mapping[str, Fraction]
    terms: Mapping[str, Term]
    romans: Romans
    compounds: Compounds | None
    hyphen_joins: bool
    comma_joins: bool
    front: Phrases
    behind: Phrases
    front_ends: Mapping[str, tuple[int, ...]]
    behind_starts: Mapping[str, tuple[int, ...]]
    reach: int
    far: frozenset[str]
    close: frozenset[str]
    apposed: frozenset[str]
    loose: frozenset[str]
    comparing: frozenset[str]
    folds: frozenset[str]
    differences: frozenset[str]
    difference_endings: tuple[str, ...]
    during: frozenset[str]
    degrees: frozenset[str]
    touching: frozenset[tuple[str, ...]]
    below_zero: BelowZero
    least: Least
    topics: Topics
    aloft: Aloft
    near: frozenset[str]
    inner: frozenset[tuple[str, ...]]
    negatives: frozenset[str]
    modals: frozenset[str]
    denied_verbs: tuple[str, ...]
    denied_endings: tuple[str, ...]
    denied_ends: frozenset[str]
    shares: Shares
    priced: frozenset[str]
    price_ends: frozenset[str]
    ablative: frozenset[str]
    ablative_endings: tuple[str, ...]
    about_endings: tuple[str, ...]
    no_about: frozenset[str]
    victims: frozenset[str]
    rank_tails: tuple[str, ...]
    during_units: frozenset[str]
    half_behind: frozenset[tuple[str, ...]]
    half_starts: frozenset[str]
    half_ends: frozenset[str]
    ranked: frozenset[str]
    fates: frozenset[str]
    abbreviations: frozenset[str]
    fillers: frozenset[str]
    currencies: frozenset[str]
    codes: frozenset[str]
    money_letters: frozenset[str]
    partitives: frozenset[str]
    selecting: frozenset[str]
    owners: tuple[str, ...]
    copulas: frozenset[str]
    when: frozenset[str]
    measures: frozenset[str]
    auxiliaries: frozenset[str]
    tallies: frozenset[str]
    subject_articles: frozenset[str]
    subject_borders: frozenset[str]
    relatives: frozenset[str]
    counted_endings: tuple[str, ...]
    anaphors: frozenset[str]
    anaphor_endings: tuple[str, ...]
    gapped: Mapping[str, str]
    openers: frozenset[str]
    estimates: frozenset[str]
    versus: frozenset[str]
    adversatives: frozenset[str]
    contrasts: frozenset[str]
    further: frozenset[str]
    excess: frozenset[tuple[str, ...]]
    object_endings: tuple[str, ...]
    percents: frozenset[str]
    percent_phrases: frozenset[tuple[str, ...]]
    ranges: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]
    path_words: tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]
    inverted: frozenset[str]
    inverted_over: frozenset[str]
    inverted_measures: frozenset[str]
    window: int
    stops: frozenset[str]
    linking: frozenset[str]
    conjunctions: frozenset[str]
    list_words: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    no_verbs: frozenset[str]
    lone_endings: tuple[str, ...]
    adverbs: frozenset[str]
    changes: Changes
    refuse: Refusals

    def __hash__(self) -> int:
        """By identity, since there is one lexicon a language."""
        return id(self)

    def term(self, word: str) -> Term | None:
        """What a word is in a number, if it is anything."""
        found = self.terms.get(word)
        if found is None and "ё" in word:
            return self.terms.get(word.replace("ё", "е"))
        return found

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb by its ending, where the language's table has them."""
        return word.endswith(self.verb_endings) and word not in self.no_verbs

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

    def scale_tail(self, tail: str) -> Fraction | None:
        """What a word behind digits multiplies them by: `100-тысячный`, `$5-million`."""
        if (found := self.scale_tails.get(tail)) is not None:
            return found
        term = self.terms.get(tail)
        return term.value if term and term.kind == "scale" else None


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; where it has no tables, the rules common to all.

    >>> lexicon("en").term("seventy").value
    Fraction(70, 1)
    """
    known = code(language)
    return _lexicon(tables(known, "numbers")) if known == language else lexicon(known)


def _lexicon(table: Mapping[str, Any]) -> Lexicon:
    figures, bounds = table.get("figures", {}), table.get("bounds", {})
    slots = bounds.get("slots", {})
    front = of_bounds(bounds.get("front", {}), slots)
    behind = of_bounds(bounds.get("behind", {}), slots)
    glued = table.get("compounds", {})
    return Lexicon(
        style=figures.get("style", "spaced"),
        marks=tuple((a, b) for a, b in figures.get("marks", ((",", "."), (".", ","), (" ", ",")))),
        suffixes={word: Fraction(value) for word, value in inverse(figures.get("suffixes", {}))},
        only_money=words(figures, "only_money"),
        glued_units=words(figures, "glued_units"),
        ordinal_letters=words(figures, "ordinal_letters"),
        ordinal_endings=words(figures, "ordinal_endings"),
        ordinal_tails=figures.get("ordinal_tails", False),
        measure_tails=stems(figures, "measure_tails"),
        cardinal_endings=dict(inverse(figures.get("cardinal_endings", {}))),
        pronoun_endings=words(figures, "pronoun_endings"),
        tail_bounds={w: cast("Bound", b) for w, b in inverse(figures.get("tail_bounds", {}))},
        fold_tails=words(figures, "fold_tails"),
        scale_tails={w: Fraction(v) for w, v in inflected(figures, "scale_stems", "endings")},
        terms=terms(table.get("words", {})) | roman_terms(table.get("romans", {})),
        romans=romans_of(table.get("romans", {})),
        compounds=Compounds(glued) if glued else None,
        hyphen_joins=table.get("hyphen_joins", False),
        comma_joins=table.get("comma_joins", False),
        front=front,
        behind=behind,
        front_ends=lengths((phrase[-1], len(phrase)) for phrase in front),
        behind_starts=lengths((phrase[0], len(phrase)) for phrase in behind),
        reach=bounds.get("reach", 0),
        far=words(bounds, "far"),
        close=words(bounds, "close"),
        apposed=words(bounds, "apposed"),
        loose=words(bounds, "loose"),
        comparing=words(bounds, "comparing"),
        folds=words(bounds, "folds"),
        differences=words(bounds, "differences"),
        difference_endings=stems(bounds, "difference_endings"),
        during=words(bounds, "during"),
        degrees=words(bounds, "degrees"),
        touching=frozenset(tuple(p.split()) for p in bounds.get("touching", ())),
        below_zero=below_zero_of(bounds.get("below_zero", {})),
        least=least_of(bounds.get("least", {})),
        topics=topics_of(bounds.get("topics", {})),
        aloft=aloft_of(bounds.get("aloft", {})),
        near=words(bounds, "near"),
        inner=frozenset(tuple(p.split()) for p in bounds.get("inner", ())),
        negatives=words(bounds, "negatives"),
        modals=words(bounds, "modals"),
        denied_verbs=tuple(bounds.get("denied_verbs", ())),
        denied_endings=stems(bounds, "denied_endings"),
        denied_ends=words(bounds, "denied_ends"),
        shares=shares_of(table.get("shares", {})),
        priced=words(bounds, "priced"),
        price_ends=frozenset(p[-1] for p in front if not words(bounds, "priced").isdisjoint(p)),
        ablative=words(bounds, "ablative"),
        ablative_endings=stems(bounds, "ablative_endings"),
        about_endings=stems(table, "about_endings"),
        no_about=words(table, "no_about"),
        victims=words(table, "victims"),
        rank_tails=stems(figures, "rank_tails"),
        during_units=words(bounds, "during_units"),
        half_behind=frozenset(tuple(p.split()) for p in bounds.get("half_behind", ())),
        half_ends=frozenset(p.split()[-1] for p in bounds.get("half_behind", ())),
        ranked=words(table, "ranked"),
        fates=words(table, "fates"),
        half_starts=frozenset(p.split()[0] for p in bounds.get("half_behind", ())),
        abbreviations=words(bounds, "abbreviations"),
        fillers=words(bounds, "fillers"),
        currencies=words(table, "currencies") | words(table, "codes"),
        codes=words(table, "codes"),
        money_letters=words(table, "money_letters"),
        partitives=words(table, "partitives"),
        selecting=words(table, "selecting"),
        owners=stems(table, "owners"),
        copulas=words(table, "copulas"),
        when=words(table, "when"),
        measures=words(table, "measures"),
        auxiliaries=words(table, "auxiliaries"),
        tallies=words(table, "tallies"),
        subject_articles=words(table, "subject_articles"),
        subject_borders=words(table, "subject_borders"),
        relatives=words(table, "relatives"),
        counted_endings=stems(table, "counted_endings"),
        anaphors=words(table, "anaphors"),
        anaphor_endings=stems(table, "anaphor_endings"),
        gapped={word: group for group in table.get("gapped", ()) for word in group.split()},
        openers=words(table, "openers"),
        estimates=words(table, "estimates"),
        versus=words(table, "versus"),
        adversatives=words(table, "adversatives"),
        contrasts=words(table, "contrasts"),
        further=words(table, "further"),
        excess=frozenset(expanded(table.get("excess", ()), slots)),
        object_endings=stems(table, "object_endings"),
        percents=words(table, "percents"),
        percent_phrases=frozenset(tuple(p.split()) for p in table.get("percent_phrases", ())),
        ranges=(*_ranges(table, "paths", slots), *_ranges(table, "ranges", slots)),
        path_words=(
            frozenset(front for front, _, _ in _ranges(table, "paths", slots)),
            frozenset(middle for _, middle, _ in _ranges(table, "paths", slots)),
        ),
        inverted=words(table, "inverted"),
        inverted_over=words(table, "inverted_over"),
        inverted_measures=words(table, "inverted_measures"),
        window=table.get("window", 4),
        stops=words(table, "stops"),
        linking=words(table, "linking"),
        conjunctions=words(table, "conjunctions"),
        list_words=words(table, "list_words"),
        verbs=words(table, "verbs"),
        verb_endings=stems(table, "verb_endings"),
        no_verbs=words(table, "no_verbs"),
        lone_endings=stems(table, "lone_endings"),
        adverbs=words(table, "adverbs"),
        changes=changes_of(table.get("changes", {})),
        refuse=refusals_of(table.get("refuse", {})),
    )


def _ranges(
    table: Mapping[str, Any], name: str, slots: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """The words in front of, between and behind the two ends of a range, slots filled in."""
    for wording in table.get(name, ()):
        yield from product(*(expanded([part], slots) for part in wording))
