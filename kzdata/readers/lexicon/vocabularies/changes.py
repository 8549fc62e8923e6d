"""Words and endings that tell that a number became another.

Which numbers changed is for `kzdata.readers.quantities.ties.changes`.
"""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import WordList, word_list
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Changes(Vocabulary):
    """What tells that a number became another: `rose from 4 to 5`, `4-тен 5-ке дейін өсті`.

    Words for `rises` and `falls`, and `all` of them with those for `moves` either way; `behind`
    says that they may follow the numbers, `borders` end the search for one in front. Words of
    `ends` bound a number elsewhere (`до`); `extents` in front of a path make it a range (`by from 4
    to 5`), `steps` lead to how much it was (`by 5 to 40`), as verbs of `paces` do (`lost 2p to
    40p`). What ends so is `acting` between a verb and its number, but for `no_acting`. Case endings
    of the number that was (`since`) and of that which came to be (`until`), and of what is
    `scored`. Endings of `plurals` tell many things that change from one.
    Verbs that are `reaching` say how far a range goes. What a step is counted in, a level that
    names nothing is too, where the language lists what is `relative` and no unit of a level.
    Words of `signs` say in front of per cent that something rose or fell.
    """

    rises: WordList
    falls: WordList
    moves: WordList
    all: WordList
    behind: bool
    borders: frozenset[str]
    ends: frozenset[str]
    extents: frozenset[str]
    steps: frozenset[str]
    paces: frozenset[str]
    acting: tuple[str, ...]
    no_acting: frozenset[str]
    since: tuple[str, ...]
    until: tuple[str, ...]
    scored: tuple[str, ...]
    plurals: tuple[str, ...]
    reaching: WordList
    relative: WordList
    signs: frozenset[str]


def changes_of(table: Mapping[str, Any]) -> Changes:
    """The words of a table `[changes]`."""
    kinds = (str(table.get(name, "")) for name in ("rises", "falls", "moves"))
    return Changes(table, all=word_list(*kinds))
