"""What the numbers before one lend it: the unit that it leaves out, or what it is a part of.

Whether words leave a unit out is for `ellipses`, whether they say a part for `parts`.
"""

from abc import ABC, abstractmethod
from typing import Final

from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.counted import percents
from kzdata.readers.quantities.counted.beside import Beside
from kzdata.readers.quantities.counted.lenders import over_times
from kzdata.readers.quantities.counted.rows import Rows
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named.asides import is_period
from kzdata.readers.quantities.named.ellipses import (
    is_compared,
    is_elided,
    is_further,
    is_mark,
    is_of_rival,
    is_other_fate,
    is_second_object,
    is_stance,
)
from kzdata.readers.quantities.named.parts import (
    is_adjective,
    is_more,
    is_only_part,
    is_set_apart,
    is_shared_out,
    points_back,
)
from kzdata.readers.quantities.named.sums import counts_things, is_brought_to
from kzdata.readers.quantities.named.wholes import is_of_same
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.quantities.scene import Scene, listed_before
from kzdata.readers.quantities.ties.changes import was
from kzdata.readers.quantities.ties.ends import only_ends
from kzdata.readers.text import neighbours

_WHOLES: Final = 2
"""How many numbers back what one refers to may stand that names no unit itself."""


class Lent(ABC):
    """What the numbers of a text lend one another."""

    def __init__(self, scene: Scene) -> None:
        self._tokens, self._pieces, self._lexicon = scene.tokens, scene.pieces, scene.lexicon
        self._ends, self._refused, self._said = scene.ends, scene.refused, scene.said
        self._beside = Beside(scene)
        self._rows = Rows(scene, self._beside)

    @abstractmethod
    def units(
        self,
        place: int,
        reading: Reading,
        phrase: Phrase | None = None,
        front: Phrase | None = None,
    ) -> Units:
        """What a number counts, be it lent or its own."""

    def _part(self, place: int, first: int) -> Units:
        """What a number is a part of besides what it counts: `12 feriti, di cui tre bambini`.

        Or what it counts, held against that before it, where only its owner is named behind:
        `21 punti, contro i 18 del Lecce`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        last = self._pieces[place].last
        owned = last + 1 < len(tokens) and tokens[last + 1].key in lexicon.parts.owned_by
        if owned and is_compared(tokens, self._pieces[place - 1].last, first, lexicon):
            percent = percents.of_before(tokens, self._pieces, self._refused, place, lexicon)
            return (percent,) if percent else self._of_whole(self._over_times(place - 1))
        if points_back(tokens, first, lexicon) or is_only_part(tokens, first, lexicon):
            return self._of_whole(place - 1)
        before = tokens[first - 1].key if first and tokens[first - 1].gap == " " else ""
        if before not in lexicon.pronouns.anaphors:
            return ()
        if first > 1 and tokens[first - 2].key in lexicon.pronouns.outside:
            return ()
        if before in lexicon.ellipses.contrasts and not is_adjective(
            tokens, self._pieces[place], lexicon
        ):
            return self._cast_against(place, first)
        return self._of_whole(place - 1)

    def _cast_against(self, place: int, first: int) -> Units:
        """The votes that a number of them was told against: `51 голосом против 49 одобрил`."""
        tokens, last = self._tokens, self._pieces[place - 1].last
        cast = tokens[last + 1].key in self._lexicon.fates.ballots
        told = cast and is_second_object(tokens, last, first, self._lexicon)
        return self._beside.own(place - 1) if told else ()

    def _of_whole(self, place: int) -> Units:
        """What a number counts to which the next one refers, be it the subject in front of it."""
        piece = self._pieces[place]
        if not piece.readings:
            return ()
        front, phrase = only_ends(
            self._tokens,
            bounds.in_front(self._tokens, piece.first, self._lexicon),
            bounds.behind(self._tokens, piece.last, self._lexicon, self._ends),
            self._lexicon,
        )
        return self.units(place, piece.readings[0], phrase, front)

    def _referred(self, place: int) -> list[int]:
        """The places of the numbers to which one may refer, the last first: none that is a year.

        Such is no smaller than its part that stands for things: `216 кенші, 46-ының`; one that is
        vague may be, and that to which so many are added: `үш адам қаза тапты, тағы жетеуі`.
        """
        piece = self._pieces[place]
        back = listed_before(place)
        told = [at for at in back if self._may_share(at) and self._pieces[at].readings]
        if any(map(self._is_within, told)):
            told = [at for at in told if not self._is_within(at)]
            return told[:_WHOLES]
        added = piece.first and self._tokens[piece.first - 1].key in self._lexicon.ellipses.further
        if added and told:
            nearest = next((at for at in told if not self._is_when(at)), told[0])
            told = [self._over_part(nearest)]
        elif is_pronoun(self._tokens, piece, self._lexicon):
            told = [at for at in told if self._may_hold(at, piece)] or told
        return told[:_WHOLES] or [place - 1]

    def _may_hold(self, place: int, part: Piece) -> bool:
        """Whether a number is one of things, of which another may be a part: no time, nor less."""
        return not self._is_when(place) and not is_more(part, self._pieces[place])

    def _is_within(self, place: int) -> bool:
        """Whether a number says in what time something was, which nothing refers to: `in 3 ore`."""
        first = self._pieces[place].first
        led = first and self._tokens[first - 1].key in self._lexicon.ellipses.lends_apart
        return bool(led) and self._is_when(place)

    def _is_when(self, place: int) -> bool:
        """Whether a number counts units of time."""
        key = neighbours.behind(self._tokens, self._pieces[place].last)
        return key in self._lexicon.subjects.when or key in self._lexicon.time_units

    def _over_times(self, place: int) -> int:
        """The place of what the number at `place` tells in what time, or that itself."""
        return over_times(self._tokens, self._pieces, self._refused, place, self._lexicon)

    def _of_larger(self, place: int) -> Units:
        """What the nearest larger number counts, of which this is a part: `11 men, six of them`."""
        for earlier in listed_before(place):
            piece, before = self._pieces[place], self._pieces[earlier]
            if before.readings and earlier not in self._refused and is_more(before, piece):
                return self._of_whole(earlier)
        return ()

    def _of_before(self, place: int, first: int) -> Units:
        """The unit of the number before, which this is a part of, held against or told beside."""
        tokens, piece, lexicon = self._tokens, self._pieces[place], self._lexicon
        earlier = next((at for at in range(place - 1, -1, -1) if self._may_share(at)), place)
        if earlier == place or not (before := self._pieces[earlier]).readings:
            return ()
        if (
            is_compared(tokens, before.last, first, lexicon)
            or is_compared(tokens, before.last, piece.first, lexicon)
            or is_stance(tokens, before.last, (first, piece.last), lexicon)
            or was(tokens, before, piece, first, lexicon)
            or is_brought_to(tokens, before, first, lexicon)
        ):
            return self._of_whole(self._over_times(earlier))
        told = (
            is_of_same(tokens, before, piece, first, lexicon)
            or is_mark(tokens, before.last, first, lexicon)
            or is_of_rival(tokens, before.last, first, lexicon)
            or is_other_fate(tokens, before.last, (first, piece.last), lexicon)
            or is_second_object(tokens, before.last, piece.first, lexicon)
        )
        if place > 1 and is_shared_out(tokens, self._pieces, place, lexicon):
            return self._beside.own(place - 2)
        further = is_further(tokens, before.last, first, piece, lexicon)
        if not told and not further:
            return self._rows.opened(place) or self._chained(place)
        earlier = self._over_part(earlier)
        if further:
            return self._beside.own(earlier) or self._of_whole(earlier)
        before = self._pieces[earlier]
        own = self._beside.own(earlier) or self._rows.of_share(earlier, before.first)
        return own or self._of_whole(earlier)

    def _over_part(self, place: int) -> int:
        """The place of the whole of which the number at `place` tells a part, or that itself.

        `восемь человек, в том числе трое детей, погибли и 14 ранены`.
        """
        while place and self._may_share(place - 1) and not self._is_when(place - 1):
            if not is_set_apart(self._tokens, self._pieces[place].first, self._lexicon):
                break
            place -= 1
        return place

    def _chained(self, place: int) -> Units:
        """The same of one beside a like word as those before: `than 97 in 2024 and 112 in 2023`.

        They name nothing themselves but have what they count from another.
        """
        row = place
        for earlier in listed_before(place):
            if not self._may_share(earlier):
                continue
            last, piece = self._pieces[earlier].last, self._pieces[row]
            if not is_elided(self._tokens, last, piece.first, piece.last, self._lexicon):
                lent = row < place and self._pieces[row].readings and not self._beside.own(row)
                return self._of_whole(row) if lent else ()
            row = earlier
        return ()

    def _of_things(self, place: int) -> Units:
        """What the nearest number before counts that is no time, place or measure."""
        tokens, lexicon = self._tokens, self._lexicon
        for earlier in listed_before(place):
            before = self._pieces[earlier]
            placed = before.first and tokens[before.first - 1].key in lexicon.subjects.sites
            if earlier in self._refused or placed:
                continue
            if counts_things(tokens, before, lexicon):
                return self._of_whole(earlier)
        return ()

    def _may_share(self, place: int) -> bool:
        """Whether another number may count what this does: it is one, no place and no period."""
        readings = self._pieces[place].readings
        ranked = readings and all(reading.kind == "ordinal" for reading in readings)
        if place in self._refused or ranked:
            return False
        return not is_period(self._tokens, self._pieces[place], self._lexicon)
