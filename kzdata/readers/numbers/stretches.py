"""The sentences of a text in which a number may stand: nothing else of it is split into tokens.

What is a number there is for `quantities`.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers import items
from kzdata.readers.text import chunks
from kzdata.readers.text.chunk_tokens import ChunkTokens
from kzdata.readers.text.chunks import Remembered
from kzdata.readers.text.tokens import Token, Words, ends_sentence, key_of

_READ, _TELLS, _ENDS = 1, 2, 4
"""What a chunk is: one to read, one without which a text has nothing to read, a sentence's last."""


def _chunks_that(bit: int) -> re.Pattern[bytes]:
    """What finds the chunks of which this is one bit."""
    return re.compile(b"[%b]" % bytes(bits for bits in range(8) if bits & bit))


_READABLE, _TELLING = _chunks_that(_READ), _chunks_that(_TELLS)
_LAST = bytes(bool(bits & _ENDS) for bits in range(256))
"""Makes 1 of each chunk that is a sentence's last, and 0 of the others."""


class Stretches:
    """Finds the stretches of texts in one language: sentences with something to read."""

    def __init__(
        self,
        lexicon: Lexicon,
        reads: Callable[[str], bool],
        tells: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """`reads` says whether a token, by its key, must be looked at.

        A text without a token that `tells` has none of what is sought: no unit of time, no length.
        """
        self._reads = reads
        self._tells = tells
        terms = ((word, lexicon.term(word)) for word in lexicon.figures.abbreviations)
        scales = frozenset(word for word, term in terms if term and term.kind == "scale")
        self._split = ChunkTokens(lexicon.figures.style, lexicon.figures.abbreviations, scales)
        self._bits: Remembered[int] = Remembered(self._judge)

    def words(self, text: str) -> Words:
        """The text in the fold, and the tokens of all its stretches, in order."""
        found = chunks.of(text)
        bits = bytes(map(self._bits.__getitem__, found.chunks))
        if not (_READABLE.search(bits) and _TELLING.search(bits)):
            return Words(found.fold, [])
        ends = bits.translate(_LAST)
        if 1 not in ends:
            return Words(found.fold, self._split.tokens(found, 0, len(bits)))
        tokens: list[Token] = []
        for first, stop in _stretches(bits, ends):
            tokens += self._split.tokens(found, first, stop)
        return Words(found.fold, tokens)

    def _judge(self, chunk: str) -> int:
        if chunk.isalpha():
            key = key_of(chunk)
            return (_TELLS if self._tells(key) else 0) | (_READ if self._reads(key) else 0)
        _, tokens, in_doubt = self._split.known[chunk]
        reads = any(map(str.isdigit, chunk)) or any(self._reads(token.key) for token in tokens)
        tells = any(self._tells(token.key) for token in tokens)
        gap = tokens[-1].gap if tokens else chunk
        ends = ends_sentence(gap) and not in_doubt
        return (_READ if reads else 0) | (_TELLS if tells else 0) | (_ENDS if ends else 0)


def _stretches(bits: bytes, ends: bytes) -> Iterator[tuple[int, int]]:
    """The first chunk of each stretch and the one behind its last: sentences that touch are one."""
    begun = stop = 0
    while readable := _READABLE.search(bits, stop):
        first = ends.rfind(1, stop, readable.start()) + 1 or stop
        if first > stop:
            if stop:
                yield begun, stop
            begun = first
        stop = ends.find(1, readable.start()) + 1 or len(bits)
    yield begun, stop


@cache
def of_numbers(lexicon: Lexicon) -> Stretches:
    """The stretches for readers of numbers alone, and of words that make an article one."""
    roles, single = items.roles(lexicon), lexicon.fates.sole | lexicon.fates.casualty
    return Stretches(lexicon, lambda key: roles[key] == items.NUMBER or key in single)
