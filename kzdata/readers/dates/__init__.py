"""Dates in running text, whole, partial and relative.

`read` finds; how dates are written is `forms`, what they mean `meaning`, and how a partial one is
completed `completion`. Nothing here knows what day it is.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kzdata.readers.countries import is_adjective
from kzdata.readers.dates.forms import Form, Grammar, grammar
from kzdata.readers.dates.meaning import YEAR_KINDS, meanings
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
