"""The words around the two ends of a range."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from kzdata.readers.lexicon.phrases import expanded
from kzdata.readers.lexicon.vocabularies import Vocabulary

Words = tuple[str, ...]


class Ranges(Vocabulary):
    """How two numbers are the ends of one: `between 5 and 8`, `from 5 to 8`, `с 5 по 8`.

    `wordings` have the words in front of both, between and behind them. A path is a range that may
    be a change as well: `path_leads` stand in front of one, `path_middles` between its ends.
    """

    wordings: tuple[tuple[Words, Words, Words], ...]
    path_leads: frozenset[Words]
    path_middles: frozenset[Words]


def ranges_of(table: Mapping[str, Any], slots: Mapping[str, Any]) -> Ranges:
    """The words of a table `[ranges]`: `paths`, and `wordings` of other ranges."""
    paths = tuple(_filled(table.get("paths", ()), slots))
    return Ranges(
        {name: line for name, line in table.items() if name != "paths"},
        wordings=(*paths, *_filled(table.get("wordings", ()), slots)),
        path_leads=frozenset(lead for lead, _, _ in paths),
        path_middles=frozenset(middle for _, middle, _ in paths),
    )


def _filled(
    wordings: list[list[str]], slots: Mapping[str, Any]
) -> Iterator[tuple[Words, Words, Words]]:
    """Each wording with its slots filled in every way."""
    for wording in wordings:
        yield from product(*(expanded([part], slots) for part in wording))
