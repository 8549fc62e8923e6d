"""Short spans and articles that each reader reads a second; what it takes to import and to begin.

Beside the spans, a regular expression over the same spans.
"""

import importlib
import re
import sys
from collections.abc import Callable
from typing import Any

from benchmarks.measure import ROOT, best, command

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
ROUNDS = 400
FIRST = 10
"""How many processes read for the first time; the quickest counts."""

_FLOOR = re.compile(r"(?:more than|over|about|at least)?\s*\d[\d.,]*\s*(?:thousand|million)?\s*\w*")


def rows() -> list[dict[str, Any]]:
    """For each reader and language what it reads a second, and how many times slower the floor is.

    Processor seconds, beyond those of bare Python, of an `import` and of a `first` reading with it.
    `articles_a_second`: of the English articles in `seeds`, of 3.7 kB.
    """
    articles = tuple(path.read_text("utf-8") for path in sorted(ROOT.glob("seeds/*.txt")))
    bare = _process("pass")
    found = []
    for name in READERS:
        read = importlib.import_module(f"kzdata.readers.{name}").read
        imported = _process(f"import kzdata.readers.{name}") - bare
        for language, spans in SPANS.items():
            floor = _seconds(lambda text, _: _FLOOR.findall(text), spans, language)
            taken = _seconds(read, spans, language)
            row = {"name": name, "language": language, "a_second": ROUNDS * len(spans) / taken}
            first = f"from kzdata.readers.{name} import read; read({spans[0]!r}, {language!r})"
            row |= {"times_the_floor": taken / floor, "import": imported}
            row["first"] = _process(first) - bare
            if language == "en":
                taken = _seconds(read, articles, language)
                row["articles_a_second"] = ROUNDS * len(articles) / taken
            found.append(row)
    return found


def _process(program: str) -> float:
    """Processor seconds that a program takes in a process of its own."""
    return min(command([sys.executable, "-c", program])[0].processor for _ in range(FIRST))


def _seconds(read: Callable[[str, str], object], spans: tuple[str, ...], language: str) -> float:
    """The best of three runs over all spans, the tables being loaded."""

    def run() -> None:
        for _ in range(ROUNDS):
            for span in spans:
                read(span, language)

    read(spans[0], language)
    return best(run).wall
