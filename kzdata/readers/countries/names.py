"""The names and adjectives of countries in one language, with the endings that they take.

Made from `languages/<code>/cldr.json` and `countries.toml`; where the two differ, the latter wins.
Finding them in a text is `kzdata.readers.countries`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from kzdata.quotations.folding import folded
from kzdata.readers.language import tables

Forms = Iterator[tuple[str, frozenset[str]]]
"""Stems, each with the endings that it takes; the empty ending is the stem alone."""

KEY = 2
"""How many letters of a word are looked up to find the names that begin so, or hold that word."""

SHORT = 3
"""Names of so few letters are abbreviations or too short to be read in capitals."""

CASES = 6

_ALONE = frozenset([""])
_LETTERS = re.compile(r"[^\W\d_]+")


class Meaning(NamedTuple):
    """What a name means; no codes for a longer name that is no country (`Gulf of Guinea`)."""

    codes: tuple[str, ...]
    form: Literal["name", "adjective"]


class Inner(NamedTuple):
    """A word inside a longer name: how far from its beginning it stands, and the whole name.

    A `rigid` name takes no endings: `The Gambia` does not hold the word in `The Gambian`.
    """

    offset: int
    name: str
    rigid: bool


class Beside(NamedTuple):
    """What makes a name none, in front of it or behind it: a sea, a town of that name, a denial.

    Or in front and with the name itself, `within` which it stands: `улица Польская`.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    within: re.Pattern[str]


class Names(NamedTuple):
    """The names of one language.

    `meanings`: by stem, what it means with which endings; the first that fits counts.
    `opening`: by the first letters of its first word, the stems, the longest first.
    `inside`: by the first letters of a later word, the names that hold it.
    `pronouns`: names that are words without a word in front, where they may open a sentence.
    """

    meanings: Mapping[str, list[tuple[frozenset[str], Meaning]]]
    opening: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, tuple[Inner, ...]]
    people: "People"
    pronouns: frozenset[str]
    beside: Beside


class People(NamedTuple):
    """Names of countries that are first names or surnames too, and what stands beside no person."""

    first_names: frozenset[str]
    no_surnames: frozenset[str]
    surnames: frozenset[str]
    no_first_names: frozenset[str]


@cache
def names(code: str) -> Names:
    """The names of countries in a language that has tables; none for any other code."""
    table = tables(code, "countries")
    meanings: dict[str, list[tuple[frozenset[str], Meaning]]] = {}

    def add(forms: Forms, codes: tuple[str, ...], form: Literal["name", "adjective"]) -> None:
        for stem, endings in forms:
            meanings.setdefault(stem, []).append((endings, Meaning(codes, form)))

    rules = _Rules(table)
    given = list(_named(code, table))
    for name, codes in given:
        add(rules.name(name), codes, "name")
    for listed, adjectives in table.get("adjectives", {}).items():
        for adjective in _listed(adjectives):
            add(rules.adjective(adjective), tuple(listed.split()), "adjective")
    for name, codes in given:
        add(rules.origin(name), codes, "adjective")
    for phrase in _listed(table.get("none", {}).get("phrases", "")):
        add(rules.name(phrase), (), "name")
    people = table.get("people", {})
    words = (frozenset(str(people.get(name, "")).split()) for name in People._fields)
    pronouns = frozenset(_listed(table.get("none", {}).get("pronouns", "")))
    return Names(
        meanings, _openings(meanings), _insides(meanings), People(*words), pronouns, _beside(table)
    )


def _beside(table: Mapping[str, Any]) -> Beside:
    beside = table.get("beside", {})
    return Beside(*(re.compile(beside.get(side, "(?!)")) for side in Beside._fields))


def _named(code: str, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names by hand, then those of CLDR that are names as people write them."""
    seen = set(_listed(table.get("none", {}).get("left_out", "")))
    for codes, given in table.get("names", {}).items():
        for name in _listed(given):
            for one in _spelled(name, table["expand"]):
                if one not in seen:
                    seen.add(one)
                    yield one, tuple(codes.split())
    territories = tables(code, "cldr").get("territories", {})
    for country, name in zip(territories, _listed(";".join(territories.values())), strict=True):
        for one in _spelled(name, table["expand"]):
            if one not in seen and not re.search(r"[(,]| - |\bSAR\b|\bRAS\b|САР|АӘА", one):
                yield one, (country,)


def _spelled(name: str, expand: Mapping[str, str]) -> Iterable[str]:
    """A name as it is listed, and with what `expand` writes otherwise: one step after the other."""
    steps = accumulate(expand.items(), lambda one, step: one.replace(*step), initial=name)
    return dict.fromkeys(steps)


def _listed(text: str) -> list[str]:
    return [name.strip() for name in folded(text).split(";") if name.strip()]


class _Rules:
    """How names and adjectives are inflected, by the endings in the language's table."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._names: Mapping[str, str] = table.get("name_endings", {})
        self._adjectives: Mapping[str, str] = table.get("adjective_endings", {})
        self._origin: list[str] = table.get("origin", "").split()
        cases = table.get("cases", "").split()
        plurals = table.get("plural", "").split()
        plural_cases = [*plurals, *(plural + case for plural in plurals for case in cases)]
        self._cases = frozenset(["", *cases])
        self._possessed = self._cases | frozenset(table.get("possessed_cases", "").split())
        self._people = self._cases | frozenset(plural_cases)

    def name(self, name: str) -> Forms:
        """A name in all cases (a single word as stem and endings) and in capitals."""
        for spelling in dict.fromkeys((name, name.replace("ё", "е"))):
            if spelling.isupper():
                yield spelling, _ALONE
            elif not self._names:
                yield spelling, self._possessed if spelling[-1] in "ыі" else self._cases
            elif " " in spelling:
                yield from self._phrase(spelling.split(" "))
            else:
                stem, endings = _split(spelling, self._names)
                yield stem, frozenset(endings)
        if len(name) > SHORT:
            yield name.upper(), _ALONE

    def adjective(self, adjective: str) -> Forms:
        """An adjective or the name of a people in all its forms, as listed and capitalised."""
        stem, endings = _split(adjective, self._adjectives)
        for cased in dict.fromkeys((stem, stem[:1].upper() + stem[1:])):
            yield cased, frozenset(endings) | (self._people if self._origin else _ALONE - {""})

    def origin(self, name: str) -> Forms:
        """The adjectives that Kazakh makes of any name: `ливандық` of `Ливан`."""
        if len(name) > SHORT:
            for ending in self._origin:
                for cased in (name[:1].lower() + name[1:], name):
                    yield cased + ending, self._people

    def _phrase(self, words: list[str]) -> Forms:
        """Several words, in full: all declined, or the first alone (`Республики Корея`).

        Abbreviations never are: `Виргинских островов США`.
        """
        rules = [(word, [""]) if word.isupper() else _split(word, self._names) for word in words]
        yield " ".join(words), _ALONE
        for case in range(CASES):
            cased = [stem + endings[min(case, len(endings) - 1)] for stem, endings in rules]
            yield " ".join(cased), _ALONE
            yield " ".join([cased[0], *words[1:]]), _ALONE


def _split(word: str, rules: Mapping[str, str]) -> tuple[str, list[str]]:
    """The stem of a word and its endings in the order of the cases, by the longest rule."""
    for length in range(min(4, len(word)), -1, -1):
        stem = word[: len(word) - length]
        if endings := rules.get(word[len(stem) :]):
            return stem, endings.split(" ")
    return word, [""]


def _openings(meanings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    opening: dict[str, list[str]] = {}
    for stem in meanings:
        if first := _LETTERS.match(stem):
            opening.setdefault(first[0][:KEY], []).append(stem)
    return {key: tuple(sorted(stems, key=len, reverse=True)) for key, stems in opening.items()}


def _insides(
    meanings: Mapping[str, list[tuple[frozenset[str], Meaning]]],
) -> dict[str, tuple[Inner, ...]]:
    inside: dict[str, list[Inner]] = {}
    for stem, said in meanings.items():
        rigid = all(endings == _ALONE for endings, _ in said)
        for word in _LETTERS.finditer(stem, 1):
            if word.start() and not stem[word.start() - 1].isalpha():
                inside.setdefault(word[0][:KEY], []).append(Inner(word.start(), stem, rigid))
    return {key: tuple(found) for key, found in inside.items()}
