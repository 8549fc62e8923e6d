"""Words that were parted at their comma: `[Over 1,200 people]` is a list of two pieces in YAML."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from kzdata.checks.work import Document
from kzdata.selectors import Span

_ADVICE: Final = "; in YAML, put words with a comma inside `[]` in quotation marks"


def beside(text: str, spans: Iterable[Span]) -> str:
    """The advice, where a comma stands right in front of a stretch of the text or right behind.

    >>> beside("Over 1,200 people", [Span(0, 6)])
    '; in YAML, put words with a comma inside `[]` in quotation marks'
    >>> beside("Over 1,200 people", [Span(0, 4)])
    ''
    """
    around = (text[max(start - 1, 0) : start] + text[end : end + 1] for start, end in spans)
    return _ADVICE if any("," in marks for marks in around) else ""


def between(pieces: Iterable[tuple[Document, Span]]) -> str:
    """The advice, where two pieces stand side by side in a document but for a comma."""
    in_order = sorted(pieces, key=lambda piece: (piece[0].name, piece[1]))
    for (one, (_, end)), (other, (start, _)) in pairwise(in_order):
        if one.name == other.name and one.text.text[end:start].strip() == ",":
            return _ADVICE
    return ""
