"""What singles quoted words out, where they stand more than once: neighbours and positions.

Where they stand is found in `kzdata.quotations.locate`.
"""

from typing import Final, NamedTuple

from kzdata.quotations.folding import folded
from kzdata.selectors import Quotation, Span


class Place(NamedTuple):
    """A stretch of the fold, and the stretch of the source that it stands for."""

    start: int
    end: int
    span: Span


class Context(NamedTuple):
    """What singles the words out: folded neighbours, and positions in the source's text."""

    prefix: str
    suffix: str
    start: int | None
    end: int | None

    def begins(self, text: str, place: Place) -> bool:
        """Whether the words may begin here: at the stated start, behind the prefix."""
        if self.start is not None and place.span.start != self.start:
            return False
        start = place.start
        return text.endswith(self.prefix, 0, start) or (
            text[start - 1 : start] == " " and text.endswith(self.prefix, 0, start - 1)
        )

    def ends(self, text: str, place: Place) -> bool:
        """Whether the words may end here: at the stated end, in front of the suffix."""
        if self.end is not None and place.span.end != self.end:
            return False
        return text.startswith((self.suffix, f" {self.suffix}"), place.end)


ANYWHERE: Final = Context("", "", None, None)
"""The context of a quotation that states nothing but its words."""


def context(quotation: Quotation) -> Context:
    """What the quotation states beside its words, neighbours in the fold."""
    _, prefix, suffix, start, end = quotation
    return Context(folded(prefix), folded(suffix), start, end)
