"""Roman numerals of more than one letter, up to LXXXIX, as they may stand in a text.

What makes one of them an ordinal is `kzdata.readers.lexicon.romans`.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Final

_TENS: Final = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
_ONES: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
"""They end before `XC`: what is written with C, D and M is oftener a mark (`CD`, `MC`)."""
_LIKE_X = "X\N{CYRILLIC CAPITAL LETTER HA}"
_LIKE_I = "I\N{CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I}"
"""Letters that are typed for these two where the keyboard is Cyrillic."""
_OTHERS = frozenset({"XL", "LI", "LV", "LX"})
"""What is oftener a size, a name or a mark."""


@cache
def roman_numerals() -> Mapping[str, int]:
    """The value of each numeral.

    >>> roman_numerals()["XXVII"], "X" in roman_numerals(), "XL" in roman_numerals()
    (27, False, False)
    >>> roman_numerals()["ХХІ"]  # in Cyrillic letters
    21
    """
    written = (
        (10 * ten + one, tens + ones)
        for (ten, tens), (one, ones) in product(enumerate(_TENS), enumerate(_ONES))
    )
    return {
        letters.replace("X", ten).replace("I", one): value
        for value, letters in written
        if len(letters) > 1 and letters not in _OTHERS
        for ten, one in product(_LIKE_X, _LIKE_I)
    }
