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
    have no such ending (`5 человек машина сбила`). A participle of `participles` behind such a
    noun, or one of the words `governing` it, leads on to what is counted: `40 шетелден келген
    маман`.

    `persons`, and words that end as one of `person_endings` but are none of `no_persons`, are
    counted themselves, whatever follows them; so are `things` in a case, be it one of the
    `objects`: `12 бала мектепке барды`, `17 үйді су басты`. A person is counted with one of its
    `compounds` behind, though, or with what ends as `had` by one and not as what is `governed` by a
    verb: `5 тұрғын үйге`, `5 оқушы орны`, but 5 `ел` of `5 ел қарарды қолдады`. Persons are also
    those who act as one: `35 дүкен жұмыс істейді`.
    """

    endings: Mapping[str, frozenset[str]]
    words: frozenset[str]
    nouns: frozenset[str]
    name_endings: tuple[str, ...]
    participles: tuple[str, ...]
    governing: frozenset[str]
    persons: frozenset[str]
    person_endings: tuple[str, ...]
    no_persons: tuple[str, ...]
    things: frozenset[str]
    objects: frozenset[str]
    compounds: Mapping[str, frozenset[str]]
    had: tuple[str, ...]
    governed: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a word is a noun in one of these cases."""
        if word in self.words:
            return True
        if not self.endings or word in self.nouns or word.endswith(self.name_endings):
            return False
        return any(word[-n:] in self.endings.get(word[-n - 1 : -n], ()) for n in _LENGTHS)

    def is_person(self, word: str) -> bool:
        """Whether a word is somebody in no case: `оқушы`, but not `үшінші`."""
        ends = word.endswith(self.person_endings) and not word.endswith(self.no_persons)
        return ends or word in self.persons

    def is_settled(self, word: str) -> bool:
        """Whether a word is a person, or a person or thing in a case: `бала`, `оқушыны`, `үйді`."""
        if not self.persons:
            return False
        return self.is_person(word) or any(
            word[-n:] in self.objects | self.endings.get(word[-n - 1 : -n], frozenset())
            and (word[:-n] in self.things or self.is_person(word[:-n]))
            for n in _LENGTHS
        )
