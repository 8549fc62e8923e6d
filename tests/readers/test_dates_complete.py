"""A partial date takes what it lacks from what is stated, and from nothing else."""

import pytest

from kzdata.readers.dates.completion import complete
from kzdata.readers.readings import DateReading
from kzdata.selectors import Span


def reading(edtf: str = "", weekday: int | None = None, days: int | None = None) -> DateReading:
    return DateReading(Span(0, 1), edtf, weekday, days)


COMPLETE = [
    ("a day takes the year", reading("XXXX-01-06"), "2022", None, "2022-01-06"),
    ("a month takes the year", reading("XXXX-01"), "2022", None, "2022-01"),
    ("the year of a whole date", reading("XXXX-01-06"), "2022-01-16", None, "2022-01-06"),
    ("no year, no date", reading("XXXX-01-06"), None, "2022-01-16", None),
    ("a decade is no year", reading("XXXX-01-06"), "199X", None, None),
    ("no leap year", reading("XXXX-02-29"), "2022", None, None),
    ("a leap year", reading("XXXX-02-29"), "2020", None, "2020-02-29"),
    ("the weekday agrees", reading("XXXX-01-10", 1), "2022", None, "2022-01-10"),
    ("the weekday disagrees", reading("XXXX-01-10", 2), "2022", None, None),
    ("a weekday before", reading(weekday=1), None, "2022-01-12", "2022-01-10"),
    ("the weekday of that day", reading(weekday=1), None, "2022-01-10", "2022-01-10"),
    ("an offset", reading(days=2), None, "2022-01-06", "2022-01-08"),
    ("an offset back", reading(days=-7), None, "2022-01-06", "2021-12-30"),
    ("no reference", reading(weekday=1), "2022", None, None),
    ("a month is no reference", reading(days=1), None, "2022-01", None),
    ("no such reference", reading(days=1), None, "2022-02-30", None),
    ("the end of the calendar", reading(days=1), None, "9999-12-31", None),
    ("whole already", reading("2022-01-06"), None, None, "2022-01-06"),
]
COMPLETE += [
    ("the last day of its name", reading("XXXX-12-22", days=-1), None, "2026-02-10", "2025-12-22"),
    (
        "the last such day is another",
        reading("XXXX-02-10", days=-1),
        None,
        "2026-02-10",
        "2025-02-10",
    ),
    ("the next day of its name", reading("XXXX-01-06", days=1), None, "2026-02-10", "2027-01-06"),
    ("the last month of its name", reading("XXXX-01", days=-1), None, "2026-02-08", "2026-01"),
    ("the next month of its name", reading("XXXX-02", days=1), None, "2026-02-08", "2027-02"),
]
LAST = DateReading(Span(0, 1), "", 2, -1, sure=False)
NEXT = DateReading(Span(0, 1), "", 2, 7, sure=False)
COMPLETE += [
    ("a weekday strictly before", reading(weekday=1, days=-1), None, "2022-01-10", "2022-01-03"),
    ("a weekday strictly after", reading(weekday=1, days=7), None, "2022-01-10", "2022-01-17"),
    ("last Tuesday, on a Monday", LAST, None, "2020-06-08", "2020-06-02"),
    ("last Tuesday, on a Thursday", LAST, None, "2020-06-11", None),
    ("next Tuesday, on a Monday", NEXT, None, "2020-06-08", None),
    ("next Tuesday, on a Thursday", NEXT, None, "2020-06-11", "2020-06-16"),
    ("last year", DateReading(Span(0, 1), "XXXX", None, None, -12), None, "2022-01-06", "2021"),
    ("from a year", DateReading(Span(0, 1), "XXXX", None, None, 36), None, "1899", "1902"),
    ("last month", DateReading(Span(0, 1), "XXXX-XX", None, None, -1), None, "2022-01", "2021-12"),
    (
        "a year has no month",
        DateReading(Span(0, 1), "XXXX-XX", None, None, 1),
        "2022",
        "2022",
        None,
    ),
    ("before all years", DateReading(Span(0, 1), "XXXX", None, None, -999), None, "0050", None),
]


@pytest.mark.parametrize(
    ("partial", "year", "reference", "edtf"),
    [row[1:] for row in COMPLETE],
    ids=[r[0] for r in COMPLETE],
)
def test_a_partial_date_is_completed_from_what_is_stated_alone(
    partial: DateReading, year: str | None, reference: str | None, edtf: str | None
) -> None:
    assert complete(partial, year=year, reference=reference) == edtf
