"""Durations as XML Schema writes them: `P6M` stays six months, never 180 days.

Section 3.2.6 of XML Schema 1.0 part 2 is the rule for their form; which of two is longer is
`kzdata.constraints.durations`.
"""

from kzdata.constraints.durations import FORM, MOST_DIGITS
from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit

_UNITS = ("Y", "M", "D", "H", "M", "S")


def duration(_: Field, text: str) -> str | Misfit:
    """The duration in its one form: no zero part, no leading zero, units as they were written.

    >>> duration(Field(name="d"), "P0Y06MT0.50S")
    'P6MT0.5S'
    """
    match = FORM.fullmatch(text)
    if match is None:
        return Misfit("its form is not `PnYnMnDTnHnMnS`, with whole numbers but of seconds")
    sign, *numbers, decimals = match.groups(default="")
    if any(len(number) > MOST_DIGITS for number in (*numbers, decimals)):
        return Misfit(f"a part has more than {MOST_DIGITS} digits")
    parts = [number.lstrip("0") for number in numbers]
    if fraction := decimals.rstrip("0"):
        parts[-1] = f"{parts[-1] or '0'}.{fraction}"
    words = [number + unit if number else "" for number, unit in zip(parts, _UNITS, strict=True)]
    date, time = "".join(words[:3]), "".join(words[3:])
    if not date + time:
        return "PT0S"
    return f"{sign}P{date}T{time}" if time else f"{sign}P{date}"
