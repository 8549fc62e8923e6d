"""English names of months, weekdays and halves of the day, in values that strptime patterns read.

`strptime` and `strftime` themselves would ask the process's locale for them.
"""

import datetime as dt
import re
from functools import lru_cache

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NAMES = {
    "B": "|".join(_MONTHS),
    "b": "|".join(name[:3] for name in _MONTHS),
    "A": "|".join(_WEEKDAYS),
    "a": "|".join(name[:3] for name in _WEEKDAYS),
    "p": "AM|PM",
}
_NUMBERS = {
    "Y": r"\d\d\d\d",
    "y": r"\d\d",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
    "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "H": r"2[0-3]|[0-1]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[0-1]|[0-5]\d|\d",
    "f": r"[0-9]{1,6}",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
}
"""What `strptime` takes for each directive (CPython, `Lib/_strptime.py`, `TimeRE`)."""

_PIECE = re.compile(r"%(.)|(\s+)|([^%\s]+)", re.DOTALL)
_BETWEEN = "|"


def numbered(text: str, pattern: str) -> tuple[str, str] | None:
    """The text and its strptime pattern with numbers for names; None where the text is not of it.

    The pattern's directives are those of `kzdata.schema.values.times`, each at most once. Upper and
    lower case are the same, and that the weekday is the day's is not asked, as with `strptime`.

    >>> numbered("Thursday, 6 January 2022", "%A, %d %B %Y")
    ('6|1|2022', '%d|%m|%Y')
    """
    found = _compiled(pattern).match(text) if text.isascii() else None
    if found is None or found.end() < len(text):
        return None
    parts = found.groupdict()
    values: dict[str, str] = {}
    for directive, words in parts.items():
        if directive in ("b", "B"):
            values["m"] = str(_NAMES["b"].lower().split("|").index(words[:3].lower()) + 1)
        elif directive == "I" and "p" in parts:
            values["H"] = str(int(words) % 12 + 12 * (parts["p"].lower() == "pm"))
        elif directive not in _NAMES:
            values[directive] = words
    return _BETWEEN.join(values.values()), _BETWEEN.join(f"%{name}" for name in values)


def written(moment: dt.datetime, pattern: str) -> str:
    """The moment as a strptime pattern writes it.

    >>> written(dt.datetime(2022, 1, 6, 15), "%a %d %B, %I %p")
    'Thu 06 January, 03 PM'
    """
    weekday, month = _WEEKDAYS[moment.weekday()], _MONTHS[moment.month - 1]
    half = "AM" if moment.hour < 12 else "PM"
    names = {"A": weekday, "a": weekday[:3], "B": month, "b": month[:3], "p": half}
    return moment.strftime(_PIECE.sub(lambda found: names.get(found[1] or "", found[0]), pattern))


def named(pattern: str) -> bool:
    """Whether a strptime pattern holds a directive for names."""
    return any(found[1] in _NAMES for found in _PIECE.finditer(pattern) if found[1])


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression that `strptime` makes of a pattern in English."""
    return re.compile("".join(map(_expression, _PIECE.finditer(pattern))), re.IGNORECASE)


def _expression(piece: re.Match[str]) -> str:
    directive, space, words = piece.groups()
    if directive == "%":
        return "%"
    if directive:
        return f"(?P<{directive}>{(_NAMES | _NUMBERS)[directive]})"
    return r"\s+" if space else re.escape(words)
