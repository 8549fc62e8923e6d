"""Words of one topic, by a class that says which: each is made of one part of `numbers.toml`.

A rule looks for its words in the class of its topic, and in no other place; what many rules share
is of `kzdata.readers.lexicon` itself.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from kzdata.readers.lexicon.phrases import WordList, expanded, word_list

_NONE: Final[Mapping[str, Any]] = {}


class Vocabulary:
    """The lists of one topic; it never changes.

    Each field that a class declares is read by its type from the line of its name, but for those
    that are given. A language without the line has none of these words. A line that no field is
    named after is an error, as it would be looked at by nobody.

    >>> class Colours(Vocabulary):
    ...     warm: frozenset[str]
    ...     endings: tuple[str, ...]
    >>> known = Colours({"warm": "red orange"})
    >>> sorted(known.warm), known.endings
    (['orange', 'red'], ())
    >>> Colours({"warn": "red"})
    Traceback (most recent call last):
    TypeError: Colours has no ['warn']
    """

    # A NamedTuple of so many fields takes longer to make than all tables, and to ask.
    def __init__(
        self, table: Mapping[str, Any], slots: Mapping[str, Any] = _NONE, /, **given: object
    ) -> None:
        declared = type(self).__annotations__
        if unknown := (table.keys() | given.keys()) - declared.keys():
            raise TypeError(f"{type(self).__name__} has no {sorted(unknown)}")
        lines = {
            name: _READ[type_](table.get(name), slots)
            for name, type_ in declared.items()
            if name not in given
        }
        self.__dict__.update(lines, **given)


def _words(line: str | None, _slots: Mapping[str, Any]) -> frozenset[str]:
    return frozenset((line or "").split())


def _stems(line: str | list[str] | None, _slots: Mapping[str, Any]) -> tuple[str, ...]:
    """Beginnings or endings of words; a list of them where one is empty, which all words have."""
    return tuple(line if isinstance(line, list) else (line or "").split())


def _phrases(lines: list[str] | None, slots: Mapping[str, Any]) -> frozenset[tuple[str, ...]]:
    return frozenset(expanded(lines or (), slots))


def _groups(lines: list[str] | None, _slots: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lines or ())


def _by_word(
    table: Mapping[str, str] | None, _slots: Mapping[str, Any]
) -> dict[str, frozenset[str]]:
    """The words of each line, by each word of its name."""
    named = (table or _NONE).items()
    return {word: frozenset(line.split()) for name, line in named for word in name.split()}


_READ: Final[Mapping[object, Callable[[Any, Mapping[str, Any]], object]]] = {
    frozenset[str]: _words,
    tuple[str, ...]: _stems,
    frozenset[tuple[str, ...]]: _phrases,
    tuple[tuple[str, ...], ...]: _groups,
    Mapping[str, frozenset[str]]: _by_word,
    WordList: lambda line, _: word_list(line or ""),
    bool: lambda line, _: bool(line),
    int: lambda line, _: line or 0,
    str: lambda line, _: line or "",
}
