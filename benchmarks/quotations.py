"""Quotations located a second, in news articles and in novels, beside `str.find` and rapidfuzz.

The texts are made here: of 12,000 words as frequent as those of a language, since the sentences of
`prose`, made from a few hundred words, would be another task for whoever searches by words.
"""

import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from benchmarks.measure import in_turns
from kzdata.own_process import rarely
from kzdata.quotations import nearest
from kzdata.quotations.locate import Text, find_all
from kzdata.selectors import Quotation

Job = tuple[str, list[Quotation]]


def vocabulary(rng: random.Random, size: int) -> list[str]:
    """Words of made-up syllables, no two alike."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ai", "or")]
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(rng.choices(syllables, k=rng.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words)


def text(rng: random.Random, words: Sequence[str], weights: Sequence[float], length: int) -> str:
    """Paragraphs of sentences with typographic quotation marks, dashes, numbers and line ends."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length:
        sentences = []
        for _ in range(rng.randint(2, 5)):
            said = rng.choices(words, weights, k=rng.randint(8, 25))
            said[rng.randrange(len(said))] = str(rng.randint(2, 9999))
            sentence = " ".join(said).capitalize()
            form = rng.choice(("{}.", "{}.", "“{},” it’s said.", "{} — so it was."))
            sentences.append(form.format(sentence))
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)


def quotations(rng: random.Random, source: str, number: int) -> list[Quotation]:
    """Stretches of four to sixteen whole words, with their true offsets, in reading order."""
    starts = [0, *(i + 1 for i, c in enumerate(source) if c.isspace())]
    starts = [start for start in starts if not source[start].isspace()]
    made = []
    for first in sorted(rng.sample(range(len(starts) - 20), number)):
        start, end = starts[first], starts[first + rng.randint(4, 16)]
        exact = source[start:end].rstrip()
        made.append(Quotation(exact, start=start, end=start + len(exact)))
    return made


def respaced(quotation: Quotation) -> Quotation:
    """The words alone, with other white space and plain quotation marks, and no offsets."""
    exact = quotation.exact.replace("’", "'").replace("“", '"').replace("”", '"')
    return Quotation(exact.replace(" ", "\n", 1).replace("\n\n", " "))


def misspelt(rng: random.Random, quotation: Quotation) -> Quotation:
    """The words with one wrong character somewhere."""
    place = rng.randrange(1, len(quotation.exact) - 1)
    return Quotation(quotation.exact[:place] + "#" + quotation.exact[place + 1 :])


def located(jobs: list[Job]) -> tuple[int, int]:
    """How many quotations were asked for, and how many stood in one place."""
    asked = stood = 0
    for source, cited in jobs:
        found = find_all(Text(source), cited)
        asked += len(found)
        stood += [located.problem for located in found].count("")
    return asked, stood


def explained(jobs: list[Job]) -> tuple[int, int]:
    """How many wrong quotations were asked for, and how many were refused with a passage."""
    asked = shown = 0
    for source, cited in jobs:
        prepared = Text(source)
        for quotation, found in zip(cited, find_all(prepared, cited), strict=True):
            asked += 1
            shown += bool(found.problem and nearest.passage(prepared, quotation.exact))
    return asked, shown


def floor(jobs: list[Job]) -> tuple[int, int]:
    """`str.find` once from the front and once behind the hit, with no fold, map or check."""
    asked = stood = 0
    for source, cited in jobs:
        for quotation in cited:
            place = source.find(quotation.exact)
            asked += 1
            stood += place >= 0 and source.find(quotation.exact, place + 1) < 0
    return asked, stood


def aligned(jobs: list[Job]) -> tuple[int, int]:
    """The nearest passage by rapidfuzz, whatever its distance: it folds and counts nothing."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - a peer, loaded for its turn

    asked = shown = 0
    for source, cited in jobs:
        for quotation in cited:
            asked += 1
            shown += partial_ratio_alignment(quotation.exact, source) is not None
    return asked, shown


class _Table:
    """The rows of one kind of texts."""

    def __init__(self, texts: str) -> None:
        self._texts = texts
        self._told: list[dict[str, Any]] = []
        self._works: list[Callable[[], object]] = []

    def add(self, name: str, work: Callable[[list[Job]], tuple[int, int]], jobs: list[Job]) -> None:
        """Add a way to ask: of how many asked how many stood, and what is to be measured."""
        asked, stood = work(jobs)
        self._told.append({"texts": self._texts, "name": name, "asked": asked, "stood": stood})
        self._works.append(partial(work, jobs))

    def rows(self) -> list[dict[str, Any]]:
        """What was added, with how many are asked for in a second, all measured in turns.

        As in kzdata's own processes, garbage is looked for rarely, for the peers as well.
        """
        taken = rarely(in_turns, self._works)
        rates = zip(self._told, taken, strict=True)
        return [{**told, "a_second": told["asked"] / seconds.wall} for told, seconds in rates]


def rows(seed: int, articles: int = 400, novels: int = 2) -> list[dict[str, Any]]:
    """The rates of all ways to ask, in articles of 4.5 kB and in novels of 550 kB."""
    rng = random.Random(seed)
    words = vocabulary(rng, 12_000)
    weights = [1 / (rank + 10) for rank in range(len(words))]
    found: list[dict[str, Any]] = []
    for name, number, length, cited, wrong, few in (
        ("articles", articles, 4_500, 10, 10, 1),
        ("novels", novels, 550_000, 1_750, 300, 3),
    ):
        texts = [text(rng, words, weights, length) for _ in range(number)]
        jobs = [(source, quotations(rng, source, cited)) for source in texts]
        forged = [(s, [misspelt(rng, q) for q in c[:wrong]]) for s, c in jobs]
        table = _Table(name)
        table.add("given offsets", located, jobs)
        table.add("exact words", located, [(s, [Quotation(q.exact) for q in c]) for s, c in jobs])
        table.add("white space changed", located, [(s, list(map(respaced, c))) for s, c in jobs])
        table.add("one wrong character, explained", explained, forged)
        table.add("str.find, exact words, counted", floor, jobs)
        table.add("rapidfuzz, one wrong character", aligned, [(s, c[:few]) for s, c in forged])
        found += table.rows()
    return found
