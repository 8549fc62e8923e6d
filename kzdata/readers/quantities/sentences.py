"""The sentences of a text: the numbers of each are read together, and those of no other.

Words that refer back, as `of them` does, are what one sentence takes from those before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from kzdata.readers.lexicon.traits import PRONOUN
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.found import Found
from kzdata.readers.text.tokens import Token, sentence_ends

FARTHEST: Final = 3
"""So many sentences with numbers before its own a number may refer to."""


class Sentence(NamedTuple):
    """The first token of a sentence with numbers, the one behind its last; the same of pieces."""

    first: int
    stop: int
    begun: int
    ended: int

    def traits(self, traits: Sequence[int]) -> int:
        """The traits of its tokens together, out of those of each token of the text."""
        return reduce(or_, traits[self.first : self.stop], 0)


def in_one(tokens: Sequence[Token], pieces: Sequence[Piece]) -> bool:
    """Whether the numbers of a text stand in one sentence, as in most short texts."""
    if len(pieces) == 1:
        return True
    return True not in sentence_ends(tokens[pieces[0].last : pieces[-1].first])


def sentences(tokens: Sequence[Token], pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The sentences of a text that have numbers, in order."""
    ends = bytes(sentence_ends(tokens))
    begun = 0
    while begun < len(pieces):
        first = ends.rfind(1, 0, pieces[begun].first) + 1
        stop = ends.find(1, pieces[begun].last) + 1 or len(tokens)
        ended = begun + 1
        while ended < len(pieces) and pieces[ended].first < stop:
            ended += 1
        yield Sentence(first, stop, begun, ended)
        begun = ended


def referred(told: Iterable[Found], together: Iterable[Found], said: int) -> Iterator[Found]:
    """The numbers of a sentence, with what those of the sentences before it count as well.

    `together` they are read with these. What one counts in its own sentence comes first; one that
    stands for what it counts itself (`төртеуі`) may stand for either.
    """
    counted = {one._replace(units=()): one.units for one in together}
    for one in told:
        units = counted.get(one._replace(units=()), ())
        if set(one.units) <= set(units):
            yield one._replace(units=units)
        else:
            yield one._replace(units=one.units + units) if said & PRONOUN else one
