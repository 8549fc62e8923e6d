"""Phrases of a language's tables: lists in which `{word}` stands for any word of a slot.

`максимум {на}` stands for `максимум на`, `максимум за` and so on; what phrases mean is for others.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from kzdata.readers.readings import Bound

Phrases = dict[tuple[str, ...], Bound | None]
"""What each phrase says of a number; None where no number can be read with it."""

_NAMES: Mapping[str, Bound | None] = {
    "more_than": "more_than",
    "at_least": "at_least",
    "less_than": "less_than",
    "at_most": "at_most",
    "about": "about",
    "exactly": "exactly",
    "unclear": None,
}


def of_bounds(table: Mapping[str, list[str]], slots: Mapping[str, str]) -> Phrases:
    """All phrases of a table of bounds, as tuples of words.

    >>> of_bounds({"at_most": ["fino {a}"]}, {"a": "a al"})
    {('fino', 'a'): 'at_most', ('fino', 'al'): 'at_most'}
    """
    return {
        phrase: _NAMES[name] for name, lines in table.items() for phrase in expanded(lines, slots)
    }


def lengths(phrases: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """How long the phrases with a certain word at their edge are, the longest first.

    >>> lengths([("of", 2), ("than", 2), ("of", 4)])
    {'of': (4, 2), 'than': (2,)}
    """
    found: dict[str, set[int]] = {}
    for word, length in phrases:
        found.setdefault(word, set()).add(length)
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


def expanded(lines: Iterable[str], slots: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Each line as tuples of words, its slots filled in every way; `_` fills one with nothing."""
    for line in lines:
        words = line.split()
        if "{" not in line:
            yield tuple(words)
            continue
        choices = [str(slots[word[1:-1]]).split() if word[0] == "{" else [word] for word in words]
        for chosen in product(*choices):
            yield tuple(word for word in chosen if word != "_")


def words(table: Mapping[str, Any], name: str) -> frozenset[str]:
    """The words of one line of a table; none where it has no such line.

    >>> sorted(words({"stops": "in at"}, "stops"))
    ['at', 'in']
    """
    return frozenset(str(table.get(name, "")).split())


def stems(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The same for beginnings or endings of words, in order.

    >>> stems({"changes": "вырос упал"}, "changes")
    ('вырос', 'упал')
    """
    return tuple(str(table.get(name, "")).split())
