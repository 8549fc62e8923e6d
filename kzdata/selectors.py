"""Where words stand: spans and quotations, as the W3C Web Annotation Data Model has them.

Positions are code points of the decoded text, from 0, half-open. Finding a quotation in a source is
`kzdata.quotations`; this module only says what one is.
"""

from functools import partial
from typing import Final, NamedTuple


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]` (TextPositionSelector, Web Annotation section 4.2.6).

    >>> "more than 800"[slice(*Span(10, 13))]
    '800'
    """

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Whether `other` holds this span whole."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one position."""
        return self.start < other.end and other.start < self.end


span_at: Final = partial(tuple.__new__, Span)
"""A span from a pair of positions, as `Span._make` gives it, but for a call in Python each time."""


class Quotation(NamedTuple):
    """Words as a curator cites them (TextQuoteSelector, Web Annotation section 4.2.5).

    `exact` may hold `[…]` for words left out. `prefix`, `suffix`, `start` and `end` single the
    words out where they stand more than once; the empty string and None say nothing.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
