"""What makes two numbers a proportion."""

from collections.abc import Mapping
from typing import Any, Final

from kzdata.readers.lexicon.phrases import WordList, words
from kzdata.readers.lexicon.vocabularies import Vocabulary

_WHOLES: Final = frozenset({*range(2, 11), 20, 50, 100, 1000})
"""What a proportion is told of: `two in three`, `one in a hundred`."""


class Shares(Vocabulary):
    """What makes two numbers a proportion: `one in five`, `каждый пятый`.

    `joints` stand between its halves, `every` in front of an ordinal, `ones` for one; `ends`
    has the last word of each. No share is told of `no_share` (`каждый пятый день`). Behind a
    proportion with its thing inside may stand what `behind` lists and words of `verb_endings`: `un
    medico su cinque dichiara`. One is told of so many (`wholes`), behind
    a `plain` joint of any number: `one in 14`.
    """

    joints: frozenset[tuple[str, ...]]
    ends: frozenset[str]
    every: frozenset[str]
    plain: frozenset[str]
    ones: frozenset[str]
    wholes: frozenset[int]
    no_share: WordList
    behind: frozenset[str]
    verb_endings: tuple[str, ...]


def shares_of(table: Mapping[str, Any]) -> Shares:
    """The words of a table `[shares]`."""
    last = {joint.split()[-1] for joint in table.get("joints", ())}
    return Shares(table, ends=words(table, "every") | last, wholes=_WHOLES)
