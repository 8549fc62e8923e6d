"""Numbers that stand for themselves: with a bound on either side, as a proportion, or with a half.

Those that another is tied to, as the ends of a range or of a change, are `pairs`.
"""

from collections.abc import Iterator
from fractions import Fraction

from kzdata.readers.lexicon.traits import ABOUT, COUNTED_BEFORE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import Halved, goes_on
from kzdata.readers.quantities.bounds import agreements
from kzdata.readers.quantities.counted import Counted
from kzdata.readers.quantities.counted.approximations import is_about, noun_first
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.found import whole as whole_of
from kzdata.readers.quantities.scene import Scene
from kzdata.readers.quantities.shares import Share
from kzdata.readers.quantities.stated import stated, told, told_besides, with_next


class Singles:
    """The numbers of one sentence, each read without another."""

    def __init__(self, scene: Scene, counted: Counted) -> None:
        self._tokens, self._pieces, self._lexicon = scene.tokens, scene.pieces, scene.lexicon
        self._numbers, self._ends, self._traits = scene.numbers, scene.ends, scene.traits
        self._said, self._counted = scene.said, counted

    def single(self, place: int, piece: Piece) -> list[Found]:
        """A number with the bounds beside it, none where they say that it is none."""
        tokens, lexicon = self._tokens, self._lexicon
        led = self._traits[piece.first - 1] if piece.first else 0
        said = stated(tokens, piece, led, self._said, self._numbers.keys(), lexicon)
        inverted, noun = "", piece.first
        if led & COUNTED_BEFORE:
            inverted, noun = noun_first(
                tokens, self._pieces, place, self._numbers, self._ends, lexicon
            )
        if said is None or inverted == "refused":
            return []
        found: list[Found] = []
        about = self._said & ABOUT and is_about(tokens, piece, self._traits, self._numbers)
        for reading in piece.readings:
            units = self._counted.units(place, reading, said.limit, said.front)
            one = told(tokens, piece, reading, said, units, self._said, lexicon)
            if inverted == "about" and one.bound in {"exactly", "about"}:
                unit = tokens[noun].start, tokens[noun].end
                one = one._replace(bound="about", whole=(unit[0], one.whole[1]), units=(unit,))
            elif inverted == "followed":
                one = one._replace(whole=with_next(tokens, one.whole, piece))
            elif about and one.bound == "exactly":
                one = one._replace(bound="about", whole=with_next(tokens, one.whole, piece))
            found.append(one)
            if besides := told_besides(tokens, piece, said, one, lexicon):
                found.append(besides)
        return found

    def share(self, place: int, piece: Piece, part: Share) -> Iterator[Found]:
        """A proportion as the fraction that it is: `one in five farms`."""
        tokens = self._tokens
        front = bounds.in_front(tokens, part.first, self._lexicon)
        behind = bounds.behind(tokens, piece.last, self._lexicon, self._numbers.keys())
        if part.number is None or piece.fragile:
            return
        before = tokens[part.first - 1].key if part.first else ""
        denied = not front and before in self._lexicon.refuse.before
        if denied or agreements.contradicted(tokens, None, (front, behind), self._lexicon):
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
        if vague or agreements.contradicted(tokens, None, (front, behind), lexicon):
            return
        spot, stated = (tokens[one.article].start, piece.end), front or behind
        yield Found(
            spot, whole_of(tokens, spot, front, behind), Fraction(3, 2),
            (stated and stated.bound) or "exactly", "cardinal",
            ((tokens[one.unit].start, tokens[one.unit].end),), one.article, piece.last, piece.last,
        )  # fmt: skip
