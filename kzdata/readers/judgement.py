"""Whether cited words say a value: the gate itself.

A claim is what a record asserts, part by part. A reading counts only where it lies wholly inside
the cited words while the readers see what stands around them: nobody can cut `800` out of `1,800`.
Which fields make up a claim is `kzdata.checks.gate`; the words of a verdict are
`kzdata.readers.verdicts`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from kzdata.readers import countries, dates, durations, names, quantities, words
from kzdata.readers.names import Directory
from kzdata.readers.readings import DateReading, Quantity
from kzdata.readers.verdicts import Cited, Claim, Outcome, Piece, Read, Verdict, pieces
from kzdata.selectors import Span

ELLIPSIS = "[…]"

_read_quantities = lru_cache(maxsize=4096)(quantities.read)
_read_durations = lru_cache(maxsize=4096)(durations.read)
_read_dates = lru_cache(maxsize=4096)(dates.read)
_read_countries = lru_cache(maxsize=4096)(countries.read)


def judge(reader: str, claim: Claim, cited: Sequence[Cited]) -> Verdict:
    """The verdict of `reader` on `claim`, given the cited words.

    The parts of a claim are, for `quantity`: `number` (a decimal or a fraction such as `1/2`),
    `bound`, `unit` (terms, of which one must name what this very number counts) and `words` (as
    written); for `ordinal`: `number`; for `duration`: `value` (ISO 8601) and `bound`; for `date`
    (EDTF), `country` (ISO 3166-1 alpha-2) and `verbatim`: `value`; for `term`: `value`, a tuple of
    terms; for `name`: `value` and `known_as`, a tuple of other names. Parts that are left out are
    not asked for.

    >>> from kzdata.selectors import Span
    >>> text = "Over the years, more than 800 service members have carried out missions."
    >>> cited = [Cited(text, "en", (Span(16, 45),))]
    >>> judge("quantity", {"number": "800", "bound": "more_than"}, cited).outcome
    'entailed'
    >>> judge("quantity", {"number": "800", "bound": "exactly"}, cited).outcome
    'contradicted'
    """
    return _JUDGES[reader](claim, list(pieces(cited)))


def _verdict(support: list[Read], read: list[Read], *, rivals: bool = False) -> Verdict:
    outcome: Outcome
    if support:
        outcome = "weak" if rivals else "entailed"
    else:
        outcome = "contradicted" if read else "unread"
    return Verdict(outcome, tuple(support), tuple(read))


def _text(claim: Claim, part: str) -> str | None:
    value = claim.get(part)
    return value if isinstance(value, str) else None


def _terms(claim: Claim, part: str) -> tuple[str, ...]:
    value = claim.get(part, ())
    return (value,) if isinstance(value, str) else value


# Quantities and ordinals


def _quantity(claim: Claim, cited: list[Piece]) -> Verdict:
    return _numbers(claim, cited, kinds=("cardinal", "fraction", "multiplicative", "vague"))


def _ordinal(claim: Claim, cited: list[Piece]) -> Verdict:
    return _numbers(claim, cited, kinds=("ordinal",))


def _numbers(claim: Claim, cited: list[Piece], *, kinds: tuple[str, ...]) -> Verdict:
    wanted, bound = _fraction(_text(claim, "number")), _text(claim, "bound")
    support: list[Read] = []
    read: list[Read] = []
    rivals = False
    for piece in cited:
        for quantity in _read_quantities(piece.window, piece.language):
            if quantity.kind not in kinds or not quantity.whole.within(piece.words):
                continue
            found = piece.read(_shown(quantity), quantity.words, "number")
            read.append(found)
            unit = _unit(claim, quantity, piece, cited)
            written = _as_written(claim, quantity, piece)
            if not (unit and written):
                continue
            if wanted in (None, quantity.number) and bound in (None, quantity.bound):
                bounded = piece.read(quantity.bound, quantity.whole, "bound")
                support += [found, bounded, *unit[:1], *written[:1]]
            elif quantity.number is not None:
                rivals = True
    return _verdict(support, read, rivals=rivals)


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _shown(quantity: Quantity) -> str:
    number = "a vague number" if quantity.number is None else _decimal(quantity.number)
    return number if quantity.bound == "exactly" else f"{quantity.bound} {number}"


def _decimal(number: Fraction) -> str:
    """The number as people write it: a decimal where it has an end, else the fraction."""
    denominator = number.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1 or number.denominator == 1:
        return str(number)
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    whole, rest = divmod(abs(number.numerator) * 10**digits // number.denominator, 10**digits)
    return f"{'-' if number < 0 else ''}{whole}.{rest:0{digits}d}"


def _unit(claim: Claim, quantity: Quantity, piece: Piece, cited: list[Piece]) -> list[Read]:
    """Where the cited words name this number's unit; another piece may, if its own does not."""
    terms = _terms(claim, "unit")
    if not terms:
        return [piece.read("", quantity.words, "unit")]
    if quantity.units:
        return [read for unit in quantity.units for read in _find_terms(terms, piece, unit)]
    others = (other for other in cited if other is not piece)
    return [read for other in others for read in _find_terms(terms, other, other.words)]


def _find_terms(terms: tuple[str, ...], piece: Piece, window: Span) -> list[Read]:
    start, end = piece.clip(window)
    spans = words.find_term(terms, piece.window[start:end], piece.language)
    placed = (Span(span.start + start, span.end + start) for span in spans)
    return [piece.read(piece.window[span.start : span.end], span, "unit") for span in placed]


def _as_written(claim: Claim, quantity: Quantity, piece: Piece) -> list[Read]:
    """Where the words `as written` are this number's own, with its bound and unit or without."""
    as_written = _text(claim, "words")
    if as_written is None:
        return [piece.read("", quantity.words, "words")]
    own = (quantity.whole, *(unit for unit in quantity.units))
    around = Span(min(span.start for span in own), max(span.end for span in own))
    return [
        piece.read(as_written, span, "words")
        for span in words.find(as_written, piece.window)
        if quantity.words.within(span) and span.within(around)
    ]


# Durations, dates, countries


def _duration(claim: Claim, cited: list[Piece]) -> Verdict:
    value, bound = _text(claim, "value"), _text(claim, "bound")
    support: list[Read] = []
    read: list[Read] = []
    for piece in cited:
        for duration in _read_durations(piece.window, piece.language):
            if duration.whole.within(piece.words):
                shown = duration.value or "a vague duration"
                found = piece.read(shown, duration.words)
                read.append(found)
                if duration.value == value and bound in (None, duration.bound):
                    support.append(found)
    return _verdict(support, read, rivals=len({found.value for found in read}) > 1)


def _date(claim: Claim, cited: list[Piece]) -> Verdict:
    value = _text(claim, "value")
    found = [
        (piece, reading)
        for piece in cited
        for reading in _read_dates(piece.window, piece.language)
        if reading.words.within(piece.words)
    ]
    said = {reads[0].value: reads for reads in _dates_said(found)}
    support = list(said.get(value or "", ()))
    read = [reads[0] for reads in said.values()]
    used = {(one.piece, one.words) for one in support}
    rivals = any((one.piece, one.words) not in used for one in read)
    return _verdict(support, read, rivals=rivals)


def _dates_said(found: list[tuple[Piece, DateReading]]) -> Iterator[list[Read]]:
    """Each date that the readings say, alone or one completed by another, with the words used."""
    whole = [
        (piece, reading)
        for piece, reading in found
        if reading.edtf and not reading.edtf.startswith("XXXX")
    ]
    for piece, reading in found:
        here = piece.read(reading.edtf, reading.words)
        if reading.edtf:
            yield [here]
        if (piece, reading) in whole:
            continue
        for other, given in whole:
            if date := dates.complete(reading, year=given.edtf[:4], reference=_day(given.edtf)):
                yield [here._replace(value=date), other.read(given.edtf, given.words)]
        if piece.reference and (
            date := dates.complete(reading, year=None, reference=piece.reference)
        ):
            yield [here._replace(value=date)]


def _day(edtf: str) -> str | None:
    """The EDTF date as a reference day, where it is one."""
    return edtf if len(edtf) == len("2022-01-06") else None


def _country(claim: Claim, cited: list[Piece]) -> Verdict:
    found = [
        (country.codes, piece.read(" or ".join(country.codes), country.words))
        for piece in cited
        for country in _read_countries(piece.window, piece.language)
        if country.words.within(piece.words)
    ]
    return _one_of(_text(claim, "value") or "", found)


# Words that the record itself gives


def judge_entity(key: str, known: Directory, cited: Sequence[Cited], *, own: str = "") -> Verdict:
    """Whether the cited words name the entity of this key, of those that the directory knows.

    `own` is the key of the record itself, where it is one of them: its own name says nothing of a
    link to another.

    >>> from kzdata.readers.names import directory
    >>> from kzdata.selectors import Span
    >>> known = directory({"aipov": ["Zhiger Aipov", "Aipov"], "un": ["UN"]})
    >>> cited = [Cited("the tasks, said Aipov", "en", (Span(11, 21),))]
    >>> judge_entity("aipov", known, cited).outcome, judge_entity("un", known, cited).outcome
    ('entailed', 'contradicted')
    """
    found = [
        (reading.keys, piece.read(" or ".join(reading.keys), reading.words))
        for piece in pieces(cited)
        for reading in names.read(piece.window, known, without=own)
        if reading.words.within(piece.words)
    ]
    return _one_of(key, found)


def _one_of(value: str, found: list[tuple[tuple[str, ...], Read]]) -> Verdict:
    """The verdict on a value, of readings that each may mean several."""
    support = [read for meant, read in found if value in meant]
    read = [read for _, read in found]
    if support and all(meant != (value,) for meant, _ in found):
        return Verdict("ambiguous", tuple(support), tuple(read))
    return _verdict(support, read, rivals=any(value not in meant for meant, _ in found))


def _term(claim: Claim, cited: list[Piece]) -> Verdict:
    terms = _terms(claim, "value")
    support = [
        piece.read(piece.window[span.start : span.end], span)
        for piece in cited
        for span in words.find_term(terms, piece.window, piece.language)
        if span.within(piece.words)
    ]
    return _verdict(support, [])


def _name(claim: Claim, cited: list[Piece]) -> Verdict:
    names = (*_terms(claim, "value"), *_terms(claim, "known_as"))
    support = [found for name in names for found in _verbatim_reads(name, cited)]
    return _verdict(support, [])


def _verbatim(claim: Claim, cited: list[Piece]) -> Verdict:
    return _verdict(_verbatim_reads(_text(claim, "value") or "", cited), [])


def _verbatim_reads(value: str, cited: list[Piece]) -> list[Read]:
    """The words of the value; where it holds `[…]`, its parts one after the other, or nothing."""
    parts = [part.strip() for part in value.split(ELLIPSIS)]
    reads: list[Read] = []
    after = (-1, -1, -1)
    for part in parts:
        places = (
            piece.read(part, span)
            for piece in cited
            for span in words.find(part, piece.window)
            if span.within(piece.words)
        )
        if not (
            found := next((p for p in places if (p.source, p.piece, p.words.start) > after), None)
        ):
            return []
        reads.append(found)
        after = (found.source, found.piece, found.words.end - 1)
    return reads


_JUDGES: Mapping[str, Callable[[Claim, list[Piece]], Verdict]] = {
    "quantity": _quantity,
    "ordinal": _ordinal,
    "duration": _duration,
    "date": _date,
    "country": _country,
    "term": _term,
    "name": _name,
    "verbatim": _verbatim,
}

READERS = tuple(_JUDGES)
"""The names of the readers that a schema's `reading` may give."""
