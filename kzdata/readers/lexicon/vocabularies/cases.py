"""Which nouns stand in a case by which they end what a number counts."""

from collections.abc import Mapping
from typing import Final

from kzdata.readers.lexicon.vocabularies import Vocabulary

_LENGTHS: Final = (2, 3)
"""How many letters the ending of a case has."""


class Cases(Vocabulary):
    """The cases of a noun behind which another thing is named: `12 ауылда мектеп салынды`.

    They are told by their `endings`, each behind the letters of its line, but for `nouns` that end
    so themselves (`команда`) and names by their `name_endings`, or are one of the `words`, which
    have no such ending (`5 человек машина сбила`). A participle of `participles`
    behind such a noun, or one of the words `governing` it, leads on to what is counted: `40
    шетелден келген маман`.
    """

    endings: Mapping[str, frozenset[str]]
    words: frozenset[str]
    nouns: frozenset[str]
    name_endings: tuple[str, ...]
    participles: tuple[str, ...]
    governing: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether a word is a noun in one of these cases."""
        if word in self.words:
            return True
        if not self.endings or word in self.nouns or word.endswith(self.name_endings):
            return False
        return any(word[-n:] in self.endings.get(word[-n - 1 : -n], ()) for n in _LENGTHS)
