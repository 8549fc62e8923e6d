"""Numbers that stand for themselves: with a bound on either side, as a proportion, or with a half.

Those that another is tied to, as the ends of a range or of a change, are in `statements`.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds, comparisons
from kzdata.readers.quantities.approximations import is_about, noun_first
from kzdata.readers.quantities.articles import Halved, goes_on, half_behind
from kzdata.readers.quantities.bounds import Phrase
from kzdata.readers.quantities.changes import only_ends
from kzdata.readers.quantities.counted import Counted
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.found import whole as whole_of
from kzdata.readers.quantities.least import least
from kzdata.readers.quantities.shares import Share
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token


class Singles:
    """The numbers of one text, each read without another.

    `numbers` has the place of the piece that a token belongs to, `ends` those of them in which a
    window of words ends.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        pieces: Sequence[Piece],
        numbers: Mapping[int, int],
        ends: AbstractSet[int],
        counted: Counted,
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._pieces = pieces
        self._numbers = numbers
        self._ends = ends
        self._counted = counted
        self._lexicon = lexicon

    def single(self, place: int, piece: Piece, front: Phrase | None) -> Iterator[Found]:
        """A number with the bounds beside it; `over five weeks` is in the course of them too."""
        behind = bounds.behind(self._tokens, piece.last, self._lexicon, self._numbers.keys())
        front, behind = only_ends(self._tokens, front, behind, self._lexicon)
        below = bounds.below_zero(self._tokens, piece.last, (front, behind), self._lexicon)
        front, behind = below or (front, behind)
        limit = behind
        behind = comparisons.said_behind(self._tokens, behind, self._lexicon)
        if behind and bounds.of_next(self._tokens, piece.last, (front, behind), self._lexicon):
            behind = None
        inverted, noun = noun_first(
            self._tokens, self._pieces, place, self._numbers, self._ends, self._lexicon
        )
        aged = alone = False
        if piece.first and self._tokens[piece.first - 1].key in self._lexicon.least.words:
            front, aged, alone = least(self._tokens, piece, front, behind, self._lexicon)
        if alone or inverted == "refused" or self._contradicted(piece, front, behind):
            return
        stating = bounds.stating(front, behind)
        said = (front, behind) if below else stating
        for reading in piece.readings:
            bound = self._bound(reading, *stating)
            number, kind = reading.number, reading.kind
            if number is None and reading.one is not None and front:
                number, kind = reading.one, "cardinal"
            number = -abs(number) if below and number else number
            whole = whole_of(self._tokens, reading.marked or (reading.start, reading.end), *said)
            if aged:
                whole = self._with_next(whole, piece)
            units = self._counted.units(place, reading, limit, front)
            if inverted == "about" and bound in {"exactly", "about"}:
                unit = self._tokens[noun].start, self._tokens[noun].end
                bound, whole, units = "about", (unit[0], whole[1]), (unit,)
            elif inverted == "followed" or (
                bound == "exactly" and is_about(self._tokens, piece, self._numbers, self._lexicon)
            ):
                whole = self._with_next(whole, piece)
                bound = bound if inverted else "about"
            spot = (reading.start, reading.end)
            half = half_behind(self._tokens, piece.last + 1, self._lexicon)
            close = behind is not None and behind.first == piece.last + 1
            after = behind.stop - 1 if behind and close else piece.last
            found = Found(
                spot, whole, number, bound, kind, units, piece.first, piece.last, after, half
            )
            yield found
            if (
                front
                and bound == front.bound
                and comparisons.during(self._tokens, front, piece.last, self._lexicon)
            ):
                yield found._replace(whole=self._with_next(spot, piece), bound="exactly")

    def _with_next(self, whole: tuple[int, int], piece: Piece) -> tuple[int, int]:
        """The words of a number, with the word behind it."""
        return whole[0], max(whole[1], self._tokens[piece.last + 1].end)

    def _bound(self, reading: Reading, front: Phrase | None, behind: Phrase | None) -> Bound:
        stated = front or behind
        return (stated and stated.bound) or reading.bound or "exactly"

    def _contradicted(self, piece: Piece, front: Phrase | None, behind: Phrase | None) -> bool:
        """Whether what bounds a number is denied, doubled or said of a change or another thing."""
        if not front and not behind:
            return False
        priced = front and self._tokens[front.stop - 1].key in self._lexicon.price_ends
        if (
            front
            and priced
            and comparisons.of_thing(self._tokens, front, piece.last, self._lexicon)
        ):
            return True
        number, own = piece.readings[0].number, piece.readings[0].bound
        ends = front and self._tokens[front.first].key in self._lexicon.changes.ends
        if ends and number is not None and number < 0:
            return True
        return bounds.contradicted(self._tokens, own, (front, behind), self._lexicon)

    def share(self, place: int, piece: Piece, part: Share) -> Iterator[Found]:
        """A proportion as the fraction that it is: `one in five farms`."""
        tokens = self._tokens
        front = bounds.in_front(tokens, part.first, self._lexicon)
        behind = bounds.behind(tokens, piece.last, self._lexicon, self._numbers.keys())
        if part.number is None or piece.fragile:
            return
        before = tokens[part.first - 1].key if part.first else ""
        denied = not front and before in self._lexicon.refuse.before
        if denied or bounds.contradicted(tokens, None, (front, behind), self._lexicon):
            return
        spot = tokens[part.first].start, piece.end
        whole = whole_of(tokens, spot, front, behind)
        whole = whole[0], max(whole[1], tokens[part.needed].end)
        stated = front or behind
        units = self._counted.units(place, piece.readings[0], behind)
        if part.thing is not None:
            units = ((tokens[part.thing[0]].start, tokens[part.thing[1]].end),)
        yield Found(
            spot, whole, part.number,
            (stated and stated.bound) or "exactly", "fraction", units,
            part.first, piece.last, piece.last,
        )  # fmt: skip

    def one_and_half(self, piece: Piece, one: Halved) -> Iterator[Found]:
        """`more than a tonne and a half`."""
        tokens, lexicon = self._tokens, self._lexicon
        front = bounds.in_front(tokens, one.article, lexicon)
        behind = bounds.behind(tokens, piece.last, lexicon, self._numbers.keys())
        vague = behind is None and goes_on(tokens, piece.last, lexicon)
        if vague or bounds.contradicted(tokens, None, (front, behind), lexicon):
            return
        spot, stated = (tokens[one.article].start, piece.end), front or behind
        yield Found(
            spot, whole_of(tokens, spot, front, behind), Fraction(3, 2),
            (stated and stated.bound) or "exactly", "cardinal",
            ((tokens[one.unit].start, tokens[one.unit].end),), one.article, piece.last, piece.last,
        )  # fmt: skip
