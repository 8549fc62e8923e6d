"""What a judgement is made on and what comes of it: cited words, readings in them, the verdict.

The judging itself is `kzdata.readers.judgement`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from kzdata.selectors import Span

Outcome = Literal["entailed", "weak", "ambiguous", "contradicted", "unread"]
Claim = Mapping[str, str | tuple[str, ...]]

CONTEXT = 96
"""How many code points around the cited words the readers see: more than a bound takes."""


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
    """One cited span, in the window of its source in which it is read."""

    source: int
    piece: int
    window: str
    offset: int
    span: Span
    language: str
    reference: str | None

    @property
    def words(self) -> Span:
        """The cited words, as a span of the window."""
        return Span(self.span.start - self.offset, self.span.end - self.offset)

    def clip(self, inner: Span) -> Span:
        """What of a span of the window lies inside the cited words."""
        start = max(inner.start, self.words.start)
        return Span(start, max(start, min(inner.end, self.words.end)))

    def read(self, value: str, inner: Span, part: str = "") -> Read:
        """A reading at a span of the window, placed in the source."""
        words = Span(inner.start + self.offset, inner.end + self.offset)
        return Read(value, self.source, self.piece, words, part)


def pieces(cited: Sequence[Cited]) -> Iterator[Piece]:
    """The cited spans one by one, each with its window of the source."""
    for source, (text, language, spans, reference) in enumerate(cited):
        for number, span in enumerate(spans):
            start = max(0, span.start - CONTEXT)
            window = text[start : span.end + CONTEXT]
            yield Piece(source, number, window, start, span, language, reference)


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
