"""Whether cited words say a number, an ordinal or a length of time.

What a claim and a verdict are is `kzdata.readers.verdicts`.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from kzdata.quotations.folding import fold
from kzdata.readers import durations, quantities, words
from kzdata.readers.denied import HYPHENS
from kzdata.readers.durations.plain import plain
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.lexicon.traits import GAUGE, MEASURE
from kzdata.readers.readings import Duration, Quantity, decimal
from kzdata.readers.verdicts import Claim, Piece, Read, Verdict, terms_part, text_part, verdict
from kzdata.readers.verdicts.objects import is_object
from kzdata.selectors import Span, span_at

_NUMBER: Final = re.compile(
    r"[+-]?[0-9]{1,400}(?:(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?|/0*[1-9][0-9]{0,99})"
)
"""A decimal or a fraction that costs nothing to take in."""

_WORD_BEFORE: Final = re.compile(rf"([^\W\d_]+)(?:\.\s?|[{HYPHENS}\s])$")
_WORD_BEHIND: Final = re.compile(r"\.?\s([^\W\d_]+)")
_NEAR: Final = 24
"""How many characters in front of a term are looked at."""

_QUOTES: Final = ("'", "‘", "’")
_OWNED: Final = re.compile(rf"[{HYPHENS}][^\W\d_]|['’]s?\s[^\W\d_]")
"""What makes a noun another's: the rest of a compound, or the mark of a possessive."""

_PER: Final = re.compile(r"/[^\W\d_]")
"""What follows the upper half of a rate."""


def quantity(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words say this number with this bound, of this unit."""
    return _numbers(claim, cited, kinds=("cardinal", "fraction", "multiplicative", "vague"))


def ordinal(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words say this place in an order."""
    return _numbers(claim, cited, kinds=("ordinal",))


def _numbers(claim: Claim, cited: Sequence[Piece], *, kinds: tuple[str, ...]) -> Verdict:
    wanted, bound = _number(text_part(claim, "number")), text_part(claim, "bound")
    support: list[Read] = []
    read: list[Read] = []
    rivals = False
    for piece in cited:
        for quantity in piece.near(quantities.read):
            if quantity.kind not in kinds or not _is_cited(quantity, piece):
                continue
            found = piece.read(_shown(quantity), quantity.words, "number")
            read.append(found)
            unit = _unit(claim, quantity, piece, cited)
            written = _as_written(claim, quantity, piece)
            if not (unit and written):
                continue
            if wanted in (None, quantity.number) and bound in (None, quantity.bound):
                bounded = piece.read(quantity.bound, piece.clip(quantity.whole), "bound")
                support += [found, bounded, unit, written]
            elif quantity.number is not None:
                rivals = True
    return verdict(support, read, rivals=rivals)


def _is_cited(read: Quantity | Duration, piece: Piece) -> bool:
    """Whether the cited words hold a reading, but for an `exactly` or `in all` beside it.

    Without such words a number says the same.
    """
    return (read.words if read.bound == "exactly" else read.whole).within(piece.span)


def _is_unit_cited(read: Duration, piece: Piece, cited: Sequence[Piece]) -> bool:
    """Whether a piece holds the unit that a length leaves out."""
    unit = read.unit
    return unit is None or any(
        unit.within(one.span) for one in cited if one is piece or one.text is piece.text
    )


def _number(text: str | None) -> Fraction | int | str | None:
    """The number of a claim; where its text is no number, that text, which equals no reading."""
    if text is None or not _NUMBER.fullmatch(text):
        return text
    return int(text) if text.isdecimal() else Fraction(text)


def _shown(quantity: Quantity) -> str:
    number = "a vague number" if quantity.number is None else decimal(quantity.number)
    return number if quantity.bound == "exactly" else f"{quantity.bound} {number}"


def _unit(claim: Claim, quantity: Quantity, piece: Piece, cited: Sequence[Piece]) -> Read | None:
    """Where the cited words name this number's unit; another piece may, if its own does not."""
    terms = terms_part(claim, "unit")
    if not terms:
        return piece.read("", quantity.words, "unit")
    others = [other for other in cited if other is not piece]
    if quantity.units:
        near = [piece, *(other for other in others if other.text is piece.text)]
        windows = ((unit, one) for unit in quantity.units for one in near)
    else:
        windows = ((other.span, other) for other in others)
    found = (
        _find_terms(terms, one, window, led=window.end <= quantity.words.start)
        for window, one in windows
    )
    return next((read for read in found if read), None)


def _find_terms(terms: tuple[str, ...], piece: Piece, window: Span, *, led: bool) -> Read | None:
    """The first term that begins in a window; it may go on behind it: `vigili del fuoco`.

    The window ends a word, also where digits touch it: `Sh` in `Sh50`. A term in one that is `led`
    to its number may end with it instead, the noun being last (`су құбырларының`), but goes on over
    a small word only: eight are no `voti contrari` in `97 voti favorevoli, otto contrari`.
    """
    begun, end = piece.clip(window)
    start = piece.span.start if any(" " in term for term in terms) else begun
    for stop in (end, piece.span.end):
        cited = fold(piece.text[start:stop])
        for first, last in words.find_term(terms, cited, piece.language):
            found = span_at((first + start, last + start))
            if led and found.start < end < found.end and not _is_small(piece, end):
                continue
            if _names_other(piece, found) or _is_raised(piece, found):
                continue
            if _is_second(piece, window, found) or is_object(piece, window, found):
                continue
            if begun <= found.start < end or (led and found.start < begun < found.end == end):
                return piece.read(piece.text[slice(*found)], found, "unit")
    return None


def _names_other(piece: Piece, term: Span) -> bool:
    """Whether a term is what another thing is of: `12 soldiers' wives`, `12 man-hours`, `30 km/h`.

    Money is told by `30 euros/month`; a measure is what its number counts (`two weeks' notice`),
    and where the first of two words is the thing, so is that: `12 женщин-солдат`. Where words have
    case endings, what hangs on a sign or an abbreviation is one: `18%-ға`.
    """
    text, end, known = piece.text, term.end, lexicon(piece.language)
    key = text[term.start : end].rpartition(" ")[2].casefold()
    if text[term.start - 1 : term.start] == "/":
        return True
    if _PER.match(text, end):
        return not known.is_money(key)
    mark = _OWNED.match(text, end)
    if mark is None:
        return False
    if mark[0][0] in HYPHENS:
        named = text[end - 1].islower() if known.bounds.endings else text[end - 1].isalpha()
        if not (known.heads_last and named):
            return False
    elif text[term.start - 1 : term.start] in _QUOTES:
        return False
    return not known.traits[key] & (GAUGE | MEASURE)


def _is_raised(piece: Piece, term: Span) -> bool:
    """Whether words beside a term make it another unit: `30 cubic metres`, `30 nautical miles`.

    Some do so beside a measure alone: `30 light-years`, but lorries are told by `30 light lorries`.
    """
    text, (start, end), known = piece.text, term, lexicon(piece.language)
    measured = known.traits[text[start:end].rpartition(" ")[2].casefold()] & (GAUGE | MEASURE)
    others = known.squares | known.composing if measured else known.squares
    beside = (
        _WORD_BEFORE.search(text[max(0, start - _NEAR) : start]),
        _WORD_BEHIND.match(text, end),
    )
    return any(word is not None and word[1].casefold() in others for word in beside)


def _is_second(piece: Piece, window: Span, term: Span) -> bool:
    """Whether a term is counted with another, or stands alone beside it: `двое взрослых и ребёнок`.

    It is not where both words beside `and` only say of what kind it is: `12 новых и старых домов`.
    """
    known = lexicon(piece.language)
    between = piece.text[window.start : term.start].casefold().split()
    for at, word in enumerate(between[1:], 1):
        if word in known.conjunctions:
            pair = (between[at - 1], *between[at + 1 : at + 2])
            if len(pair) == 1:
                return True
            if known.ellipses.row_adjectives and not any(
                all(one.endswith(ends) for one in pair) for ends in known.ellipses.row_adjectives
            ):
                return True
    return False


def _is_small(piece: Piece, end: int) -> bool:
    """Whether the word behind a place is a preposition or the like, which names nothing."""
    behind = piece.text[end : piece.span.end].split(maxsplit=1)
    return bool(behind) and behind[0].casefold() in lexicon(piece.language).stops


def _as_written(claim: Claim, quantity: Quantity, piece: Piece) -> Read | None:
    """Where the words `as written` are this number's own, with its bound and unit or without."""
    as_written = text_part(claim, "words")
    if as_written is None:
        return piece.read("", quantity.words, "words")
    own = (quantity.whole, *quantity.units)
    around = Span(min(own).start, max(span.end for span in own))
    for span in piece.cited(words.find(as_written, piece.window)):
        if quantity.words.within(span) and span.within(around):
            return piece.read(as_written, span, "words")
    return None


def duration(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words say this length of time: a `value` in the unit that they state.

    A `length` is in the form of `plain`.
    """
    value, bound = text_part(claim, "value"), text_part(claim, "bound")
    length = text_part(claim, "length")
    support: list[Read] = []
    read: list[Read] = []
    for piece in cited:
        for duration in piece.near(durations.read):
            if _is_cited(duration, piece):
                stated = duration.value
                if stated and length is not None:
                    stated = plain(stated) or stated
                found = piece.read(stated or "a vague duration", duration.words)
                read.append(found)
                if not _is_unit_cited(duration, piece, cited):
                    continue
                if stated == (value or length) and bound in (None, duration.bound):
                    support.append(found)
    return verdict(support, read, rivals=len({found.value for found in read}) > 1)
