"""What is compared, and what such a comparison says nothing of."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import Phrases, words
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Comparisons(Vocabulary):
    """Words by which things are compared: `more than`, `дороже двух квартир`, `7 times more`.

    A phrase that ends with one of `comparing` compares with a thing where an article of `known_by`
    leads it. It tells no bound of a number of years `ago` (nor does one of `up_to_then`), of one a
    year at which money is lent (`beneath`, with `rates`), nor of what it was `during`: one of
    `during_units` behind, but not with a word of `measuring` in front or of `ages` behind (`over 40
    years old`). Words that are `paced` bound
    a speed, and so the time the other way; `priced` ones, and phrases that end so (`price_ends`),
    money alone.

    So much more is a difference and counts nothing: a number of `multiples` or of what is `gauged`
    before `comparatives` or words of `comparative_endings`, or one of `excess`, unless one of the
    `excess_adjectives` makes it an adjective.
    """

    comparing: frozenset[str]
    known_by: frozenset[str]
    ago: frozenset[str]
    up_to_then: frozenset[str]
    beneath: frozenset[str]
    rates: frozenset[str]
    during: frozenset[str]
    during_units: frozenset[str]
    measuring: frozenset[str]
    ages: frozenset[str]
    paced: frozenset[str]
    priced: frozenset[str]
    price_ends: frozenset[str]
    multiples: frozenset[str]
    gauged: frozenset[str]
    comparatives: frozenset[str]
    comparative_endings: tuple[str, ...]
    excess: frozenset[tuple[str, ...]]
    excess_adjectives: frozenset[str]


def comparisons_of(
    table: Mapping[str, Any], slots: Mapping[str, Any], front: Phrases
) -> Comparisons:
    """The words of a table `[comparisons]`, with the phrases that bound a number from the front."""
    return Comparisons(table, slots, price_ends=front.ending(words(table, "priced")))
