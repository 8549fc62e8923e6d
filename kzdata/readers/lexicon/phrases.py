"""Phrases of a language's tables: lists in which `{word}` stands for any word of a slot.

`максимум {на}` stands for `максимум на`, `максимум за` and so on; what phrases mean is for others.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

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


def among(word: str, *lists: Container[str]) -> bool:
    """Whether a word is in one of the lists, none of which is copied for it.

    >>> among("and", {"or"}, {"and"})
    True
    """
    return any(word in one for one in lists)


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


class WordList(NamedTuple):
    """Words as they are listed and, of those with a `*`, all that begin so."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    def has(self, key: str) -> bool:
        """Whether a word is in the list."""
        return key in self.words or key.startswith(self.beginnings)


def word_lists(table: Mapping[str, Any]) -> dict[str, WordList]:
    """The word lists of a table, by the names of its lines."""
    return {name: word_list(line) for name, line in table.items() if isinstance(line, str)}


def word_list(*lines: str) -> WordList:
    """The words of some lines of a table.

    >>> listed = word_list("rise rose", "increas*")
    >>> [listed.has(word) for word in ("rose", "roses", "increased")]
    [True, False, True]
    """
    listed = " ".join(lines).split()
    return WordList(
        frozenset(word for word in listed if not word.endswith("*")),
        tuple(word[:-1] for word in listed if word.endswith("*")),
    )


def stems(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The same for beginnings or endings of words, in order.

    >>> stems({"changes": "вырос упал"}, "changes")
    ('вырос', 'упал')
    """
    return tuple(str(table.get(name, "")).split())
