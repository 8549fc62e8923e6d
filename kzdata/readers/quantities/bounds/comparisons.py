"""What the words around a bound leave of it: `a row over 30 hectares`, `cannot hold more than 20`.

A verb or noun may govern the word that bounds elsewhere, deny it, or compare other things.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import GAUGE, MEASURE, NEGATIVE, PLACING
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds import adverbs, caps, differing
from kzdata.readers.quantities.bounds.denials import denied
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, touches

_FEW: Final = 12
"""How many things are few: nobody says that there are close to two of them."""

_PLACE: Final = 2
"""How many words may name a place: `over four border regions`."""

_WITH_AUXILIARY: Final = 2
"""How many words a verb and its auxiliary are."""

_SLOWER: Final[Mapping[Bound, Bound]] = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
}
"""What a bound of speed says of a time."""


def said(
    tokens: Sequence[Token], piece: Piece, front: Phrase | None, traits: int, lexicon: Lexicon
) -> Phrase | None:
    """The bound in front; `Under a ten-day curfew` has none, nor `starting from fourteenth`.

    `traits` are those of all tokens.
    """
    if not front:
        passed = caps.passed(tokens, piece, lexicon) or caps.capped(tokens, piece, lexicon)
        estimating = lexicon.approximations.estimating and not passed
        return adverbs.estimated(tokens, piece.first, lexicon) if estimating else passed
    placing = lexicon.traits[tokens[front.first].key] & PLACING
    inside = placing and tokens[front.first].key in lexicon.bounds.inside
    if _is_idle(tokens, piece, front, lexicon) or (
        inside and not is_measured(tokens, piece, lexicon)
    ):
        return None
    if lexicon.comparisons.paced:
        front = _paced(tokens, piece, front, lexicon)
    if placing and (governing := of_topic(tokens, front, lexicon)):
        return Phrase("exactly", front.first - governing, piece.first)
    if placing and (over := aloft(tokens, front, piece.last, lexicon)):
        return over
    if traits & NEGATIVE and (turned := denied(tokens, front, lexicon)):
        return turned
    open_left = placing and is_place(tokens, front, piece, lexicon)
    return front._replace(bound=None) if open_left else front


def _is_idle(tokens: Sequence[Token], piece: Piece, front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a bound in front can be none: a place in an order has no price."""
    if front.bound is None and is_known(tokens, front, piece, lexicon):
        return True
    if differing.is_ago(tokens, piece, front, lexicon) or differing.is_more_by(
        tokens, front, lexicon
    ):
        return True
    if piece.compound and front.stop < piece.first and not caps.mark(tokens, piece.last, lexicon):
        return front.stop == front.first + 1 and tokens[front.first].key in lexicon.bounds.loose
    if tokens[front.first].key in lexicon.comparisons.beneath and (
        piece.compound or _is_rate(tokens, piece, lexicon)
    ):
        return front.stop == piece.first == front.first + 1
    compared = front.bound is None and tokens[front.first].key in lexicon.comparisons.comparing
    if not compared and tokens[front.stop - 1].key not in lexicon.comparisons.price_ends:
        return False
    return all(reading.kind == "ordinal" for reading in piece.readings)


def _is_rate(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is one of per cent a year, at which money is lent: `под 18% годовых`."""
    return any(
        token.key in lexicon.comparisons.rates for token in tokens[piece.last + 1 : piece.last + 3]
    )


def _paced(tokens: Sequence[Token], piece: Piece, front: Phrase, lexicon: Lexicon) -> Phrase:
    """The bound of a time by a word for pace: `быстрее 58 секунд` is less than so many."""
    behind = piece.last + 1
    timed = behind < len(tokens) and tokens[behind].key in lexicon.time_units
    if not timed or tokens[front.stop - 1].key not in lexicon.comparisons.paced or not front.bound:
        return front
    return front._replace(bound=_SLOWER.get(front.bound, front.bound))


def compared(tokens: Sequence[Token], piece: Piece, front: Phrase | None, lexicon: Lexicon) -> bool:
    """Whether a thing is compared: `less than a ten-day permit did` bounds no days.

    `more than a ten-minute walk` does; the words alone do not say which it is.
    """
    if not front or not piece.compound or front.stop >= piece.first:
        return False
    return tokens[front.stop - 1].key in lexicon.comparisons.comparing


def during(tokens: Sequence[Token], front: Phrase, last: int, lexicon: Lexicon) -> bool:
    """`over five weeks`: more than five, or in the course of them, but not `over 40 years old`."""
    if tokens[front.first].key not in lexicon.comparisons.during:
        return False
    measured = front.first and tokens[front.first - 1].key in lexicon.comparisons.measuring
    behind = last + 2
    aged = behind < len(tokens) and tokens[behind].key in lexicon.comparisons.ages
    if measured or aged:
        return False
    return (
        last + 1 < len(tokens)
        and tokens[last].gap == " "
        and tokens[last + 1].key in lexicon.comparisons.during_units
    )


def is_known(tokens: Sequence[Token], front: Phrase, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether something is compared with a number that is known: `more than the 40 allowed`."""
    articles = lexicon.comparisons.known_by
    if front.stop >= piece.first or not articles:
        return False
    if front.bound not in {None, "more_than", "less_than"}:
        return False
    if front.bound is None and tokens[front.first].key not in lexicon.comparisons.comparing:
        return False
    told = any(token.key in articles for token in tokens[front.stop : piece.first])
    return told and not caps.mark(tokens, piece.last, lexicon)


def of_topic(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> int:
    """How many words in front make a word no bound: `a dispute over 30 hectares`, `went up to 14`.

    Of some verbs none but the passive does: `was put up to 14`.
    """
    topics, key = lexicon.topics, tokens[front.first].key
    if key not in topics.lists or not front.first or tokens[front.first - 1].gap != " ":
        return 0
    before = tokens[front.first - 1].key
    if topics.lists[key].has(before):
        return 1
    led = tokens[front.first - 2].key if front.first > 1 else ""
    passive = topics.passive.get(key)
    told = led in topics.auxiliaries and passive is not None and passive.has(before)
    return _WITH_AUXILIARY if told else 0


def aloft(tokens: Sequence[Token], front: Phrase, last: int, lexicon: Lexicon) -> Phrase | None:
    """What is left of `over` where it says that something is: `shot down over four regions`.

    The verb that governs it, if one must, and the place belong to its words; `last` is the token
    that ends the number.
    """
    rules, verb = lexicon.aloft, front.first - 1
    if tokens[front.first].key not in rules.words or not touches(tokens[last]):
        return None
    near = range(last + 1, min(last + 1 + _PLACE, len(tokens)))
    named = next((at for at in near if rules.places.has(tokens[at].key)), None)
    if named is None:
        return None
    if rules.alone:
        return Phrase("exactly", front.first, front.stop, named)
    if verb < 0 or not touches(tokens[verb]):
        return None
    if not rules.verbs.has(tokens[verb].key):
        led = tokens[verb - 1].key if verb else ""
        if led not in rules.auxiliaries or not rules.passive.has(tokens[verb].key):
            return None
        verb -= 1
    return Phrase("exactly", verb, front.stop, named)


def is_measured(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether so far or so long is meant, behind which nothing is: `within 300 metres`.

    Things are no measure (`within three villages`), nor is an extent that is told of (`within a
    300 metre radius`).
    """
    led = tokens[piece.first - 1].key
    term = lexicon.term(led)
    if (
        piece.compound
        or led in lexicon.comparisons.known_by
        or (term is not None and term.kind == "article")
    ):
        return False
    pair = tuple(token.key for token in tokens[piece.last + 1 : piece.last + 3])
    return (
        pair in lexicon.percent_phrases
        or _has_unit(tokens, piece, lexicon)
        or any(reading.unit for reading in piece.readings)
    )


def is_place(tokens: Sequence[Token], front: Phrase, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word says where, since so few things are not counted so: `near two schools`."""
    if tokens[front.first].key not in lexicon.bounds.near:
        return False
    return not _has_unit(tokens, piece, lexicon) and all(
        reading.number is not None and reading.number <= _FEW and not reading.unit
        for reading in piece.readings
    )


def _has_unit(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a unit of time, money or measure is the word behind a number."""
    behind = piece.last + 1
    return behind < len(tokens) and bool(lexicon.traits[tokens[behind].key] & (GAUGE | MEASURE))


def of_thing(tokens: Sequence[Token], front: Phrase, last: int, lexicon: Lexicon) -> bool:
    """Whether a word for a price compares things instead: `дороже двух квартир`."""
    priced = lexicon.comparisons.priced
    if not [token for token in tokens[front.first : front.stop] if token.key in priced]:
        return False
    for position in range(last, last + 3):
        if position > last and lexicon.is_money(tokens[position].key):
            return False
        if tokens[position].gap.strip():
            break
        if position + 1 == len(tokens):
            return False
        if lexicon.is_money(tokens[position + 1].key):
            return False
    near = tokens[front.stop : last + 1]
    return not any(lexicon.is_money(token.key) for token in near)
