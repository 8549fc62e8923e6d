"""Words at a stated start, found without the fold of their whole source.

What is decided here is what `kzdata.quotations.locate` would find as well, only sooner.
"""

from collections.abc import Iterable
from functools import partial
from typing import Final

from kzdata.quotations.context import context
from kzdata.quotations.edges import REACH, plainly_between, plainly_outside
from kzdata.quotations.folding import fold, folded
from kzdata.quotations.hits import search
from kzdata.quotations.placing import Located, placed, says_something
from kzdata.selectors import Quotation, Span, span_at

_BESIDE = 64
"""So many characters around a stated place decide whether words stand there, or all of them do."""

_located: Final = partial(tuple.__new__, Located)
"""A located quotation from its fields, but for a call in Python each time."""


def stated(text: str, quotations: Iterable[Quotation]) -> list[Located | None]:
    """Where each one's words stand at their stated start; None when the whole source must be asked.

    One loop for all, since a call for each takes as long as a step of it.
    """
    found: list[Located | None] = []
    begins = text.startswith
    for quotation in quotations:
        exact, prefix, suffix, start, end = quotation
        if start is None or start < 0:
            found.append(None)
            continue
        stop = start + len(exact)
        if (
            begins(exact, start)
            and (end is None or end == stop)
            and (exact[:1].isalnum() or says_something(exact))
            and (not prefix or text.endswith(prefix, 0, start))
            and (not suffix or begins(suffix, stop))
            and (
                plainly_between(text[start - 1 : start + 1] or text[:1])
                or plainly_outside(text, start)
            )
            and (plainly_between(text[stop - 1 : stop + 1]) or plainly_outside(text, stop))
        ):
            found.append(_located(((span_at((start, stop)),), "", ())))
        else:
            found.append(_nearby(text, quotation, start))
    return found


def _nearby(text: str, quotation: Quotation, start: int) -> Located | None:
    """The words at the stated start in the fold of a window of the text.

    The window is cut at spaces, so that its fold is a part of the whole fold.
    """
    exact, prefix, suffix, _, end = quotation
    first = start - len(prefix) - _BESIDE
    last = start + len(exact) + len(suffix) + _BESIDE
    low = text.rfind(" ", max(0, first - _BESIDE), first) if first > 0 else 0
    high = text.find(" ", last, last + _BESIDE) if last < len(text) else len(text)
    if low < 0 or high < 0:
        return None
    window = fold(text[low:high])
    shifted = quotation._replace(start=start - low, end=None if end is None else end - low)
    located = placed(window, [folded(exact)], context(shifted), partial(search, window.text))
    if located.problem:
        return None
    ((begins, ends),) = located.spans
    cut_short = (low and _near(window.original[:begins])) or (
        high < len(text) and _near(window.original[ends:])
    )
    return None if cut_short else Located((Span(begins + low, ends + low),))


def _near(beside: str) -> bool:
    """Whether the fold of what stands beside the words is too short to say that they are whole."""
    return len(folded(beside)) < REACH
