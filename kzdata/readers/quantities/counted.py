"""What a number counts: the words that name it, beside the number or where a list ends.

Which words a window takes in is `kzdata.readers.quantities.windows`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds, windows
from kzdata.readers.quantities.bounds import Phrase
from kzdata.readers.quantities.changes import Change, only_ends
from kzdata.readers.quantities.ellipses import (
    is_apposed,
    is_elided,
    is_excess,
    is_further,
    is_next_fate,
    is_part_of,
    is_second_object,
    parallel_clause,
)
from kzdata.readers.quantities.parts import is_part, owner, refers
from kzdata.readers.quantities.refusals import is_pronoun
from kzdata.readers.text.tokens import Token

_LONGEST_LIST = 8
"""How many numbers of a list may wait for its last to name their unit."""


class Counted:
    """A text's numbers, and the tokens in which a window of words ends."""

    def __init__(
        self,
        tokens: Sequence[Token],
        pieces: Sequence[Piece],
        ends: AbstractSet[int],
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._pieces = pieces
        self._ends = ends
        self._lexicon = lexicon

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
        if self._lexicon.owners and (
            whole := owner(self._tokens, piece, reading, front, self._ends, self._lexicon)
        ):
            return (whole,)
        beside = self._beside(place, reading, phrase)
        if not beside:
            return self._apart(place, front)
        first = front.first if front else piece.first
        return beside + self._whole(place, first) + self._fated(place, first)

    def units_in_change(
        self, change: Change, place: int
    ) -> tuple[tuple[tuple[int, int], ...], int]:
        """The unit of one number of a change, and the place of the number that names it.

        Its own, that of the other number, or the subject: `deaths fell from 90 to 45`.
        """
        for end, reading, _ in change.ends(place):
            limit = None if end.stop is None else Phrase("exactly", end.stop, end.stop + 1)
            units = (reading.unit,) if reading.unit else self._beside(end.place, reading, limit)
            if units:
                return units, end.place
        text = self._tokens, change.path.begun.lead, self._lexicon, self._ends
        subject = windows.subject(*text) or windows.scored(*text)
        return (subject,) if subject else (), place

    def _beside(
        self, place: int, reading: Reading, phrase: Phrase | None
    ) -> tuple[tuple[int, int], ...]:
        """The window that touches the number, or the last of its list."""
        piece = self._pieces[place]
        if is_pronoun(self._tokens, piece, self._lexicon):
            return ()
        in_front = windows.in_front(self._tokens, piece.first, self._lexicon)
        if in_front:
            return (in_front,)
        close = phrase is not None and phrase.first == piece.last + 1
        last = phrase.stop - 1 if phrase and close else piece.last
        limit = phrase.first if phrase and phrase.first > last else len(self._tokens)
        if reading.kind == "fraction" and not close:
            last += self._article(last)
        for following in self._pieces[place + 1 : place + 1 + _LONGEST_LIST]:
            window = windows.behind(self._tokens, last, self._lexicon, self._ends, limit)
            if is_part(self._tokens, self._pieces, place, self._lexicon):
                return ()
            if window or not self._shares(piece, following):
                return (window,) if window else ()
            piece, last, limit = following, following.last, len(self._tokens)
        window = windows.behind(self._tokens, last, self._lexicon, self._ends, limit)
        return (window,) if window else ()

    def _whole(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """What a number is a part of besides what it counts: `12 feriti, di cui tre bambini`."""
        tokens, lexicon = self._tokens, self._lexicon
        before = tokens[first - 1].key if place and first and tokens[first - 1].gap == " " else ""
        if before not in lexicon.anaphors or before in lexicon.contrasts:
            return ()
        return self._of_whole(place - 1)

    def _fated(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """The people whose fate the number before told: `30 people were killed and 50 injured`."""
        behind = self._pieces[place].last + 1
        if (
            not place
            or behind == len(self._tokens)
            or self._tokens[behind].key not in self._lexicon.fates
        ):
            return ()
        before = self._pieces[place - 1]
        told = is_next_fate(self._tokens, before.last, first, self._lexicon)
        return self._beside(place - 1, before.readings[0], None) if told and before.readings else ()

    def _apart(self, place: int, front: Phrase | None) -> tuple[tuple[int, int], ...]:
        """The window of a number's unit that stands elsewhere in its sentence."""
        piece, lexicon = self._pieces[place], self._lexicon
        if is_part(self._tokens, self._pieces, place, self._lexicon):
            following = self._pieces[place + 1]
            window = windows.behind(
                self._tokens, following.last, lexicon, self._ends, len(self._tokens)
            )
            return (window,) if window else ()
        first = front.first if front else piece.first
        if place and (
            refers(self._tokens, piece, first, lexicon)
            or (
                is_excess(self._tokens, piece, lexicon)
                and is_apposed(self._tokens, self._pieces[place - 1], first, lexicon)
            )
        ):
            return self._of_whole(place - 1)
        if place and (money := self._of_price(place)):
            return money
        if place and (unit := self._of_before(place, first)):
            return unit
        after = self._tokens[piece.last + 1 : piece.last + 2]
        if place and after and after[0].key in lexicon.gapped and (unit := self._gapped(place)):
            return unit
        if front and lexicon.changes.all.has(self._tokens[first].key):
            first += 1
        subject = windows.subject(self._tokens, first, lexicon, self._ends)
        return ((subject,) if subject else ()) + self._parallel(place, first)

    def _of_price(self, place: int) -> tuple[tuple[int, int], ...]:
        """The money of the number before, for a price without any: `£2m, at an estimate of 1m`."""
        first, before = self._pieces[place].first, self._pieces[place - 1]
        words = {token.key for token in self._tokens[max(before.last + 1, first - 2) : first]}
        if words.isdisjoint(self._lexicon.estimates) or not before.readings:
            return ()
        if not all(token.gap in {" ", "", ", "} for token in self._tokens[before.last : first]):
            return ()
        if unit := before.readings[0].unit or windows.in_front(
            self._tokens, before.first, self._lexicon
        ):
            return (unit,)
        named = {token.key for token in self._tokens[before.last + 1 : before.last + 3]}
        money = not named.isdisjoint(self._lexicon.currencies)
        return self._beside(place - 1, before.readings[0], None) if money else ()

    def _parallel(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """The unit that a clause leaves out, as the one before names it: `12 школ, в Томске — 9`.

        Where that names its own subject, so does this: `le donne sono 30, gli uomini 18`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        if not place or not self._pieces[place - 1].readings:
            return ()
        begun = parallel_clause(tokens, self._pieces[place - 1].last, first, lexicon)
        if begun is None or tokens[self._pieces[place].last].gap in {" ", ""}:
            return ()
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
            before = self._pieces[earlier]
            units = self._beside(earlier, before.readings[0], None) if before.readings else ()
            if units:
                return units
            last = self._pieces[earlier - 1].last if earlier else before.first
            if parallel_clause(tokens, last, before.first, lexicon) is None:
                break
        article = tokens[begun].key in lexicon.subject_articles
        return ((tokens[begun + 1].start, tokens[first - 1].end),) if article else ()

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

    def _of_before(self, place: int, first: int) -> tuple[tuple[int, int], ...]:
        """The unit of the number before, if this is a part of it or the object of a next verb."""
        before, piece = self._pieces[place - 1 : place + 1]
        told = (
            is_part_of(self._tokens, (before.first, before.last), piece.first, self._lexicon)
            or is_further(self._tokens, before.last, first, self._lexicon)
            or is_second_object(self._tokens, before.last, piece.first, self._lexicon)
        )
        return self._beside(place - 1, before.readings[0], None) if told and before.readings else ()

    def _gapped(self, place: int) -> tuple[tuple[int, int], ...]:
        """The unit of the number before, left out here: `30 euros for adults and 12 for pupils`."""
        tokens = self._tokens
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
            before, piece = self._pieces[earlier : earlier + 2]
            units = self._beside(earlier, before.readings[0], None) if before.readings else ()
            unit = before.last
            while units and unit + 1 < piece.first and tokens[unit + 1].end <= units[-1][1]:
                unit += 1
            if not is_elided(tokens, unit, piece.first, piece.last, self._lexicon):
                break
            if units:
                return units
        return ()

    def _article(self, last: int) -> bool:
        """Whether an article follows, as in `half a dinar`."""
        if last + 1 >= len(self._tokens) or self._tokens[last].gap != " ":
            return False
        term = self._lexicon.term(self._tokens[last + 1].key)
        return term is not None and term.kind == "article"

    def _shares(self, piece: Piece, following: Piece) -> bool:
        between = self._tokens[piece.last + 1 : following.first]
        return (
            bool(following.readings)
            and len(between) == 1
            and between[0].key in self._lexicon.conjunctions
            and self._tokens[piece.last].gap == between[0].gap == " "
        )
