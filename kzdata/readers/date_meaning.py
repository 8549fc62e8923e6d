"""What a matched form of a date means: EDTF, a weekday, days from another date.

EDTF is ISO 8601-2:2019, level 1: `X` for digits that are not stated, 21 to 24 for the seasons.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kzdata.readers.date_forms import Form, Grammar

YEARS = range(1700, 2100)
"""Four digits alone are a year only in this range; beside a month any year from 1000 is one."""

_LONGEST = 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31


class Meaning(NamedTuple):
    """A date as `DateReading` has it, without its place."""

    edtf: str
    weekday: int | None = None
    offset_days: int | None = None


def meanings(form: Form, match: re.Match[str], grammar: Grammar) -> list[Meaning]:
    """What the words say: one date, both ends of a range, or all that an ambiguous form may mean.

    Empty where they say no date of the calendar (31 February).
    """
    groups = match.groupdict()
    if form.kind == "numeric":
        return [Meaning(edtf) for edtf in dict.fromkeys(_numeric(groups, grammar)) if edtf]
    if form.kind in ("later", "earlier", "phrase"):
        return [Meaning("", offset_days=_offset(form, groups, grammar))]
    weekday = _value(groups, "weekday", grammar)
    if form.kind == "weekday":
        return [Meaning("", weekday=weekday)] if weekday else []
    dates = list(_dates(form.kind, groups, grammar))
    return [Meaning(edtf, weekday=weekday) for edtf in dates if edtf] if all(dates) else []


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


def _offset(form: Form, groups: dict[str, str | None], grammar: Grammar) -> int:
    if form.phrase is not None:
        return form.phrase
    amount = groups.get("amount")
    number = 1
    if amount:
        number = int(amount) if amount.isdecimal() else grammar.values["amount"][amount]
    days = number * (_value(groups, "unit", grammar) or 1)
    return days if form.kind == "later" else -days


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
    year = groups.get("year") or "XXXX"
    if year != "XXXX" and int(year) not in (YEARS if kind == "year" else range(1000, 2200)):
        yield ""
        return
    month = _value(groups, "month", grammar)
    if season := _value(groups, "season", grammar):
        yield f"{year}-{season}"
    elif month is None:
        yield from _years(year, groups.get("to_year"))
    elif first := groups.get("day") or groups.get("day_word"):
        number = int(first) if first.isdecimal() else grammar.values["day_word"][first]
        yield day(year, month, number)
        if until := groups.get("until"):
            yield day(year, month, int(until)) if int(until) > number else ""
    else:
        yield f"{year}-{month:02}"


def _years(year: str, to_year: str | None) -> Iterator[str]:
    yield year
    if to_year:
        yield to_year if year < to_year and int(to_year) in YEARS else ""
