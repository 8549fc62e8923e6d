"""What a judgement is made on and what comes of it: cited words, readings in them, the verdict.

The judging itself is `kzdata.readers.verdicts.judgement`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from kzdata.quotations.folding import Folded, fold
from kzdata.readers import whole
from kzdata.readers.whole import Placed
from kzdata.selectors import Span

R = TypeVar("R", bound=Placed)

Outcome = Literal["entailed", "weak", "ambiguous", "contradicted", "unread"]
Claim = Mapping[str, str | tuple[str, ...]]

CONTEXT = 96
"""How many code points around the cited words a search for words sees: more than a name takes."""

_WINDOWS = 64
"""How many windows are kept: the claims of one record look at the same cited words."""


class Cited(NamedTuple):
    """Pieces of evidence in one source: its text and language, and the spans of the cited words.

    `reference` is the date (YYYY-MM-DD) from which weekdays and the like are counted: the source's
    own.
    """

    text: str
    language: str
    spans: tuple[Span, ...]
    reference: str | None = None


class Read(NamedTuple):
    """A value as it is shown to people, and the words in which it was read.

    `source` and `piece` number the `Cited` and its span; `words` are positions in that
    `Cited.text`. `part` is the part of the claim that is read there, empty for all of it.
    """

    value: str
    source: int
    piece: int
    words: Span
    part: str = ""


class Verdict(NamedTuple):
    """The outcome, the readings that carry it, and every reading of that kind in the cited words.

    `entailed`: the words say this value. `weak`: they do, and would as well carry another value.
    `ambiguous`: the words mean one of several values, this among them. `contradicted`: they say
    other values only. `unread`: no value of this kind was read in them.
    """

    outcome: Outcome
    support: tuple[Read, ...] = ()
    read: tuple[Read, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the value may be published as quoted."""
        return self.outcome in ("entailed", "weak")


class Piece(NamedTuple):
    """One cited span of a source; all positions are in the source's text.

    `source` and `piece` number it as `Read` does.
    """

    source: int
    piece: int
    text: str
    span: Span
    language: str
    reference: str | None

    def clip(self, inner: Span) -> Span:
        """What of a span lies inside the cited words."""
        start = max(inner.start, self.span.start)
        return Span(start, max(start, min(inner.end, self.span.end)))

    def near(self, read: Callable[[str, str], Sequence[R]]) -> Sequence[R]:
        """The readings of the source of which the cited words hold something."""
        return whole.near(read, self.text, self.language, self.span)

    @property
    def window(self) -> Folded:
        """The cited words with what stands around them in their paragraph, in the fold."""
        return _window(self.text, self.span)[1]

    def cited(self, found: Iterable[Span]) -> list[Span]:
        """Of what was found in the window, that which lies inside the cited words."""
        moved, (first, last) = _window(self.text, self.span)[0], self.span
        placed = [(start + moved, end + moved) for start, end in found]
        return [Span(start, end) for start, end in placed if first <= start and end <= last]

    def read(self, value: str, words: Span, part: str = "") -> Read:
        """A reading at a span."""
        return Read(value, self.source, self.piece, words, part)


@lru_cache(maxsize=_WINDOWS)
def _window(text: str, span: Span) -> tuple[int, Folded]:
    """Where the window of cited words starts in the text, and the window.

    Without white space at its ends, which the fold would have to take away.
    """
    first, last = span
    start = max(0, first - CONTEXT, text.rfind("\n\n", max(0, first - CONTEXT), first))
    stop = text.find("\n\n", last, last + CONTEXT)
    window = text[start : last + CONTEXT if stop < 0 else stop].rstrip()
    words = window.lstrip()
    return start + len(window) - len(words), fold(words)


def pieces(cited: Iterable[Cited]) -> list[Piece]:
    """The cited spans one by one."""
    return [
        Piece(source, number, text, span, language, reference)
        for source, (text, language, spans, reference) in enumerate(cited)
        for number, span in enumerate(spans)
    ]


def verdict(support: list[Read], read: list[Read], *, rivals: bool = False) -> Verdict:
    """The verdict on readings; `rivals`: others in the cited words carry another value."""
    outcome: Outcome
    if support:
        outcome = "weak" if rivals else "entailed"
    else:
        outcome = "contradicted" if read else "unread"
    return Verdict(outcome, tuple(support), tuple(read))


def text_part(claim: Claim, part: str) -> str | None:
    """The part of a claim that is one text, or None where it is not asked for."""
    value = claim.get(part)
    return value if isinstance(value, str) else None


def terms_part(claim: Claim, part: str) -> tuple[str, ...]:
    """The part of a claim that is a list of terms."""
    value = claim.get(part, ())
    return (value,) if isinstance(value, str) else value
