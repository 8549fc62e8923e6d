"""What the readers know of a language's words for numbers, bounds and units.

`lexicons` makes it of `numbers.toml`, once. Which sequences of these words are a number is
`kzdata.readers.numbers`; here stands only what each word is.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from kzdata.readers.lexicon.compounds import Compounds
from kzdata.readers.lexicon.romans import Romans
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS
from kzdata.readers.lexicon.terms import Term
from kzdata.readers.lexicon.vocabularies import Vocabulary
from kzdata.readers.lexicon.vocabularies.approximations import Approximations
from kzdata.readers.lexicon.vocabularies.bounds import Aloft, BelowZero, Bounds, Caps, Least, Topics
from kzdata.readers.lexicon.vocabularies.cases import Cases
from kzdata.readers.lexicon.vocabularies.changes import Changes
from kzdata.readers.lexicon.vocabularies.clock import Clock
from kzdata.readers.lexicon.vocabularies.comparisons import Comparisons
from kzdata.readers.lexicon.vocabularies.denials import Denials
from kzdata.readers.lexicon.vocabularies.ellipses import Ellipses
from kzdata.readers.lexicon.vocabularies.fates import Fates
from kzdata.readers.lexicon.vocabularies.figures import Figures
from kzdata.readers.lexicon.vocabularies.fractions import Fractions
from kzdata.readers.lexicon.vocabularies.money import Money
from kzdata.readers.lexicon.vocabularies.parts import Parts, Pronouns
from kzdata.readers.lexicon.vocabularies.ranges import Ranges
from kzdata.readers.lexicon.vocabularies.refusals import Refusals
from kzdata.readers.lexicon.vocabularies.shares import Shares
from kzdata.readers.lexicon.vocabularies.subjects import Forecasts, Subjects
from kzdata.readers.readings import Bound

_MONEY: Final = frozenset(CURRENCY_SIGNS)


class Lexicon(Vocabulary):
    """All that the readers of numbers, bounds and units know of one language; it never changes.

    Its topics have a vocabulary each. `terms` are what each word is in a number, `compounds` those
    that are written together, `traits` the bits of a word. What many rules share is its own: a
    number counts the words behind it, as many as the `window`, up to one of the `stops` or a verb
    (one of `verbs`, or by `verb_endings` but for `no_verbs`; by `lone_endings` where it stands
    alone or with `adverbs`). `linking` words may stand between, `of_what` between a part or a sum
    and its things, where a language `links_parts` between nothing else; `fillers` between a number
    and what is said of it. `conjunctions` join two things, `list_words` two numbers too, of which
    `alternatives` leave open which is meant. `time_units` are all words for those, `measures` end a
    window as money does, `squares` stand in front of one (`30 square metres`) and `composing` words
    beside one make it another (`30 nautical miles`), `units_in_front` stand before their number,
    `sums` behind one that says how many in all. Per cent is one of `percents` or `percent_phrases`,
    left out behind `percent_leads`. The noun stands last in its words (`heads_last`), the verb in
    its clause (`verbs_last`).
    """

    figures: Figures
    terms: Mapping[str, Term]
    romans: Romans
    compounds: Compounds | None
    bounds: Bounds
    topics: Topics
    aloft: Aloft
    least: Least
    below_zero: BelowZero
    caps: Caps
    comparisons: Comparisons
    approximations: Approximations
    denials: Denials
    refuse: Refusals
    ranges: Ranges
    changes: Changes
    cases: Cases
    clock: Clock
    shares: Shares
    fractions: Fractions
    parts: Parts
    pronouns: Pronouns
    fates: Fates
    subjects: Subjects
    forecasts: Forecasts
    ellipses: Ellipses
    money: Money
    window: int
    stops: frozenset[str]
    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    no_verbs: frozenset[str]
    lone_endings: tuple[str, ...]
    adverbs: frozenset[str]
    linking: frozenset[str]
    of_what: frozenset[str]
    links_parts: bool
    fillers: frozenset[str]
    conjunctions: frozenset[str]
    list_words: frozenset[str]
    alternatives: frozenset[str]
    time_units: frozenset[str]
    measures: frozenset[str]
    squares: frozenset[str]
    composing: frozenset[str]
    units_in_front: frozenset[str]
    sums: frozenset[tuple[str, ...]]
    percents: frozenset[str]
    percent_phrases: frozenset[tuple[str, ...]]
    percent_leads: frozenset[str]
    heads_last: bool
    verbs_last: bool
    traits: Mapping[str, int]
    """The bits of each word, by `kzdata.readers.lexicon.traits`."""

    def term(self, word: str) -> Term | None:
        """What a word is in a number, if it is anything."""
        found = self.terms.get(word)
        if found is None and "ё" in word:
            return self.terms.get(word.replace("ё", "е"))
        return found

    def bound_of(self, verb: str) -> Bound | None:
        """What a verb alone says of a number behind it: more, if it is none of the phrases."""
        known = self.bounds
        return known.front[(verb,)] if verb in known.front_ends else "more_than"

    def is_money(self, key: str) -> bool:
        """Whether a word names money, or has its sign."""
        return key in self.money.currencies or not _MONEY.isdisjoint(key)

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb by its ending, where the language's table has them."""
        return word.endswith(self.verb_endings) and word not in self.no_verbs

    def is_scaled(self, word: str) -> bool:
        """Whether a word is a number by its adjective of a scale: `100-тысячный`."""
        return "-" in word and word.rpartition("-")[2] in self.figures.scale_tails

    def scale_tail(self, tail: str) -> Fraction | None:
        """What a word behind digits multiplies them by: `100-тысячный`, `$5-million`."""
        if (found := self.figures.scale_tails.get(tail)) is not None:
            return found
        term = self.terms.get(tail)
        return term.value if term and term.kind == "scale" else None
