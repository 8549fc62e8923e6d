"""Short spans and articles that each reader reads a second; what it takes to import and to begin.

Beside the spans, a regular expression over the same spans.
"""

import importlib
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from benchmarks.measure import ROOT, ROUNDS, command, in_turns

SPANS = {
    "en": (
        "more than 800 service members", "between ten and fifteen officers",
        "in Lebanon on January 6",
        "twenty-one thousand people", "stationed in Africa", "$1.2 million",
        "no fewer than six months",
    ),
    "ru": (
        "более 800 военнослужащих", "от десяти до пятнадцати человек",
        "в Ливане 6 января 2022 года",
        "двадцать одна тысяча человек", "находится в Африке", "1,2 млн долларов",
        "не менее полутора лет",
    ),
    "kk": (
        "800-ден астам әскери қызметші", "оннан он беске дейін офицер",
        "6 қаңтарда Ливанда",
        "жиырма бір мың адам", "Африкада орналасқан", "1,2 млн доллар",
        "кемінде алты ай",
    ),
    "it": (
        "più di 800 militari", "tra dieci e quindici ufficiali",
        "in Libano il 6 gennaio",
        "ventunomila persone", "di stanza in Africa", "1,2 milioni di dollari",
        "non meno di sei mesi",
    ),
}  # fmt: skip
"""The same seven in each language, so that languages can be compared."""

READERS = ("quantities", "durations", "dates", "countries", "quoted")
SPAN_ROUNDS, ARTICLE_ROUNDS = 200, 50
"""How often the spans, and the articles, are read in one turn."""

_FLOOR = re.compile(r"(?:more than|over|about|at least)?\s*\d[\d.,]*\s*(?:thousand|million)?\s*\w*")
_Read = Callable[[str, str], object]


def rows() -> list[dict[str, Any]]:
    """For each reader and language what it reads a second, and how many times slower the floor is.

    Processor seconds, beyond those of bare Python, of an `import` and of a `first` reading with it.
    `articles_a_second`: of the English articles in `seeds`, of 3.7 kB.
    """
    articles = tuple(path.read_text("utf-8") for path in sorted(ROOT.glob("seeds/*.txt")))
    readers = {name: importlib.import_module(f"kzdata.readers.{name}").read for name in READERS}
    both = [(name, language) for name in READERS for language in SPANS]
    spans = _seconds([(readers[name], SPANS[of], of, SPAN_ROUNDS) for name, of in both])
    floors = _seconds([(_floor, texts, of, SPAN_ROUNDS) for of, texts in SPANS.items()])
    whole = _seconds([(read, articles, "en", ARTICLE_ROUNDS) for read in readers.values()])
    begun = _processes(
        "pass",
        *(f"import kzdata.readers.{name}" for name in READERS),
        *(
            f"from kzdata.readers.{name} import read; read({SPANS[of][0]!r}, {of!r})"
            for name, of in both
        ),
    )
    bare, imports, firsts = begun[0], begun[1 : 1 + len(READERS)], begun[1 + len(READERS) :]
    imported = dict(zip(READERS, imports, strict=True))
    floor = dict(zip(SPANS, floors, strict=True))
    read_whole = dict(zip(READERS, whole, strict=True))
    found = []
    for (name, language), taken, first in zip(both, spans, firsts, strict=True):
        count = SPAN_ROUNDS * len(SPANS[language])
        row = {"name": name, "language": language, "a_second": count / taken}
        row |= {"times_the_floor": taken / floor[language]}
        row |= {"import": imported[name] - bare, "first": first - bare}
        if language == "en":
            row["articles_a_second"] = ARTICLE_ROUNDS * len(articles) / read_whole[name]
        found.append(row)
    return found


def _floor(text: str, _: str) -> object:
    return _FLOOR.findall(text)


def _processes(*programs: str) -> list[float]:
    """Processor seconds that each program takes in a process of its own, the quickest of some.

    They run in turns, for the reason that `measure.in_turns` gives.
    """
    rounds = [
        [command([sys.executable, "-c", program])[0].processor for program in programs]
        for _ in range(ROUNDS)
    ]
    return [min(ones) for ones in zip(*rounds, strict=True)]


def _seconds(works: Sequence[tuple[_Read, Sequence[str], str, int]]) -> list[float]:
    """What each reader takes for its texts so many times, in turns, the tables being loaded."""

    def run(read: _Read, texts: Sequence[str], language: str, rounds: int) -> None:
        for _ in range(rounds):
            for text in texts:
                read(text, language)

    for read, texts, language, _ in works:
        read(texts[0], language)
    return [taken.wall for taken in in_turns([partial(run, *work) for work in works])]
