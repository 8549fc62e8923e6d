"""The templates of dates, such as `{day} {month}`, made into regular expressions.

They stand in `languages/<code>/dates.toml`; what else is said there is for `forms`.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from kzdata.readers.dates.time_words import Time
from kzdata.readers.dates.words import Words, any_of, first_word, variants

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


class Forms:
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
