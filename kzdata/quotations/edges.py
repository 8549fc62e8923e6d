"""Where a quotation may begin and end: between words and numbers, never inside one.

The characters next to an edge decide. Which of them there are is the fold's business.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNSPACED: Final = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u0f00", "\u0fff"),  # Tibetan
    ("\u1000", "\u109f"),  # Myanmar
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u9fff"),  # Han, Hiragana, Katakana, Bopomofo
    ("\uf900", "\ufaff"),  # Han, compatibility
    ("\uff66", "\uff9f"),  # Katakana, half width
    ("\U00016fe0", "\U00018dff"),  # Tangut, Nushu, Khitan
    ("\U0001aff0", "\U0001b2ff"),  # Kana, Nushu
    ("\U00020000", "\U000323af"),  # Han, supplementary
)
"""Scripts that put no space between words: a quotation may begin at any of their characters."""

_MARKS: Final = ".,:/'\u2019"
"""Marks that hold a number together between two digits: `11,800`, `11.8`, `10:30`, `3/4`."""

REACH: Final = 5
"""How many characters on each side of a position decide at most."""

_HEAD: Final = re.compile("(?<![0-9])[0-9]{1,3}$")
_GROUP: Final = re.compile("[0-9]{3}(?![0-9])")


def continues(character: str) -> bool:
    r"""Whether the character belongs to the one before it: marks, jamo, skin tones, joiners.

    >>> continues("\u0301"), continues("e")
    (True, False)
    """
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def inside(before: str, after: str) -> bool:
    """Whether these two neighbours stand inside a word or number, so that nobody may cut there.

    `800` cannot be quoted out of `1800`, nor `allowed` out of `disallowed`. Either may be the empty
    string, the edge of the text. Scripts without spaces may be cut between any two characters.

    >>> inside("1", "8"), inside(" ", "8"), inside("s", "a"), inside("和", "平")
    (True, False, True, False)
    """
    if not before or not after:
        return False
    if continues(after):
        return True
    return _in_word(before) and _in_word(after)


def in_number(text: str, at: int) -> bool:
    """Whether a number of a folded text runs on across a position in it.

    A space joins three digits to up to three before them: most languages group so, and which one
    this is, nobody says here.

    >>> in_number("11,800", 3), in_number("11.800", 2), in_number("11 800", 3)
    (True, True, True)
    >>> in_number("1 800", 1), in_number("1 800 000", 2), in_number("1 800 000", 5)
    (True, True, True)
    >>> in_number("In 2011, 800", 9), in_number("In 2011 800", 8), in_number("11 8000", 3)
    (False, False, False)
    """
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if after.isdecimal() and before:
        if before in _MARKS:
            return text[max(0, at - 2) : at - 1].isdecimal()
        return before == " " and _grouped(text[max(0, at - REACH) : at - 1], text[at : at + 4])
    if before.isdecimal() and after:
        if after in _MARKS:
            return text[at + 1 : at + 2].isdecimal()
        return after == " " and _grouped(text[max(0, at - 4) : at], text[at + 1 : at + REACH])
    return False


def plainly_outside(text: str, at: int) -> bool:
    r"""Whether a position in a text that is not folded stands in no word and in no number.

    False wherever only the fold can tell, as beside what does not show.

    >>> plainly_outside("in a", 3), plainly_outside("in\u00ada", 3), plainly_outside("1  800", 3)
    (True, False, False)
    >>> plainly_outside("1 800", 1), plainly_outside("1 a", 1)
    (False, True)
    """
    outside = plainly_between(text[at - 1 : at + 1] if at else text[:1])
    if outside is not None:
        return outside
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    return not (
        (after[:1].isdecimal() and _runs_on(before))
        or (before[-1:].isdecimal() and _runs_on(after))
    )


@lru_cache(maxsize=65536)
def plainly_between(beside: str) -> bool | None:
    """What `plainly_outside` says of two neighbours; None where more must be seen."""
    if not all(character.isprintable() or character.isspace() for character in beside):
        return False
    cut = _cut_between(beside)
    return None if cut is None else not cut


def _runs_on(beside: str) -> bool:
    """Whether a digit may follow these two characters, or go before them, in the same number."""
    return not beside.isprintable() or beside.isspace() or any(map(str.isdecimal, beside))


def cuts(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, not empty, begins or ends inside a word or a number."""
    return _cut(text, start) or _cut(text, end)


def _cut(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    cut = _cut_between(text[at - 1 : at + 1])
    return in_number(text, at) if cut is None else cut


@lru_cache(maxsize=65536)
def _cut_between(beside: str) -> bool | None:
    """Whether two neighbours stand inside a word; None where a digit is one and more must be seen.

    One character is the edge of the text.
    """
    if len(beside) < 2:
        return False
    return inside(*beside) or (None if any(map(str.isdecimal, beside)) else False)


def _grouped(head: str, group: str) -> bool:
    return bool(_HEAD.search(head)) and bool(_GROUP.match(group))


def _in_word(character: str) -> bool:
    if not (character.isalnum() or continues(character)):
        return False
    return not any(first <= character <= last for first, last in _UNSPACED)
