"""What a judgement is made on and what comes of it: cited words, readings in them, the verdict.

The judging itself is `kzdata.readers.verdicts.judgement`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final, Literal, NamedTuple, TypeVar

from kzdata.quotations.folding import Folded, fold
from kzdata.readers import whole
from kzdata.readers.whole import Placed
from kzdata.selectors import Span, span_at

R = TypeVar("R", bound=Placed)

Outcome = Literal["entailed", "weak", "ambiguous", "contradicted", "unread"]
Claim = Mapping[str, str | tuple[str, ...]]

CONTEXT: Final = 96
"""How many code points around the cited words a search for words sees: more than a name takes."""


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


_read: Final = partial(tuple.__new__, Read)
"""A reading from its fields, as `Read._make` gives it, but for a call in Python each time."""


class Piece:
    """One cited span of a source; all positions are in the source's text.

    `source` and `piece` number it as `Read` does.
    """

    def __init__(
        self, source: int, piece: int, text: str, span: Span, language: str, reference: str | None
    ) -> None:
        self.source: Final = source
        self.piece: Final = piece
        self.text: Final = text
        self.span: Final = span
        self.language: Final = language
        self.reference: Final = reference
        self._around: tuple[int, Folded] | None = None

    def clip(self, inner: Span) -> Span:
        """What of a span lies inside the cited words."""
        if inner.within(self.span):
            return inner
        start = max(inner.start, self.span.start)
        return Span(start, max(start, min(inner.end, self.span.end)))

    def near(self, read: Callable[[str, str], Sequence[R]]) -> Sequence[R]:
        """The readings of the source of which the cited words hold something."""
        return whole.near(read, self.text, self.language, self.span)

    @property
    def window(self) -> Folded:
        """The cited words with what stands around them in their paragraph, in the fold."""
        return self._window()[1]

    def cited(self, found: Iterable[Span]) -> list[Span]:
        """Of what was found in the window, that which lies inside the cited words."""
        moved, (first, last) = self._window()[0], self.span
        placed = [(start + moved, end + moved) for start, end in found]
        return [span_at(at) for at in placed if first <= at[0] and at[1] <= last]

    def read(self, value: str, words: Span, part: str = "") -> Read:
        """A reading at a span."""
        return _read((value, self.source, self.piece, words, part))

    def _window(self) -> tuple[int, Folded]:
        """Where the window starts in the text, and the window; the claims of a record share it."""
        if self._around is None:
            self._around = _window(self.text, self.span)
        return self._around


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
