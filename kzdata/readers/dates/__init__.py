"""Dates in running text, whole, partial and relative.

`read` finds; how dates are written is `forms`, what they mean `meaning`, and how a partial one is
completed `completion`. Nothing here knows what day it is.
"""

from collections.abc import Iterable, Iterator

from kzdata.readers.dates.forms import Grammar, Match, grammar
from kzdata.readers.dates.meaning import meanings
from kzdata.readers.dates.refusals import is_doubtful, is_warned, refused
from kzdata.readers.dates.starts import YEAR_DIGITS, seen, starts, starts_inside, warns
from kzdata.readers.dates.templates import Form
from kzdata.readers.language import code
from kzdata.readers.readings import DateReading
from kzdata.readers.text import chunks
from kzdata.readers.text.chunks import Chunks

REACH = 32
"""How many characters before a date a longer form may begin that holds it."""

BEHIND_LEAD = ("month_behind_lead", "weekday_behind_lead")
"""`in May`, `в среду`: they hide no date that begins with their month or weekday: `in May 2022`."""


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
    bits = seen(whole, known)
    has_warning = warns(bits)
    readings = []
    for found in _outermost(whole, bits, known):
        said = meanings(found.form, found.match, known)
        if not said or refused(found, whole.text, known) or _cut(found, whole.text, known):
            continue
        if has_warning and is_warned(found, whole.text, known):
            continue
        if span := whole.fold.span(found.start, found.end):
            if found.form.kind == "year" and is_doubtful(found, whole.text, known):
                said = [meaning._replace(sure=False) for meaning in said]
            readings += [DateReading(span, *meaning) for meaning in said]
    return readings


def _outermost(whole: Chunks, bits: bytes, known: Grammar) -> Iterator[Match]:
    """The longest form at each word, without those that begin inside an earlier one.

    A form hides what begins inside it even where it is refused: in `January 45` nobody may read
    January. So more context can only take readings away.
    """
    reach = 0
    text = whole.text
    for start, forms in starts(whole, bits, known):
        found = _longest(forms, text, start)
        if found and not _holds_longer(found, text, known):
            if found.start >= reach:
                yield found
            if found.form.kind not in BEHIND_LEAD:
                reach = max(reach, found.end)


def _longest(forms: Iterable[Form], text: str, start: int) -> Match | None:
    best: Match | None = None
    for form in forms:
        match = (form.pattern or form.compile()).match(text, start)
        if match and (best is None or match.end() > best.end):
            best = Match(start, match.end(), form, match)
    return best


def _holds_longer(found: Match, text: str, known: Grammar) -> bool:
    """Whether the year at the end of a form begins a longer one: `since 2022-01-06`."""
    if found.form.kind != "year_led":
        return False
    inner = _longest(known.digits[YEAR_DIGITS], text, found.match.start("year"))
    return inner is not None and inner.end > found.end


def _cut(found: Match, text: str, known: Grammar) -> bool:
    """Whether a form that begins inside a word would hold this one, if that word were cut there."""
    inside = starts_inside(text, max(0, found.start - REACH), found.start, known)
    for start, forms in inside:
        longer = _longest(forms, text, start)
        if longer and longer.end > found.start and longer.form.kind not in BEHIND_LEAD:
            return True
    return False
