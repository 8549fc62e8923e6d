"""Where a quotation may begin and end: between words, never inside one.

Two neighbouring characters decide. What stands between which of them is the fold's business.
"""

import unicodedata
from functools import lru_cache

_UNSPACED = (
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


@lru_cache(maxsize=65536)
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


@lru_cache(maxsize=65536)
def plainly_outside(before: str, after: str) -> bool:
    r"""Whether these neighbours in a text that is not folded stand in no word, whatever is hidden.

    What does not show may join them to a word: then only the fold can tell.

    >>> plainly_outside(" ", "a"), plainly_outside("\u00ad", "a")
    (True, False)
    """
    visible = all(character.isprintable() or character.isspace() for character in before + after)
    return visible and not inside(before, after)


def cuts(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, not empty, begins or ends inside a word."""
    return (start > 0 and inside(text[start - 1], text[start])) or (
        end < len(text) and inside(text[end - 1], text[end])
    )


def _in_word(character: str) -> bool:
    if not (character.isalnum() or continues(character)):
        return False
    return not any(first <= character <= last for first, last in _UNSPACED)
