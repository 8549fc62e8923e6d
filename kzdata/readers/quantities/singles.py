"""Numbers that stand for themselves: with a bound on either side, as a proportion, or with a half.

Those that another is tied to, as the ends of a range or of a change, are in `statements`.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon, romans
from kzdata.readers.lexicon.traits import (
    ABOUT,
    CHANGE,
    COUNTED_BEFORE,
    FREEZING,
    HALF,
    LEAST,
    STARTS_BOUND,
)
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import Halved, goes_on, half_behind
from kzdata.readers.quantities.bounds import Phrase, agreements, comparisons, denied_behind, gapped
from kzdata.readers.quantities.bounds.least import least
from kzdata.readers.quantities.counted import Counted
from kzdata.readers.quantities.counted.approximations import is_about, noun_first
from kzdata.readers.quantities.found import Found, found_of
from kzdata.readers.quantities.found import whole as whole_of
from kzdata.readers.quantities.shares import Share
from kzdata.readers.quantities.ties.ends import only_ends
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token


class _Stated(NamedTuple):
    """What the words beside a number say of it.

    The phrases in front and behind, and that behind before a verb there took its meaning; those
    that are said with the number, and how they bound it; whether they put it `below` zero, and
    whether it is `aged`, with its unit in its words.
    """

    front: Phrase | None = None
    behind: Phrase | None = None
    limit: Phrase | None = None
    said: tuple[Phrase | None, Phrase | None] = (None, None)
    bound: Bound | None = None
    below: bool = False
    aged: bool = False


_NOTHING: Final = _Stated()
_UNBOUND: Final = Phrase(None, 0, 0)


class Singles:
    """The numbers of one text, each read without another.

    `numbers` has the place of the piece that a token belongs to, `ends` those of them in which a
    window of words ends; `said` are the `traits` of all tokens together.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        pieces: Sequence[Piece],
        numbers: Mapping[int, int],
        ends: AbstractSet[int],
        counted: Counted,
        traits: Sequence[int],
        said: int,
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._pieces = pieces
        self._numbers = numbers
        self._ends = ends
        self._counted = counted
        self._traits = traits
        self._said = said
        self._lexicon = lexicon

    def single(self, place: int, piece: Piece, front: Phrase | None) -> list[Found]:
        """A number with the bounds beside it; `over five weeks` is in the course of them too."""
        tokens, lexicon = self._tokens, self._lexicon
        led = self._traits[piece.first - 1] if piece.first else 0
        stated = self._stated(piece, front, led)
        inverted, noun = "", piece.first
        if led & COUNTED_BEFORE:
            inverted, noun = noun_first(
                tokens, self._pieces, place, self._numbers, self._ends, lexicon
            )
        if stated is None or inverted == "refused":
            return []
        found: list[Found] = []
        for reading in piece.readings:
            one = self._read(place, piece, reading, stated)
            if inverted == "about" and one.bound in {"exactly", "about"}:
                unit = tokens[noun].start, tokens[noun].end
                one = one._replace(bound="about", whole=(unit[0], one.whole[1]), units=(unit,))
            elif inverted == "followed":
                one = one._replace(whole=self._with_next(one.whole, piece))
            elif self._said & ABOUT and one.bound == "exactly" and self._is_about(piece):
                one = one._replace(bound="about", whole=self._with_next(one.whole, piece))
            found.append(one)
            if (
                stated.front
                and one.bound == stated.front.bound
                and comparisons.during(tokens, stated.front, piece.last, lexicon)
            ):
                whole = self._with_next(one.words, piece)
                found.append(one._replace(whole=whole, bound="exactly"))
            elif stated.front and comparisons.is_known(tokens, stated.front, piece, lexicon):
                found.append(one._replace(whole=one.words, bound="exactly"))
        return found

    def _stated(self, piece: Piece, front: Phrase | None, led: int) -> _Stated | None:
        """What the phrases beside a number say of it; None where it is not to be read.

        `led` are the traits of the word in front.
        """
        tokens, lexicon, last = self._tokens, self._lexicon, piece.last
        behind, below, aged, alone = None, False, False, False
        if self._said & STARTS_BOUND:
            behind = self._behind(piece, front)
        if (front or behind) and self._said & CHANGE:
            front, behind = only_ends(tokens, front, behind, lexicon)
        if (front or behind) and self._said & FREEZING:
            front, behind, below = agreements.below_zero(tokens, last, (front, behind), lexicon)
        limit = behind
        if behind:
            behind = denied_behind.said_behind(tokens, behind, lexicon)
            if behind and agreements.of_next(tokens, last, (front, behind), lexicon):
                behind = None
        if led & LEAST:
            front, aged, alone = least(tokens, piece, front, behind, lexicon)
        if not (front or limit):
            return _NOTHING
        if alone or self._contradicted(piece, front, behind):
            return None
        stating = agreements.stating(front, behind)
        bound = (stating[0] or stating[1] or _UNBOUND).bound
        said = (front, behind) if below else stating
        return _Stated(front, behind, limit, said, bound, below, aged)

    def _behind(self, piece: Piece, front: Phrase | None) -> Phrase | None:
        """The phrase that bounds a number from behind, be it that of the next one."""
        tokens, lexicon, numbers = self._tokens, self._lexicon, self._numbers.keys()
        behind = bounds.behind(tokens, piece.last, lexicon, numbers)
        if lexicon.also:
            behind = denied_behind.not_even(tokens, piece, behind, lexicon)
        if lexicon.ablative_endings and not (front or behind):
            return gapped.left_out(tokens, piece.last, lexicon, numbers)
        return behind

    def _read(self, place: int, piece: Piece, reading: Reading, stated: _Stated) -> Found:
        """One reading of a number with what is said of it."""
        number, kind, spot = reading.number, reading.kind, (reading.start, reading.end)
        if number is None and reading.one is not None and stated.front:
            number, kind = reading.one, "cardinal"
        if stated.below and number:
            number = -abs(number)
        whole = reading.marked or spot
        if stated is not _NOTHING and kind != "ordinal":
            whole = whole_of(self._tokens, whole, *stated.said)
        if stated.aged:
            whole = self._with_next(whole, piece)
        last, behind = piece.last, stated.behind
        bound = stated.bound or reading.bound or "exactly"
        if kind == "ordinal" and behind and self._lexicon.changes.since:
            whole = reading.marked or spot
        if kind == "ordinal":
            bound = "exactly"
            if romans.rests_on_noun(self._tokens, piece.first, self._lexicon.romans):
                whole = self._with_next(whole, piece)
        units = self._counted.units(place, reading, stated.limit, stated.front)
        after = behind.stop - 1 if behind and behind.first == last + 1 else last
        half = half_behind(self._tokens, last + 1, self._lexicon) if self._said & HALF else 0
        return found_of((spot, whole, number, bound, kind, units, piece.first, last, after, half))

    def _is_about(self, piece: Piece) -> bool:
        """Whether the thing counted has the ending of about so many."""
        following = piece.last + 1
        return (
            following < len(self._tokens)
            and bool(self._traits[following] & ABOUT)
            and is_about(self._tokens, piece, self._numbers)
        )

    def _with_next(self, whole: tuple[int, int], piece: Piece) -> tuple[int, int]:
        """The words of a number, with the word behind it."""
        return whole[0], max(whole[1], self._tokens[piece.last + 1].end)

    def _contradicted(self, piece: Piece, front: Phrase | None, behind: Phrase | None) -> bool:
        """Whether what bounds a number is denied, doubled or said of a change or another thing."""
        tokens, lexicon, reading = self._tokens, self._lexicon, piece.readings[0]
        if front:
            priced = tokens[front.stop - 1].key in lexicon.price_ends
            if priced and comparisons.of_thing(tokens, front, piece.last, lexicon):
                return True
            ends = tokens[front.first].key in lexicon.changes.ends
            if ends and reading.number is not None and reading.number < 0:
                return True
        return agreements.contradicted(tokens, reading.bound, (front, behind), lexicon)

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
