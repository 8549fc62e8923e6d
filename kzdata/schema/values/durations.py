"""Durations as XML Schema writes them: `P6M` stays six months, never 180 days.

Section 3.2.6 of XML Schema 1.0 part 2 is the rule for both their form and their order.
"""

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit

_DURATION = re.compile(
    r"(-?)P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?"
)
_UNITS = ("Y", "M", "D", "H", "M", "S")
_STARTS = (dt.date(1696, 9, 1), dt.date(1697, 2, 1), dt.date(1903, 3, 1), dt.date(1903, 7, 1))
_MOST_DIGITS = 9


class Length(NamedTuple):
    """A duration's months, and its seconds beside them: neither can be turned into the other."""

    months: int
    seconds: Fraction


def duration(_: Field, text: str) -> str | Misfit:
    """The duration in its one form: no zero part, no leading zero, units as they were written.

    >>> duration(Field(name="d"), "P0Y06MT0.50S")
    'P6MT0.5S'
    """
    match = _DURATION.fullmatch(text)
    if match is None:
        return Misfit("its form is not `PnYnMnDTnHnMnS`, with whole numbers but of seconds")
    sign, *numbers, decimals = match.groups(default="")
    if any(len(number) > _MOST_DIGITS for number in (*numbers, decimals)):
        return Misfit(f"a part has more than {_MOST_DIGITS} digits")
    parts = [number.lstrip("0") for number in numbers]
    if fraction := decimals.rstrip("0"):
        parts[-1] = f"{parts[-1] or '0'}.{fraction}"
    words = [number + unit if number else "" for number, unit in zip(parts, _UNITS, strict=True)]
    date, time = "".join(words[:3]), "".join(words[3:])
    if not date + time:
        return "PT0S"
    return f"{sign}P{date}T{time}" if time else f"{sign}P{date}"


def length(canonical: str) -> Length:
    """The months and seconds of a duration in the form that `duration` gives."""
    match = _DURATION.fullmatch(canonical)
    if match is None:
        return Length(0, Fraction(0))
    sign, *numbers, decimals = match.groups(default="0")
    years, months, days, hours, minutes, seconds = map(int, numbers)
    whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    direction = -1 if sign == "-" else 1
    exact = whole + Fraction(int(decimals or 0), 10 ** len(decimals))
    return Length(direction * (years * 12 + months), direction * exact)


def always(holds: Callable[[Fraction, Fraction], bool], one: str, other: str) -> bool:
    """Whether `holds` compares the two durations so from whichever day both are counted.

    XML Schema orders durations in part only: P1M is neither longer nor shorter than P30D.

    >>> from operator import ge, gt
    >>> always(ge, "P31D", "P1M"), always(gt, "P31D", "P1M"), always(ge, "P1M", "P30D")
    (True, False, False)
    """
    a, b = length(one), length(other)
    return all(holds(_after(start, a), _after(start, b)) for start in _STARTS)


def _after(start: dt.date, length: Length) -> Fraction:
    """The second at which a duration ends that begins on the first day of a month."""
    months = start.year * 12 + start.month - 1 + length.months
    return _days_before(months) * 86400 + length.seconds


def _days_before(months: int) -> Fraction:
    """The days from year 0 to the first of a month, in the proleptic Gregorian calendar."""
    cycles, rest = divmod(months, 400 * 12)
    year, month = divmod(rest, 12)
    first = dt.date(year + 2000, month + 1, 1)
    return Fraction(cycles * 146097 + (first - dt.date(2000, 1, 1)).days)
