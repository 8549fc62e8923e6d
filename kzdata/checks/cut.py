"""Words that say something only as a whole, and of which a part is cited: for messages only."""

from collections.abc import Iterable, Iterator
from typing import Any

from kzdata.checks.citations import Found
from kzdata.readers import countries, dates, durations, quantities, whole
from kzdata.selectors import Span

_READ: dict[str, Any] = {
    "quantity": quantities.read,
    "ordinal": quantities.read,
    "duration": durations.read,
    "date": dates.read,
    "country": countries.read,
}


def cut(reader: str, found: Iterable[Found]) -> tuple[Found, Span] | None:
    """The first words in which the reader finds a value while a piece holds a part of them alone.

    None where no piece cuts any.
    """
    return next(_cut(reader, found), None)


def _cut(reader: str, found: Iterable[Found]) -> Iterator[tuple[Found, Span]]:
    for one in found if reader in _READ else ():
        document = one.document
        for span in one.spans:
            for read in whole.near(_READ[reader], document.text.text, document.language, span):
                words: Span = getattr(read, "whole", read.words)
                ordinal = getattr(read, "kind", reader) == "ordinal"
                if ordinal == (reader == "ordinal") and not words.within(span):
                    yield one, words
