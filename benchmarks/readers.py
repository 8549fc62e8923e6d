"""How many short spans a second each reader reads, beside a regular expression over the same spans.

Run it alone: `python benchmarks/readers.py`. It prints a table; nothing is asserted.
"""

import importlib
import re
import time
from collections.abc import Callable

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
    ),
    "kk": ("800-ден астам әскери қызметші", "он екі мыңға жуық адам", "алты ай бойы", "2003 жылы"),
    "it": ("più di 800 militari", "tra dieci e quindici ufficiali", "ventunomila persone"),
}  # fmt: skip
READERS = ("quantities", "durations", "dates", "countries", "quoted")
ROUNDS = 400
_FLOOR = re.compile(r"(?:more than|over|about|at least)?\s*\d[\d.,]*\s*(?:thousand|million)?\s*\w*")


def main() -> None:
    """Print spans a second for each reader and language, and the ratio to the floor."""
    print(f"{'reader':12} {'language':8} {'spans/s':>10} {'times the floor':>16}")
    for name in READERS:
        read = importlib.import_module(f"kzdata.readers.{name}").read
        for language, spans in SPANS.items():
            floor = _seconds(lambda text, _: _FLOOR.findall(text), spans, language)
            taken = _seconds(read, spans, language)
            rate = ROUNDS * len(spans) / taken
            print(f"{name:12} {language:8} {rate:10,.0f} {taken / floor:16.1f}")


def _seconds(read: Callable[[str, str], object], spans: tuple[str, ...], language: str) -> float:
    """The best of three runs over all spans, the tables being loaded."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(ROUNDS):
            for span in spans:
                read(span, language)
        best = min(best, time.perf_counter() - start)
    return best


if __name__ == "__main__":
    main()
