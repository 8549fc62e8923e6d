"""Where words around a number say that it is none: a year, a date, a name, a time, a pronoun.

Words can only take a reading away here, by being there; no rule asks for words that are missing.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon, romans
from kzdata.readers.lexicon.traits import (
    DATING,
    DISOWNING,
    INSTEAD,
    LINK,
    RULED,
    RULING,
    SHARED_OUT,
)
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.articles import has_rank
from kzdata.readers.quantities.refusals.alternatives import alternatives
from kzdata.readers.quantities.refusals.contested import disowned, is_none_at_all
from kzdata.readers.quantities.refusals.dated import is_dated_year, is_day, is_of_month, is_year
from kzdata.readers.quantities.refusals.namings import (
    after,
    before,
    is_model,
    is_named,
    is_titled,
)
from kzdata.readers.quantities.refusals.reckoned import SIGN, negative, reckoned
from kzdata.readers.quantities.shares import is_lower_half
from kzdata.readers.text.roman_numerals import roman_numerals
from kzdata.readers.text.tokens import Token, Words

_APART: Final = 3


def refused(
    words: Words, found: Sequence[Piece], traits: Sequence[int], said: int, lexicon: Lexicon
) -> set[int]:
    """The places in `found` of those that are no quantity.

    `said` are the `traits` of all tokens together.
    """
    out: set[int] = set()
    for place, piece in enumerate(found):
        counted = place and found[place - 1].last == piece.first - 2
        if _is_none(words, piece, traits, lexicon) or (counted and is_model(words, piece, lexicon)):
            out.add(place)
    if out:
        out |= set(_listed_before(words, found, out, lexicon))
    if said & SHARED_OUT:
        out |= set(_lower_halves(words.tokens, found, traits, lexicon))
    if out:
        _add_listed(words, found, out, lexicon)
    if len(found) > 1:
        out.update(reckoned(words, found, out, lexicon))
        if said & INSTEAD:
            out.update(alternatives(words.tokens, found, out, lexicon))
    if said & DISOWNING:
        out.update(disowned(words.tokens, found, traits, lexicon))
    if SIGN in words.fold.text:
        out.update(negative(words, found, traits, lexicon))
    return out


def _lower_halves(
    tokens: Sequence[Token], found: Sequence[Piece], traits: Sequence[int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of the lower halves of proportions, and of upper ones right in front."""
    for place, piece in enumerate(found):
        led = piece.first and traits[piece.first - 1] & SHARED_OUT
        if led and before(tokens, piece.first) and is_lower_half(tokens, piece, lexicon):
            yield place
            if place and piece.first - found[place - 1].last <= _APART:
                yield place - 1


def _add_listed(words: Words, found: Sequence[Piece], out: set[int], lexicon: Lexicon) -> None:
    """Add the places of those in a list whose first is none: `on May 3 and 4`."""
    for place in range(1, len(found)):
        left, right = found[place - 1], found[place]
        listed = place - 1 in out and _listed(words.tokens, left, right, lexicon)
        if listed and _leads_from(words, left, right, lexicon):
            out.add(place)


def _is_none(words: Words, piece: Piece, traits: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a number is no quantity by what it is or by the words beside it."""
    tokens, first, last = words.tokens, piece.first, piece.last
    if not piece.readings:
        return True
    if first < last and (
        (tokens[last].key in lexicon.refuse.lone and is_none_at_all(tokens, first, lexicon))
        or _is_two(tokens, piece, lexicon)
    ):
        return True
    behind = traits[last + 1] if last + 1 < len(traits) else 0
    beside = behind | traits[first - 1] if first else behind
    ruled = (
        beside & RULING
        or behind & LINK
        or traits[first] & RULED
        or (beside & DATING and is_year(tokens, piece))
        or piece.tail
        or _is_fraction(piece)
    )
    if ruled and _refused(words, piece, lexicon, _beside(tokens, piece)):
        return True
    return is_titled(words, piece, lexicon)


def _beside(tokens: Sequence[Token], piece: Piece) -> tuple[str, str]:
    """The words that touch a number from the left and from the right."""
    return before(tokens, piece.first), after(tokens, piece.last)


def _listed_before(
    words: Words,
    found: Sequence[Piece],
    out: Container[int],
    lexicon: Lexicon,
) -> Iterator[int]:
    """The places of those in a list whose last is none, as it ends a range or is a day of a month.

    `on 3, 4 and 5 May`.
    """
    tied = day = False
    for place in range(len(found) - 1, 0, -1):
        left, right = found[place - 1], found[place]
        listed = (tied or place in out) and _listed(words.tokens, left, right, lexicon)
        day = listed and (day or is_day(words, right, lexicon, _beside(words.tokens, right)))
        tied = listed and (left.linked or day)
        if tied:
            yield place - 1


def _leads_from(words: Words, left: Piece, right: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is no quantity because the one in front of it in a list is none."""
    return (
        left.linked
        or not right.readings
        or is_titled(words, left, lexicon)
        or is_named(words, left, lexicon, _beside(words.tokens, left))
        or is_year(words.tokens, right)
    )


def _refused(words: Words, piece: Piece, lexicon: Lexicon, beside: tuple[str, str]) -> bool:
    return (
        _ruled_out(words.tokens, piece, lexicon, beside)
        or (
            words.tokens[piece.first].key in roman_numerals()
            and romans.is_none(words.text, words.tokens, piece.first, lexicon.romans)
        )
        or is_day(words, piece, lexicon, beside)
        or is_named(words, piece, lexicon, beside)
        or (is_year(words.tokens, piece) and _is_dated(words.tokens, piece, lexicon, beside))
    )


def _is_dated(
    tokens: Sequence[Token], piece: Piece, lexicon: Lexicon, beside: tuple[str, str]
) -> bool:
    """Whether what has the form of a year is one by the words beside it."""
    return is_of_month(tokens, piece.first, lexicon) or is_dated_year(
        tokens, piece, beside, lexicon
    )


def _is_fraction(piece: Piece) -> bool:
    """Whether a number may be a fraction."""
    first, *others = piece.readings
    return first.kind == "fraction" or bool(others and "fraction" in [one.kind for one in others])


def _ruled_out(
    tokens: Sequence[Token], piece: Piece, lexicon: Lexicon, beside: tuple[str, str]
) -> bool:
    """Whether a word beside a number rules it out, or rules out this very word as a number."""
    rules, (front, behind) = lexicon.refuse, beside
    if front in rules.before and not _is_bound(tokens, piece.first, lexicon):
        return True
    if behind in rules.after:
        return True
    if rules.wholes and _of_mixed(tokens, piece, behind, rules.wholes):
        return True
    if piece.first > 1 and (tokens[piece.first - 2].key, front) in rules.ratios:
        return True
    sides = rules.words.get(tokens[piece.first].key) if piece.first == piece.last else None
    if sides is None or (
        behind in lexicon.parts.partitives and _is_only(tokens, piece.first, lexicon)
    ):
        return False
    ranked = has_rank(tokens[piece.first].key, behind, lexicon)
    differs = (behind, after(tokens, piece.last + 1)) in lexicon.comparisons.excess
    told = behind in sides[1] or ("*" in sides[1] and behind and not ranked)
    return bool((front in sides[0] and not ranked) or (told and not differs))


def _is_only(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a word counts what would be a pronoun else: `only one of the 17`."""
    position = first - 1
    led = before(tokens, position) if position >= 0 else ""
    only = before(tokens, first) in lexicon.refuse.only
    return only and led not in lexicon.refuse.not_only


def _of_mixed(tokens: Sequence[Token], piece: Piece, behind: str, wholes: Container[str]) -> bool:
    """Either half of a mixed number, which says nothing alone: `две целых и три десятых`."""
    if behind in wholes:
        return True
    front = tokens[max(0, piece.first - 2) : piece.first]
    return _is_fraction(piece) and any(token.key in wholes for token in front)


def _is_bound(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a negation is the end of a bound: `чуть ли не`."""
    phrase = bounds.in_front(tokens, first, lexicon)
    return phrase is not None and phrase.stop == first and phrase.bound is not None


def _is_two(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether what seems one number is two: `two thousand, three hundred of them`, `из тысячи три`.

    A comma parts them, or the first is a whole of which the other is a part.
    """
    if before(tokens, piece.first) in lexicon.parts.partitives:
        scale = lexicon.term(tokens[piece.first].key)
        if scale is not None and scale.inverts:
            return scale.kind == "scale" and piece.readings[0].bound == "about"
    if ", " not in [token.gap for token in tokens[piece.first : piece.last]]:
        return False
    following = lexicon.term(after(tokens, piece.last))
    return following is not None and following.kind == "of"


def _listed(tokens: Sequence[Token], left: Piece, right: Piece, lexicon: Lexicon) -> bool:
    """Whether two numbers stand side by side: `6 and 7`, `5, 6`, `12-13`, `от 5 до 6`."""
    if left.last == right.first:
        return True
    between = tokens[left.last + 1 : right.first]
    if not between:
        return tokens[left.last].gap in {", ", " - "}
    return len(between) == 1 and between[0].key in lexicon.list_words
