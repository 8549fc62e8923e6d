"""Whether cited words say a date, whole, or one part here and another there.

What a claim and a verdict are is `kzdata.readers.verdicts`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kzdata.readers import dates
from kzdata.readers.dates.completion import complete
from kzdata.readers.dates.forms import grammar
from kzdata.readers.dates.tenses import direction
from kzdata.readers.language import code
from kzdata.readers.readings import DateReading
from kzdata.readers.verdicts import Claim, Piece, Read, Verdict, text_part, verdict
from kzdata.readers.verdicts.lent_years import keeps_year, own_year
from kzdata.selectors import Span

_AGAIN: Final = re.compile(r"(?: [^\W\d_]{1,4}\.?)?(?:,|:| ?\(| [-–—]) ?(?:[^\W\d_]{1,4}['’ ])?")
"""What parts an offset from the date that it is: `, on `, ` (`."""


class _Said(NamedTuple):
    """A date that the cited words say, and where: a completed one stands in several places.

    From one that is itself `counted` from another no weekday is counted.
    """

    edtf: str
    sure: bool
    reads: tuple[Read, ...]
    counted: bool = False


def date(claim: Claim, cited: Sequence[Piece]) -> Verdict:
    """Whether the words say this date, in EDTF."""
    value = text_part(claim, "value") or ""
    partial = [(piece, reading) for piece in cited for reading in _readings(piece)]
    said = list(dict.fromkeys(_all_said(partial)))
    read = tuple(one.reads[0] for one in said)
    support = [one for one in said if one.edtf == value]
    if support and not any(one.sure for one in support):
        return Verdict("ambiguous", support[0].reads, read)
    places = {(read.piece, read.words) for one in support for read in one.reads}
    rivals = any((one.piece, one.words) not in places for one in read)
    first = next((one.reads for one in support if one.sure), ())
    return verdict(list(first), list(read), rivals=rivals)


def _readings(piece: Piece) -> Iterator[DateReading]:
    """The readings inside the cited words, and what these hold of a longer one, if that is sure.

    Of a date with its weekday the date may be cited alone, of any date its year, and of a range its
    end with the word that says so.
    """
    readings = piece.near(dates.read)
    for reading in readings:
        if reading.words.within(piece.span):
            yield reading
            continue
        cited = piece.clip(reading.words)
        is_range = sum(other.words == reading.words for other in readings) > 1
        if not reading.edtf or cited.start == cited.end:
            continue
        if is_range and not _is_end(piece, cited, reading):
            continue
        alone = dates.read(piece.text[slice(*cited)], piece.language)
        meant = reading.edtf if is_range else reading.edtf[:4]
        if len(alone) == 1 and alone[0].edtf in (reading.edtf, meant):
            start, end = alone[0].words
            yield DateReading(Span(cited.start + start, cited.start + end), alone[0].edtf)


def _is_end(piece: Piece, cited: Span, range_: DateReading) -> bool:
    """Whether the cited words are the end of a range with the word for that: `по 27 августа`."""
    words = piece.text[slice(*cited)].split()
    return cited.end == range_.words.end and words[0] in grammar(code(piece.language)).until


def _all_said(readings: list[tuple[Piece, DateReading]]) -> Iterator[_Said]:
    """What each reading says alone, completed by another, and completed by one so completed."""
    stated = [_stated(piece, reading) for piece, reading in readings if _is_stated(reading)]
    yield from stated
    partial = [(piece, reading) for piece, reading in readings if not _is_stated(reading)]
    own = {one: year for one in partial if (year := own_year(*one))}
    free = [one for one in partial if one not in own]
    completed = [
        *_completed(free, [(one, one.edtf[:4]) for one in stated]),
        *from_source(free),
    ]
    yield from completed
    # What is counted from the source's own day gives its year away only where it names a year.
    years = [(one, _year_alone(one.edtf)) for one in completed]
    yield from _completed(free, years)
    for one, words in own.items():
        yield from _completed([one], [year for year in years if year[0].reads[0].words == words])
    for piece, reading in partial:
        if reading.edtf and reading.offset_months is None:
            yield _stated(piece, reading)


def _is_stated(reading: DateReading) -> bool:
    return bool(reading.edtf) and not reading.edtf.startswith("XXXX")


def _stated(piece: Piece, reading: DateReading) -> _Said:
    return _Said(reading.edtf, reading.sure, (piece.read(reading.edtf, reading.words),))


def _completed(
    readings: list[tuple[Piece, DateReading]], given: list[tuple[_Said, str | None]]
) -> Iterator[_Said]:
    """The partial readings, completed by each given date, and by the year that it lends."""
    for piece, reading in readings:
        meant = _meant(piece, reading)
        for other, year in given:
            for one in meant if _is_counted_from(other, piece, reading) else ():
                edtf = complete(one, year=year, reference=other.edtf)
                here = piece.read(edtf or "", reading.words)
                takes_year = reading.edtf.startswith("XXXX-") and reading.offset_months is None
                kept = takes_year and keeps_year(piece, here, other.edtf, other.reads)
                if edtf and not kept and not _completes_itself(here, other):
                    sure = other.sure and len(meant) == 1
                    yield _Said(edtf, sure, (here, *other.reads), counted=not reading.edtf)


def _completes_itself(here: Read, other: _Said) -> bool:
    return any(here[1:] == read[1:] for read in other.reads)


def _is_counted_from(other: _Said, piece: Piece, reading: DateReading) -> bool:
    """Whether a date may be that from which a partial one counts.

    Where the source has a day of its own, a weekday is one beside that, never beside another, and
    `yesterday` and `two years ago` count from it.
    """
    is_weekday = _is_bare_weekday(reading)
    if is_weekday and other.counted:
        return False
    if piece.reference and (is_weekday or _is_spoken(piece, reading)):
        return False
    return not _is_same(piece, reading, other)


def _is_spoken(piece: Piece, reading: DateReading) -> bool:
    """Whether an offset counts from the day on which it is said: `yesterday`."""
    words = piece.text[slice(*reading.words)]
    return bool(grammar(code(piece.language)).spoken.fullmatch(words))


def _is_same(piece: Piece, reading: DateReading, other: _Said) -> bool:
    """Whether a date says again, beside an offset, which day is meant, and so does not count it.

    It does behind the offset (`a day later, on 6 May 2022`), and in front of one that something
    else counts (`on 6 May 2022, two days after the vote`).
    """
    if reading.offset_days is None and reading.offset_months is None:
        return False
    said = other.reads[0]
    if piece.source != said.source:
        return False
    start, end = reading.words
    if end <= said.words.start:
        return bool(_AGAIN.fullmatch(piece.text, end, said.words.start))
    anchored = grammar(code(piece.language)).anchored.match(piece.text, end)
    return bool(anchored and _AGAIN.fullmatch(piece.text, said.words.end, start))


def from_source(readings: list[tuple[Piece, DateReading]]) -> Iterator[_Said]:
    """The partial readings, completed by the day of their source: of a weekday it may be two."""
    for piece, reading in readings:
        meant = _meant(piece, reading)
        for one in meant:
            edtf = complete(one, year=None, reference=piece.reference)
            if edtf:
                sure = len(meant) == 1
                here = (piece.read(edtf, reading.words),)
                yield _Said(edtf, sure, here, counted=not reading.edtf)


def _meant(piece: Piece, reading: DateReading) -> list[DateReading]:
    """The reading, of a weekday alone the latest one, the next one or both, as its verb tells."""
    if not _is_bare_weekday(reading):
        return [reading]
    told = direction(piece.text, reading.words, piece.language)
    ahead = reading._replace(offset_days=7)
    return {"back": [reading], "ahead": [ahead], "either": [reading, ahead]}[told]


def _is_bare_weekday(reading: DateReading) -> bool:
    return bool(reading.weekday) and not reading.edtf and reading.offset_days is None


def _year_alone(edtf: str) -> str | None:
    return edtf if len(edtf) == len("2022") else None
