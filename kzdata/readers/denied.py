"""Whether the words beside a term deny it: `not guilty`, `wasn't found guilty`, `non-binding`.

Which words do is in the `terms.toml` of a language. Where terms stand is for `words`.
"""

import re
from functools import cache
from typing import Any, Final, NamedTuple

from kzdata.readers.language import code, tables
from kzdata.selectors import Span

HYPHENS: Final = "-\u2010\u2011"
_PREFIX: Final = re.compile(
    r"(?i)(?<!\w)(?:not?|never|(?-i:[Uu]n)|non|anti|ex|quasi|pseudo|semi|half|counter|pre|post"
    rf"|не|анти|экс|псевдо|полу|контр)[{HYPHENS}]$"
)
_NEAR: Final = 64
"""How many characters beside a term its denial may stand."""

_MARKS: Final = "\"'“«„‘’"
"""What may open a quotation in front of a term: `not “guilty”`."""

_ENDS: Final = '.,;:!?)»”"'


class Denials(NamedTuple):
    """The words of a language that deny a term, in front of it and behind it.

    Those in front may end with `endings` or be two (`phrases`); two that are `admitted` deny
    nothing, as `a no` in `a no vote`. Words of `over` and `behind_over` may stand between, and
    another term in front of one of `joints`: `was not injured or detained`.
    """

    words: frozenset[str]
    endings: tuple[str, ...]
    phrases: frozenset[str]
    admitted: frozenset[str]
    over: frozenset[str]
    joints: frozenset[str]
    behind: frozenset[str]
    behind_stems: tuple[str, ...]
    behind_over: frozenset[str]


def is_denied(text: str, span: Span, language: str) -> bool:
    """Whether what is beside a term makes it another.

    >>> text = "He was not found guilty"
    >>> is_denied(text, Span(17, 23), "en"), is_denied(text, Span(11, 16), "en")
    (True, True)
    >>> is_denied("a guilty man, not her", Span(2, 8), "en")
    False
    """
    start, end = span
    if start and text[start - 1] in HYPHENS:
        return bool(_PREFIX.search(text, max(0, start - _NEAR), start))
    known = _denials(code(language))
    if known.words and start and _in_front(text[max(0, start - _NEAR) : start], known):
        return True
    behind = known.behind and text[end : end + 1].isspace()
    return bool(behind) and _behind(text[end : end + _NEAR], known)


def _in_front(before: str, known: Denials) -> bool:
    """Whether the words in front of a term, all that follow being small, deny it."""
    opened = before.rstrip(_MARKS) if before[-1] in _MARKS else before
    if not opened[-1:].isspace():
        opened = before
    words = opened.replace("’", "'").casefold().split()
    if not (words and (opened[-1].isspace() or words[-1].endswith("'"))):
        return False
    if words[-1] in known.joints:
        words = words[:-2]
    led = ""
    for word in reversed(words):
        if led:
            pair = f"{word} {led}"
            if pair in known.phrases:
                return True
            if led in known.words or led.endswith(known.endings):
                return pair not in known.admitted
            if led not in known.over:
                return False
        led = word
    return led in known.words or led.endswith(known.endings)


def _behind(after: str, known: Denials) -> bool:
    """The same of the words behind it: `кінәлі деп танылған жоқ`."""
    for word in after.casefold().split():
        bare = word.rstrip(_ENDS)
        if bare in known.behind or bare.startswith(known.behind_stems):
            return True
        if word not in known.behind_over:
            return False
    return False


@cache
def _denials(code: str) -> Denials:
    table = tables(code, "terms")
    return Denials(
        _words(table, "denied"),
        tuple(_words(table, "denied_endings")),
        frozenset(table.get("denied_phrases", ())),
        frozenset(table.get("admitted", ())),
        _words(table, "denied_over"),
        _words(table, "denied_joints"),
        _words(table, "denied_behind"),
        tuple(_words(table, "denied_stems")),
        _words(table, "denied_behind_over"),
    )


def _words(table: Any, line: str) -> frozenset[str]:
    return frozenset(str(table.get(line, "")).split())
