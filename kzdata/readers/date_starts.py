"""Where in a text a date may begin: at a digit, or at a word that opens a form and does not wait.

`in`, `the` and their like open many forms, each of which holds a word of time or a digit further
on: without one near, no form is tried. Trying them is `kzdata.readers.dates`.
"""

import re
from collections.abc import Iterator
from functools import cache

from kzdata.readers.chunks import Chunks, Remembered
from kzdata.readers.date_forms import Grammar, grammar

_OPENS, _HOLDS = 1, 2
"""What a chunk is: one with a word that opens a form, one with a digit or a word of time."""

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")


def starts(found: Chunks, known: Grammar) -> Iterator[tuple[int, str]]:
    """The words of a folded text at which a date may begin, and where they stand, in order."""
    remembered, expression = _sight(known.code)
    bits = bytes(map(remembered.__getitem__, found.chunks))
    for match in expression.finditer(bits):
        place = match.start()
        for token in _TOKEN.finditer(found.text, found.start(place), found.end(place)):
            yield token.start(), token[0]


@cache
def _sight(code: str) -> tuple[Remembered[int], re.Pattern[bytes]]:
    """What each chunk is, and an expression for those to look at in the bytes that say it."""
    known = grammar(code)

    def judge(chunk: str) -> int:
        bits = 0
        for word in _TOKEN.findall(chunk):
            if word[0] in "0123456789":
                return _OPENS | _HOLDS
            bits |= (word in known.starting) * _OPENS | (word in known.timed) * _HOLDS
        return bits

    near = b"\x03|\x01(?=.{0,%d}[\x02\x03])" % max(known.within - 1, 0)
    return Remembered(judge), re.compile(near)
