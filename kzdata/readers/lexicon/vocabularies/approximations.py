"""What makes a number approximate, but for phrases that bound it."""

from collections.abc import Mapping

from kzdata.readers.lexicon.vocabularies import Vocabulary


class Approximations(Vocabulary):
    """Nouns and estimates that make a number about so many: `человек двадцать`.

    `nouns` do so right in front of it; of those that are `measures` with the thing measured behind,
    but not behind one that is `apart` (`из литра три стакана`); and some of them `over` a
    preposition, by each such. Behind a number a noun with one of the `endings` does so (`жиырма
    жылдай`), but for `no_nouns`. What is `estimating` does so over other words where one of
    `estimated_at`, or a verb, leads to the number: `estimated the damage at 300`.
    """

    nouns: frozenset[str]
    measures: frozenset[str]
    apart: frozenset[str]
    over: Mapping[str, frozenset[str]]
    endings: tuple[str, ...]
    no_nouns: frozenset[str]
    estimating: frozenset[str]
    estimated_at: frozenset[str]
