"""Where quoted words stand in a source: under the fold, whole words, and in one place only.

What is tolerated is `kzdata.quotations.folding`; what a message says about words that do not stand
there is `kzdata.quotations.nearest`. The page on it: docs/quotations.md.
"""

import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from kzdata.quotations.context import ANYWHERE, context
from kzdata.quotations.folding import Folded, folded, kept_fold
from kzdata.quotations.hits import Index, search
from kzdata.quotations.placing import (
    SHOWN,
    Located,
    Search,
    placed,
    says_something,
    whole,
    whole_at,
)
from kzdata.quotations.stated import stated
from kzdata.selectors import Quotation

_OMISSION: Final = re.compile(r"\[(?:…|\.\.\.)\]")

_LONG: Final = 20_000
_MANY: Final = 64
"""In a source of so many characters, for so many quotations, an index beats searching."""


class Text:
    """A source prepared once: its text, and its fold when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self._folded: Folded | None = None

    @property
    def folded(self) -> Folded:
        """The text in the fold."""
        if self._folded is None:
            self._folded = kept_fold(self.text)
        return self._folded

    def __reduce__(self) -> tuple[type["Text"], tuple[str]]:
        """Pickled without its fold, which is quicker to make again than to send."""
        return Text, (self.text,)


def find(source: Text, quotation: Quotation) -> Located:
    r"""Where the quoted words stand in the source, in code points of its text.

    White space, quotation marks, dashes and the like may differ as the fold has it; nothing else
    may. `[…]` stands for words left out; its pieces follow one another and are placed only when
    there is one way to place them. Whatever else the quotation states must hold too.

    >>> source = Text("Over the years, more than\n800 service members have served in “Lebanon”.")
    >>> find(source, Quotation("more than 800"))
    Located(spans=(Span(start=16, end=29),), problem='', candidates=())
    >>> find(source, Quotation('more than 800 […] in "Lebanon"')).spans
    (Span(start=16, end=29), Span(start=58, end=70))
    >>> find(source, Quotation("more than 900")).problem
    'missing'
    >>> find(source, Quotation("e")).problem
    'cuts-word'
    """
    return find_all(source, [quotation])[0]


def find_all(source: Text, quotations: Sequence[Quotation]) -> list[Located]:
    """What `find` gives, for each quotation of one source: quick for many."""
    text = source.text
    near = stated(text, quotations)
    found = [located for located in near if located]
    if len(found) == len(near):
        return found
    asked = [
        (q, folded(q.exact)) for q, located in zip(quotations, near, strict=True) if not located
    ]
    hits = _search(source, [words for _, words in asked])
    searched = (_searched(source.folded, words, q, hits) for q, words in asked)
    return [located or next(searched) for located in near]


def pieces(exact: str) -> list[str]:
    """The folded pieces of a quotation between its `[…]`, the empty ones left out.

    >>> pieces("more than 800 […] in Lebanon")
    ['more than 800', 'in Lebanon']
    """
    return [piece for part in _OMISSION.split(exact) if (piece := folded(part))]


def _search(source: Text, quoted: Collection[str]) -> Search:
    if len(source.text) > _LONG and len(quoted) > _MANY:
        return Index(source.folded.text, quoted).search
    return lambda words: search(source.folded.text, words)


def _searched(source: Folded, words: str, quotation: Quotation, hits: Search) -> Located:
    beside = ANYWHERE if quotation[1:] == ANYWHERE else context(quotation)
    located = _alone(source, words, hits) if beside is ANYWHERE else None
    located = located or placed(source, [words], beside, hits)
    if located.problem == "missing" and "[" in words:
        parts = pieces(quotation.exact)
        return located if parts == [words] else placed(source, parts, beside, hits)
    return located


def _alone(source: Folded, words: str, hits: Search) -> Located | None:
    """The quick way for words without a context. None where the first few places do not decide."""
    if not says_something(words):
        return None
    starts = list(islice(hits(words), SHOWN))
    if not starts:
        return Located((), "missing")
    if len(starts) == 1:
        span = whole_at(source, starts[0], len(words))
        return Located((span,)) if span else None
    spans = tuple(place.span for place in whole(source, starts, len(words)))
    if len(spans) > 1:
        return Located((), "ambiguous", spans)
    return Located(spans) if spans and len(starts) < SHOWN else None
