"""Lengths of time in XML Schema's form, which has neither weeks nor fractions but of seconds."""

import re
from fractions import Fraction
from typing import Final

from kzdata.readers.readings import decimal

_STATED: Final = re.compile(
    r"P(?:([0-9.]+)Y)?(?:([0-9.]+)M)?(?:([0-9.]+)W)?(?:([0-9.]+)D)?"
    r"(?:T(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?"
)


def plain(stated: str) -> str | None:
    """The same length: weeks as days, the fraction of a unit in units of the next kind.

    None where no whole number of them is the same, as of half a month.

    >>> [plain(stated) for stated in ("P6M", "P2W", "P1.5Y", "PT0.5H", "P0.5M")]
    ['P6M', 'P14D', 'P1Y6M', 'PT30M', None]
    """
    match = _STATED.fullmatch(stated)
    if match is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = map(Fraction, match.groups(default="0"))
    years, months = _whole(years, months, 12)
    if months.denominator != 1:
        return None
    days, hours = _whole(days + 7 * weeks, hours, 24)
    hours, minutes = _whole(hours, minutes, 60)
    minutes, seconds = _whole(minutes, seconds, 60)
    date = _parts((years, "Y"), (months, "M"), (days, "D"))
    time = _parts((hours, "H"), (minutes, "M"), (seconds, "S"))
    return f"P{date}T{time}" if time else f"P{date}" if date else "PT0S"


def _whole(amount: Fraction, smaller: Fraction, times: int) -> tuple[Fraction, Fraction]:
    """The whole of an amount, and what is smaller with its fraction added."""
    whole = Fraction(amount.numerator // amount.denominator)
    return whole, smaller + times * (amount - whole)


def _parts(*parts: tuple[Fraction, str]) -> str:
    return "".join(f"{decimal(amount)}{unit}" for amount, unit in parts if amount)
