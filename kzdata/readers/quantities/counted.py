"""What a number counts: the words that name it, wherever in its sentence they stand.

What names it right beside it is for `beside`; whether words leave a unit out for `ellipses`.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import OWNER
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds, outcomes, percents, subjects, windows
from kzdata.readers.quantities.beside import Beside
from kzdata.readers.quantities.bounds import Phrase
from kzdata.readers.quantities.changes import Change, only_ends, was
from kzdata.readers.quantities.denials import corrects
from kzdata.readers.quantities.ellipses import (
    is_apposed,
    is_compared,
    is_elided,
    is_excess,
    is_further,
    is_mark,
    is_next_fate,
    is_of_rival,
    is_other_fate,
    is_second_object,
    is_stance,
    parallel_clause,
)
from kzdata.readers.quantities.parts import (
    is_adjective,
    is_more,
    is_part,
    is_participle,
    is_shared_out,
    owner,
    possessed,
    refers,
    refers_behind,
)
from kzdata.readers.quantities.prices import is_price
from kzdata.readers.quantities.refusals import is_pronoun
from kzdata.readers.quantities.wholes import is_of_same, total
from kzdata.readers.text.tokens import Token

_LONGEST_LIST: Final = 8
"""How many numbers of a list may wait for its last to name their unit."""


class Counted:
    """A text's numbers, and the tokens in which a window of words ends."""

    def __init__(
        self,
        tokens: Sequence[Token],
        pieces: Sequence[Piece],
        ends: AbstractSet[int],
        refused: AbstractSet[int],
        levels: Mapping[int, int],
        said: int,
        lexicon: Lexicon,
    ) -> None:
        """`refused` are the places of what is no quantity, `said` the traits of all tokens.

        `levels` are those of numbers that something came to by a step, with where the step begins.
        """
        self._tokens = tokens
        self._pieces = pieces
        self._ends = ends
        self._refused = refused
        self._levels = levels
        self._said = said
        self._lexicon = lexicon
        self._beside = Beside(tokens, pieces, ends, said, lexicon)

    def units(
        self,
        place: int,
        reading: Reading,
        phrase: Phrase | None = None,
        front: Phrase | None = None,
    ) -> tuple[tuple[int, int], ...]:
        """The window of a number's unit; one in a list takes that of the list's last.

        `phrase` is what bounds the number from behind, `front` from the front. A number that names
        no unit has that of which it is a part (`76 of the 151 seats`), that of its subject (`gli
        idonei sono 218`) or, behind a word such as `вместо`, that of the number before it.
        """
        piece = self._pieces[place]
        if reading.unit:
            return (reading.unit,)
        if self._said & OWNER and (
            whole := owner(self._tokens, piece, reading, front, self._ends, self._lexicon)
        ):
            return (whole,)
        if had := possessed(self._tokens, piece, phrase, self._lexicon):
            return (had,)
        beside = self._beside.units(place, reading, phrase)
        if place:
            return self._behind_others(place, beside, front)
        return beside or self._apart(place, front)

    def _behind_others(
        self, place: int, beside: tuple[tuple[int, int], ...], front: Phrase | None
    ) -> tuple[tuple[int, int], ...]:
        """The same of a number that may be a part of an earlier one, or go on with its unit."""
        piece = self._pieces[place]
        if refers_behind(self._tokens, piece, self._lexicon):
            return beside + self._of_larger(place)
        if (summed := total(self._pieces, place, self._tokens)) is not None:
            return beside + self._of_whole(summed)
        if not beside:
            return self._apart(place, front)
        first = front.first if front else piece.first
        if is_participle(self._tokens, piece, self._lexicon):
            beside += self._of_before(place, first)
        return beside + self._whole(place, first) + self._fated(place, first)

    def units_in_change(
        self, change: Change, place: int
    ) -> tuple[tuple[tuple[int, int], ...], int]:
        """The unit of one number of a change, and the place of the number that names it.

        Its own, that of the other number, or the subject: `deaths fell from 90 to 45`.
        """
        for end, reading, _ in change.ends(place):
            limit = None if end.stop is None else Phrase("exactly", end.stop, end.stop + 1)
            if units := self._beside.units(end.place, reading, limit):
                return units, end.place
        verb, lead = change.verb, change.path.begun.lead
        place_of = self._tokens, lead if verb is None else verb, self._lexicon, self._ends
        seek = subjects.subject if verb is None else subjects.subject_of
        subject = seek(*place_of) or subjects.scored(*place_of)
        return (subject,) if subject else (), place

    def _whole(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """What a number is a part of besides what it counts: `12 feriti, di cui tre bambini`.

        Or what it counts, held against that before it, where only its owner is named behind:
        `21 punti, contro i 18 del Lecce`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        last = self._pieces[place].last
        owned = last + 1 < len(tokens) and tokens[last + 1].key in lexicon.owned_by
        if owned and is_compared(tokens, self._pieces[place - 1].last, first, lexicon):
            percent = percents.of_before(tokens, self._pieces, self._refused, place, lexicon)
            return (percent,) if percent else self._of_whole(place - 1)
        before = tokens[first - 1].key if first and tokens[first - 1].gap == " " else ""
        if before not in lexicon.anaphors:
            return ()
        if before in lexicon.contrasts and not is_adjective(tokens, self._pieces[place], lexicon):
            return ()
        return self._of_whole(place - 1)

    def _fated(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """The people whose fate the number before told: `30 people were killed and 50 injured`.

        Or the votes: `97 voti favorevoli, otto contrari`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        before, last = self._pieces[place - 1].last, self._pieces[place].last
        behind = tokens[last + 1].key if last + 1 < len(tokens) else ""
        if behind in lexicon.votes and is_stance(tokens, before, (first, last), lexicon):
            return self._cast(place - 1)
        if behind not in lexicon.fates:
            return ()
        begun = first - (tokens[first - 1].key in lexicon.further)
        if not is_next_fate(tokens, before, begun, lexicon):
            return ()
        alone = before + 1 < first and tokens[before + 1].key in lexicon.fates
        return () if alone else self._beside.own(place - 1)

    def _cast(self, place: int) -> tuple[tuple[int, int], ...]:
        """What a number of votes counts, in one word, the next telling who voted otherwise."""
        piece, tokens = self._pieces[place], self._tokens
        noun, stance = tokens[piece.last + 1 : piece.last + 3]
        if noun.key not in self._lexicon.votes:
            told = stance.key in self._lexicon.votes and self._beside.own(place)
            return ((noun.start, noun.end),) if told else ()
        return self._fated(place, piece.first)[:1] if place else ()

    def _apart(self, place: int, front: Phrase | None) -> tuple[tuple[int, int], ...]:
        """The window of a number's unit that stands elsewhere in its sentence."""
        piece, lexicon = self._pieces[place], self._lexicon
        dated = place + 1 in self._refused
        if not dated and is_part(self._tokens, self._pieces, place, self._lexicon):
            following = self._pieces[place + 1]
            window = windows.behind(
                self._tokens, following.last, lexicon, self._ends, len(self._tokens)
            )
            return (window,) if window else ()
        if place + 1 in self._levels and (unit := self._beside.own(place + 1)):
            return unit
        first = front.first if front else piece.first
        step = self._pieces[place - 1] if place else piece
        level = None
        if not is_pronoun(self._tokens, piece, lexicon):
            level = outcomes.units(self._tokens, step, first, lexicon, self._ends)
        return self._elsewhere(place, first, front) if level is None else level

    def _elsewhere(
        self, place: int, first: int, front: Phrase | None
    ) -> tuple[tuple[int, int], ...]:
        """The same of a number whose words begin at token `first`, if it is no part or level."""
        piece, lexicon = self._pieces[place], self._lexicon
        if place and (
            refers(self._tokens, piece, first, lexicon)
            or corrects(self._tokens, self._pieces[place - 1], first, lexicon)
            or (
                is_excess(self._tokens, piece, lexicon)
                and is_apposed(self._tokens, self._pieces[place - 1], first, lexicon)
            )
        ):
            return self._of_whole(place - 1)
        if place and is_price(self._tokens, self._pieces[place - 1], piece.first, lexicon):
            return self._beside.own(place - 1)
        if place and (unit := self._of_before(place, first)):
            return unit
        after = self._tokens[piece.last + 1 : piece.last + 2]
        if place and after and after[0].key in lexicon.gapped and (unit := self._gapped(place)):
            return unit
        if place in self._levels:
            first = self._levels[place]
        elif front:
            first = subjects.behind_verb(self._tokens, first, lexicon)
        percent = percents.of_before(self._tokens, self._pieces, self._refused, place, lexicon)
        if percent:
            return (percent,)
        place_of = self._tokens, first, lexicon, self._ends
        subject = (
            subjects.in_brackets(self._tokens, piece, lexicon, self._ends)
            or subjects.summed(*place_of, piece.last)
            or subjects.subject(*place_of)
        )
        return ((subject,) if subject else ()) + self._parallel(place, first)

    def _parallel(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """The unit that a clause leaves out, as the one before names it: `12 школ, в Томске — 9`.

        Where that names its own subject, so does this: `le donne sono 30, gli uomini 18`. None is
        left out behind things that are many: `40 автобусов, электробусов — 15`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        if not place or not self._pieces[place - 1].readings:
            return ()
        begun = parallel_clause(tokens, self._pieces[place - 1].last, first, lexicon)
        if begun is None or tokens[self._pieces[place].last].gap in {" ", ""}:
            return ()
        many = lexicon.counted_endings and tokens[begun].key.endswith(lexicon.counted_endings)
        if many and tokens[begun].key not in lexicon.stops and tokens[first - 1].gap == " - ":
            return ()
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
            before = self._pieces[earlier]
            units = self._beside.own(earlier)
            if units:
                return units
            last = self._pieces[earlier - 1].last if earlier else before.first
            if parallel_clause(tokens, last, before.first, lexicon) is None:
                break
        article = tokens[begun].key in lexicon.subject_articles
        return ((tokens[begun + 1].start, tokens[begun + 1].end),) if article else ()

    def _of_whole(self, place: int) -> tuple[tuple[int, int], ...]:
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

    def _of_larger(self, place: int) -> tuple[tuple[int, int], ...]:
        """What the nearest larger number counts, of which this is a part: `11 men, six of them`."""
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
            piece, before = self._pieces[place], self._pieces[earlier]
            if before.readings and earlier not in self._refused and is_more(before, piece):
                return self._of_whole(earlier)
        return ()

    def _of_before(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """The unit of the number before, which this is a part of, held against or told beside."""
        tokens, piece, lexicon = self._tokens, self._pieces[place], self._lexicon
        earlier = next((at for at in range(place - 1, -1, -1) if self._may_share(at)), place)
        if earlier == place or not (before := self._pieces[earlier]).readings:
            return ()
        if (
            is_compared(tokens, before.last, first, lexicon)
            or is_stance(tokens, before.last, (first, piece.last), lexicon)
            or was(tokens, before, piece, first, lexicon)
        ):
            return self._of_whole(earlier)
        told = (
            is_of_same(tokens, before, piece, first, lexicon)
            or is_mark(tokens, before.last, first, lexicon)
            or is_of_rival(tokens, before.last, first, lexicon)
            or is_other_fate(tokens, before.last, (first, piece.last), lexicon)
            or is_second_object(tokens, before.last, piece.first, lexicon)
        )
        if place > 1 and is_shared_out(tokens, self._pieces, place, lexicon):
            return self._beside.own(place - 2)
        if is_further(tokens, before.last, first, piece, lexicon):
            return self._beside.own(earlier) or self._of_whole(earlier)
        return self._beside.own(earlier) if told else ()

    def _may_share(self, place: int) -> bool:
        """Whether another number may count what this does: it is one, and gives no place."""
        readings = self._pieces[place].readings
        ranked = readings and all(reading.kind == "ordinal" for reading in readings)
        return place not in self._refused and not ranked

    def _gapped(self, place: int) -> tuple[tuple[int, int], ...]:
        """The unit of the number before, left out here: `30 euros for adults and 12 for pupils`."""
        tokens = self._tokens
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
            before, piece = self._pieces[earlier : earlier + 2]
            units = self._beside.own(earlier)
            unit = before.last
            while units and unit + 1 < piece.first and tokens[unit + 1].end <= units[-1][1]:
                unit += 1
            if not is_elided(tokens, unit, piece.first, piece.last, self._lexicon):
                break
            if units:
                return units
        return ()
