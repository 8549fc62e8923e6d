"""How a language writes dates: its forms, and what must not stand beside them, from its tables.

Forms are made by `templates`. What a match means is `kzdata.readers.dates.meaning`; finding forms
in a text is `kzdata.readers.dates`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from kzdata.readers.dates.templates import Form, Forms
from kzdata.readers.dates.words import Calendar
from kzdata.readers.language import tables

_NEVER = "(?!)"

_EXPRESSIONS = ("beside", "before", "after", "amount", "doubtful", "apart")
"""The parts of a table that are expressions, whose slots are listed once."""

_NAMED = re.compile(r"\{([a-z]\w*)\}")


class Match(NamedTuple):
    """A form that fits the folded text at `start`, whatever stands around it."""

    start: int
    end: int
    form: Form
    match: re.Match[str]


class Beside(NamedTuple):
    """What makes none of any form, in front of it or behind it: a denial, or an era before ours.

    Only where a text has one of the `words`, in lower case, are the expressions tried. What begins
    as one of `kept` says its date nevertheless: `not until 2022`. A form with what is in front of
    it that ends as `named` is a place or the like: `улица 8 Марта`.
    """

    words: frozenset[str]
    kept: tuple[str, ...]
    before: str
    after: str
    named: str


class Grammar(NamedTuple):
    """How one language writes dates.

    `starting` are the forms that a word may open, `digits` those that so many digits in a row may
    open. `timed` are words of time: what matches a form has one of them or a year, no more than
    `within` spaces behind its beginning.
    `values` say what the words of a group (`month`, `unit` and the like) stand for. `before` and
    `after` are, by kind, what must not stand there; `beside` is that for all kinds. `behind_year`
    are the lower-case words that end the search for a thing that a year counts, `counted` those
    that are one, and `adjectives` what may not follow a year, of the others. `until`: words that
    make a date cited with them the end of a range. `anchored`: what behind an offset says from what
    it is counted, and `spoken`: one that counts from the day on which it is said. `checked_kinds`:
    the kinds of forms that such a thing must not follow either; of all others (`January 2022
    protests`) only round years are looked at (`in January 2000 people`). What stands before and
    after four digits that are an `amount`, and before and after those that may as well be one:
    `doubtful`. Behind the one or in front of the other that is `apart` no date lends its year:
    `born on 12 May 1980`.
    """

    code: str
    starting: Mapping[str, tuple[Form, ...]]
    timed: frozenset[str]
    within: int
    digits: Mapping[int, tuple[Form, ...]]
    values: Mapping[str, Mapping[str, int]]
    numeric: tuple[str, ...]
    before: Mapping[str, re.Pattern[str]]
    after: Mapping[str, re.Pattern[str]]
    beside: Beside
    behind_year: frozenset[str]
    counted: re.Pattern[str]
    adjectives: frozenset[str]
    until: frozenset[str]
    anchored: re.Pattern[str]
    spoken: re.Pattern[str]
    checked_kinds: frozenset[str]
    amount: tuple[str, str]
    doubtful: tuple[str, str]
    apart: tuple[re.Pattern[str], re.Pattern[str]]


@cache
def grammar(code: str) -> Grammar:
    """The forms of a language that has tables, or those common to all for any other code."""
    table = tables(code, "dates")
    calendar = Calendar(code)
    forms = Forms(table, calendar.places)
    behind, offset = (table.get(name, {}) for name in ("behind", "offset"))
    expressions = (_expressions(table, part) for part in _EXPRESSIONS)
    beside, before, after, amount, doubtful, apart = expressions
    return Grammar(
        code=code,
        starting={word: tuple(dict.fromkeys(some)) for word, some in forms.starting.items()},
        timed=frozenset(forms.time.words),
        within=forms.time.within,
        digits={length: tuple(some) for length, some in forms.digits.items()},
        values=calendar.values,
        numeric=tuple(table.get("numeric", ("day-month", "month-day"))),
        before={kind: re.compile(source) for kind, source in before.items()},
        after={kind: re.compile(source) for kind, source in after.items()},
        beside=Beside(
            words=frozenset(beside.get("words", "").replace("|", " ").split()),
            kept=tuple(beside.get("kept", "").split()),
            before=beside.get("before", _NEVER),
            after=beside.get("after", _NEVER),
            named=beside.get("named", _NEVER),
        ),
        behind_year=frozenset(behind.get("year", "").split()),
        counted=re.compile(behind.get("counted", ".*")),
        adjectives=frozenset(behind.get("adjective", "").split()),
        until=frozenset(table.get("range", {}).get("until", "").split()),
        anchored=re.compile(offset.get("anchored", _NEVER)),
        spoken=re.compile(offset.get("spoken", _NEVER)),
        checked_kinds=frozenset(behind.get("checked_kinds", ())),
        amount=_sides(amount),
        doubtful=_sides(doubtful),
        apart=(
            re.compile(apart.get("before", _NEVER)),
            re.compile(apart.get("after", _NEVER)),
        ),
    )


def _expressions(table: Mapping[str, Any], part: str) -> Mapping[str, str]:
    """The lines of a part; an expression may be several, any of which fits, and have slots.

    >>> table = {"slots": {"lead": "(?:on |in )?"}, "beside": {"before": ["not {lead}$", "or $"]}}
    >>> _expressions(table, "beside")
    {'before': 'not (?:on |in )?$|or $'}
    """
    slots = table.get("slots", {})
    lines = table.get(part, {}).items()
    sources = {key: one if isinstance(one, str) else "|".join(one) for key, one in lines}
    return {
        key: _NAMED.sub(lambda slot: str(slots[slot[1]]), source) for key, source in sources.items()
    }


def _sides(table: Mapping[str, str]) -> tuple[str, str]:
    """What stands before and after; a side that is not given may be whatever it is."""
    return table.get("before", "" if "after" in table else _NEVER), table.get("after", "")
