"""The numbers that the words of a text state, each with its bound, its unit and the words for all.

What stands in a text as a number is found by `kzdata.readers.numbers.pieces`; here ranges and
changes are told from `singles`, which stand for themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import (
    CHANGE,
    ENDS_BOUND,
    HALF,
    HOUR,
    NEGATIVE,
    PASSING,
    SHARE,
    SINGLE,
    STARTS_BOUND,
)
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.numbers.pieces import pieces
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import Halved, one_and_half
from kzdata.readers.quantities.bounds import Phrase, comparisons
from kzdata.readers.quantities.bounds.denials import is_denied, scarcely
from kzdata.readers.quantities.counted import Counted
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.found import whole as whole_of
from kzdata.readers.quantities.ones import with_ones
from kzdata.readers.quantities.plain import plain
from kzdata.readers.quantities.refusals import is_year, refused
from kzdata.readers.quantities.refusals.clocks import clock_times
from kzdata.readers.quantities.refusals.namings import is_model
from kzdata.readers.quantities.shares import Share, shares
from kzdata.readers.quantities.singles import Singles
from kzdata.readers.quantities.sure import sure
from kzdata.readers.quantities.ties import UNTIED, ties
from kzdata.readers.quantities.ties.changes import Change
from kzdata.readers.quantities.ties.ends import only_ends
from kzdata.readers.quantities.ties.ranges import Range, lower_unit
from kzdata.readers.quantities.ties.steps import steps
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Words, keys


def find(words: Words, lexicon: Lexicon) -> list[Found]:
    """The quantities of a text that is already split into words."""
    found = pieces(words, lexicon)
    if not (found or lexicon.sole):
        return []
    for place, piece in enumerate(found):
        if piece.readings and (
            len(piece.readings) == 2 or piece.readings[0].kind in {"ordinal", "fraction"}
        ):
            found[place] = sure(words, piece, found[:place], lexicon)
    traits = list(map(lexicon.traits.__getitem__, keys(words.tokens)))
    said = reduce(or_, traits, 0)
    if said & SINGLE:
        found = with_ones(words.tokens, found, traits, lexicon)
    if not found:
        return []
    none = refused(words, found, traits, said, lexicon)
    if len(none) == len(found) and not said & (HALF | SHARE):
        return []
    if len(found) == 1 and (one := plain(words.tokens, found[0], traits, said, lexicon)):
        return one
    return _Reader(words, found, none, traits, said, lexicon).quantities()


class _Reader:
    """One text, its numbers, and what the words between them say about them.

    `refused` are the places of those that are none, `said` the `traits` of all tokens together.
    """

    def __init__(
        self,
        words: Words,
        stretches: list[Piece],
        refused: set[int],
        traits: Sequence[int],
        said: int,
        lexicon: Lexicon,
    ) -> None:
        tokens = words.tokens
        self._tokens = tokens
        self._text = words.text
        self._pieces = stretches
        self._lexicon = lexicon
        self._refused = refused
        self._said = said
        self._numbers: dict[int, int] = {}
        compounds: list[int] = []
        for place, piece in enumerate(stretches):
            for position in range(piece.first, piece.last + 1):
                self._numbers[position] = place
            if piece.tail and piece.compound:
                compounds += range(piece.first, piece.last + 1)
        ends = set(self._numbers)
        ends.difference_update(compounds)
        models = [
            stretches[place].first
            for place in refused
            if is_model(words, stretches[place], lexicon)
        ]
        tied = len(stretches) > 1
        levels = steps(tokens, stretches, said, lexicon) if tied else {}
        named = ends.difference(models) if models else ends
        self._counted = Counted(tokens, stretches, named, refused, levels, said, lexicon)
        self._singles = Singles(
            tokens, stretches, self._numbers, ends, self._counted, traits, said, lexicon
        )
        self._ties = UNTIED
        if tied:
            self._ties = ties(tokens, stretches, refused, levels, said, lexicon)
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
        tied, apart, _, changed = self._ties
        for place, piece in enumerate(self._pieces):
            if place in changed:
                found += [self._change(place, change) for change in changed[place]]
            elif place in tied:
                if place - 1 not in tied:
                    found += self._range(place, tied[place])
            elif self._said & HALF and (one := self._one_and_half(piece)):
                found += self._singles.one_and_half(piece, one)
            elif place in self._shares:
                found += self._singles.share(place, piece, self._shares[place])
            elif not (piece.fragile or place in self._refused or place - 1 in tied):
                single = self._single(place, piece)
                found += self._placed(place, single) if place in apart else single
        return found

    def _one_and_half(self, piece: Piece) -> Halved | None:
        if self._tokens[piece.last].key not in self._lexicon.half_ends:
            return None
        return one_and_half(self._tokens, piece, self._lexicon)

    def _single(self, place: int, piece: Piece) -> list[Found]:
        """A number for itself, unless it is compared as a thing or denied."""
        tokens, said, lexicon = self._tokens, self._said, self._lexicon
        front = self._in_front(piece.first)
        if front or said & PASSING:
            if comparisons.compared(tokens, piece, front, lexicon):
                return []
            front = comparisons.said(tokens, piece, front, said, lexicon)
        first = front.first if front else piece.first
        if said & NEGATIVE:
            if is_denied(tokens, first, piece.last, lexicon):
                return []
            front = front or scarcely(tokens, piece.first, lexicon)
        return self._singles.single(place, piece, front)

    def _in_front(self, first: int) -> Phrase | None:
        """The phrase in front of token `first`."""
        there = self._said & ENDS_BOUND
        return bounds.in_front(self._tokens, first, self._lexicon) if there else None

    def _behind(self, last: int) -> Phrase | None:
        """The phrase behind token `last`."""
        there = self._said & STARTS_BOUND
        numbers = self._numbers.keys()
        return bounds.behind(self._tokens, last, self._lexicon, numbers) if there else None

    def _placed(self, place: int, found: Iterable[Found]) -> Iterator[Found]:
        """A number with the words that make it what it is: `repay $500 to 40 families`."""
        tied = self._ties.apart[place]
        first, last = self._tokens[tied.first].start, self._tokens[tied.last].end
        shared = self._ties.scales.get(place)
        for one in found:
            number = one.number * shared.scale if shared and one.number else one.number
            whole = min(one.whole[0], first), max(one.whole[1], last)
            yield one._replace(number=number, whole=whole)

    def _range(self, place: int, tied: Range) -> Iterator[Found]:
        if not self._refused.isdisjoint({place, place + 1}):
            return
        lower, upper = self._pieces[place], self._pieces[place + 1]
        if not tied.ends:
            return
        front = self._in_front(tied.first)
        behind = self._behind(tied.last)
        limited = False
        if front and lower.linked and self._said & CHANGE:
            told, _ = only_ends(self._tokens, front, behind, self._lexicon)
            front = None if told and told.bound == "exactly" else front
        if front or behind:
            limits = {phrase.bound for phrase in (front, behind) if phrase} - {"about", "exactly"}
            limited = limits == {"at_most"} and lower.linked
            if limits and not limited:
                return
        if self._are_none(place, tied):
            return
        first = self._tokens[tied.first].start if tied.first < lower.first else lower.start
        last = self._tokens[tied.last].end if tied.last > upper.last else upper.end
        both: tuple[Bound, Bound] = ("at_least", "at_most")
        whole = whole_of(self._tokens, (first, last), front, behind)
        said = tied.last > upper.last + tied.repeated
        shut = Phrase("exactly", tied.last, tied.last + 1) if said else behind
        after = upper.last if said else tied.last
        for (low, high), numbers in tied.ends:
            units = self._counted.units(place + 1, high, shut) or self._counted.units(place, low)
            units += lower_unit(self._tokens, lower, upper, self._lexicon)
            for reading, number, bound in zip((low, high), numbers, both, strict=True):
                if limited and bound == "at_least":
                    continue
                spot = (reading.start, reading.end)
                yield Found(
                    spot, whole, number, bound, "cardinal", units, tied.first, upper.last, after
                )

    def _change(self, place: int, change: Change) -> Found:
        """One of the numbers of a change, whose words are all that says it.

        One with a bound is no end of a range whatever is left out: `to just under 800`.
        """
        end, reading, number = change.ends(place)[0]
        tokens = self._tokens
        units, owner = self._counted.units_in_change(change, place)
        last = self._pieces[owner].last
        whole = tokens[change.first].start, tokens[change.last].end
        if end.bound != "exactly":
            whole = tokens[end.first].start, reading.end
        return Found(
            (reading.start, reading.end), whole, number, end.bound, "cardinal", units,
            end.first, last, last,
        )  # fmt: skip

    def _are_none(self, place: int, tied: Range) -> bool:
        """Whether two numbers tied are years, a result or of two things, and no range."""
        lower, upper = self._pieces[place], self._pieces[place + 1]
        if is_year(self._tokens, lower) and is_year(self._tokens, upper):
            return True
        if tied.first != lower.first:
            return False
        return self._is_score(tied.first) or (not lower.linked and self._differ(place))

    def _is_score(self, first: int) -> bool:
        """Whether two numbers are a result: `lost 3 to 5`."""
        before = self._tokens[first - 1] if first else None
        return (
            before is not None
            and before.gap in {" ", ""}
            and before.key in self._lexicon.refuse.scores
        )

    def _differ(self, place: int) -> bool:
        """Whether two ends name units that differ, so that they are no range: `rose 8% to $11`."""
        lower, upper = (piece.readings[0] for piece in self._pieces[place : place + 2])
        said = [lower.unit, *self._counted.units(place + 1, upper)[:1]] if lower.unit else []
        return len({self._text[slice(*unit)] for unit in said if unit}) > 1
