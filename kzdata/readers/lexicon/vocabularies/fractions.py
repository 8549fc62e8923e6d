"""What stands beside a part, or makes one of an ordinal."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import WordList
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Fractions(Vocabulary):
    """Words beside a half, a third or a fifth: `a tonne and a half`, `a fifth term`.

    Phrases of `half_behind` add a half, `half_starts` and `half_ends` being their first and last
    words, but in front of what is `halved` itself: `20 euro e mezzo litro`. What has an order is
    `ranked`, and the fraction in front an ordinal; the next in one is told by as many before it,
    unless a word of `part_behind` follows. Words that are `part_or_rank` are an ordinal before one
    of `rank_endings` that agrees, but for `no_rank`. An ordinal before one of the `part_nouns` is a
    part (`пятая часть`), but not of `no_parts` (`пятая часть саги`).
    """

    half_behind: tuple[tuple[str, ...], ...]
    half_starts: frozenset[str]
    half_ends: frozenset[str]
    halved: frozenset[str]
    ranked: frozenset[str]
    part_behind: frozenset[str]
    part_or_rank: frozenset[str]
    rank_endings: tuple[str, ...]
    no_rank: frozenset[str]
    part_nouns: frozenset[str]
    no_parts: WordList


def fractions_of(table: Mapping[str, Any]) -> Fractions:
    """The words of a table `[fractions]`."""
    halves = [phrase.split() for phrase in table.get("half_behind", ())]
    return Fractions(
        table,
        half_starts=frozenset(phrase[0] for phrase in halves),
        half_ends=frozenset(phrase[-1] for phrase in halves),
    )
