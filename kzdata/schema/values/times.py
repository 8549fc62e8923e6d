"""Dates, times, years and months as Table Schema v2 writes them.

No clock, zone or locale of the machine is asked. Durations are `kzdata.schema.values.durations`.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import TypeVar

from kzdata.constraints import formats
from kzdata.schema.fields import Field
from kzdata.schema.values import english
from kzdata.schema.values.misfits import Misfit

T = TypeVar("T")

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}")
DATETIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?")
YEAR = re.compile(r"[0-9]{4}")
YEARMONTH = re.compile(formats.YEARMONTH)

_ZONED = re.compile(rf"{DATETIME.pattern}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})")
_DIRECTIVE = re.compile(r"%(.?)", re.DOTALL)
_DATE_PARTS = frozenset("YymdjbBaA")
_TIME_PARTS = frozenset("HIMSfpz")


def format_fault(kind: str, pattern: str) -> str | None:
    """Why a strptime pattern cannot be a format of `date`, `time` or `datetime`; None if it can.

    What the locale or the clock decides (`%c`, `%x`, `%X`, `%Z`) is refused, and a pattern that
    leaves a part of the value open.

    >>> format_fault("date", "%d/%m")
    'it leaves the year open'
    """
    parts = _DIRECTIVE.findall(pattern)
    allowed = {"date": _DATE_PARTS, "time": _TIME_PARTS, "datetime": _DATE_PARTS | _TIME_PARTS}
    for part in parts:
        if part not in allowed[kind] | {"%"}:
            return f"it holds `%{part}`, which a {kind} has not"
    doubled = {part for part in parts if part != "%" and parts.count(part) > 1}
    if doubled:
        return f"it holds `%{min(doubled)}` twice"
    if kind == "time" and "z" in parts:
        return "it holds `%z`, and a time of day without its day has no zone here"
    return _open_part(kind, set(parts))


def _open_part(kind: str, parts: set[str]) -> str | None:
    if kind != "time":
        if not parts & {"Y", "y"}:
            return "it leaves the year open"
        if not ("j" in parts or ("d" in parts and parts & {"m", "b", "B"})):
            return "it leaves the day open"
    if kind != "date" and not ("H" in parts or {"I", "p"} <= parts):
        return "it leaves the hour open"
    return None


def zoned(field: Field) -> bool:
    """Whether a datetime field's values carry their zone, as its strptime pattern says."""
    return field.type == "datetime" and "z" in _DIRECTIVE.findall(field.format)


def fractional(field: Field) -> bool:
    """Whether the field's format has room for fractions of a second."""
    return field.format == "any" or "f" in _DIRECTIVE.findall(field.format)


def date(field: Field, text: str) -> dt.date | Misfit:
    """The day that `text` writes: `yyyy-mm-dd`, or by the field's strptime pattern."""
    if field.format == "default" and not DATE.fullmatch(text):
        return Misfit("its form is not `yyyy-mm-dd`")
    if field.format in ("default", "any"):
        return _read(dt.date.fromisoformat, text)
    value = _strptime(field, text)
    return value if isinstance(value, Misfit) else value.date()


def time(field: Field, text: str) -> dt.time | Misfit:
    """The time of day that `text` writes: `hh:mm:ss`, or by the field's strptime pattern."""
    if field.format == "default" and not TIME.fullmatch(text):
        return Misfit("its form is not `hh:mm:ss`")
    if field.format not in ("default", "any"):
        value = _strptime(field, text)
        return value if isinstance(value, Misfit) else value.time()
    found = _read(dt.time.fromisoformat, text)
    if isinstance(found, dt.time) and found.tzinfo is not None:
        return Misfit("it has a zone, and a time of day has none")
    return found


def datetime(field: Field, text: str) -> dt.datetime | Misfit:
    """The date and time that `text` writes: without a zone, or in UTC where the format has `%z`."""
    if field.format == "default" and not DATETIME.fullmatch(text):
        if _ZONED.fullmatch(text):
            return Misfit("it has a zone, and the field's format has no `%z`")
        return Misfit("its form is not `yyyy-mm-ddThh:mm:ss`")
    if field.format not in ("default", "any"):
        value = _strptime(field, text)
        if isinstance(value, Misfit) or value.tzinfo is None:
            return value
        return _read(lambda _: value.astimezone(dt.UTC), text)
    found = _read(dt.datetime.fromisoformat, text)
    if isinstance(found, dt.datetime) and found.tzinfo is not None:
        return Misfit("it has a zone, and the field's format has no `%z`")
    return found


def year(_: Field, text: str) -> int | Misfit:
    """The year that `text` writes: XML Schema's gYear of four digits, without a zone."""
    return int(text) if YEAR.fullmatch(text) else Misfit("its form is not `yyyy`")


def yearmonth(_: Field, text: str) -> str | Misfit:
    """The month, as it is written: XML Schema's gYearMonth of four digits, without a zone."""
    return text if YEARMONTH.fullmatch(text) else Misfit("its form is not `yyyy-mm`")


def _read(reader: Callable[[str], T], text: str) -> T | Misfit:
    if not text.isascii():
        return Misfit()
    try:
        return reader(text)
    except (ValueError, OverflowError) as error:
        return Misfit(str(error).partition(":")[0])


def _strptime(field: Field, text: str) -> dt.datetime | Misfit:
    pattern = field.format
    if english.named(pattern):
        if (read := english.numbered(text, pattern)) is None:
            return Misfit()
        text, pattern = read
    found = _read(lambda it: dt.datetime.strptime(it, pattern), text)  # noqa: DTZ007
    return Misfit() if isinstance(found, Misfit) else found
