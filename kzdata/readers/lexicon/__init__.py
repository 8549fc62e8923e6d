"""What the readers know of a language's words for numbers, bounds and units.

`lexicons` makes it of `numbers.toml`, once. Which sequences of these words are a number is
`kzdata.readers.numbers`; here stands only what each word is.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from kzdata.readers.lexicon.changes import Changes
from kzdata.readers.lexicon.clock import Clock
from kzdata.readers.lexicon.compounds import Compounds
from kzdata.readers.lexicon.phrases import Phrases, WordList
from kzdata.readers.lexicon.romans import Romans
from kzdata.readers.lexicon.rulings import (
    Aloft,
    BelowZero,
    Least,
    Refusals,
    Shares,
    Topics,
)
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS
from kzdata.readers.lexicon.terms import Term
from kzdata.readers.readings import Bound

_MONEY: Final = frozenset(CURRENCY_SIGNS)


class Lexicon:
    """All that the readers of numbers, bounds and units know of one language; it never changes."""

    style: str
    marks: tuple[tuple[str, str], ...]
    suffixes: Mapping[str, Fraction]
    only_money: frozenset[str]
    unsure_scales: frozenset[str]
    unmeasured: frozenset[str]
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
    appended: frozenset[str]
    trailing: frozenset[str]
    asides: frozenset[str]
    estimating: frozenset[str]
    estimated_at: frozenset[str]
    inside: frozenset[str]
    amounting: frozenset[str]
    loose: frozenset[str]
    beneath: frozenset[str]
    rates: frozenset[str]
    comparing: frozenset[str]
    known_by: frozenset[str]
    set_off: frozenset[str]
    paced: frozenset[str]
    halts: frozenset[str]
    differences: frozenset[str]
    substantives: WordList
    difference_endings: tuple[str, ...]
    during: frozenset[str]
    measuring: frozenset[str]
    touching: frozenset[tuple[str, ...]]
    below_zero: BelowZero
    least: Least
    topics: Topics
    aloft: Aloft
    near: frozenset[str]
    inner: frozenset[tuple[str, ...]]
    negatives: frozenset[str]
    denied_prepositions: frozenset[str]
    modals: frozenset[str]
    forbidding: frozenset[str]
    forbidden_over: frozenset[str]
    unable: frozenset[str]
    unable_over: frozenset[str]
    nobodies: frozenset[str]
    denied_apart: frozenset[str]
    denied_by: frozenset[str]
    denying: frozenset[str]
    denied_leads: frozenset[str]
    denied_borders: frozenset[str]
    denied_links: frozenset[str]
    denied_auxiliaries: frozenset[str]
    denied_verbs: tuple[str, ...]
    denied_endings: tuple[str, ...]
    denied_ends: frozenset[str]
    denied_passives: tuple[str, ...]
    also: frozenset[str]
    denied_abilities: tuple[str, ...]
    scarcely: frozenset[str]
    scarcely_endings: tuple[str, ...]
    duties: frozenset[str]
    capacity: tuple[str, ...]
    possessed: frozenset[str]
    participles: tuple[str, ...]
    done_endings: tuple[str, ...]
    sums: frozenset[tuple[str, ...]]
    denied_words: frozenset[str]
    lasting: frozenset[str]
    dative: frozenset[str]
    ago: frozenset[str]
    up_to_then: frozenset[str]
    shares: Shares
    priced: frozenset[str]
    price_ends: frozenset[str]
    ablative: frozenset[str]
    ablative_endings: tuple[str, ...]
    bound_endings: tuple[str, ...]
    about_endings: tuple[str, ...]
    no_about: frozenset[str]
    victims: frozenset[str]
    rank_tails: tuple[str, ...]
    during_units: frozenset[str]
    half_behind: frozenset[tuple[str, ...]]
    half_starts: frozenset[str]
    half_ends: frozenset[str]
    ranked: frozenset[str]
    part_behind: frozenset[str]
    shared_adjectives: tuple[str, ...]
    part_or_rank: frozenset[str]
    rank_endings: tuple[str, ...]
    no_rank: frozenset[str]
    part_nouns: frozenset[str]
    no_parts: WordList
    fates: frozenset[str]
    sole: frozenset[str]
    casualty: frozenset[str]
    casualty_links: frozenset[str]
    fate_links: frozenset[str]
    stances: frozenset[str]
    votes: frozenset[str]
    abbreviations: frozenset[str]
    fillers: frozenset[str]
    thresholds: frozenset[str]
    currencies: frozenset[str]
    amounts: Mapping[str, Mapping[str, int]]
    codes: frozenset[str]
    money_letters: frozenset[str]
    partitives: frozenset[str]
    owned_by: frozenset[str]
    selecting: frozenset[str]
    owners: tuple[str, ...]
    copulas: frozenset[str]
    when: frozenset[str]
    measures: frozenset[str]
    multiples: frozenset[str]
    gauged: frozenset[str]
    squares: frozenset[str]
    comparatives: frozenset[str]
    comparative_endings: tuple[str, ...]
    auxiliaries: frozenset[str]
    tallies: frozenset[str]
    subject_articles: frozenset[str]
    subject_borders: frozenset[str]
    relatives: frozenset[str]
    counted_endings: tuple[str, ...]
    ahead: tuple[tuple[str, ...], ...]
    row_adjectives: tuple[tuple[str, ...], ...]
    impersonal: tuple[str, ...]
    sources: tuple[str, ...]
    many_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    anaphors: frozenset[str]
    them: frozenset[str]
    anaphor_endings: tuple[str, ...]
    gapped: Mapping[str, str]
    of_what: frozenset[str]
    number_nouns: frozenset[str]
    pointing: frozenset[str]
    deputies: frozenset[str]
    manners: frozenset[str]
    others: frozenset[str]
    sites: frozenset[str]
    periods: frozenset[str]
    being: frozenset[str]
    many_nouns: frozenset[str]
    no_nouns: frozenset[str]
    no_plurals: tuple[str, ...]
    bringing: frozenset[str]
    brought: frozenset[str]
    foreseers: frozenset[str]
    foreseen: frozenset[str]
    manner_endings: tuple[str, ...]
    referring: Mapping[str, frozenset[str]]
    compared: frozenset[tuple[str, ...]]
    portions: frozenset[str]
    openers: frozenset[str]
    out_of: frozenset[str]
    lends_apart: frozenset[str]
    lends_far: bool
    ranks_apart: bool
    bare_amounts: bool
    verbs_last: bool
    heads_last: bool
    lacks: frozenset[str]
    passing_over: frozenset[tuple[str, ...]]
    adverbial: frozenset[tuple[str, ...]]
    gauges: frozenset[str]
    adjectives: tuple[str, ...]
    estimates: frozenset[str]
    amounts_of_money: WordList
    no_row_adjectives: WordList
    planned: WordList
    trades: WordList
    paid_over: frozenset[str]
    versus: frozenset[str]
    norms: Mapping[str, frozenset[str]]
    amid: frozenset[str]
    adversatives: frozenset[str]
    contrasts: frozenset[str]
    alternatives: frozenset[str]
    further: frozenset[str]
    further_behind: frozenset[str]
    ballots: frozenset[str]
    passing: frozenset[str]
    passes_levels: bool
    capping: frozenset[str]
    capping_led: frozenset[str]
    capping_nouns: frozenset[str]
    capped_at: frozenset[str]
    possessive: tuple[str, ...]
    excess: frozenset[tuple[str, ...]]
    excess_adjectives: frozenset[str]
    object_endings: tuple[str, ...]
    object_verbs: frozenset[str]
    units_in_front: frozenset[str]
    pointed: bool
    percents: frozenset[str]
    percent_leads: frozenset[str]
    percent_phrases: frozenset[tuple[str, ...]]
    ranges: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]
    path_words: tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]
    inverted: frozenset[str]
    inverted_measures: frozenset[str]
    inverted_apart: frozenset[str]
    inverted_over: Mapping[str, frozenset[str]]
    window: int
    stops: frozenset[str]
    linking: frozenset[str]
    links_parts: bool
    conjunctions: frozenset[str]
    list_words: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    no_verbs: frozenset[str]
    lone_endings: tuple[str, ...]
    adverbs: frozenset[str]
    changes: Changes
    clock: Clock
    time_units: frozenset[str]
    refuse: Refusals
    traits: Mapping[str, int]
    """The bits of each word, by `kzdata.readers.lexicon.traits`."""

    def __init__(self, **fields: Any) -> None:
        # A NamedTuple of so many fields takes longer to make than all tables, and to ask.
        if missing := Lexicon.__annotations__.keys() ^ fields.keys():
            raise TypeError(f"a lexicon has these fields or it has not: {sorted(missing)}")
        self.__dict__.update(fields)

    def term(self, word: str) -> Term | None:
        """What a word is in a number, if it is anything."""
        found = self.terms.get(word)
        if found is None and "ё" in word:
            return self.terms.get(word.replace("ё", "е"))
        return found

    def bound_of(self, verb: str) -> Bound | None:
        """What a verb alone says of a number behind it: more, if it is none of the phrases."""
        return self.front[(verb,)] if verb in self.front_ends else "more_than"

    def is_money(self, key: str) -> bool:
        """Whether a word names money, or has its sign."""
        return key in self.currencies or not _MONEY.isdisjoint(key)

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
