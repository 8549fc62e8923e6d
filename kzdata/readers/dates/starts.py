"""Where in a text a date may begin, and the forms that the word or number there may open.

`in`, `the` and numbers open many forms, each of which holds a word of time or a year. Without one
near, no form is tried. Trying them is `kzdata.readers.dates`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kzdata.readers.dates.forms import Grammar, grammar
from kzdata.readers.dates.templates import Form
from kzdata.readers.text.chunks import Chunks, Remembered

YEAR_DIGITS = 4

_OPENS, _TIMED, _WARNS = 1, 2, 4
"""What a chunk has: a word or number that opens a form, a word of time or a year, and a word that
may make a form beside it none."""

_WARNING = re.compile(b"[\x04-\x07]")

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")

Opening = tuple[int, tuple[Form, ...]]
"""Where in a chunk or word a form may begin, and which forms."""


class _Sight(NamedTuple):
    """What each chunk has, an expression for those to look at in the bytes that say it, and where.

    `cut` are the openings of a word that are inside it.
    """

    has: Remembered[int]
    near: re.Pattern[bytes]
    openings: Remembered[tuple[Opening, ...]]
    cut: Remembered[tuple[Opening, ...]]


def seen(found: Chunks, known: Grammar) -> bytes:
    """What each chunk of a text has."""
    return bytes(map(_sight(known.code).has.__getitem__, found.chunks))


def warns(bits: bytes) -> bool:
    """Whether a text of which that was seen has a word that may make a form beside it none."""
    return _WARNING.search(bits) is not None


def starts(found: Chunks, bits: bytes, known: Grammar) -> Iterator[Opening]:
    """The places of a folded text at which a date may begin, in order, and the forms to try."""
    sight = _sight(known.code)
    for match in sight.near.finditer(bits):
        chunk = match.start()
        start = found.start(chunk)
        for place, forms in sight.openings[found.chunks[chunk]]:
            yield start + place, forms


def starts_inside(text: str, start: int, stop: int, known: Grammar) -> Iterator[Opening]:
    """The places inside the words of a stretch at which a form might begin, were they cut there."""
    cut = _sight(known.code).cut
    for token in _TOKEN.finditer(text, start, stop):
        for place, forms in cut[token[0]]:
            yield token.start() + place, forms


@cache
def _sight(code: str) -> _Sight:
    known = grammar(code)

    def opened(word: str) -> tuple[Form, ...]:
        forms = known.digits.get(len(word)) if word[0].isdecimal() else known.starting.get(word)
        return forms or ()

    def has(chunk: str) -> int:
        words = _TOKEN.findall(chunk)
        timed = any(word in known.timed or _is_year(word) for word in words)
        wary = not known.beside.words.isdisjoint(map(str.lower, words))
        return wary * _WARNS | timed * _TIMED | any(map(opened, words)) * _OPENS

    def openings(chunk: str) -> tuple[Opening, ...]:
        found = ((token.start(), opened(token[0])) for token in _TOKEN.finditer(chunk))
        return tuple(opening for opening in found if opening[1])

    def cut(word: str) -> tuple[Opening, ...]:
        if _is_year(word):
            return ()
        found = ((place, opened(word[place:])) for place in range(1, len(word)))
        return tuple(opening for opening in found if opening[1])

    near = b"[\x03\x07]|[\x01\x05](?=.{0,%d}[\x02\x03\x06\x07])" % max(known.within - 1, 0)
    return _Sight(Remembered(has), re.compile(near), Remembered(openings), Remembered(cut))


def _is_year(word: str) -> bool:
    return len(word) == YEAR_DIGITS and word.isdecimal()
