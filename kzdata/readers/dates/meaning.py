"""What a matched form of a date means: EDTF, a weekday, days from another date.

EDTF is ISO 8601-2:2019, level 1: `X` for digits that are not stated, 21 to 24 for the seasons.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kzdata.readers.dates.forms import Grammar
from kzdata.readers.dates.templates import Form

YEARS = range(1700, 2100)
"""Four digits alone are a year only in this range; beside a month any year from 1000 is one."""

BESIDE_A_MONTH = range(1000, 2200)
YEAR_KINDS = ("year", "year_led")

_NUMBER = re.compile("[0-9]+")
_LONGEST = 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31


WEEKDAYS = {
    "weekday": (None, True),
    "weekday_behind_lead": (None, True),
    "weekday_before": (-1, True),
    "weekday_after": (7, True),
    "weekday_last": (-1, False),
    "weekday_next": (7, False),
}
"""Kinds of forms that name a weekday: the offset that they have, and whether they are sure."""


BESIDE = {"date_before": -1, "date_after": 1}
"""Kinds of forms that tell a day or a month as the last one or the next one."""


class Meaning(NamedTuple):
    """A date as `DateReading` has it, without its place."""

    edtf: str
    weekday: int | None = None
    offset_days: int | None = None
    offset_months: int | None = None
    sure: bool = True


def meanings(form: Form, match: re.Match[str], grammar: Grammar) -> list[Meaning]:
    """What the words say: one date, both ends of a range, or all that an ambiguous form may mean.

    Empty where they say no date of the calendar (31 February).
    """
    groups = match.groupdict()
    if form.kind == "unsaid":
        return []
    if form.kind == "numeric":
        said = [edtf for edtf in dict.fromkeys(_numeric(groups, grammar)) if edtf]
        return [Meaning(edtf, sure=len(said) == 1) for edtf in said]
    if form.kind in ("later", "earlier", "phrase", "month_phrase", "year_phrase"):
        return [_relative(form, groups, grammar)]
    weekday = _value(groups, "weekday", grammar)
    if form.kind in WEEKDAYS:
        offset, sure = WEEKDAYS[form.kind]
        return [Meaning("", weekday, offset, sure=sure)] if weekday else []
    dates = list(_dates(form.kind, groups, grammar))
    if form.kind in BESIDE:
        return [Meaning(edtf, offset_days=BESIDE[form.kind]) for edtf in dates if edtf]
    sure = form.kind != "decade" or len(dates) == 1
    return [Meaning(edtf, weekday, sure=sure) for edtf in dates] if all(dates) else []


def day(year: str, month: int, number: int) -> str:
    """The EDTF of a day, or the empty string where the calendar has none; `XXXX` is any year.

    >>> day("XXXX", 2, 29), day("2022", 2, 29), day("2022", 1, 6)
    ('XXXX-02-29', '', '2022-01-06')
    """
    if not 1 <= month <= 12 or not 1 <= number <= _LONGEST[month - 1]:
        return ""
    if (month, number) == (2, 29) and year != "XXXX" and not _leap(int(year)):
        return ""
    return f"{year}-{month:02}-{number:02}"


def weekday_of(edtf: str) -> int:
    """The weekday of a whole date, from 1 for Monday.

    >>> weekday_of("2022-01-10")
    1
    """
    return date.fromisoformat(edtf).isoweekday()


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _numeric(groups: dict[str, str], grammar: Grammar) -> Iterator[str]:
    year = groups["year"]
    if int(year) < 1000:
        return
    if "month" in groups:
        yield day(year, int(groups["month"]), int(groups["day"]))
        return
    left, right = int(groups["left"]), int(groups["right"])
    if "day-month" in grammar.numeric:
        yield day(year, right, left)
    if "month-day" in grammar.numeric:
        yield day(year, left, right)


def _relative(form: Form, groups: dict[str, str | None], grammar: Grammar) -> Meaning:
    """How far from another date: in days, or in months of which whole years name a year alone."""
    if form.kind == "month_phrase":
        return Meaning("XXXX-XX", offset_months=form.phrase)
    if form.kind == "year_phrase":
        return Meaning("XXXX", offset_months=12 * (form.phrase or 0))
    if form.phrase is not None:
        return Meaning("", offset_days=form.phrase)
    amount, number = groups.get("amount"), 1
    if amount:
        number = int(amount) if amount.isdecimal() else grammar.values["amount"][amount]
    if form.kind == "earlier":
        number = -number
    unit = groups.get("unit") or ""
    if months := grammar.values["months"].get(unit):
        return Meaning("XXXX-XX" if months == 1 else "XXXX", offset_months=number * months)
    return Meaning("", offset_days=number * grammar.values["unit"].get(unit, 1))


def _value(groups: dict[str, str | None], name: str, grammar: Grammar) -> int | None:
    word = groups.get(name)
    return grammar.values[name].get(word.rstrip(".")) if word else None


def _dates(kind: str, groups: dict[str, str | None], grammar: Grammar) -> Iterator[str]:
    """The dates of the other kinds, each as EDTF or, where the calendar has none, as ''."""
    if decade := groups.get("decade"):
        yield f"{decade}X" if int(decade) * 10 in YEARS else ""
        if decade.endswith("0"):
            yield f"{decade[:2]}XX"
        return
    if digit := groups.get("decade_short"):
        yield f"19{digit}X"
        return
    if (spelled := _value(groups, "decade_word", grammar)) is not None:
        yield f"{spelled}X"
        return
    year = groups.get("year") or "XXXX"
    if year != "XXXX" and int(year) not in (YEARS if kind in YEAR_KINDS else BESIDE_A_MONTH):
        yield ""
        return
    month = _value(groups, "month", grammar)
    if season := _value(groups, "season", grammar):
        yield f"{year}-{season}"
    elif month is None:
        yield from _years(year, groups.get("to_year"))
    elif (number := _day_number(groups, grammar)) is not None:
        yield day(year, month, number)
        later = _NUMBER.findall(groups.get("more") or "")
        until = groups.get("until")
        for found in map(int, [*later, until] if until else later):
            yield day(year, month, found) if found > number else ""
            number = found
    else:
        yield f"{year}-{month:02}"


def _day_number(groups: dict[str, str | None], grammar: Grammar) -> int | None:
    if digits := groups.get("day"):
        return int(digits)
    return _value(groups, "day_word", grammar) or _value(groups, "day_own", grammar)


def _years(year: str, to_year: str | None) -> Iterator[str]:
    yield year
    if to_year:
        yield to_year if year < to_year and int(to_year) in YEARS else ""
