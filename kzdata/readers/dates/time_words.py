"""The words of time that no form of a date is without, and how far behind its beginning they stand.

Readers look at forms only where such a word or a year is near; see `kzdata.readers.dates.starts`.
"""

import re
from collections.abc import Iterable, Mapping

from kzdata.readers.dates.words import Words, variants

_TIMED = frozenset(
    ["month", "bare_month", "not_alone", "weekday", "bare_weekday", "season", "unit", "decade_word"]
)
_YEARS = frozenset(["year", "to_year", "decade"])
_DAYS = frozenset(["day", "until", "decade_short"])
_PLACE = re.compile(r"\{([a-z]\w*)\}|\(\?P<\w+>([\w|]+)\)")
_LETTERS = re.compile(r"[^\W\d_]+")


class Time:
    """Words of time, gathered form by form."""

    def __init__(self, places: Mapping[str, Words]) -> None:
        self.words: set[str] = set()
        self.within = 0
        self._places = places
        for name in _TIMED.intersection(places):
            self._add(places[name].words)

    def add(self, template: str, opening: Iterable[str]) -> None:
        """Take in a form that begins with one of some words; they count where nothing else can."""
        spaces = 0
        for place in _PLACE.finditer(template):
            name, listed = place.groups()
            if listed:
                self._add(variant for word in listed.split("|") for variant in variants(word))
            if listed or name in _TIMED or name in _YEARS:
                self.within = max(self.within, spaces + template.count(" ", 0, place.start()))
                return
            if name not in _DAYS:
                spaces += max(word.count(" ") for word in self._places[name].words)
        self._add(opening)

    def add_phrase(self, phrase: str) -> None:
        """Take in a form of fixed words by its last."""
        self._add(_LETTERS.findall(phrase)[-1:])
        self.within = max(self.within, phrase.count(" "))

    def _add(self, words: Iterable[str]) -> None:
        for word in words:
            self.words.update(_LETTERS.findall(word))
