"""Dates in running text, whole, partial and relative, and how a partial one is completed.

`read` finds; how dates are written is `forms`, what they mean `meaning`. Nothing here
knows what day it is.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kzdata.readers.countries import is_adjective
from kzdata.readers.dates.forms import Form, Grammar, grammar
from kzdata.readers.dates.meaning import YEAR_KINDS, day, meanings, weekday_of
from kzdata.readers.dates.starts import YEAR_DIGITS, starts, starts_inside
from kzdata.readers.language import code
from kzdata.readers.readings import DateReading
from kzdata.readers.text import chunks
from kzdata.readers.text.chunks import Chunks

REACH = 32
"""How many characters before a date a longer form may begin that holds it."""

COUNTED_WITHIN = 2
"""How many words behind a year are looked at for a thing that it counts: `2003 brick houses`."""

BEHIND_LEAD = ("month_behind_lead", "weekday_behind_lead")
"""`in May`, `в среду`: they hide no date that begins with their month or weekday: `in May 2022`."""

_OF_DAYS = ("date", "days")

_PARTIAL = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-[0-9]{2})?|-[0-9]{2})?")
_WORD_BEHIND = re.compile(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)( [^\W\d_]|)")
_JOINED_BEFORE = re.compile(r"[\w\u0300-\u036f]$")
_JOINED_AFTER = re.compile(r"[\w\u0300-\u036f]")
_DIGITS_BEFORE = re.compile(r"[$€£¥₸₽№#]$|[0-9][.,:/-]$")
_DIGITS_AFTER = re.compile(r"[.,:/][0-9]")
_YEAR_BEFORE = re.compile(r"[$€£¥₸₽№#+=@&/.-]$|[0-9][,:]$|[0-9$€£¥₸₽№#] $")
_YEAR_AFTER = re.compile(r"-\w| ?[%°$€£¥₸₽№]| [0-9]{3}|['/][0-9s]")


class _Match(NamedTuple):
    """A form that fits the folded text at `start`, whatever stands around it."""

    start: int
    end: int
    form: Form
    match: re.Match[str]


def read(text: str, language: str) -> list[DateReading]:
    """The dates in a text, in order; both ends of a range carry the whole range as their words.

    Two readings of the same words that are no range are an ambiguity (`06/01/2022` in English).

    >>> [(r.edtf, r.weekday, r.offset_days) for r in read("on Monday, January 10", "en")]
    [('XXXX-01-10', 1, None)]
    >>> [r.edtf for r in read("с 5 по 8 января 2022 года", "ru")]
    ['2022-01-05', '2022-01-08']
    >>> [r.edtf for r in read("10-15 officers, four in 20 cities, 2003 soldiers", "en")]
    []
    """
    known = grammar(code(language))
    whole = chunks.of(text)
    readings = []
    for found in _outermost(whole, known):
        said = meanings(found.form, found.match, known)
        if not said or _refused(found, whole.text, known) or _cut(found, whole.text, known):
            continue
        if span := whole.fold.span(found.start, found.end):
            readings += [DateReading(span, *meaning) for meaning in said]
    return readings


def complete(partial: DateReading, *, year: str | None, reference: str | None) -> str | None:
    """The EDTF of a partial reading, given a year (EDTF) or a reference date, or None.

    A month or a day takes the year; with a weekday, that near the reference day which it fits. A
    weekday is the latest one not after the reference day; an
    offset is counted from it. What counts in months or years needs no more of the reference than a
    month or year. None where what is needed is missing, the weekday does not fit, or the words are
    not sure: `last Monday` said on a Thursday.

    >>> monday, = read("on Monday", "en")
    >>> complete(monday, year=None, reference="2022-01-12")
    '2022-01-10'
    >>> sixth, = read("January 6", "en")
    >>> complete(sixth, year="2022", reference=None)
    '2022-01-06'
    >>> later, = read("three years later", "en")
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


def _outermost(whole: Chunks, known: Grammar) -> Iterator[_Match]:
    """The longest form at each word, without those that begin inside an earlier one.

    A form hides what begins inside it even where it is refused: in `January 45` nobody may read
    January. So more context can only take readings away.
    """
    reach = 0
    text = whole.text
    for start, forms in starts(whole, known):
        found = _longest(forms, text, start)
        if found and not _holds_longer(found, text, known):
            if found.start >= reach:
                yield found
            if found.form.kind not in BEHIND_LEAD:
                reach = max(reach, found.end)


def _longest(forms: Iterable[Form], text: str, start: int) -> _Match | None:
    best: _Match | None = None
    for form in forms:
        match = (form.pattern or form.compile()).match(text, start)
        if match and (best is None or match.end() > best.end):
            best = _Match(start, match.end(), form, match)
    return best


def _holds_longer(found: _Match, text: str, known: Grammar) -> bool:
    """Whether the year at the end of a form begins a longer one: `since 2022-01-06`."""
    if found.form.kind != "year_led":
        return False
    inner = _longest(known.digits[YEAR_DIGITS], text, found.match.start("year"))
    return inner is not None and inner.end > found.end


def _cut(found: _Match, text: str, known: Grammar) -> bool:
    """Whether a form that begins inside a word would hold this one, if that word were cut there."""
    inside = starts_inside(text, max(0, found.start - REACH), found.start, known)
    for start, forms in inside:
        longer = _longest(forms, text, start)
        if longer and longer.end > found.start and longer.form.kind not in BEHIND_LEAD:
            return True
    return False


def _refused(found: _Match, text: str, known: Grammar) -> bool:
    """Whether what stands around a form makes it none.

    Before a form, nothing here looks for the beginning of a word or text, nor behind it for an end.
    """
    kind = found.form.kind
    before, after = (
        text[max(0, found.start - REACH) : found.start],
        text[found.end : found.end + REACH],
    )
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
        return True
    if (text[found.start].isdecimal() and _DIGITS_BEFORE.search(before)) or (
        text[found.end - 1].isdecimal() and _DIGITS_AFTER.match(after)
    ):
        return True
    if kind in YEAR_KINDS and _YEAR_AFTER.match(after):
        return True
    if kind == "year" and _YEAR_BEFORE.search(before):
        return True
    unlikely = known.before.get(kind), known.after.get(kind)
    if (unlikely[0] and unlikely[0].search(before)) or (unlikely[1] and unlikely[1].match(after)):
        return True
    return _counts_things(found, text, known)


def _counts_things(found: _Match, text: str, known: Grammar) -> bool:
    """Whether what ends a form is a number: `2003 soldiers`, `June 8 and 9 people`."""
    kind, last = found.form.kind, found.match.lastgroup
    if kind == "days" and last == "until":
        return _counted(text, found.end, known)
    if last not in ("year", "to_year") or found.match.end(last) != found.end:
        return False
    is_round = kind not in _OF_DAYS and found.match[0].endswith("00")
    if kind != "year" and kind not in known.checked_kinds and not is_round:
        return False
    return _counted(text, found.end, known)


def _counted(text: str, at: int, known: Grammar) -> bool:
    """Whether the words at a position name a thing that is counted."""
    for _ in range(COUNTED_WITHIN):
        word = _WORD_BEHIND.match(text, at)
        if not word or word[1] in known.behind_year:
            return False
        if not word[1][0].islower():
            counted = word[1] in known.adjectives or is_adjective(word[1], known.code)
            return word[2][1:].islower() and counted
        if known.counted.fullmatch(word[1]):
            return True
        at = word.end(1)
    return False
