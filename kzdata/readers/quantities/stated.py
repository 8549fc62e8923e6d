"""What the words beside a number say of it: how it is bounded or denied, and the words for all.

What it counts is for `counted`, and for `windows` where nothing else is said.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon, romans
from kzdata.readers.lexicon.traits import (
    CHANGE,
    ENDS_BOUND,
    FREEZING,
    HALF,
    LEAST,
    MISSING,
    NEGATIVE,
    PASSING,
    STARTS_BOUND,
    STOP,
)
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import half_behind, half_of_other
from kzdata.readers.quantities.bounds import agreements, comparisons, denied_behind, gapped
from kzdata.readers.quantities.bounds.absent import is_absent
from kzdata.readers.quantities.bounds.denials import is_denied, is_denied_over, scarcely
from kzdata.readers.quantities.bounds.least import least
from kzdata.readers.quantities.bounds.missing import is_missing
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.found import Found, Units, found_of
from kzdata.readers.quantities.found import whole as whole_of
from kzdata.readers.quantities.named.ages import is_of_people
from kzdata.readers.quantities.ties.ends import only_ends
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token


class Stated(NamedTuple):
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


_NOTHING: Final = Stated()
_UNBOUND: Final = Phrase(None, 0, 0)


def stated(
    tokens: Sequence[Token],
    piece: Piece,
    led: int,
    said: int,
    numbers: AbstractSet[int],
    lexicon: Lexicon,
) -> Stated | None:
    """What is said of a number; None where it is compared as a thing, denied or contradicted.

    `led` are the traits of the word in front, `said` those of all tokens together, `numbers` the
    tokens of all numbers.
    """
    front = bounds.in_front(tokens, piece.first, lexicon) if said & ENDS_BOUND else None
    if front or said & PASSING:
        if comparisons.compared(tokens, piece, front, lexicon):
            return None
        front = comparisons.said(tokens, piece, front, said, lexicon)
    if said & NEGATIVE:
        first = front.first if front else piece.first
        if is_denied(tokens, first, piece.last, lexicon):
            return None
        if led & STOP and not front and is_denied_over(tokens, piece.first, lexicon):
            return None
        if (lexicon.denials.absent and is_absent(tokens, piece, numbers, lexicon)) or (
            said & MISSING and is_missing(tokens, piece, first, numbers, lexicon)
        ):
            return None
        front = front or scarcely(tokens, piece.first, lexicon)
    behind = _behind(tokens, piece, front, numbers, lexicon) if said & STARTS_BOUND else None
    if not (front or behind or led & LEAST):
        return _NOTHING
    return _agreed(tokens, piece, (front, behind), led & LEAST, said, lexicon)


def _behind(
    tokens: Sequence[Token],
    piece: Piece,
    front: Phrase | None,
    numbers: AbstractSet[int],
    lexicon: Lexicon,
) -> Phrase | None:
    """The phrase that bounds a number from behind, be it that of the next one."""
    behind = bounds.behind(tokens, piece.last, lexicon, numbers)
    if behind and behind.stop in numbers and denied_behind.leads_next(tokens, behind, lexicon):
        behind = None
    if behind and behind.bound is None:
        other = denied_behind.of_other(tokens, piece, behind, lexicon)
        behind = None if other or _is_hedged(tokens, piece, behind, lexicon) else behind
    if lexicon.denials.also:
        behind = denied_behind.not_even(tokens, piece, behind, lexicon)
    if lexicon.bounds.ablative_endings and not (front or behind):
        return gapped.left_out(tokens, piece.last, lexicon, numbers)
    return behind


def _is_hedged(tokens: Sequence[Token], piece: Piece, behind: Phrase, lexicon: Lexicon) -> bool:
    """Whether a number is one of about so many, of which `perhaps` says no more."""
    about = piece.readings[0].bound == "about"
    return about and tokens[behind.first].key in lexicon.bounds.appended


def _agreed(
    tokens: Sequence[Token],
    piece: Piece,
    phrases: tuple[Phrase | None, Phrase | None],
    priced: int,
    said: int,
    lexicon: Lexicon,
) -> Stated | None:
    """What phrases on both sides say together; None where they contradict each other.

    The number is `priced` where a word is in front that bounds prices and ages alone.
    """
    front, behind = phrases
    below, aged, alone = False, False, False
    if said & CHANGE:
        front, behind = only_ends(tokens, front, behind, lexicon)
    if said & FREEZING:
        front, behind, below = agreements.below_zero(tokens, piece.last, (front, behind), lexicon)
    limit = behind
    if behind:
        behind = denied_behind.said_behind(tokens, behind, lexicon)
        if behind and agreements.of_next(tokens, piece.last, (front, behind), lexicon):
            behind = None
    if priced:
        front, aged, alone = least(tokens, piece, front, behind, lexicon)
    if not (front or limit):
        return _NOTHING
    if alone or _contradicted(tokens, piece, front, behind, lexicon):
        return None
    stating = agreements.stating(front, behind)
    bound = (stating[0] or stating[1] or _UNBOUND).bound
    return Stated(front, behind, limit, (front, behind) if below else stating, bound, below, aged)


def _contradicted(
    tokens: Sequence[Token],
    piece: Piece,
    front: Phrase | None,
    behind: Phrase | None,
    lexicon: Lexicon,
) -> bool:
    """Whether what bounds a number is denied, doubled or said of a change or another thing."""
    reading = piece.readings[0]
    if front:
        priced = tokens[front.stop - 1].key in lexicon.comparisons.price_ends
        if priced and comparisons.of_thing(tokens, front, piece.last, lexicon):
            return True
        ends = tokens[front.first].key in lexicon.changes.ends
        if ends and reading.number is not None and reading.number < 0:
            return True
    return agreements.contradicted(tokens, reading.bound, (front, behind), lexicon)


def told(
    tokens: Sequence[Token],
    piece: Piece,
    reading: Reading,
    stated: Stated,
    units: Units,
    said: int,
    lexicon: Lexicon,
) -> Found:
    """One reading of a number that counts `units`, with what is said of it."""
    number, kind, last = reading.number, reading.kind, piece.last
    spot = reading.start, reading.end
    whole = reading.marked or spot
    half = 0
    if said & HALF:
        whole, half = _halved(tokens, whole, last + 1, lexicon)
    if stated is _NOTHING and kind != "ordinal":
        bound = reading.bound or "exactly"
        return found_of((spot, whole, number, bound, kind, units, piece.first, last, last, half))
    behind = stated.behind
    aged = stated.front and is_of_people(tokens, last, stated.front, lexicon)
    if number is None and reading.one is not None and stated.front:
        number, kind = reading.one, "cardinal"
    if stated.below and number:
        number = -abs(number)
    if kind != "ordinal":
        whole = whole_of(tokens, whole, *stated.said)
    if stated.aged:
        whole = with_next(tokens, whole, piece)
    bound = stated.bound or reading.bound or "exactly"
    if kind == "ordinal":
        bound = "exactly"
        if romans.rests_on_noun(tokens, piece.first, lexicon.romans):
            whole = with_next(tokens, whole, piece)
    after = behind.stop - 1 if behind and behind.first == last + 1 else last
    units = () if aged else units
    return found_of((spot, whole, number, bound, kind, units, piece.first, last, after, half))


def _halved(
    tokens: Sequence[Token], whole: tuple[int, int], unit: int, lexicon: Lexicon
) -> tuple[tuple[int, int], int]:
    """The words of a number with the half of another thing behind its unit; how many add one."""
    if other := half_of_other(tokens, unit, lexicon):
        return (whole[0], tokens[unit + other].end), 0
    return whole, half_behind(tokens, unit, lexicon)


def with_next(tokens: Sequence[Token], whole: tuple[int, int], piece: Piece) -> tuple[int, int]:
    """The words of a number, with the word behind it."""
    return whole[0], max(whole[1], tokens[piece.last + 1].end)


def told_besides(
    tokens: Sequence[Token], piece: Piece, stated: Stated, found: Found, lexicon: Lexicon
) -> Found | None:
    """What a bounded number may say as well, bounding nothing.

    `over five weeks` is in the course of them too, `more than the 40 allowed` tells of 40.
    """
    front = stated.front
    if front is None:
        return None
    if found.bound == front.bound and comparisons.during(tokens, front, piece.last, lexicon):
        whole = with_next(tokens, found.words, piece)
        return found._replace(whole=whole, bound="exactly")
    if comparisons.is_known(tokens, front, piece, lexicon):
        return found._replace(whole=found.words, bound="exactly")
    return None
