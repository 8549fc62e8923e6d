"""Texts made from templates: news articles and books, and where in them something is claimed.

A number that is claimed stands in its text only once, and so does a day: hence do the words quoted.
What becomes of the claims is `corpus`.
"""

import datetime as dt
import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

FIRST_DAY = dt.date(2009, 1, 1)
DAYS = 6_000

BOUNDS = {
    "exactly": ("",),
    "more_than": ("more than ", "over ", "in excess of "),
    "at_least": ("at least ", "no fewer than "),
    "less_than": ("fewer than ",),
    "at_most": ("at most ", "no more than "),
    "about": ("about ", "nearly ", "roughly ", "around "),
}
EVENTS = (
    ("evacuation", ("evacuated", "moved to safety"), ("person", "animal")),
    ("training", ("trained",), ("person",)),
    ("damage", ("damaged", "flooded"), ("building",)),
    ("delivery", ("delivered",), ("tonne", "vehicle")),
    ("repair", ("repaired", "rebuilt"), ("building",)),
    ("vaccination", ("vaccinated",), ("person", "animal")),
    ("inspection", ("inspected",), ("building", "vehicle")),
    ("registration", ("registered",), ("person", "vehicle", "animal")),
    ("planting", ("planted",), ("tree",)),
)
TERMS = {
    "person": (
        "people", "residents", "workers", "soldiers", "students", "volunteers", "farmers",
        "refugees", "nurses", "teachers",
    ),
    "building": ("homes", "houses", "schools", "buildings", "clinics", "bridges"),
    "vehicle": ("vehicles", "trucks", "buses", "tractors"),
    "tonne": ("tonnes",),
    "animal": ("sheep", "horses", "cattle", "camels"),
    "tree": ("trees", "saplings"),
}  # fmt: skip

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_T = TypeVar("_T")

_SLOT = re.compile(r"\{(\w+)\}")
_WIDE = re.compile(r"(.{60,72}) (?=\S)")
_ARTICLE = re.compile(r"\b([Aa])(?= [aeiou])")
_TEXTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_SLOTS: Mapping[str, Sequence[str]] = {
    **{slot: written.split() for slot, written in _TEXTS["words"].items()},
    **_TEXTS["phrases"],
}
_SENTENCES: Mapping[str, Sequence[str]] = _TEXTS["sentences"]


class Claim(NamedTuple):
    """What a text says once: the record's values, and where the words stand that say it."""

    value: int
    bound: str
    unit: str
    as_written: str
    event: str
    happened_on: dt.date | None
    spans: tuple[tuple[int, int], ...]


class Text(NamedTuple):
    """A generated text, its headline and day, and its claims in the order of their words."""

    text: str
    title: str
    published: dt.date
    dateline: tuple[int, int]
    claims: tuple[Claim, ...]


class _Unit(NamedTuple):
    """Sentences that stay together, and the claim that they make, its spans counted from here."""

    text: str
    claim: Claim | None = None


class Writer:
    """Writes one text, by its own seed: the text does not depend on those before it."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)
        self._numbers: set[int] = set()
        self._days: set[int] = set()

    def article(self, claims: int) -> Text:
        """A news article of 2 to 4.5 kB."""
        extra = self.chance.randrange(6)
        length = int(self.chance.triangular(2_100, 4_300, 2_600))
        return self._text(claims, extra, length)

    def book(self, claims: int, length: int = 500_000) -> Text:
        """A book, its lines wrapped: words that are quoted on one line may stand on two."""
        return self._text(claims, claims // 4, length, wrap=True)

    def _text(self, claims: int, extra: int, length: int, *, wrap: bool = False) -> Text:
        units = [self._claim() for _ in range(claims)] + [self._number() for _ in range(extra)]
        written = sum(len(unit.text) + 1 for unit in units)
        while written < length:
            units.append(_Unit(self._filled(self._one_of(_SENTENCES["filler"]))))
            written += len(units[-1].text) + 1
        self.chance.shuffle(units)
        title = self._filled("{office} {adverb} {verb} {adjective} {noun} in {town}")
        title = title[0].upper() + title[1:]
        town = self._one_of(_SLOTS["town"]).upper()
        day = self._day()
        head = f"{title}\n\n{town}, "
        dateline = (len(head), len(head) + len(_written(day)))
        text, found = self._joined(f"{head}{_written(day)} — ", units)
        if wrap:
            text = _WIDE.sub(r"\1\n", text)
        return Text(text + "\n", title, day, dateline, tuple(found))

    def _joined(self, text: str, units: Sequence[_Unit]) -> tuple[str, list[Claim]]:
        """The units in paragraphs, and their claims with spans counted in the whole text."""
        parts = [text]
        at = len(text)
        found = []
        left = self.chance.randint(2, 5)
        for unit in units:
            if unit.claim:
                spans = tuple((at + start, at + end) for start, end in unit.claim.spans)
                found.append(unit.claim._replace(spans=spans))
            left -= 1
            behind = " " if left else "\n\n"
            left = left or self.chance.randint(2, 5)
            parts += (unit.text, behind)
            at += len(unit.text) + len(behind)
        return "".join(parts).rstrip(), found

    def _claim(self) -> _Unit:
        """A sentence with one number in it; a day in it, in the next sentence, or none."""
        event, verbs, units = self._one_of(EVENTS)
        unit = self._one_of(units)
        bound = self._one_of(tuple(BOUNDS)) if self.chance.random() < 0.6 else "exactly"
        value, number = self._amount()
        as_written = self._one_of(BOUNDS[bound]) + number
        lead = self._filled(self._one_of(_SENTENCES["lead"]))
        if not lead:
            as_written = as_written[0].upper() + as_written[1:]
        said = f"{as_written} {self._one_of(TERMS[unit])} were {self._one_of(verbs)}"
        dated = self.chance.random()
        day = self._day() if dated < 0.6 else None
        if day and dated < 0.5:
            said += f" on {_written(day)}"
        spans = [(len(lead), len(lead) + len(said))]
        text = lead + said + self._filled(self._one_of(_SENTENCES["tail"]))
        if day and dated >= 0.5:
            on = f"on {_written(day)}"
            later = self._filled(self._one_of(_SENTENCES["later"]).replace("{day}", on))
            place = len(text) + 1 + later.index(on)
            spans.append((place, place + len(on)))
            text += f" {later}"
        claim = Claim(value, bound, unit, as_written, event, day, tuple(spans))
        return _Unit(text[0].upper() + text[1:], claim)

    def _number(self) -> _Unit:
        """A sentence with a number that no record uses."""
        _, number = self._amount()
        return _Unit(self._filled(self._one_of(_SENTENCES["number"]).replace("{number}", number)))

    def _amount(self) -> tuple[int, str]:
        """A number that the text does not hold yet, and how it is written."""
        while True:
            spelled = self.chance.random()
            if spelled < 0.1:
                tens, digit = self.chance.randrange(8), self.chance.randrange(9)
                value = 20 + 10 * tens + digit + 1
                number = f"{_TENS[tens]}-{_DIGITS[digit]}"
            elif spelled < 0.15:
                tenths = self.chance.randint(11, 99)
                value = tenths * 100_000
                number = f"{tenths / 10:.1f} million"
            else:
                value = int(10 ** self.chance.uniform(1, 5.5))
                number = f"{value:,}"
            if value not in self._numbers:
                self._numbers.add(value)
                return value, number

    def _day(self) -> dt.date:
        while True:
            day = self.chance.randrange(DAYS)
            if day not in self._days:
                self._days.add(day)
                return FIRST_DAY + dt.timedelta(days=day)

    def _filled(self, template: str) -> str:
        """The template with words in its slots."""
        parts = _SLOT.split(template)
        for place in range(1, len(parts), 2):
            parts[place] = self._one_of(_SLOTS[parts[place]])
        return _ARTICLE.sub(r"\1n", "".join(parts))

    def _one_of(self, choices: Sequence[_T]) -> _T:
        return choices[int(self.chance.random() * len(choices))]


def _written(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
