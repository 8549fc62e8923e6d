"""The tokens of chunks: worked out when a chunk is first met, and then only put in their places.

They are those of `tokens.split`, which still splits what holds digits in groups: those alone make
one token of several chunks.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from kzdata.readers.text.chunks import Chunks, Remembered
from kzdata.readers.text.tokens import (
    STOPPED,
    Token,
    has_groups,
    key_of,
    split,
    token_of,
    unstopped,
)


class _Chunk(NamedTuple):
    """A chunk's tokens and the text in front of them; the last gap goes on to the next chunk.

    `abbreviated` says that the last token may be an abbreviation with its full stop.
    """

    lead: str
    tokens: tuple[Token, ...]
    abbreviated: bool


_Plain = tuple[str, int, str, int]
"""The key, length and gap of a chunk's only token, which begins it, and how long the chunk is."""


class ChunkTokens:
    """Gives the tokens of texts by one style and the abbreviations of one language."""

    def __init__(
        self, style: str, abbreviations: Collection[str], scales: Collection[str] = ()
    ) -> None:
        """`scales` are those abbreviations behind whose full stop a token may begin."""
        self._style = style
        self._scales = scales
        self._abbreviations = abbreviations
        self.known = Remembered(self._chunk)
        self._plain = Remembered(self._plainly)

    def tokens(self, text: Chunks, first: int, stop: int) -> list[Token]:
        """The tokens of a text from chunk `first` to the one before chunk `stop`.

        >>> from kzdata.readers.text import chunks
        >>> [token.key for token in ChunkTokens("spaced", ()).tokens(chunks.of("Two (men)"), 0, 2)]
        ['two', 'men']
        """
        start, end = text.start(first), text.end(stop - 1)
        if has_groups(text.text, self._style, start, end):
            return split(text.text, self._style, self._abbreviations, start, end, self._scales)
        chunks = text.chunks[first:stop]
        plain = list(map(self._plain.__getitem__, chunks))
        found = self._mixed(text, chunks, start) if None in plain else _only(plain, start)
        if found:
            key, begins, ends, gap = found[-1]
            found[-1] = token_of((key, begins, ends, gap[:-1] or "\n"))
        return found

    def _mixed(self, text: Chunks, chunks: Sequence[str], start: int) -> list[Token]:
        """The tokens of chunks that are none, or several, or have something in front."""
        found: list[Token] = []
        abbreviated = []
        for chunk in chunks:
            lead, tokens, in_doubt = self.known[chunk]
            if lead and found:
                found[-1] = found[-1]._replace(gap=found[-1].gap + lead)
            for key, begins, ends, gap in tokens:
                found.append(token_of((key, start + begins, start + ends, gap)))
            if in_doubt:
                abbreviated.append(len(found) - 1)
            start += len(chunk) + 1
        for place in abbreviated:
            if place + 1 < len(found):
                gap = unstopped(found[place].gap, text.text[found[place + 1].start])
                found[place] = found[place]._replace(gap=gap)
        return found

    def _chunk(self, chunk: str) -> _Chunk:
        tokens = split(chunk, self._style, scales=self._scales)
        if not tokens:
            return _Chunk(f"{chunk} ", (), abbreviated=False)
        last = tokens[-1]
        gap = chunk[last.end :] + " "
        abbreviated = gap in STOPPED and last.key in self._abbreviations
        tokens[-1] = last._replace(gap=gap)
        return _Chunk(chunk[: tokens[0].start], tuple(tokens), abbreviated)

    def _plainly(self, chunk: str) -> _Plain | None:
        """A chunk that is one token; None where it is not, or may be an abbreviation."""
        if chunk.isalpha():
            return key_of(chunk), len(chunk), " ", len(chunk) + 1
        lead, tokens, in_doubt = self.known[chunk]
        if lead or in_doubt or len(tokens) != 1:
            return None
        key, _, end, gap = tokens[0]
        return key, end, gap, len(chunk) + 1


def _only(chunks: Iterable[_Plain | None], start: int) -> list[Token]:
    """The tokens of chunks that are one each."""
    found = []
    for chunk in chunks:
        if chunk is not None:
            key, length, gap, width = chunk
            found.append(token_of((key, start, start + length, gap)))
            start += width
    return found
