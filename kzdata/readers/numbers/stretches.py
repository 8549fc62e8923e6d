"""The stretches of a text in which a number may stand, with all the words that bear upon it.

Nothing else of a text is split into tokens. What is a number there is for `quantities`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers import items
from kzdata.readers.text import chunks
from kzdata.readers.text.chunk_tokens import ChunkTokens
from kzdata.readers.text.chunks import Remembered
from kzdata.readers.text.tokens import Token, Words, key_of

_READ, _APART_BEFORE, _APART_BEHIND, _LEADS, _TELLS = 1, 2, 4, 8, 16
"""What a chunk is: one to read, with more than a space in front of its words or behind them.

Or one that leads to the first of two numbers, or without which a text has nothing to read.
"""
_WORDLESS: Final = 32 | _APART_BEFORE | _APART_BEHIND
"""A chunk without any word."""


def _chunks_that(bit: int) -> re.Pattern[bytes]:
    """What finds the chunks of which this is one bit."""
    return re.compile(b"[%b]" % re.escape(bytes(bits for bits in range(64) if bits & bit)))


_READABLE, _TELLING = _chunks_that(_READ), _chunks_that(_TELLS)

_LEFT: Final = 3
"""How many tokens in front of a number are looked at whatever parts them: `5. A in ten`."""

_RIGHT: Final = 5
"""The same behind a number: `a million`, `and a half`."""

_SHORT: Final = 24
"""Of a text of so few chunks everything is split, or nothing."""


class Stretches:
    """Finds the stretches of texts in one language.

    A rule looks past a single space only as far as `_LEFT` and `_RIGHT`, or where a bound stands
    behind a comma (`30 soldiers, at least`); so a stretch goes on to the first wider gaps around a
    word, and that much further. What changed may lie in front of such a gap, and then all words up
    to the next are looked at: `Cases have more than tripled, from 31 to 104`. Whatever is left out
    would change no reading.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        reads: Callable[[str], bool],
        tells: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """`reads` says whether a token, by its key, must be looked at.

        A text without a token that `tells` has none of what is sought: no unit of time, no length.
        """
        self._lexicon = lexicon
        self._reads = reads
        self._tells = tells
        self._split = ChunkTokens(lexicon.style, lexicon.abbreviations)
        self._bits: Remembered[int] = Remembered(self._judge)
        self._leads = frozenset(lead[0] for lead in lexicon.path_words[0] if lead)
        longest = lexicon.behind.longest
        self._right = max(_RIGHT, lexicon.reach + 1 + longest)

    def words(self, text: str) -> Words:
        """The text in the fold, and the tokens of all its stretches, in order."""
        found = chunks.of(text)
        bits = bytes(map(self._bits.__getitem__, found.chunks))
        if not (_READABLE.search(bits) and _TELLING.search(bits)):
            return Words(found.fold, [])
        if len(bits) <= _SHORT:
            return Words(found.fold, self._split.tokens(found, 0, len(bits)))
        places = [match.start() for match in _READABLE.finditer(bits)]
        tokens: list[Token] = []
        for first, stop in self._around(places, bits):
            tokens += self._split.tokens(found, first, stop)
        return Words(found.fold, tokens)

    def _judge(self, chunk: str) -> int:
        if chunk.isalpha():
            key = key_of(chunk)
            leads = _LEADS if key in self._leads else 0
            tells = _TELLS if self._tells(key) else 0
            return leads | tells | (_READ if self._reads(key) else 0)
        lead, tokens, in_doubt = self._split.known[chunk]
        if not tokens:
            return _WORDLESS
        behind = tokens[-1].gap
        apart = behind != " " and not (in_doubt and behind == ". ")
        reads = any(map(str.isdigit, chunk)) or any(self._reads(token.key) for token in tokens)
        return (
            (_APART_BEFORE if lead else 0)
            | (_APART_BEHIND if apart else 0)
            | (_READ if reads else 0)
            | (_TELLS if any(self._tells(token.key) for token in tokens) else 0)
        )

    def _around(self, places: Sequence[int], bits: bytes) -> Iterator[tuple[int, int]]:
        """The stretches around some chunks: of each the first chunk, and the one behind the last.

        Stretches that touch are one.
        """
        begun = stop = joined = 0
        for place in places:
            if place < joined:
                continue
            first = _begun(bits, place, stop)
            if bits[first] & _LEADS and first > stop:
                first = _begun(bits, first - 1, stop)
            first = _before(bits, first)
            if first > stop:
                if stop:
                    yield begun, stop
                begun = first
            joined = place + 1
            while joined < len(bits) and not (
                bits[joined - 1] & _APART_BEHIND or bits[joined] & _APART_BEFORE
            ):
                joined += 1
            stop = _behind(bits, joined, self._right)
        yield begun, stop


def _begun(bits: bytes, place: int, stop: int) -> int:
    """The first chunk, from `stop` on, from which single spaces lead to a place."""
    while place > stop and not (bits[place - 1] & _APART_BEHIND or bits[place] & _APART_BEFORE):
        place -= 1
    return place


def _before(bits: bytes, place: int) -> int:
    """The first of `_LEFT` chunks that have words, in front of a place."""
    first = max(place - _LEFT, 0)
    while first and place - first - bits.count(_WORDLESS, first, place) < _LEFT:
        first -= 1
    return first


def _behind(bits: bytes, place: int, tokens: int) -> int:
    """The place behind so many chunks that have words, from a place on."""
    stop = min(place + tokens, len(bits))
    while stop < len(bits) and stop - place - bits.count(_WORDLESS, place, stop) < tokens:
        stop += 1
    return stop


@cache
def of_numbers(lexicon: Lexicon) -> Stretches:
    """The stretches for readers of numbers alone, and of words that make an article one."""
    roles, single = items.roles(lexicon), lexicon.sole | lexicon.casualty
    return Stretches(lexicon, lambda key: roles[key] == items.NUMBER or key in single)
