"""What the numbers before one lend it: the unit that it leaves out, or what it is a part of.

Whether words leave a unit out is for `ellipses`, whether they say a part for `parts`.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds, percents, windows
from kzdata.readers.quantities.beside import Beside
from kzdata.readers.quantities.bounds import Phrase
from kzdata.readers.quantities.changes import only_ends, was
from kzdata.readers.quantities.ellipses import (
    fate_behind,
    is_compared,
    is_elided,
    is_further,
    is_mark,
    is_next_fate,
    is_of_rival,
    is_other_fate,
    is_second_object,
    is_stance,
    parallel_clause,
)
from kzdata.readers.quantities.lenders import over_times
from kzdata.readers.quantities.parts import is_adjective, is_more, is_shared_out, points_back
from kzdata.readers.quantities.refusals import is_pronoun
from kzdata.readers.quantities.wholes import is_of_same, opening_whole
from kzdata.readers.text.tokens import Token, touches

_LONGEST_LIST: Final = 8
"""How many numbers back what a number leaves out may have been named."""

_FARTHEST_SHARE: Final = 8
"""How many tokens on from a share the numbers may stand that say it."""

_ASIDE: Final = frozenset({" - ", " (", ", "})
"""What may part a share from these."""

_PERCENT: Final = "%"

_WHOLES: Final = 2
"""How many numbers back what one refers to may stand that names no unit itself."""

_PARALLEL: Final = 2
"""How many tokens on from a number the next of its row stands: one word is between."""

Units = tuple[tuple[int, int], ...]


class Lent(ABC):
    """A text's numbers, and the tokens in which a window of words ends.

    `refused` are the places of what is no quantity, `said` the traits of all tokens.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        pieces: Sequence[Piece],
        ends: AbstractSet[int],
        refused: AbstractSet[int],
        said: int,
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._pieces = pieces
        self._ends = ends
        self._refused = refused
        self._said = said
        self._lexicon = lexicon
        self._beside = Beside(tokens, pieces, ends, said, lexicon)

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
        owned = last + 1 < len(tokens) and tokens[last + 1].key in lexicon.owned_by
        if owned and is_compared(tokens, self._pieces[place - 1].last, first, lexicon):
            percent = percents.of_before(tokens, self._pieces, self._refused, place, lexicon)
            return (percent,) if percent else self._of_whole(self._over_times(place - 1))
        before = tokens[first - 1].key if first and tokens[first - 1].gap == " " else ""
        if points_back(tokens, first, lexicon):
            return self._of_whole(place - 1)
        if before not in lexicon.anaphors:
            return ()
        if before in lexicon.contrasts and not is_adjective(tokens, self._pieces[place], lexicon):
            return ()
        return self._of_whole(place - 1)

    def _fated(self, place: int, first: int) -> Units:
        """The people whose fate the number before told: `30 people were killed and 50 injured`.

        Or the votes: `97 voti favorevoli, otto contrari`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        before, last = self._pieces[place - 1].last, self._pieces[place].last
        behind = tokens[last + 1].key if last + 1 < len(tokens) else ""
        if behind in lexicon.votes and is_stance(tokens, before, (first, last), lexicon):
            return self._cast(place - 1)
        small = lexicon.further, lexicon.fate_links, lexicon.fillers
        others = behind in lexicon.fate_links
        if others and is_other_fate(tokens, before, (first, last), lexicon):
            return self._beside.own(place - 1)
        if (fate_behind(tokens, last, lexicon) if others else behind) not in lexicon.fates:
            return ()
        begun = first
        while begun > 1 and among(tokens[begun - 1].key, *small):
            begun -= 1
        if not is_next_fate(tokens, before, begun, lexicon):
            return ()
        alone = before + 1 < first and tokens[before + 1].key in lexicon.fates
        return () if alone else self._beside.own(place - 1)

    def _cast(self, place: int) -> Units:
        """What a number of votes counts, in one word, the next telling who voted otherwise."""
        piece, tokens = self._pieces[place], self._tokens
        noun, stance = tokens[piece.last + 1 : piece.last + 3]
        if noun.key not in self._lexicon.votes:
            told = stance.key in self._lexicon.votes and self._beside.own(place)
            return ((noun.start, noun.end),) if told else ()
        return self._fated(place, piece.first)[:1] if place else ()

    def _parallel(self, place: int, first: int) -> Units:
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
            units = () if before.compound else self._beside.own(earlier)
            if units:
                return units
            last = self._pieces[earlier - 1].last if earlier else before.first
            if parallel_clause(tokens, last, before.first, lexicon) is None:
                break
        article = tokens[begun].key in lexicon.subject_articles
        return ((tokens[begun + 1].start, tokens[begun + 1].end),) if article else ()

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
        vague may be.
        """
        piece = self._pieces[place]
        back = range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1)
        told = [at for at in back if at not in self._refused and self._pieces[at].readings]
        if is_pronoun(self._tokens, piece, self._lexicon):
            told = [at for at in told if self._may_hold(at, piece)] or told
        return told[:_WHOLES] or [place - 1]

    def _may_hold(self, place: int, part: Piece) -> bool:
        """Whether a number is one of things, of which another may be a part: no time, nor less."""
        tokens, piece = self._tokens, self._pieces[place]
        following = tokens[piece.last + 1].key if piece.last + 1 < len(tokens) else ""
        return following not in self._lexicon.when and not is_more(part, piece)

    def _ahead(self, place: int) -> Units:
        """The unit that a number leaves to the next of its row: `былтыр 30, биыл 45 мектеп`.

        The word in front of each is of one kind or in the same case: `Семейде 12, Аягөзде 8 үй`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        if not lexicon.ahead or place + 1 >= len(self._pieces):
            return ()
        piece, following = self._pieces[place : place + 2]
        first = piece.first
        if place and first - 1 in self._ends:
            first = self._pieces[place - 1].first
        parted = tokens[piece.last].gap == ", " and following.first - piece.last == _PARALLEL
        if not (first and parted and following.readings) or place + 1 in self._refused:
            return ()
        led, lead = tokens[first - 1], tokens[following.first - 1]
        pair = led.key, lead.key
        alike = any(all(word.endswith(ends) for word in pair) for ends in lexicon.ahead)
        if led.gap != " " or not alike:
            return ()
        return self._beside.own(place + 1) or self._ahead(place + 1)

    def _over_times(self, place: int) -> int:
        """The place of what the number at `place` tells in what time, or that itself."""
        return over_times(self._tokens, self._pieces, self._refused, place, self._lexicon)

    def _of_larger(self, place: int) -> Units:
        """What the nearest larger number counts, of which this is a part: `11 men, six of them`."""
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
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
        if is_further(tokens, before.last, first, piece, lexicon):
            return self._beside.own(earlier) or self._of_whole(earlier)
        if not told:
            return self._opened(place)
        own = self._beside.own(earlier) or self._of_share(earlier, before.first)
        return own or self._of_whole(earlier)

    def _opened(self, place: int) -> Units:
        """What is counted in the whole that opens the clause, behind other parts: `24 managed`."""
        whole = opening_whole(self._tokens, self._pieces, self._refused, place, self._lexicon)
        return () if whole is None else self._beside.own(whole)

    def _of_step(self, place: int) -> Units:
        """What a step counts, and so its level that names nothing: `на 3 тысячи голов, до 486`."""
        relative = self._lexicon.changes.relative
        step, level = self._pieces[place - 1 : place + 1]
        units = self._beside.own(place - 1) if relative.words else ()
        if not units or step.readings[0].unit or _lacks_scale(step, level):
            return ()
        behind = self._tokens[step.last + 1 : level.first]
        named = [token.key for token in behind if token.start < units[-1][1]]
        return () if any(map(relative.has, named)) else units

    def _of_share(self, place: int, first: int) -> Units:
        """What a share counts that is said in numbers too: `у половины школ - 143 из 261`.

        The words of the number begin at token `first`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        before = self._pieces[place - 1] if place else None
        if not before or not before.readings or tokens[first - 1].gap not in _ASIDE:
            return ()
        last = before.last
        if not 1 < first - last <= _FARTHEST_SHARE or not all(
            map(touches, tokens[last : first - 1])
        ):
            return ()
        if before.readings[0].kind in {"fraction", "vague", "ordinal"}:
            return self._beside.own(place - 1)
        if tokens[last + 1].key in lexicon.percents or tokens[last + 1].key == _PERCENT:
            last += 1
        elif not tokens[last].key.endswith(_PERCENT):
            return ()
        window = windows.behind(tokens, last, lexicon, self._ends, len(tokens))
        return (window,) if window else ()

    def _may_share(self, place: int) -> bool:
        """Whether another number may count what this does: it is one, and gives no place."""
        readings = self._pieces[place].readings
        ranked = readings and all(reading.kind == "ordinal" for reading in readings)
        return place not in self._refused and not ranked

    def _gapped(self, place: int) -> Units:
        """The unit of the number before, left out here: `30 euros for adults and 12 for pupils`."""
        tokens, piece = self._tokens, self._pieces[place]
        for earlier in range(place - 1, max(place - _LONGEST_LIST, 0) - 1, -1):
            if earlier in self._refused:
                continue
            before = self._pieces[earlier]
            units = self._beside.own(earlier)
            unit = before.last
            while units and unit + 1 < piece.first and tokens[unit + 1].end <= units[-1][1]:
                unit += 1
            if not is_elided(tokens, unit, piece.first, piece.last, self._lexicon):
                break
            if units:
                return units
            piece = before
        return ()


def _lacks_scale(step: Piece, level: Piece) -> bool:
    """Whether a level is bare that must have the scale of its step: `на 2,1 млн тонн, до 54`."""
    own, other = step.readings[0], level.readings[0] if level.readings else None
    if other is None or other.number is None or own.number is None:
        return True
    return other.scale < own.scale and other.number < own.number
