"""The forms in which a language writes dates, made from its tables into regular expressions.

A form is a template such as `{day} {month}` in `languages/<code>/dates.toml`. What a match means is
`kzdata.readers.date_meaning`; finding forms in a text is `kzdata.readers.dates`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from kzdata.readers.language import tables

NUMERIC = (
    "(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
    "(?P<left>[0-9]{1,2})(?P<mark>[-/.])(?P<right>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})",
)
"""Dates in digits, in every language: the year first (ISO 8601), or the year last."""

_DIGITS = {
    "day": "(?P<day>[0-9]{1,2})",
    "until": "(?P<until>[0-9]{1,2})",
    "year": "(?P<year>[0-9]{4})",
    "to_year": "(?P<to_year>[0-9]{4})",
    "decade": "(?P<decade>[0-9]{3})0",
}
_NAMED = re.compile(r"\{([a-z]\w*)\}")
_FIRST = re.compile(r"[^\W\d_]+")
_OPENING_GROUP = re.compile(r"\(\?P<\w+>([\w|]+)\)")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may stand in one place of a form, and the expression that matches any of them."""

    words: tuple[str, ...]
    pattern: str


@dataclass(frozen=True)
class Form:
    """One way to write a date; `kind`: its section of the table; `phrase`: its days, if fixed."""

    kind: str
    source: str
    phrase: int | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a text first needs it."""
        return re.compile(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one language writes dates.

    `starting` are the forms that a word may open, `tails` the last two letters of those words,
    `digits` the forms that begin with a digit. `values` say what the words of a group (`month`,
    `unit` and the like) stand for. `before` and `after` are, by kind, what must not stand there;
    `behind_year` the lower-case words that may follow a year, with all their beginnings;
    `adjectives` what may not, of the others.
    `checked_after_date`: whether they must follow a year beside a month, too; else (`January 2022
    protests`) only round years are looked at (`in January 2000 people`).
    """

    code: str
    starting: Mapping[str, tuple[Form, ...]]
    tails: frozenset[str]
    digits: tuple[Form, ...]
    values: Mapping[str, Mapping[str, int]]
    numeric: tuple[str, ...]
    before: Mapping[str, re.Pattern[str]]
    after: Mapping[str, re.Pattern[str]]
    behind_year: frozenset[str]
    adjectives: frozenset[str]
    checked_after_date: bool


@cache
def grammar(code: str) -> Grammar:
    """The forms of a language that has tables, or those common to all for any other code."""
    table = tables(code, "dates")
    calendar = _Calendar(code)
    starting: dict[str, list[Form]] = {}
    digits = [Form("numeric", source) for source in NUMERIC]
    for kind, templates in table.get("forms", {}).items():
        for template in templates:
            form = Form(kind, _source(template, calendar.places))
            opening = _opening(template, calendar.places)
            if "0" in opening:
                digits.append(form)
            for word in opening - {"0"}:
                starting.setdefault(word, []).append(form)
    for phrase, days in table.get("phrases", {}).items():
        for variant in variants(phrase):
            form = Form("phrase", re.escape(variant), days)
            starting.setdefault(_first(variant), []).append(form)
    behind = table.get("behind", {})
    return Grammar(
        code=code,
        starting={word: tuple(dict.fromkeys(forms)) for word, forms in starting.items()},
        tails=frozenset(word[-2:] for word in starting),
        digits=tuple(digits),
        values=calendar.values,
        numeric=tuple(table.get("numeric", ("day-month", "month-day"))),
        before={kind: re.compile(source) for kind, source in table.get("before", {}).items()},
        after={kind: re.compile(source) for kind, source in table.get("after", {}).items()},
        behind_year=frozenset(
            word[:end] for word in behind.get("year", "").split() for end in range(1, len(word) + 1)
        ),
        adjectives=frozenset(behind.get("adjective", "").split()),
        checked_after_date=behind.get("checked_after_date", False),
    )


def variants(word: str) -> list[str]:
    """The word as listed, capitalised, and in capitals.

    >>> variants("yesterday")
    ['yesterday', 'Yesterday', 'YESTERDAY']
    """
    return list(dict.fromkeys((word, word[:1].upper() + word[1:], word.upper())))


class _Calendar:
    """The places of forms that words fill, and the values of those words, for one language."""

    def __init__(self, code: str) -> None:
        self.values: dict[str, dict[str, int]] = {}
        self.places: dict[str, Words] = {}
        table, cldr = tables(code, "dates"), tables(code, "cldr")
        if not table:
            return
        endings = ("", *sorted(table.get("endings", "").split(), key=len, reverse=True))
        months = _numbered(cldr["months"], table.get("months_more", ()))
        weekdays = _numbered(cldr["weekdays"], table.get("weekdays_more", ()))
        short = _numbered(cldr["months_short"], table.get("months_short_more", ()))
        short = {word.rstrip("."): month for word, month in short.items() if word not in months}
        self._add("month", months, endings, any_of(_cased(short)) + table["short_end"])
        self._add("weekday", weekdays, endings)
        months_alone = self._alone("month", months, endings, table.get("not_alone", ()))
        rest = table.get("weekdays_not_alone", ())
        weekdays_alone = self._alone("weekday", _cased(weekdays), endings, rest)
        self.values["month"] |= _cased(short)
        starters = tuple(self.values["month"])
        self.places |= {
            "month": Words(starters, self.places["month"].pattern),
            "bare_month": months_alone,
            "bare_weekday": weekdays_alone,
            "not_alone": Words((), f"(?P<month>{any_of(table.get('not_alone', ()))})"),
        }
        self._add("season", table["seasons"])
        self._add("amount", _pairs(table["amounts"]["words"]), more="[0-9]{1,3}")
        self._add("day_word", _pairs(table["days"]["words"]))
        self._add("unit", _pairs(table["amounts"]["units"]))
        for name, words in table.get("words", {}).items():
            cased = tuple(variant for word in words for variant in variants(word))
            self.places[name] = Words(cased, any_of(cased))

    def _add(
        self, name: str, values: Mapping[str, int], endings: tuple[str, ...] = ("",), more: str = ""
    ) -> None:
        cased = _cased(values)
        self.values[name] = {word + end: n for word, n in cased.items() for end in endings}
        pattern = any_of(cased) + (f"{any_of(endings[1:])}?" if endings[1:] else "")
        pattern = f"(?P<{name}>{pattern}{'|' + more if more else ''})"
        self.places[name] = Words(tuple(self.values[name]), pattern)

    def _alone(
        self, name: str, values: Mapping[str, int], endings: tuple[str, ...], rest: Iterable[str]
    ) -> Words:
        """The words that are dates when they stand alone: those as listed, but for the `rest`."""
        alone = [word for word in values if not {word, word.lower()} & set(rest)]
        ends = f"{any_of(endings[1:])}?" if endings[1:] else ""
        words = tuple(word + end for word in alone for end in endings)
        return Words(words, f"(?P<{name}>{any_of(alone)}{ends})")


def any_of(words: Iterable[str]) -> str:
    """An expression that matches any of the words, the longest that fits, letter by letter.

    >>> any_of(["May", "March", "Mar"])
    '(?:Ma(?:r(?:ch)?|y))'
    """
    return f"(?:{_tree(sorted(set(words)))})"


def _tree(words: list[str]) -> str:
    if not words:
        return "(?!)"
    shared = words[0]
    while not words[-1].startswith(shared):
        shared = shared[:-1]
    rests = [word[len(shared) :] for word in words]
    if rests == [""]:
        return re.escape(shared)
    optional = "?" if rests[0] == "" else ""
    by_letter: dict[str, list[str]] = {}
    for rest in rests:
        if rest:
            by_letter.setdefault(rest[0], []).append(rest)
    branches = "|".join(_tree(group) for group in by_letter.values())
    if len(words) == 1 or (not shared and not optional):
        return re.escape(shared) + branches
    return f"{re.escape(shared)}(?:{branches}){optional}"


def _cased(values: Mapping[str, int]) -> dict[str, int]:
    return {variant: n for word, n in values.items() for variant in variants(word)}


def _numbered(names: Iterable[Iterable[str]], more: Iterable[str]) -> dict[str, int]:
    numbered = {name: n for n, same in enumerate(names, 1) for name in same}
    return numbered | {name: n for n, same in enumerate(more, 1) for name in same.split()}


def _pairs(text: str) -> dict[str, int]:
    pairs = (pair.split("=") for pair in text.split())
    return {word.replace("_", " "): int(number) for word, number in pairs}


def _source(template: str, places: Mapping[str, Words]) -> str:
    literal = _FIRST.match(template)
    if literal:
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
        opening = {_first(word) for word in places[name].words}
        return opening | {"0"} if name == "amount" else opening
    group = _OPENING_GROUP.match(template)
    first = group[1].split("|") if group else [_first(template)]
    return {variant for word in first for variant in variants(word)}


def _first(phrase: str) -> str:
    match = _FIRST.match(phrase)
    return match[0] if match else ""
