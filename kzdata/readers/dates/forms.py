"""The forms in which a language writes dates, made from its tables into regular expressions.

A form is a template such as `{day} {month}` in `languages/<code>/dates.toml`. What a match means is
`kzdata.readers.dates.meaning`; finding forms in a text is `kzdata.readers.dates`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from kzdata.readers.dates.time_words import Time
from kzdata.readers.dates.words import Calendar, Words, any_of, first_word, variants
from kzdata.readers.language import tables

_TIME = r"(?:T[0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
"""The time that may follow a day: `T23:30:00Z` (ISO 8601)."""

NUMERIC = (
    "(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})" + _TIME,
    "(?P<left>[0-9]{1,2})(?P<mark>[-/.])(?P<right>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
)
"""Dates in digits, in every language: the year first (ISO 8601), or the year last."""

PHRASES = {
    "phrase": "phrases",
    "month_phrase": "months_from",
    "year_phrase": "years_from",
}
"""Kinds of forms that are fixed words, and the section that lists them, some with one offset."""

_DIGITS = {
    "day": "(?P<day>[0-9]{1,2})",
    "until": "(?P<until>[0-9]{1,2})",
    "year": "(?P<year>[0-9]{4})",
    "to_year": "(?P<to_year>[0-9]{4})",
    "decade": "(?P<decade>[0-9]{3})0",
    "decade_short": "(?P<decade_short>[3-9])0",
}
_LENGTHS = {"day": (1, 2), "year": (4,), "decade": (4,), "decade_short": (2,), "amount": (1, 2, 3)}
"""How many digits in a row there are where one of these opens a form; no form has more behind."""

_NEVER = "(?!)"

_EXPRESSIONS = ("beside", "before", "after", "amount", "doubtful", "apart")
"""The parts of a table that are expressions, whose slots are listed once."""

_NAMED = re.compile(r"\{([a-z]\w*)\}")
_FIRST = re.compile(r"[^\W\d_]+")
_OPENING_GROUP = re.compile(r"\(\?P<\w+>([\w|]+)\)")


class Form:
    """One way to write a date; `kind`: its section of the table; `phrase`: its days, if fixed."""

    def __init__(self, kind: str, source: str, phrase: int | None = None) -> None:
        self.kind: Final = kind
        self.source: Final = source
        self.phrase: Final = phrase
        self.pattern: re.Pattern[str] | None = None
        """The expression, once it is compiled."""

    def compile(self) -> re.Pattern[str]:
        """The expression, which is compiled when a text first needs it."""
        self.pattern = pattern = re.compile(self.source)
        return pattern


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
    forms = _Forms(table, calendar.places)
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


class _Forms:
    """The forms of a language by what opens them, and the words of time that they have."""

    def __init__(self, table: Mapping[str, Any], places: Mapping[str, Words]) -> None:
        self.starting: dict[str, list[Form]] = {}
        self.digits: dict[int, list[Form]] = {}
        self.time = Time(places)
        for source, first in zip(NUMERIC, ("year", "day"), strict=True):
            self._open(first, Form("numeric", source))
        for kind, templates in table.get("forms", {}).items():
            for template in templates:
                self._add(kind, template, places)
        for kind, section in PHRASES.items():
            for phrases, number in table.get(section, {}).items():
                for phrase in phrases.split("; "):
                    self._add_phrase(kind, phrase, number)

    def _add(self, kind: str, template: str, places: Mapping[str, Words]) -> None:
        form = Form(kind, _source(template, places))
        opening = _opening(template, places)
        self.time.add(template, opening)
        if "0" in opening and (opener := _NAMED.match(template)):
            self._open(opener[1], form)
        for word in opening - {"0"}:
            self.starting.setdefault(word, []).append(form)

    def _add_phrase(self, kind: str, phrase: str, number: int) -> None:
        for variant in variants(phrase):
            self.time.add_phrase(variant)
            form = Form(kind, re.escape(variant), number)
            self.starting.setdefault(first_word(variant), []).append(form)

    def _open(self, opener: str, form: Form) -> None:
        for length in _LENGTHS[opener]:
            self.digits.setdefault(length, []).append(form)


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


def _source(template: str, places: Mapping[str, Words]) -> str:
    if group := _OPENING_GROUP.match(template):
        words = [variant for word in group[1].split("|") for variant in variants(word)]
        template = template[: group.start(1)] + any_of(words) + template[group.end(1) :]
    elif literal := _FIRST.match(template):
        template = any_of(variants(literal[0])) + template[literal.end() :]

    def expand(match: re.Match[str]) -> str:
        name = match[1]
        return _DIGITS[name] if name in _DIGITS else places[name].pattern

    return _NAMED.sub(expand, template)


def _opening(template: str, places: Mapping[str, Words]) -> set[str]:
    """The words that a form may begin with; `0` where it may begin with a digit."""
    if placeholder := _NAMED.match(template):
        name = placeholder[1]
        if name in _DIGITS:
            return {"0"}
        opening = {first_word(word) for word in places[name].words}
        return opening | {"0"} if name == "amount" else opening
    group = _OPENING_GROUP.match(template)
    first = group[1].split("|") if group else [first_word(template)]
    return {variant for word in first for variant in variants(word)}
