"""What words beside a fraction make of it: `a tonne and a half`, `two acres and a half`.

A half more of a unit, or an ordinal where the word behind is one that people put in order: `a fifth
term`. Other fractions are for `kzdata.readers.numbers`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, ends_sentence, sentence_ends, touches

_FEW_BEFORE: Final = 5
_LONGEST_ORDER: Final = 4
"""So many numbers before that which comes next in an order may tell how many come first."""

_LEAST_PARTS: Final = 3
"""In so many parts or more a thing is divided where an ordinal counts them."""


class Halved(NamedTuple):
    """One and a half: its article and its unit, both tokens."""

    article: int
    unit: int


def one_and_half(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Halved | None:
    """The one to which a half is added: `a tonne and a half of sand`, `un chilo e mezzo`."""
    for phrase in lexicon.fractions.half_behind:
        first = piece.last + 1 - len(phrase)
        unit, article = first - 1, first - 2
        if article < 0 or tuple(token.key for token in tokens[first : piece.last + 1]) != phrase:
            continue
        term, noun = lexicon.term(tokens[article].key), tokens[unit].key
        counted = noun.isalpha() and noun not in lexicon.stops and lexicon.term(noun) is None
        if term and term.kind == "article" and counted and all(map(touches, tokens[article:first])):
            return Halved(article, unit)
    return None


def goes_on(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a noun behind a half may be halved: `a pint and a half pint`."""
    following = neighbours.touching(tokens, last)
    words = lexicon.stops, lexicon.linking, lexicon.list_words
    return bool(following) and not among(following, *words)


def half_behind(tokens: Sequence[Token], unit: int, lexicon: Lexicon) -> int:
    """How many tokens behind a unit add a half of it: `two years and a half`."""
    half = _half(tokens, unit, lexicon)
    return 0 if half and _is_halved(tokens, unit + half, lexicon) else half


def half_of_other(tokens: Sequence[Token], unit: int, lexicon: Lexicon) -> int:
    """How many tokens behind a unit are a half of something else: `20 euro e mezzo litro`."""
    half = _half(tokens, unit, lexicon)
    return half + 1 if half and _is_halved(tokens, unit + half, lexicon) else 0


def _half(tokens: Sequence[Token], unit: int, lexicon: Lexicon) -> int:
    """How many tokens behind a unit end with a half."""
    first = unit + 1
    if first >= len(tokens) or tokens[first].key not in lexicon.fractions.half_starts:
        return 0
    if tokens[unit].gap != " ":
        return 0
    for phrase in lexicon.fractions.half_behind:
        if tuple(token.key for token in tokens[first : first + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_halved(tokens: Sequence[Token], half: int, lexicon: Lexicon) -> bool:
    """Whether the word behind a half at a token says what it is the half of."""
    following = tokens[half + 1].key if half + 1 < len(tokens) and tokens[half].gap == " " else ""
    return following in lexicon.fractions.halved


def ranked(
    tokens: Sequence[Token], piece: Piece, others: Sequence[Piece], lexicon: Lexicon
) -> Piece:
    """A fraction as the ordinal that it is before a word for what has an order: `a fifth term`.

    Or behind as many of the `others` before it as come first: `four were hurt and a fifth died`.
    """
    key, behind = tokens[piece.last].key, neighbours.touching(tokens, piece.last)
    term = lexicon.term(key)
    if term and key in lexicon.fractions.part_or_rank:
        return _agreeing(piece, 1 / term.value, behind, lexicon)
    if not term or term.kind != "ordinal" or piece.last != piece.first + 1:
        return piece
    led = None
    if behind not in lexicon.fractions.part_behind:
        led = _before_in_order(tokens, piece, others, lexicon)
    if not (led or has_rank(key, behind, lexicon)):
        return piece
    told = piece.last + 1 < len(tokens) and not ends_sentence(tokens[piece.last].gap)
    marked = tokens[led.first if led else piece.first].start, tokens[piece.last + told].end
    place = piece.readings[0]._replace(
        number=term.value, kind="ordinal", start=tokens[piece.last].start, marked=marked
    )
    return piece._replace(readings=(place,))


def _agreeing(piece: Piece, number: Fraction, behind: str, lexicon: Lexicon) -> Piece:
    """A word for a part as an ordinal, where the word behind agrees with it: `третью смену`."""
    rules = lexicon.fractions
    agrees = behind.endswith(rules.rank_endings) and behind not in rules.no_rank
    if not agrees or piece.first != piece.last:
        return piece
    place = piece.readings[0]._replace(number=number, kind="ordinal")
    return piece._replace(readings=(place,))


def led_rank(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Piece:
    """An ordinal with the words beside it that make it no unit of time: `a second hearing`."""
    sides = lexicon.refuse.words.get(tokens[piece.first].key)
    if not sides or not piece.first or piece.last + 1 >= len(tokens):
        return piece
    if tokens[piece.first - 1].key not in sides[0] or not touches(tokens[piece.last]):
        return piece
    marked = tokens[piece.first].start, tokens[piece.last + 1].end
    return piece._replace(readings=(piece.readings[0]._replace(marked=marked),))


def _before_in_order(
    tokens: Sequence[Token], piece: Piece, others: Sequence[Piece], lexicon: Lexicon
) -> Piece | None:
    """The number before that says as many as come before an ordinal in its order."""
    number = piece.readings[0].number
    if number is None or number.numerator != 1 or not lexicon.fractions.part_behind:
        return None
    near = others[-1:] if number.denominator <= _FEW_BEFORE else others[-_LONGEST_ORDER:]
    for one in reversed(near):
        if True in sentence_ends(tokens[one.last : piece.first]):
            return None
        if _is_cardinal(one, number.denominator - 1):
            return one
    return None


def _is_cardinal(piece: Piece, number: int) -> bool:
    """Whether a piece says that many things, and no unit."""
    told = piece.readings[0] if piece.readings else None
    return told is not None and told.number == number and told.kind == "cardinal" and not told.unit


def parted(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Piece:
    """An ordinal as the part that it is with a word for one: `пятая часть суммы`, not `саги`."""
    noun = piece.last + 1
    reading, named = piece.readings[0], tokens[noun : noun + 2]
    if len(named) < 2 or piece.tail or named[0].key not in lexicon.fractions.part_nouns:
        return piece
    if (
        reading.number is None
        or reading.number < _LEAST_PARTS
        or lexicon.fractions.no_parts.has(named[1].key)
    ):
        return piece
    alone = all(token.gap == " " for token in tokens[piece.last : noun + 1])
    if not alone or lexicon.is_verb(named[1].key):
        return piece
    part = reading._replace(number=1 / reading.number, kind="fraction", end=named[0].end)
    return piece._replace(readings=(part,), last=noun)


def has_rank(key: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether an ordinal stands before a word for what has an order: `al secondo turno`."""
    term = lexicon.term(key)
    return behind in lexicon.fractions.ranked and term is not None and term.kind == "ordinal"
