"""How many right claims the gate accepts and how many forged ones it rejects, and each miss.

Which claims there are is `tests.phrases.phrases`; how one is judged `tests.phrases.gate`.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tests.phrases.gate import accepts
from tests.phrases.phrases import Claim, Phrase, load


class Trial(NamedTuple):
    """One claim before the gate: whether it is right, and whether the gate said so."""

    phrase: Phrase
    claim: Claim
    right: bool
    passed: bool

    @property
    def missed(self) -> bool:
        """Whether the gate was wrong."""
        return self.right != self.passed


class Share(NamedTuple):
    """So many of so many: `good` of `total`."""

    good: int
    total: int

    @property
    def ratio(self) -> float:
        """The share, from 0 to 1; the whole of nothing is 1."""
        return self.good / self.total if self.total else 1.0

    def __str__(self) -> str:
        return f"{self.good} of {self.total} ({self.ratio:.1%})"


@cache
def trials(half: str) -> tuple[Trial, ...]:
    """Every claim of a half of the list, judged, in the order of the files."""
    return tuple(trial for phrase in load(half) for trial in _judged(phrase))


def accepted(tried: Iterable[Trial]) -> Share:
    """The share of the right claims that the gate accepts."""
    return _share(trial for trial in tried if trial.right)


def rejected(tried: Iterable[Trial]) -> Share:
    """The share of the forged claims that the gate rejects."""
    return _share(trial for trial in tried if not trial.right)


def _judged(phrase: Phrase) -> Iterator[Trial]:
    yield Trial(phrase, phrase.right, True, accepts(phrase, phrase.right))
    for claim in phrase.forged:
        yield Trial(phrase, claim, False, accepts(phrase, claim))


def _share(tried: Iterable[Trial]) -> Share:
    missed = [trial.missed for trial in tried]
    return Share(missed.count(False), len(missed))
