"""The words that name what a number counts right beside it, or beside the last of its list.

Which words a window takes in is `windows`; what stands elsewhere is for `counted`.
"""

from typing import Final

from kzdata.readers.lexicon.traits import PRONOUN
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.ellipses import is_elided
from kzdata.readers.quantities.named.parts import is_part
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.quantities.scene import LONGEST_LIST, Scene
from kzdata.readers.text.tokens import Token, touches

_LONGEST_UNIT: Final = 3
"""How many words may name what is counted in front of those that say of what."""

_PAIR: Final = 2
"""How many numbers are no list."""


class Beside:
    """What stands right beside the numbers of a text."""

    def __init__(self, scene: Scene) -> None:
        self._tokens, self._pieces, self._lexicon = scene.tokens, scene.pieces, scene.lexicon
        self._ends, self._said, self._refused = scene.ends, scene.said, scene.refused

    def own(self, place: int) -> Units:
        """What the number at a place counts by its first reading, with no bound behind."""
        piece = self._pieces[place]
        return self.units(place, piece.readings[0], None) if piece.readings else ()

    def units(self, place: int, reading: Reading, phrase: Phrase | None) -> Units:
        """The unit glued to the number, or the window that touches it or the last of its list."""
        piece = self._pieces[place]
        if self._said & PRONOUN and is_pronoun(self._tokens, piece, self._lexicon):
            return ()
        if place and self._is_of_same(place):
            return self.units(place - 1, self._pieces[place - 1].readings[0], None)
        glued = reading.unit or windows.in_front(self._tokens, piece.first, self._lexicon)
        if glued:
            return (glued,)
        last = piece.last
        articles = self._articles(last) if reading.kind == "fraction" else 0
        window = windows.beside(self._tokens, last, phrase, self._lexicon, self._ends, articles)
        if not window and len(self._pieces) > _PAIR and (end := self._list_end(place)):
            return self.own(end)
        for following in self._pieces[place + 1 : place + 1 + LONGEST_LIST]:
            if is_part(self._tokens, self._pieces, place, self._lexicon):
                return ()
            parted = self._parted(piece, following)
            if not parted or (window and parted == 1):
                break
            piece, last = following, following.last
            window = windows.behind(
                self._tokens, last, self._lexicon, self._ends, len(self._tokens)
            )
        return (window,) if window else ()

    def _list_end(self, place: int) -> int:
        """The place of the last number of a list that names its unit there: `5, 10, and 20 mg`.

        It is 0 for two numbers, which `and` alone joins, and where none follows the last comma.
        """
        first = end = place
        while first and self._is_listed(first - 1):
            first -= 1
        while self._is_listed(end):
            end += 1
        if first == end or end + 1 == len(self._pieces):
            return 0
        last, following = self._pieces[end].last, self._pieces[end + 1].first
        joint = self._tokens[last + 1]
        joined = following == last + 2 and joint.key in self._lexicon.conjunctions
        return end + 1 if joined and touches(joint) else 0

    def _is_listed(self, place: int) -> bool:
        """Whether but a comma parts a number from the next, neither being refused or of a unit."""
        if place + 1 >= len(self._pieces) or not self._refused.isdisjoint((place, place + 1)):
            return False
        left, right = self._pieces[place : place + 2]
        beside = right.first == left.last + 1 and self._tokens[left.last].gap == ", "
        readings = (*left.readings, *right.readings)
        return beside and all(one.kind == "cardinal" and not one.unit for one in readings)

    def _is_of_same(self, place: int) -> bool:
        """Whether the number before says of what in the same way: `12 kg of rice, two of flour`.

        A noun of number says itself of what: `12 kg of rice, dozens of loaves`.
        """
        before, piece, of = self._pieces[place - 1], self._pieces[place], self._lexicon.of_what
        if self._tokens[piece.last].key in self._lexicon.ellipses.number_nouns:
            return False
        behind = piece.last + 1
        if behind >= len(self._tokens) or self._tokens[behind].key not in of or not before.readings:
            return False
        units = range(before.last, min(before.last + _LONGEST_UNIT + 1, piece.first - 1))
        unit = next((at for at in units if self._tokens[at + 1].key in of), None)
        return unit is not None and is_elided(
            self._tokens, unit, piece.first, piece.last, self._lexicon
        )

    def _articles(self, last: int) -> int:
        """How many words lead to what a part is of: `half a dinar`, `half of a dinar`."""
        terms = [self._lexicon.term(token.key) for token in self._tokens[last + 1 : last + 3]]
        kinds = [term.kind if term else "" for term in terms]
        led = 1 if kinds[:1] == ["of"] else 0
        article = kinds[led : led + 1] == ["article"]
        touching = all(map(touches, self._tokens[last : last + led + 1]))
        return led + 1 if article and touching else 0

    def _parted(self, piece: Piece, following: Piece) -> int:
        """How many words part a number from one that says for both what they count, else 0."""
        between = self._tokens[piece.last + 1 : following.first]
        nouns = self._lexicon.ellipses.number_nouns
        last, end = self._tokens[piece.last].key, self._tokens[following.last].key
        if (
            not following.readings
            or len(between) not in {1, 2}
            or (last in nouns and end not in nouns)
        ):
            return 0
        spaced = all(token.gap == " " for token in self._tokens[piece.last : following.first])
        if not spaced or between[-1].key not in self._lexicon.conjunctions:
            return 0
        told = len(between) == 1 or self._is_shared_adjective(piece, between[0])
        return len(between) if told else 0

    def _is_shared_adjective(self, piece: Piece, word: Token) -> bool:
        """Whether many things have but an adjective: `three Russian and two Ukrainian soldiers`."""
        many = piece.readings and piece.readings[0].number != 1
        return bool(many) and word.key.endswith(self._lexicon.ellipses.shared_adjectives)
