"""What a number counts: the words that name it, wherever in its sentence they stand.

What names it right beside it is for `beside`, what the numbers before it lend it for `lent`.
"""

from collections.abc import Mapping

from kzdata.readers.lexicon.traits import OWNER
from kzdata.readers.numbers.numerals import Reading
from kzdata.readers.quantities.bounds.denials import corrects
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.counted import money, outcomes, percents, shared
from kzdata.readers.quantities.counted.lenders import is_least_of_range, lender
from kzdata.readers.quantities.counted.lent import Lent
from kzdata.readers.quantities.counted.prices import is_price
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named import (
    deputies,
    headings,
    labels,
    objects,
    predicates,
    subjects,
    windows,
)
from kzdata.readers.quantities.named.excesses import is_apposed, is_excess
from kzdata.readers.quantities.named.parts import (
    is_others,
    is_part,
    is_participle,
    owner,
    possessed,
    refers,
    refers_behind,
)
from kzdata.readers.quantities.named.rates import is_rate
from kzdata.readers.quantities.named.wholes import is_out_of, total
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.quantities.scene import Scene
from kzdata.readers.quantities.ties.changes import Change
from kzdata.readers.quantities.ties.paths import End
from kzdata.readers.text import neighbours


class Counted(Lent):
    """A text's numbers, with those that something came to by a step, and where the step begins."""

    def __init__(self, scene: Scene, levels: Mapping[int, int]) -> None:
        super().__init__(scene)
        self._levels = levels
        self._lent: dict[int, Units] = {}

    def units(
        self,
        place: int,
        reading: Reading,
        phrase: Phrase | None = None,
        front: Phrase | None = None,
    ) -> Units:
        """The window of a number's unit; one in a list takes that of the list's last.

        `phrase` is what bounds the number from behind, `front` from the front. A number that names
        no unit has that of which it is a part (`76 of the 151 seats`), that of its subject (`gli
        idonei sono 218`) or, behind a word such as `вместо`, that of the number before it; how many
        times there are more of them, as in `число аварий выросло вдвое`, is none of these.
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
        if beside and self._lexicon.ellipses.row_adjectives:
            beside += shared.noun(self._tokens, self._pieces, place, self._beside, self._lexicon)
        said = None
        if not beside and reading.kind == "multiplicative":
            return ()
        if not beside and reading.kind == "cardinal":
            said = predicates.predicated(self._tokens, piece, self._lexicon, self._ends)
        behind = self._behind_others(place, beside, front) if place else None
        lent = (beside or self._apart(place, front)) if behind is None else behind
        lent += self._of_money(place, lent)
        return (*(lent or self._of_things(place)), said) if said else lent

    def _of_money(self, place: int, told: Units) -> Units:
        """The money of a sum that leaves it out, if it is not told already."""
        left_out = money.of_before(self._tokens, self._pieces, self._refused, place, self._lexicon)
        return left_out if told[-1:] != left_out else ()

    def _behind_others(self, place: int, beside: Units, front: Phrase | None) -> Units:
        """The same of a number that may be a part of an earlier one, or go on with its unit."""
        piece = self._pieces[place]
        if refers_behind(self._tokens, piece, self._lexicon):
            return beside + self._of_larger(place)
        if (summed := total(self._pieces, place, self._tokens)) is not None:
            label = labels.labelled(self._tokens, piece, self._lexicon, self._ends)
            return (beside or ((label,) if label else ())) + self._of_whole(summed)
        if not beside:
            return self._apart(place, front)
        first = front.first if front else piece.first
        if is_participle(self._tokens, piece, self._lexicon):
            beside += self._of_before(place, first) or self._lent_on(place, first)
        lent = self._part(place, first) + self._rows.fated(place, first)
        if not lent and is_others(self._tokens, piece, self._lexicon):
            lent = self._of_things(place)
        return beside + lent + self._of_verb(place, beside[0])

    def _of_verb(self, place: int, window: tuple[int, int]) -> Units:
        """What a part of an opening whole counts, where what follows may be a verb: `57 drop out`.

        It is the thing counted itself where it is many.
        """
        plurals, last = self._lexicon.changes.plurals, self._pieces[place].last
        behind = self._tokens[last + 1 : last + 2] if plurals else ()
        may = any(one.start == window[0] and not one.key.endswith(plurals) for one in behind)
        return self._rows.opened(place) if may else ()

    def units_in_change(self, change: Change, place: int) -> tuple[Units, int]:
        """The unit of one number of a change, and the place of the number that names it.

        Its own, that of the other number, or the subject: `deaths fell from 90 to 45`.
        """
        for end, reading, _ in change.ends(place):
            if self._is_said(end):
                continue
            limit = None if end.stop is None else Phrase("exactly", end.stop, end.stop + 1)
            if units := self._beside.units(end.place, reading, limit):
                return units, end.place
        verb, lead = change.verb, change.path.begun.lead
        place_of = self._tokens, lead if verb is None else verb, self._lexicon, self._ends
        if verb is not None and (
            told := objects.changed(self._tokens, verb, change.path.begun.lead, *place_of[2:])
        ):
            return (told,), place
        seek = subjects.subject if verb is None else subjects.subject_of
        subject = seek(*place_of) or subjects.scored(*place_of)
        units = (subject,) if subject else ()
        return units + self._of_money(place, units), place

    def _is_said(self, end: End) -> bool:
        """Whether the word of change touches a number, so that none of its things stands behind."""
        last = self._pieces[end.place].last
        behind = neighbours.behind(self._tokens, last)
        return end.stop == last + 1 and self._lexicon.changes.all.has(behind)

    def _apart(self, place: int, front: Phrase | None) -> Units:
        """The window of a number's unit that stands elsewhere in its sentence."""
        piece, lexicon = self._pieces[place], self._lexicon
        following = self._pieces[place + 1 : place + 2] if lexicon.ellipses.lends_far else ()
        if any(is_out_of(self._tokens, piece, one, lexicon) for one in following):
            return self._beside.own(place + 1)
        dated = place + 1 in self._refused and not self._ends_ratio(place + 1)
        if not dated and is_part(self._tokens, self._pieces, place, self._lexicon):
            last = self._pieces[place + 1].last
            window = windows.behind(self._tokens, last, lexicon, self._ends, len(self._tokens))
            return (window,) if window else self._rows.of_share(place, piece.first)
        if place + 1 in self._levels and (unit := self._beside.own(place + 1)):
            return unit
        first = front.first if front else piece.first
        if front and is_least_of_range(self._tokens, self._pieces, place, front, lexicon):
            return self._beside.own(place + 1)
        step = self._pieces[place - 1] if place else piece
        level = None
        if not is_pronoun(self._tokens, piece, lexicon):
            level = outcomes.units(self._tokens, step, (first, piece.last), lexicon, self._ends)
        if level is not None:
            return level + (self._rows.of_step(place) if place else ())
        return self._elsewhere(place, first, front)

    def _ends_ratio(self, place: int) -> bool:
        """Whether a number is none but a whole: `20 out of 30 villages have been flooded`."""
        first = self._pieces[place].first
        lead = tuple(token.key for token in self._tokens[max(first - 2, 0) : first])
        return lead in self._lexicon.refuse.ratios

    def _elsewhere(self, place: int, first: int, front: Phrase | None) -> Units:
        """The same of a number whose words begin at token `first`, if it is no part or level."""
        piece, lexicon = self._pieces[place], self._lexicon
        if place and (unit := self._told_before(place, first)) is not None:
            return unit
        if place and not self._ends_rate(place) and (unit := self._of_before(place, first)):
            return unit
        behind = neighbours.behind(self._tokens, piece.last)
        if place and behind in lexicon.ellipses.gapped and (unit := self._rows.gapped(place)):
            return unit
        if place in self._levels:
            first = self._levels[place]
        elif self._tokens[first].key in lexicon.approximations.estimating:
            first = piece.first
        elif front:
            first = subjects.behind_verb(self._tokens, first, lexicon)
        if percent := percents.of_before(self._tokens, self._pieces, self._refused, place, lexicon):
            return (percent,)
        if percents.is_step(self._tokens, piece, lexicon):
            return self._lent_on(place, first) if place else ()
        place_of = self._tokens, first, lexicon, self._ends
        subject = (
            labels.in_brackets(self._tokens, piece, lexicon, self._ends)
            or labels.summed(*place_of, piece.last)
            or labels.fated(self._tokens, first, lexicon)
            or labels.labelled(self._tokens, piece, lexicon, self._ends)
            or headings.tallied(self._tokens, piece.last, lexicon, self._ends)
            or subjects.subject(*place_of)
            or headings.headed(*place_of)
        )
        stepped = place and front and front.first < self._pieces[place - 1].first
        others = self._rows.of_step(place) if stepped else self._rows.parallel(place, first)
        told = ((subject,) if subject else ()) + others + self._rows.ahead(place)
        return told if told or not place else self._lent_on(place, first)

    def _ends_rate(self, place: int) -> bool:
        """Whether a step in per cent came to a number, which is none of it: `rose 5 % to 40`."""
        stepped = place in self._levels
        return stepped and is_rate(self._tokens, self._pieces[place - 1].last, self._lexicon)

    def _told_before(self, place: int, first: int) -> Units | None:
        """The same of one that refers to the number before, corrects it, or differs from it."""
        piece, before, lexicon = self._pieces[place], self._pieces[place - 1], self._lexicon
        if refers(self._tokens, piece, first, lexicon):
            head = headings.headed(self._tokens, first, lexicon, self._ends)
            return (head,) if head else self._of_wholes(place)
        if corrects(self._tokens, before, first, lexicon) or (
            is_excess(self._tokens, piece, lexicon)
            and is_apposed(self._tokens, before, first, lexicon)
        ):
            return self._of_wholes(place)
        if is_price(self._tokens, before, piece.first, lexicon):
            return self._beside.own(place - 1)
        return None

    def _of_wholes(self, place: int) -> Units:
        """What the first number counts to which the one at a place may refer."""
        wholes = map(self._of_whole, map(self._over_times, self._referred(place)))
        return next(filter(None, wholes), ())

    def _lent_on(self, place: int, first: int) -> Units:
        """What an earlier number counts that lends it to this one, which names nothing."""
        if place not in self._lent:
            self._lent[place] = ()
            earlier = lender(self._tokens, self._pieces, self._refused, place, first, self._lexicon)
            if earlier is not None:
                clause = range(self._pieces[place - 1].last + 1, first)
                self._lent[place] = deputies.of_clause(
                    self._of_whole(earlier), self._tokens, clause, self._lexicon, self._ends
                )
        return self._lent[place]
