"""What all readers find in one text, told alike: for whoever wonders what the gate reads there."""

from collections.abc import Iterator
from typing import NamedTuple

from kzdata.readers import countries, dates, durations, quantities, quoted
from kzdata.readers.durations.plain import plain
from kzdata.readers.readings import Bound, DateReading, decimal
from kzdata.readers.verdicts import Piece
from kzdata.readers.verdicts.date_claims import from_source
from kzdata.selectors import Span


class Told(NamedTuple):
    """A reading: its reader, its words, and what they say.

    `value` is a decimal or fraction, an ISO 8601 duration, an EDTF date, or ISO 3166-1 codes, as
    records write them; None where the words are vague, as for `a few thousand`, or where a date is
    counted from one that is not given. `units` are the words in which what is counted may be
    named. Where `sure` is false, the words may as well mean another date, or none.
    """

    reader: str
    words: Span
    value: str | None
    bound: Bound | None = None
    units: tuple[Span, ...] = ()
    sure: bool = True


def told(text: str, language: str, date: str | None = None) -> list[Told]:
    """All readings of a text, in order of place.

    `date` (YYYY-MM-DD) is that of the text: weekdays and the like are counted from it.

    >>> [(one.reader, one.value, one.bound) for one in told("Over 30 people in Lebanon", "en")]
    [('quantity', '30', 'more_than'), ('country', 'LB', None)]
    >>> [one.value for one in told("They met on Monday.", "en", "2022-01-12")]
    ['2022-01-10']
    """
    return sorted(_told(text, language, date), key=lambda one: (one.words, one.reader))


def _told(text: str, language: str, date: str | None) -> Iterator[Told]:
    for number in quantities.read(text, language):
        reader = "ordinal" if number.kind == "ordinal" else "quantity"
        value = None if number.number is None else decimal(number.number)
        yield Told(reader, number.words, value, number.bound, number.units)
    for length in durations.read(text, language):
        said = length.value and (plain(length.value) or length.value)
        yield Told("duration", length.words, said, length.bound)
    yield from _days(text, language, date)
    for country in countries.read(text, language):
        yield Told("country", country.words, " or ".join(country.codes))
    for passage in quoted.read(text, language):
        yield Told("quotation", passage.words, text[slice(*passage.words)])


def _days(text: str, language: str, date: str | None) -> Iterator[Told]:
    source = Piece(0, 0, text, Span(0, len(text)), language, date)
    for day in dates.read(text, language):
        open_ = _day(day) is None or day.edtf.startswith("XXXX")
        counted = list(from_source([(source, day)])) if date and open_ else []
        for one in counted:
            yield Told("date", day.words, one.edtf, sure=one.sure)
        if not counted:
            yield Told("date", day.words, _day(day), sure=day.sure)


def _day(day: DateReading) -> str | None:
    """A date in EDTF, where it is not counted from another."""
    counted = day.offset_days is not None or day.offset_months is not None
    return None if counted or not day.edtf else day.edtf
