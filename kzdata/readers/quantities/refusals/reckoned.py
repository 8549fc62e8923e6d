"""Numbers that make another: `1 / 3 people`, `12 − 3`, `10 – 15 people`, `жүзден бес кем`.

Or a word that makes them a result: `2 a 1`. None of them is told alone. Marks that are words of
their own, as in `4 x 100`, are `numbers.marks`.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS, PARTING
from kzdata.readers.lexicon.traits import GAUGE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.dated import is_year
from kzdata.readers.quantities.refusals.namings import after
from kzdata.readers.text.tokens import Token, Words, touches

_DASH: Final = " - "
SIGN: Final = "- "
"""A dash or a minus sign, in the fold, with a space behind it."""

_MINUS: Final = "\N{MINUS SIGN}"
_SIGNED: Final = "°", "%", "‰"
_LEAD: Final = 2
"""So many words in front of a number one may stand that begins a path: `da circa 2 a 8`."""

_HUNDRED: Final = 100

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
        apart = right.first - left.last - 1
        if (apart == 1 and _are_one(tokens, left, right, lexicon)) or (
            apart == 0 and _make_another(words, found, place, refused, lexicon)
        ):
            yield from (place - 1, place)


def _make_another(
    words: Words, found: Sequence[Piece], place: int, refused: Container[int], lexicon: Lexicon
) -> bool:
    """Whether a mark between two numbers, or a word behind them, makes them another."""
    tokens, left, right = words.tokens, found[place - 1], found[place]
    gap = tokens[left.last].gap
    if gap in PARTING or _is_short_of(tokens, left, right, lexicon):
        return True
    dated = place in refused and not is_year(tokens, left)
    if gap != _DASH or place - 1 in refused or dated:
        return False
    return _is_minus(words, left, right) or _is_range(tokens, left, right, lexicon)


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


def _is_signed(tokens: Sequence[Token], piece: Piece, traits: Sequence[int]) -> bool:
    """Whether a number is one of degrees, of per cent or of what differences are told in."""
    behind = piece.last + 1
    if tokens[piece.last].key.endswith(_SIGNED_ENDS):
        return True
    signed = behind < len(tokens) and tokens[piece.last].gap in {"", " "}
    return signed and (tokens[behind].key.startswith(_SIGNED) or bool(traits[behind] & GAUGE))


def _leads(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is a preposition or ends a bound, so that what follows goes on with it."""
    bounds = not lexicon.verbs_last and key in lexicon.bounds.front_ends
    return bounds or key in lexicon.denials.prepositions


def _are_one(tokens: Sequence[Token], left: Piece, right: Piece, lexicon: Lexicon) -> bool:
    """Whether a word makes two numbers the place where a case is reported: `347 U.S. 483`.

    Or two small ones a result: `vince 2 a 1`, but not `da 2 a 8`.
    """
    joint = tokens[left.last + 1].key
    if joint not in lexicon.refuse.score_joints:
        return joint in lexicon.refuse.reporters
    leads = range(max(left.first - _LEAD, 0), left.first)
    if any((tokens[at].key,) in lexicon.ranges.path_leads for at in leads):
        return False
    parted = all(map(touches, tokens[left.last : right.first]))
    return parted and _may_score(left) and _may_score(right)


def _may_score(piece: Piece) -> bool:
    """Whether a number counts nothing yet, and is one that a side may score."""
    reading = piece.readings[0] if piece.readings else None
    if reading is None or reading.number is None or reading.unit or reading.kind != "cardinal":
        return False
    return reading.scale == 1 and reading.number < _HUNDRED


def _is_short_of(tokens: Sequence[Token], left: Piece, right: Piece, lexicon: Lexicon) -> bool:
    """Whether two numbers are one that is so much less or more: `екі мыңнан бес жүз кем`."""
    endings = lexicon.bounds.ablative_endings
    if not tokens[left.last].key.endswith(endings):
        return False
    differs = (after(tokens, right.last),) in lexicon.comparisons.excess
    return differs and not tokens[right.last].key.endswith((*endings, *lexicon.bounds.endings))


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
