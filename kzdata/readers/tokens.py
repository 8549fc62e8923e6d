"""A text as the readers of numbers see it: words with what stands between them.

A token is a stretch without white space, brackets or quotation marks, bare of the punctuation at
its ends. Whatever is glued together stays one token, so that nothing is read inside `S22` or
`2022-01`.
What the words mean lives elsewhere.
"""

import re
from collections.abc import Container
from typing import NamedTuple

from kzdata.quotations.folding import Folded
from kzdata.selectors import Span

_EDGE = r"\s()\[\]{}\"«»“”„;!?…|*"
_CHUNK = f"[^{_EDGE}]+"
_GROUPED = rf"[^\w{_EDGE}]{{0,3}}[0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9])[^{_EDGE}]*"
_PATTERNS = {
    "glued": re.compile(_CHUNK),
    "spaced": re.compile(f"{_GROUPED}|{_CHUNK}"),
    "elided": re.compile(rf"{_GROUPED}|[^'{_EDGE}]+'?|'"),
}


class Token(NamedTuple):
    """A word: `key` as it is looked up, its place, and the text between it and the next token."""

    key: str
    start: int
    end: int
    gap: str


class Words(NamedTuple):
    """A text in the fold, and its tokens or some of them; positions are those of the fold."""

    fold: Folded
    tokens: list[Token]

    @property
    def text(self) -> str:
        """The folded text, in which tokens stand."""
        return self.fold.text

    def span(self, start: int, end: int) -> Span | None:
        """Where a stretch of the folded text stands in the text as it was given."""
        if self.fold.text == self.fold.original:
            return Span(start, end)
        return self.fold.span(start, end)


def split(
    text: str,
    style: str,
    abbreviations: Container[str] = (),
    start: int = 0,
    stop: int | None = None,
) -> list[Token]:
    """The tokens of a stretch of a folded text, by the language's style.

    `glued`: white space parts; `spaced`: digits in groups of three with spaces between are one
    token; `elided`: that, and an apostrophe ends a token. The full stop of an abbreviation is part
    of no gap, unless a capital letter behind it may start a sentence.

    >>> [token.key for token in split("Over 1 200 men (of S22), ...", "spaced")]
    ['over', '1 200', 'men', 'of', 's22']
    """
    stop = len(text) if stop is None else stop
    tokens: list[Token] = []
    trailing = ".,:/" if style == "elided" else ".,:/'"
    key, begun, end = "", 0, 0
    for match in _PATTERNS[style].finditer(text, start, stop):
        bare = match[0]
        first, last = match.span()
        if not (bare[0].isalnum() and bare[-1].isalnum()):
            bare = bare.rstrip(trailing)
            last = first + len(bare)
            bare = bare.lstrip("',:/")
            first = last - len(bare)
            if bare == "-" or not bare:
                continue
        if key:
            gap = text[end:first]
            if gap == ". " and key in abbreviations and not text[first].isupper():
                gap = " "
            tokens.append(Token(key, begun, end, gap))
        key, begun, end = bare.lower(), first, last
    if key:
        tokens.append(Token(key, begun, end, text[end:stop] or "\n"))
    return tokens
