"""Numbers that a mark between them makes another: `1 / 3 people`, `12 − 3`, `10 – 15 people`.

None of them is told alone. Marks that are words of their own, as in `4 x 100`, are `numbers.marks`.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS, PARTING
from kzdata.readers.lexicon.traits import GAUGE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.dated import is_year
from kzdata.readers.quantities.refusals.namings import after
from kzdata.readers.text.tokens import Token, Words

_DASH: Final = " - "
SIGN: Final = "- "
"""A dash or a minus sign, in the fold, with a space behind it."""

_MINUS: Final = "\N{MINUS SIGN}"
_SIGNED: Final = "°", "%", "‰"
_SIGNED_ENDS: Final = (*_SIGNED, "°c", "°f")
_WRITTEN: Final = frozenset(f"0123456789{CURRENCY_SIGNS}")
"""How a figure begins."""


def reckoned(
    words: Words, found: Sequence[Piece], refused: Container[int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of such numbers, where neither is refused already: `В 2020 году – 300`.

    Where the latter alone is, the former may be its year: `the 1998 – 2003 war`.
    """
    tokens = words.tokens
    for place in range(1, len(found)):
        left, right = found[place - 1], found[place]
        if right.first != left.last + 1:
            continue
        gap = tokens[left.last].gap
        if gap not in PARTING and (
            gap != _DASH
            or place - 1 in refused
            or (place in refused and not is_year(tokens, left))
            or not (_is_minus(words, left, right) or _is_range(tokens, left, right, lexicon))
        ):
            continue
        yield from (place - 1, place)


def negative(
    words: Words, found: Sequence[Piece], traits: Sequence[int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of degrees and percentages behind a minus sign with a space: `− 17 °C`.

    The sign may be a dash as well. So may a dash be a minus sign behind a preposition or a bound,
    which end no clause: `to – 17 °C`, but `Turnout – 62%` says so many.
    """
    for place, piece in enumerate(found):
        if not _is_signed(words.tokens, piece, traits):
            continue
        front = words.tokens[piece.first - 1] if piece.first else None
        if front and front.gap == _DASH and _leads(front.key, lexicon):
            yield place
            continue
        start = words.tokens[piece.first].start
        span = words.fold.span(start, start + 1)
        if span is not None and _MINUS in words.fold.original[max(0, span.start - 2) : span.start]:
            yield place


def _leads(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is a preposition or ends a bound, so that what follows goes on with it."""
    bounds = not lexicon.verbs_last and key in lexicon.bounds.front_ends
    return bounds or key in lexicon.denials.prepositions


def _is_signed(tokens: Sequence[Token], piece: Piece, traits: Sequence[int]) -> bool:
    """Whether a number is one of degrees, of per cent or of what differences are told in."""
    behind = piece.last + 1
    if tokens[piece.last].key.endswith(_SIGNED_ENDS):
        return True
    signed = behind < len(tokens) and tokens[piece.last].gap in {"", " "}
    return signed and (tokens[behind].key.startswith(_SIGNED) or bool(traits[behind] & GAUGE))


def _is_minus(words: Words, left: Piece, right: Piece) -> bool:
    """Whether the dash is a minus sign."""
    span = words.fold.span(words.tokens[left.last].end, words.tokens[right.first].start)
    return span is not None and _MINUS in words.fold.original[slice(*span)]


def _is_range(tokens: Sequence[Token], left: Piece, right: Piece, lexicon: Lexicon) -> bool:
    """Whether a dash with spaces may join the ends of a range: figures that rise, both with money.

    Or neither; a dash between clauses has a year in front, or what refers back behind.
    """
    low, high = left.readings[0], right.readings[0]
    figures = all(tokens[one.first].key[0] in _WRITTEN for one in (left, right))
    if (
        not figures
        or low.number is None
        or high.number is None
        or bool(low.unit) != bool(high.unit)
    ):
        return False
    behind = after(tokens, right.last)
    parted = behind in lexicon.parts.partitives or behind in lexicon.of_what
    dated = is_year(tokens, left) and not is_year(tokens, right)
    return low.number < high.number and not (parted or dated)
