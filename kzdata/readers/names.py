"""Names of known entities, read in a text: the longest one at each place.

Which entities there are, and by which names sources call them, is given; a name that two of them
share is an ambiguity of the text. Words that a record gives for itself are `kzdata.readers.words`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kzdata.quotations.folding import Folded, folded
from kzdata.readers.words import in_longer_name
from kzdata.selectors import Span

_WORD: Final = re.compile(r"\w+")


class NameReading(NamedTuple):
    """A name at a place of the text, and the keys of the entities that bear it."""

    words: Span
    keys: tuple[str, ...]


class Directory(NamedTuple):
    """Every name, folded, with the keys of its bearers; and the number of words of the longest."""

    keys: Mapping[str, tuple[str, ...]]
    longest: int


def directory(names: Mapping[str, Iterable[str]]) -> Directory:
    """The directory of entities given by key, each with all its names."""
    keys: dict[str, tuple[str, ...]] = {}
    longest = 0
    for key, own in names.items():
        for name in dict.fromkeys(own):
            plain = folded(name)
            words = list(_WORD.finditer(plain))
            if words:
                plain = plain[words[0].start() : words[-1].end()]
                keys[plain] = tuple(dict.fromkeys((*keys.get(plain, ()), key)))
                longest = max(longest, len(words))
    return Directory(keys, longest)


def read(source: Folded, known: Directory, *, without: str = "") -> list[NameReading]:
    """The names in a folded text, in order: at each place the longest, and none inside another.

    Case counts; a possessive may follow. Names of the entity `without` are passed over.

    >>> known = directory({"un": ["UN", "United Nations"], "mission": ["Mission to the UN"]})
    >>> from kzdata.quotations.folding import fold
    >>> text = fold("the Mission to the UN and the UN’s spokesperson")
    >>> [reading.keys for reading in read(text, known)]
    [('mission',), ('un',)]
    """
    words = [match.span() for match in _WORD.finditer(source.text)]
    found: list[NameReading] = []
    first = 0
    while first < len(words):
        taken = 1
        for count in range(min(known.longest, len(words) - first), 0, -1):
            start, end = words[first][0], words[first + count - 1][1]
            bearers = known.keys.get(source.text[start:end], ())
            keys = tuple(key for key in bearers if key != without)
            if not keys or in_longer_name(source, start, end):
                continue
            if span := source.span(start, end):
                found.append(NameReading(span, keys))
                taken = count
                break
        first += taken
    return found
