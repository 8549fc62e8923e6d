"""Numbers that another is tied to: the ends of ranges and of changes.

Which are tied is for `ties`; numbers that stand for themselves are `singles`.
"""

from collections.abc import Iterable, Iterator

from kzdata.readers.lexicon.traits import CHANGE, ENDS_BOUND, HALF, STARTS_BOUND
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import half_behind
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.counted import Counted
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.found import whole as whole_of
from kzdata.readers.quantities.named.rates import is_rate
from kzdata.readers.quantities.refusals.dated import is_year
from kzdata.readers.quantities.scene import Scene
from kzdata.readers.quantities.ties.changes import Change
from kzdata.readers.quantities.ties.ends import only_ends
from kzdata.readers.quantities.ties.ranges import Range, lower_unit
from kzdata.readers.quantities.ties.scales import Shared
from kzdata.readers.readings import Bound


class Pairs:
    """The numbers of one sentence that are tied to another."""

    def __init__(self, scene: Scene, counted: Counted) -> None:
        self._text, self._tokens, self._pieces = scene.text, scene.tokens, scene.pieces
        self._refused, self._numbers = scene.refused, scene.numbers.keys()
        self._said, self._lexicon, self._counted = scene.said, scene.lexicon, counted

    def range(self, place: int, tied: Range) -> Iterator[Found]:
        """Both ends of a range, whose lower is at a place; none where it is refused."""
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
                half = self._half(upper.last) if bound == "at_most" else 0
                yield Found(
                    spot, whole, number, bound, "cardinal", units, tied.first, upper.last, after,
                    half,
                )  # fmt: skip

    def change(self, place: int, change: Change) -> Found:
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
            end.first, last, last, self._half(last) if owner == place else 0,
        )  # fmt: skip

    def _half(self, last: int) -> int:
        """How many tokens add a half to the end of a pair: `between 7 and 8 years and a half`."""
        return half_behind(self._tokens, last + 1, self._lexicon) if self._said & HALF else 0

    def placed(self, found: Iterable[Found], tied: Range, shared: Shared | None) -> Iterator[Found]:
        """A number with the words that make it what it is: `repay $500 to 40 families`."""
        first, last = self._tokens[tied.first].start, self._tokens[tied.last].end
        for one in found:
            number = one.number * shared.scale if shared and one.number else one.number
            whole = min(one.whole[0], first), max(one.whole[1], last)
            yield one._replace(number=number, whole=whole)

    def _in_front(self, first: int) -> Phrase | None:
        """The phrase in front of token `first`."""
        there = self._said & ENDS_BOUND
        return bounds.in_front(self._tokens, first, self._lexicon) if there else None

    def _behind(self, last: int) -> Phrase | None:
        """The phrase behind token `last`."""
        there = self._said & STARTS_BOUND
        return bounds.behind(self._tokens, last, self._lexicon, self._numbers) if there else None

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
        pair = self._pieces[place : place + 2]
        if all(is_rate(self._tokens, piece.last, self._lexicon) for piece in pair):
            return False
        lower, upper = (piece.readings[0] for piece in pair)
        said = [lower.unit, *self._counted.units(place + 1, upper)[:1]] if lower.unit else []
        return len({self._text[slice(*unit)] for unit in said if unit}) > 1
