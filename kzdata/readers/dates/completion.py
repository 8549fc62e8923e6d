"""How a partial or relative date is completed, from what other words state: never from today's.

Which dates a text has is `kzdata.readers.dates`.
"""

import re
from datetime import date, timedelta
from typing import Final

from kzdata.readers.dates.meaning import day, weekday_of
from kzdata.readers.readings import DateReading

_PARTIAL: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-[0-9]{2})?|-[0-9]{2})?"
)


def complete(partial: DateReading, *, year: str | None, reference: str | None) -> str | None:
    """The EDTF of a partial reading, given a year (EDTF) or a reference date, or None.

    A month or a day takes the year; with a weekday, that near the reference day which it fits. A
    weekday is the latest one not after the reference day; an
    offset is counted from it. What counts in months or years needs no more of the reference than a
    month or year. None where what is needed is missing, the weekday does not fit, or the words are
    not sure: `last Monday` said on a Thursday.

    >>> from kzdata.readers import dates
    >>> monday, = dates.read("on Monday", "en")
    >>> complete(monday, year=None, reference="2022-01-12")
    '2022-01-10'
    >>> sixth, = dates.read("January 6", "en")
    >>> complete(sixth, year="2022", reference=None)
    '2022-01-06'
    >>> later, = dates.read("three years later", "en")
    >>> complete(later, year=None, reference="2019")
    '2022'
    """
    if partial.offset_months is not None:
        return _months_from(reference, partial)
    if not partial.edtf:
        return _from_reference(partial, _day(reference))
    edtf: str | None = partial.edtf
    if partial.edtf.startswith("XXXX-"):
        edtf = _with_year(partial.edtf, year) if year else _year_beside(partial, reference)
    if partial.weekday and (not _day(edtf) or weekday_of(edtf or "") != partial.weekday):
        return None
    return edtf


def _with_year(edtf: str, year: str | None) -> str | None:
    if not year or not _PARTIAL.fullmatch(year):
        return None
    numbers = [int(part) for part in edtf.split("-")[1:]]
    return day(year[:4], *numbers) or None if len(numbers) > 1 else year[:4] + edtf[4:]


def _year_beside(partial: DateReading, reference: str | None) -> str | None:
    """A day or a month in the year that tells it from others: by its weekday, or as the last one.

    `lo scorso 12 marzo` is the latest before the reference day, `il prossimo maggio` the first
    behind it.
    """
    near = _day(reference)
    if partial.offset_days is None or near is None:
        return _year_of_weekday(partial, reference)
    years = [f"{year:04}" for year in range(max(near.year - 1, 1), near.year + 2)]
    found = sorted(filter(None, (_with_year(partial.edtf, year) for year in years)))
    today = near.isoformat()[: len(partial.edtf)]
    if partial.offset_days < 0:
        return next((edtf for edtf in reversed(found) if edtf < today), None)
    return next((edtf for edtf in found if edtf > today), None)


def _year_of_weekday(partial: DateReading, reference: str | None) -> str | None:
    """A day and month in the year that their weekday fits, beside that of the reference day."""
    near = _day(reference)
    if near is None or not partial.weekday:
        return None
    years = (f"{year:04}" for year in range(max(near.year - 1, 1), near.year + 2))
    found = [edtf for year in years if (edtf := _with_year(partial.edtf, year))]
    return next((edtf for edtf in found if weekday_of(edtf) == partial.weekday), None)


def _day(edtf: str | None) -> date | None:
    if edtf and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf) and edtf[:4] != "0000":
        year, month, number = (int(part) for part in edtf.split("-"))
        return date(year, month, number) if day(edtf[:4], month, number) else None
    return None


def _months_from(reference: str | None, partial: DateReading) -> str | None:
    """The month or the year so many months from a reference that names one."""
    if not reference or not (stated := _PARTIAL.fullmatch(reference)):
        return None
    named = 2 if partial.edtf == "XXXX-XX" else 1
    if named == 2 and not stated["month"]:
        return None
    months = int(stated["year"]) * 12 + int(stated["month"] or 1) - 1 + (partial.offset_months or 0)
    if not 12 <= months < 120_000:
        return None
    return f"{months // 12:04}-{months % 12 + 1:02}"[: 7 if named == 2 else 4]


def _from_reference(partial: DateReading, reference: date | None) -> str | None:
    if reference is None or (partial.weekday is None and partial.offset_days is None):
        return None
    try:
        found = reference + timedelta(days=partial.offset_days or 0)
        if partial.weekday:
            found -= timedelta(days=(found.isoweekday() - partial.weekday) % 7)
    except OverflowError:
        return None
    in_doubt = not partial.sure and found.isocalendar()[:2] == reference.isocalendar()[:2]
    return None if in_doubt else found.isoformat()
