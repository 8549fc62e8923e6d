"""What is said once for several numbers."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import WordList
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Ellipses(Vocabulary):
    """Words by which a number leaves out its unit: `30 euros for adults and 12 for pupils`.

    Prepositions of one group of `gapped` stand behind both, or `versus` between. A second verb is
    told by one of `object_endings` or is one of `object_verbs`. What a number is held against is
    told by phrases (`compared`), by words for `norms` and those that lead to each, for `gauges`, by
    `contrasts` (`instead`) and `adversatives` (`but`); so many more by a word of `further` in front
    of it or one of `further_behind`. Any number before lends its unit where a language `lends_far`,
    but for those behind one of `lends_apart`.

    In a row the noun is said once behind adjectives that end alike (`row_adjectives`, but not
    `no_row_adjectives`, or one of `shared_adjectives` behind `and`), or behind the last number
    where words in front end alike (`ahead`). `number_nouns` (`dozens`) name things of their own.
    """

    gapped: Mapping[str, str]
    versus: frozenset[str]
    object_endings: tuple[str, ...]
    object_verbs: frozenset[str]
    compared: frozenset[tuple[str, ...]]
    norms: Mapping[str, frozenset[str]]
    gauges: frozenset[str]
    contrasts: frozenset[str]
    adversatives: frozenset[str]
    further: frozenset[str]
    further_behind: frozenset[str]
    lends_far: bool
    lends_apart: frozenset[str]
    row_adjectives: tuple[tuple[str, ...], ...]
    no_row_adjectives: WordList
    shared_adjectives: tuple[str, ...]
    ahead: tuple[tuple[str, ...], ...]
    number_nouns: frozenset[str]


def ellipses_of(table: Mapping[str, Any], slots: Mapping[str, Any]) -> Ellipses:
    """The words of a table `[ellipses]`."""
    gapped = {word: group for group in table.get("gapped", ()) for word in group.split()}
    return Ellipses(table, slots, gapped=gapped)
