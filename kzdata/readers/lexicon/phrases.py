"""Phrases of a language's tables: lists in which `{word}` stands for any word of a slot.

`максимум {на}` stands for `максимум на`, `максимум за` and so on; what phrases mean is for others.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any, NamedTuple

from kzdata.readers.readings import Bound

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


class Phrases:
    """What each phrase says of a number, as a tuple of words; None if none can be read with it.

    Phrases that differ in their first word alone stand together: so many verbs in front of a few
    words are no more than the verbs and the words.
    """

    def __init__(self) -> None:
        self._firsts: dict[tuple[str, ...], Mapping[str, Bound | None]] = {}

    def add(self, line: str, slots: Mapping[str, Any], bound: Bound | None) -> None:
        """Take in the phrases of a line of a table; what was there before gives way."""
        first, _, more = line.partition(" ")
        firsts = _choices(first, slots)
        if "_" in firsts:
            self.add(more, slots, bound)
        said = dict.fromkeys((word for word in firsts if word != "_"), bound)
        for rest in expanded([more], slots):
            self._firsts[rest] = {**self._firsts.get(rest, {}), **said}

    def __contains__(self, phrase: tuple[str, ...]) -> bool:
        return phrase[:1] != () and phrase[0] in self._firsts.get(phrase[1:], ())

    def __getitem__(self, phrase: tuple[str, ...]) -> Bound | None:
        return self._firsts[phrase[1:]][phrase[0]]

    def starts(self) -> dict[str, tuple[int, ...]]:
        """How long the phrases are that begin with a certain word, the longest first."""
        return _lengths(
            (first, len(rest) + 1) for rest, firsts in self._firsts.items() for first in firsts
        )

    def ends(self) -> dict[str, tuple[int, ...]]:
        """How long the phrases are that end with a certain word, the longest first."""
        return _lengths(
            (last, len(rest) + 1)
            for rest, firsts in self._firsts.items()
            for last in (rest[-1:] or firsts)
        )

    def ending(self, words: AbstractSet[str]) -> frozenset[str]:
        """The last words of the phrases that hold one of some words."""
        found = set(words & self._firsts.get((), {}).keys())
        for rest, firsts in self._firsts.items():
            if rest and not (words.isdisjoint(rest) and words.isdisjoint(firsts)):
                found.add(rest[-1])
        return frozenset(found)


def of_bounds(table: Mapping[str, list[str]], slots: Mapping[str, str]) -> Phrases:
    """All phrases of a table of bounds.

    >>> found = of_bounds({"at_most": ["fino {a}"]}, {"a": "a al"})
    >>> found["fino", "al"], ("fino", "alla") in found, found.ends()
    ('at_most', False, {'a': (2,), 'al': (2,)})
    """
    found = Phrases()
    for name, lines in table.items():
        for line in lines:
            found.add(line, slots, _NAMES[name])
    return found


def _lengths(phrases: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """The lengths given for each word, the longest first."""
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
        for chosen in product(*(_choices(word, slots) for word in words)):
            yield tuple(word for word in chosen if word != "_")


def _choices(word: str, slots: Mapping[str, Any]) -> list[str]:
    """The words that one of a line stands for."""
    return str(slots[word[1:-1]]).split() if word[0] == "{" else [word]


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
