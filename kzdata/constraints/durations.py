"""How long a duration is, and which of two is longer: section 3.2.6 of XML Schema 1.0 part 2."""

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

FORM = re.compile(
    r"(-?)P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?"
)
MOST_DIGITS = 9
"""How many digits a part may have."""

_STARTS = (dt.date(1696, 9, 1), dt.date(1697, 2, 1), dt.date(1903, 3, 1), dt.date(1903, 7, 1))


class Length(NamedTuple):
    """A duration's months, and its seconds beside them: neither can be turned into the other."""

    months: int
    seconds: Fraction


def length(text: str) -> Length | None:
    """The months and seconds of a duration; None where the text is none that is published.

    >>> length("P1Y6M"), length("P1W")
    (Length(months=18, seconds=Fraction(0, 1)), None)
    """
    match = FORM.fullmatch(text)
    if match is None or any(len(part) > MOST_DIGITS for part in match.groups(default="")):
        return None
    sign, *numbers, decimals = match.groups(default="0")
    years, months, days, hours, minutes, seconds = map(int, numbers)
    whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    direction = -1 if sign == "-" else 1
    exact = whole + Fraction(int(decimals or 0), 10 ** len(decimals))
    return Length(direction * (years * 12 + months), direction * exact)


def always(holds: Callable[[Fraction, Fraction], bool], one: str, other: str) -> bool | None:
    """Whether `holds` compares the two durations so from whichever day both are counted.

    XML Schema orders durations in part only: P1M is neither longer nor shorter than P30D. None
    where one of the two is no duration.

    >>> from operator import ge, gt
    >>> always(ge, "P31D", "P1M"), always(gt, "P31D", "P1M"), always(ge, "P1M", "P30D")
    (True, False, False)
    """
    a, b = length(one), length(other)
    if a is None or b is None:
        return None
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
