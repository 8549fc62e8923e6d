"""The numbers of one sentence read together: those that are tied, counted and lent what they count.

A number alone is for `plain`; which numbers a sentence has, for `statements`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import HALF, HOUR, SHARE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.articles import Halved, one_and_half
from kzdata.readers.quantities.counted import Counted
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.pairs import Pairs
from kzdata.readers.quantities.refusals.clocks import clock_times
from kzdata.readers.quantities.refusals.namings import is_model
from kzdata.readers.quantities.scene import Scene
from kzdata.readers.quantities.shares import Share, shares
from kzdata.readers.quantities.singles import Singles
from kzdata.readers.quantities.ties.steps import steps
from kzdata.readers.quantities.ties.tied import UNTIED, ties
from kzdata.readers.text.tokens import Words


def quantities(
    words: Words,
    pieces: Sequence[Piece],
    refused: set[int],
    traits: Sequence[int],
    said: int,
    lexicon: Lexicon,
) -> list[Found]:
    """What the numbers of a sentence say, in order.

    `refused` are the places of those that are none, `traits` those of the tokens of the whole text,
    `said` those of the sentence together. No window ends in a compound, or in a name such as
    `Leopard 2`.
    """
    numbers = {
        at: place for place, one in enumerate(pieces) for at in range(one.first, one.last + 1)
    }
    shut = {place for place, one in enumerate(pieces) if one.tail and one.compound}
    if refused:
        shut |= {place for place in refused if is_model(words, pieces[place], lexicon)}
    ends: AbstractSet[int] = numbers.keys()
    if shut:
        ends = {at for at, place in numbers.items() if place not in shut}
    tokens, text = words.tokens, words.text
    scene = Scene(text, tokens, pieces, numbers, ends, refused, traits, said, lexicon)
    return _Reader(scene).quantities()


class _Reader:
    """The numbers of one sentence, and what the words between them say about them."""

    def __init__(self, scene: Scene) -> None:
        tokens, pieces, refused, said, lexicon = (
            scene.tokens, scene.pieces, scene.refused, scene.said, scene.lexicon,
        )  # fmt: skip
        self._scene = scene
        self._tokens, self._pieces, self._refused = tokens, pieces, refused
        self._said, self._lexicon = said, lexicon
        tied = len(pieces) > 1
        levels = steps(tokens, pieces, said, lexicon) if tied else {}
        self._counted = Counted(scene, levels)
        self._singles = Singles(scene, self._counted)
        self._ties = ties(tokens, pieces, refused, levels, said, lexicon) if tied else UNTIED
        if said & HOUR:
            self._clock()
        self._shares: dict[int, Share] = {}
        if said & SHARE:
            self._share()

    def _share(self) -> None:
        """Find the proportions, whose numbers are none for themselves."""
        pieces = self._pieces
        self._shares = shares(self._tokens, pieces, self._lexicon)
        for place, found in self._shares.items():
            if place and pieces[place - 1].first >= found.first:
                self._refused.add(place - 1)
            if place + 1 < len(pieces) and pieces[place + 1].first <= found.needed:
                self._refused.add(place + 1)

    def _clock(self) -> None:
        """Take away the times of the day, but for numbers that a word says to have changed."""
        changes = self._ties.changes
        told = {place for place, found in changes.items() if any(one.told for one in found)}
        for place in clock_times(self._tokens, self._pieces, told, self._lexicon):
            self._refused.add(place)
            changes.pop(place, None)

    def quantities(self) -> list[Found]:
        """All quantities, in order."""
        found: list[Found] = []
        tied, apart, scaled, changed = self._ties
        for place, piece in enumerate(self._pieces):
            if place in changed:
                found += [self._pairs().change(place, change) for change in changed[place]]
            elif place in tied:
                if place - 1 not in tied:
                    found += self._pairs().range(place, tied[place])
            elif self._said & HALF and (one := self._one_and_half(piece)):
                found += self._singles.one_and_half(piece, one)
            elif place in self._shares:
                found += self._singles.share(place, piece, self._shares[place])
            elif not (piece.fragile or place in self._refused or place - 1 in tied):
                single = self._singles.single(place, piece)
                if place not in apart:
                    found += single
                else:
                    found += self._pairs().placed(single, apart[place], scaled.get(place))
        return found

    def _pairs(self) -> Pairs:
        """The reader of numbers that are tied, of which most texts have none."""
        return Pairs(self._scene, self._counted)

    def _one_and_half(self, piece: Piece) -> Halved | None:
        if self._tokens[piece.last].key not in self._lexicon.fractions.half_ends:
            return None
        return one_and_half(self._tokens, piece, self._lexicon)
