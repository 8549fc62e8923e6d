"""The words that fill the places of a form: months, weekdays, numbers, units, in their spellings.

Made from `cldr.json` and `dates.toml` of a language; the forms are `kzdata.readers.dates.forms`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kzdata.readers.language import tables

_FIRST = re.compile(r"[^\W\d_]+")


class Words(NamedTuple):
    """Words that may stand in one place of a form, and the expression that matches any of them."""

    words: tuple[str, ...]
    pattern: str


class Calendar:
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
        season_endings = ("", *table.get("season_endings", "").split())
        self._add("season", table["seasons"], season_endings)
        self._add("amount", _pairs(table["amounts"]["words"]), more="[0-9]{1,3}")
        self._add("day_word", _pairs(table["days"]["words"]))
        self._add("decade_word", _pairs(table.get("decades", {}).get("words", "")))
        self._add("day_own", _pairs(table["days"].get("own", "")))
        days, months = (_pairs(table["amounts"][unit]) for unit in ("units", "long_units"))
        self._add("unit", days | months)
        self.values["unit"], self.values["months"] = _cased(days), _cased(months)
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


def variants(word: str) -> list[str]:
    """The word as listed, capitalised, and in capitals.

    >>> variants("yesterday")
    ['yesterday', 'Yesterday', 'YESTERDAY']
    """
    return list(dict.fromkeys((word, word[:1].upper() + word[1:], word.upper())))


def first_word(phrase: str) -> str:
    """The first run of letters in a phrase.

    >>> first_word("the day before")
    'the'
    """
    match = _FIRST.match(phrase)
    return match[0] if match else ""
