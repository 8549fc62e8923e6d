"""Words that a record or a schema gives, found in a folded text as whole words.

Names, terms of categories and verbatim text are looked for, not read: what else they may mean is
not this module's business. The fold of `kzdata.quotations.folding` applies, and nothing more.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kzdata.quotations.edges import cuts
from kzdata.quotations.folding import Folded, folded
from kzdata.readers.denied import HYPHENS, is_denied
from kzdata.readers.language import code
from kzdata.selectors import Span

_NAME_BEFORE: Final = re.compile(
    r"(?:(?P<hyphenated>\w)[^\W_]*-|\bO'|[A-ZÀ-Þ]\w* (?:D|Dell|Dall)'|[^\W\d_]\. ?)$"
)
_HYPHEN_AFTER: Final = re.compile(r"-(\w)")
_NAME_BEHIND: Final = re.compile(
    r"-(?:заде|зода|о[гғ]л[ыу]|[кқг]ызы|угли|[ұу]лы|(?:бек|бей|хан|паш|шах)[а-я]{0,3}"
    r"|(?:младш|старш)[а-я]{2,3}|мл|ст|(?:отец|отц|сын)[а-я]{0,2}"
    r"|zad[eə]|o[gğ]l[uyı]|[kq][ıiy]z[ıiy]|zod[ai]|khan|pasha|be[gkyi]|jr|sr|senior|junior)(?!\w)"
    r"|-(?:а[дрзнстлш]|аль|эль|у[дрзл]ь?|a[dlnrstz]|el|u[dlr])-[^\W\d_]"
)
"""What goes on a name behind a hyphen in lower case: `Гасан-заде`, `Салах-ад-Дин`."""
_SON_BEHIND: Final = re.compile(
    r"(?:,? (?:[Jj]r|[Ss]r|[IVX]{2,5})| (?:мл|ст|[VX])| I(?! [a-z]))(?!\w)"
    r"| (?:[Jj]unior|[Ss]enior|(?:[Мм]ладш|[Сс]тарш)[а-я]{2,3}|the (?:Younger|Elder))(?!\w)"
    r"|, (?:[Jj]unior|[Ss]enior|(?:мл|ст)\.|(?:младш|старш)[а-я]{2,3}|the (?:Younger|Elder))"
    r"(?! ?\w)"
    r"| (?:&|and|e|и) (?:Co|Sons?|Bros|Brothers|Partners|Associates|C\.|[Ff]igli|К[оº°]|[Сс]ыновья)"
    r"(?!\w)"
)
"""What makes a name that of a son or a firm: `John Smith Jr.`, `John Smith III`, `Smith & Co`.

Behind a comma it may begin an office as well: `Иван Петров, старший тренер`.
"""
_BODY_BEHIND: Final = re.compile(
    r",? (?:Ltd|Inc|LLC|LLP|plc|PLC|GmbH|Corp|S\.?r\.?l\.?|S\.?p\.?A\.?|Co\.)(?!\w)"
    r"| (?:University|College|Foundation|Institute|Hospital|Airport|Stadium|Street|Avenue|Road"
    r"|Square|Bridge|Boulevard|Prize|Award|Trust|Museum|Library|Arena|Theat(?:re|er)|Memorial"
    r"|Cathedral)(?!\w)"
)
_BODY_BEFORE: Final = re.compile(
    r"(?<!\w)(?:[Ff]ondazione|[Uu]niversità|[Ii]stituto|[Oo]spedale|[Pp]remio|[Mm]useo|[Ss]tadio"
    r"|[Aa]eroporto|[Vv]ia|[Pp]iazza|[Vv]iale|[Tt]eatro|[Bb]iblioteca) $"
)
"""What makes a whole name that of a body or place that is called so: `Ospedale Mario Rossi`."""
_NO_NAME_BEFORE: Final = re.compile(r"(?i)(?<!\w)(?:non|не)-$")
_INITIAL: Final = re.compile(r"[^\W\d_]\.")
LONGEST_WORD: Final = 48
"""How far before a name its hyphenated first part is looked for."""

_E_FOR_YO: Final = str.maketrans("ёЁ", "еЕ")


def find(needle: str, source: Folded) -> list[Span]:
    """Every place where the needle stands as whole words, in order; a possessive may follow it.

    Case counts. An empty needle stands nowhere.

    >>> from kzdata.quotations.folding import fold
    >>> find("KAZBAT", fold("KAZBAT’s soldiers, not the KAZBATs"))
    [Span(start=0, end=6)]
    >>> find("20", fold("20 of 1,200 and 2.20"))
    [Span(start=0, end=2)]
    """
    return _places((folded(needle),), source, source.text)


def find_name(name: str, source: Folded) -> list[Span]:
    """Every place where a name stands as a whole name, not as a part of a hyphenated one.

    `UN` is found in `UN-led`, for what follows the hyphen is no name.

    >>> from kzdata.quotations.folding import fold
    >>> find_name("Olwen Price", fold("Olwen Price-Hughes, Olwen Price"))
    [Span(start=20, end=31)]
    """
    return [
        span
        for start, end in _stretches(folded(name), source.text)
        if not in_longer_name(source, start, end) and (span := source.span(start, end))
    ]


def in_longer_name(source: Folded, start: int, end: int) -> bool:
    """Whether what stands beside a name in a folded text makes it a part of another name.

    That is a hyphen (but no dash) with another capitalised word or one such as `заде`, `O'`, the
    `D'` of a surname, an initial before an initial, or what makes it a son's, a firm's or a body's:
    `Jr.`, `III`, `& Co`, `Ltd`, `University`.

    >>> from kzdata.quotations.folding import fold
    >>> source = fold("Jean-Luc O'Brien, A. S. Reznik")
    >>> [in_longer_name(source, *at) for at in ((0, 4), (5, 8), (11, 16), (21, 30))]
    [True, True, True, True]
    """
    text = source.text
    after = _HYPHEN_AFTER.match(text, end)
    if after and _is_hyphen(source, end) and (after[1].isupper() or _NAME_BEHIND.match(text, end)):
        return True
    if _is_of_other(text, start, end):
        return True
    before = _NAME_BEFORE.search(text, max(0, start - LONGEST_WORD), start)
    if not before or not text[start].isupper():
        return False
    if before["hyphenated"]:
        return before["hyphenated"].isupper() and _is_hyphen(source, start - 1)
    return before[0].endswith("'") or bool(_INITIAL.match(text, start) and before[0][0].isupper())


def _is_of_other(text: str, start: int, end: int) -> bool:
    """Whether words beside a name make it another's: a son's, a firm's, that of a `non-` one.

    A name of one word may be a firm's without them: `Apple` in `Apple Inc.`
    """
    if text[end : end + 1] in {" ", ","} and _SON_BEHIND.match(text, end):
        return True
    if start and text[start - 1] in "- ":
        early = max(0, start - LONGEST_WORD)
        if _NO_NAME_BEFORE.search(text, early, start):
            return True
        if " " in text[start:end] and _BODY_BEFORE.search(text, early, start):
            return True
    return " " in text[start:end] and bool(_BODY_BEHIND.match(text, end))


def _is_hyphen(source: Folded, at: int) -> bool:
    span = source.span(at, at + 1)
    return span is not None and source.original[slice(*span)] in HYPHENS


def find_term(terms: tuple[str, ...], source: Folded, language: str) -> list[Span]:
    """Every place where one of the terms stands as whole words, in order of place.

    A term in lower case may begin with a capital, as at the beginning of a sentence; a term with a
    capital (`UN`, `Lebanon`) is found only as it is, and none behind a word that denies it (`not
    guilty`, `wasn't found guilty` are no `guilty`, but may be a term), or in Kazakh in front of
    one. No plural or case is made up: list those that count. In Russian, `ё` may be written `е`.

    >>> from kzdata.quotations.folding import fold
    >>> find_term(("completed", "mission"), fold("Completed missions"), "en")
    [Span(start=0, end=9)]
    """
    found = _places(_spellings(terms, language), source, _spelled(source.text, language))
    return [span for span in found if not is_denied(source.original, span, language)]


@lru_cache(maxsize=4096)
def _spellings(terms: tuple[str, ...], language: str) -> tuple[str, ...]:
    """How terms may stand in a folded text of the language, each once."""
    found: dict[str, None] = {}
    for term in terms:
        plain = folded(term)
        found[_spelled(plain, language)] = None
        if plain == plain.lower():
            found[_spelled(plain[:1].upper() + plain[1:], language)] = None
    return tuple(found)


def _spelled(text: str, language: str) -> str:
    """The text; in Russian, where ё and е are one letter, without ё."""
    return text.translate(_E_FOR_YO) if code(language) == "ru" else text


def _places(needles: Iterable[str], source: Folded, text: str) -> list[Span]:
    """The places of folded needles in the text of the fold, in order."""
    spans = [
        span
        for needle in needles
        if needle in text
        for start, end in _stretches(needle, text)
        if (span := source.span(start, end))
    ]
    return sorted(spans)


def _stretches(needle: str, text: str) -> list[tuple[int, int]]:
    """Where a needle stands in the text, not cut out of a word."""
    found = []
    start = text.find(needle) if needle else -1
    while start >= 0:
        end = start + len(needle)
        if not cuts(text, start, end):
            found.append((start, end))
        start = text.find(needle, start + 1)
    return found
