"""Words that a record or a schema gives, found in a text as whole words.

Names, terms of categories and verbatim text are looked for, not read: what else they may mean is
not this module's business. The fold of `kzdata.quotations.folding` applies, and nothing more.
"""

import re
from collections.abc import Iterable

from kzdata.quotations.edges import cuts
from kzdata.quotations.folding import Folded, fold, folded
from kzdata.readers.language import code
from kzdata.selectors import Span

_NUMBER_GOES_ON = re.compile("[.,:][0-9]")
_NUMBER_BEFORE = re.compile("[0-9][.,:]$")
_E_FOR_YO = str.maketrans("ёЁ", "еЕ")


def find(needle: str, text: str) -> list[Span]:
    """Every place where the needle stands as whole words, in order; a possessive may follow it.

    Case counts. An empty needle stands nowhere.

    >>> find("KAZBAT", "KAZBAT’s soldiers, not the KAZBATs")
    [Span(start=0, end=6)]
    >>> find("20", "20 of 1,200 and 2.20")
    [Span(start=0, end=2)]
    """
    return _places(folded(needle), fold(text))


def find_term(terms: Iterable[str], text: str, language: str) -> list[Span]:
    """Every place where one of the terms stands as whole words, in order of place.

    A term in lower case may begin with a capital, as at the beginning of a sentence; a term with a
    capital (`UN`, `Lebanon`) is found only as it is. No plural or case is made up: list those that
    count. In Russian, `ё` may be written `е`.

    >>> find_term(["completed", "mission"], "Completed missions", "en")
    [Span(start=0, end=9)]
    """
    source = fold(text)
    yo = code(language) != "ru"
    spans: set[Span] = set()
    for term in terms:
        plain = folded(term)
        spellings = {plain, plain[:1].upper() + plain[1:]} if plain == plain.lower() else {plain}
        for spelling in spellings:
            spans.update(_places(spelling, source, yo=yo))
    return sorted(spans)


def _places(needle: str, source: Folded, *, yo: bool = True) -> list[Span]:
    """The places of a folded needle; without `yo`, ё and е are one letter."""
    text = source.text
    if not yo:
        needle, text = needle.translate(_E_FOR_YO), text.translate(_E_FOR_YO)
    places = []
    start = text.find(needle) if needle else -1
    while start >= 0:
        end = start + len(needle)
        whole = not cuts(text, start, end) and not _in_number(text, start, end)
        if whole and (span := source.span(start, end)):
            places.append(span)
        start = text.find(needle, start + 1)
    return places


def _in_number(text: str, start: int, end: int) -> bool:
    """Whether a digit at either end goes on beyond a point, comma or colon."""
    if text[start].isdecimal() and _NUMBER_BEFORE.search(text[max(0, start - 2) : start]):
        return True
    return text[end - 1].isdecimal() and bool(_NUMBER_GOES_ON.match(text, end))
