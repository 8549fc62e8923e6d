"""What one number of several names for the others: units said once, fates told one after another.

Whether words leave a unit out is for `ellipses`; here is what they leave out.
"""

from typing import Final

from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.counted.beside import Beside
from kzdata.readers.quantities.counted.lenders import may_be_scaled
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.ellipses import (
    fate_behind,
    is_elided,
    is_next_fate,
    is_stance,
    names_of_what,
    parallel_clause,
)
from kzdata.readers.quantities.named.rates import is_rate, percent_behind
from kzdata.readers.quantities.named.wholes import opening_whole
from kzdata.readers.quantities.scene import Scene, listed_before
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import touches

_FARTHEST_SHARE: Final = 8
"""How many tokens on from a share the numbers may stand that say it."""

_ASIDE: Final = frozenset({" - ", " (", ", "})
"""What may part a share from these."""

_PARALLEL: Final = 2
"""How many tokens on from a number the next of its row stands: one word is between."""


class Rows:
    """What the numbers of a text that stand in a row say once, by what is `beside` each."""

    def __init__(self, scene: Scene, beside: Beside) -> None:
        self._tokens, self._pieces, self._lexicon = scene.tokens, scene.pieces, scene.lexicon
        self._ends, self._refused = scene.ends, scene.refused
        self._beside = beside

    def fated(self, place: int, first: int) -> Units:
        """The people whose fate the number before told: `30 people were killed and 50 injured`.

        Or the votes: `97 voti favorevoli, otto contrari`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        known = lexicon.fates
        before, last = self._pieces[place - 1].last, self._pieces[place].last
        behind = neighbours.behind(tokens, last)
        if behind in known.votes and is_stance(tokens, before, (first, last), lexicon):
            return self._cast(place - 1)
        small = lexicon.ellipses.further, known.links, lexicon.fillers
        if fate_behind(tokens, last, lexicon) not in known.words:
            return ()
        begun = first
        while begun > 1 and among(tokens[begun - 1].key, *small):
            begun -= 1
        if not is_next_fate(tokens, before, begun, lexicon):
            return ()
        alone = before + 1 < first and tokens[before + 1].key in known.words
        return () if alone else self._unharmed(self._before_aside(place, begun))

    def _unharmed(self, place: int) -> Units:
        """Whom a number counts, without the fate behind them: `30 passengers hurt, 14 killed`."""
        units, tokens = self._beside.own(place), self._tokens
        at = self._pieces[place].last + 1
        while units and at + 1 < len(tokens) and tokens[at + 1].end <= units[0][1]:
            if tokens[at + 1].key in self._lexicon.fates.words:
                return ((units[0][0], tokens[at].end),)
            at += 1
        return units

    def _before_aside(self, place: int, stop: int) -> int:
        """The number in front of one at `place` whose words begin at token `stop`.

        It is none of an aside, behind which its fate is told: `nine, two of them girls, were shot`.
        """
        tokens, lexicon, before = self._tokens, self._lexicon, place - 1
        if not before:
            return before
        last, (first, end) = self._pieces[before - 1].last, self._pieces[before][:2]
        fate = next((at + 1 for at in range(end, stop - 1) if tokens[at].gap == ", "), stop)
        told = (lexicon.fates.links, lexicon.fates.words, lexicon.subjects.copulas)
        aside = fate < stop and among(tokens[fate].key, *told)
        return before - (aside and any(token.gap == ", " for token in tokens[last:first]))

    def _cast(self, place: int) -> Units:
        """What a number of votes counts, in one word, the next telling who voted otherwise."""
        piece, tokens = self._pieces[place], self._tokens
        noun, stance = tokens[piece.last + 1 : piece.last + 3]
        if noun.key not in self._lexicon.fates.votes:
            told = stance.key in self._lexicon.fates.votes and self._beside.own(place)
            return ((noun.start, noun.end),) if told else ()
        return self.fated(place, piece.first)[:1] if place else ()

    def parallel(self, place: int, first: int) -> Units:
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
        many = tokens[begun].key.endswith(lexicon.subjects.counted_endings)
        if many and tokens[begun].key not in lexicon.stops and tokens[first - 1].gap == " - ":
            return ()
        for earlier in listed_before(place):
            before = self._pieces[earlier]
            units = () if before.compound else self._beside.own(earlier)
            if units:
                return () if may_be_scaled(self._pieces[place], before) else units
            last = self._pieces[earlier - 1].last if earlier else before.first
            if parallel_clause(tokens, last, before.first, lexicon) is None:
                break
        article = tokens[begun].key in lexicon.subjects.articles
        return ((tokens[begun + 1].start, tokens[begun + 1].end),) if article else ()

    def ahead(self, place: int) -> Units:
        """The unit that a number leaves to the next of its row: `былтыр 30, биыл 45 мектеп`.

        The word in front of each is of one kind or in the same case: `Семейде 12, Аягөзде 8 үй`.
        """
        tokens, lexicon = self._tokens, self._lexicon
        if not lexicon.ellipses.ahead or place + 1 >= len(self._pieces):
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
        alike = any(all(word.endswith(ends) for word in pair) for ends in lexicon.ellipses.ahead)
        if led.gap != " " or not alike:
            return ()
        return self._beside.own(place + 1) or self.ahead(place + 1)

    def gapped(self, place: int) -> Units:
        """The unit of the number before, left out here: `30 euros for adults and 12 for pupils`."""
        tokens, piece = self._tokens, self._pieces[place]
        for earlier in listed_before(place):
            if earlier in self._refused:
                continue
            before = self._pieces[earlier]
            units = self._beside.own(earlier)
            unit = before.last
            while units and unit + 1 < piece.first and tokens[unit + 1].end <= units[-1][1]:
                unit += 1
            unit = self._over_of(unit, piece.last)
            if not is_elided(tokens, unit, piece.first, piece.last, self._lexicon):
                break
            if units:
                return () if may_be_scaled(self._pieces[place], before) else units
            piece = before
        return ()

    def _over_of(self, unit: int, last: int) -> int:
        """The last token of a unit with what it is of: `12 anni di carcere al padre e 8 alla`.

        But where the number that ends at token `last` says of what it is itself: `12 kg of rice and
        three of flour`.
        """
        tokens, of = self._tokens, self._lexicon.of_what
        own = last + 1 >= len(tokens) or tokens[last + 1].key in of
        if own or tokens[unit + 1].key not in of or not touches(tokens[unit]):
            return unit
        return unit + 2 * names_of_what(tokens, unit + 1, self._lexicon)

    def of_step(self, place: int) -> Units:
        """What a step counts, and so its level that names nothing: `на 3 тысячи голов, до 486`."""
        relative = self._lexicon.changes.relative
        step, level = self._pieces[place - 1 : place + 1]
        units = self._beside.own(place - 1) if relative.words else ()
        if not units or step.readings[0].unit or _lacks_scale(step, level):
            return ()
        behind = self._tokens[step.last + 1 : level.first]
        named = [token.key for token in behind if token.start < units[-1][1]]
        return () if any(map(relative.has, named)) else units

    def of_share(self, place: int, first: int) -> Units:
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
        if not is_rate(tokens, last, lexicon):
            return ()
        last += percent_behind(tokens, last, lexicon)
        window = windows.behind(tokens, last, lexicon, self._ends, len(tokens))
        return (window,) if window else ()

    def opened(self, place: int) -> Units:
        """What is counted in the whole that opens the clause, behind other parts: `24 managed`."""
        whole = opening_whole(self._tokens, self._pieces, self._refused, place, self._lexicon)
        return () if whole is None else self._beside.own(whole)


def _lacks_scale(step: Piece, level: Piece) -> bool:
    """Whether a level is bare that must have the scale of its step: `на 2,1 млн тонн, до 54`."""
    own, other = step.readings[0], level.readings[0] if level.readings else None
    if other is None or other.number is None or own.number is None:
        return True
    return other.scale < own.scale and other.number < own.number
