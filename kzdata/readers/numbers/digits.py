"""What the digits of a figure mean by their marks: `1,200`, `1.5`, `12'500`, `7½`, `3/4`.

Signs, letters and units around them are for `figures`.
"""

from fractions import Fraction
from typing import Final

from kzdata.readers.lexicon import Lexicon

_SWISS: Final = (("'", "."),)

_VULGAR: Final = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3),
    "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_DENOMINATORS: Final = {2, 3, 4, 5, 6, 8, 10}
LONGEST: Final = 40
"""How many digits a number may have: far more than anybody counts."""


def is_plain(digits: str) -> bool:
    """Whether these are the ten digits alone, and no zero leads them."""
    return digits.isdigit() and digits.isascii() and (digits[0] != "0" or digits == "0")


def values_of(digits: str, lexicon: Lexicon) -> list[Fraction]:
    """What digits with grouping and decimal marks mean in this language; several where unsure."""
    found: list[Fraction] = []
    if len(digits) > LONGEST:
        return found
    for group, decimal in _SWISS if "'" in digits else lexicon.figures.marks:
        whole, point, part = digits.partition(decimal) if decimal in digits else (digits, "", "")
        if point and not (part.isdigit() and part.isascii()):
            continue
        if group in whole:
            first, *others = whole.split(group)
            if not (first and _are_groups(len(first), list(map(len, others)), group)):
                continue
            whole = "".join((first, *others))
        if not is_plain(whole) or (group in digits and whole.startswith("0")):
            continue
        number = Fraction(int(whole + part), 10 ** len(part)) if part else Fraction(int(whole))
        if number not in found:
            found.append(number)
    return found


def _are_groups(first: int, others: list[int], group: str) -> bool:
    """Whether digits are grouped in threes or, by commas, in twos before the last three."""
    *inner, last = others
    threes = first <= 3 and all(length == 3 for length in inner)
    twos = group == "," and first <= 2 and bool(inner) and all(length == 2 for length in inner)
    return last == 3 and (threes or twos)


def parts_of(digits: str | None, over: str) -> list[Fraction]:
    """A fraction by a stroke or in one character; `24/7` and `9/11` are none."""
    if over[0] != "/":
        whole = digits or "0"
        return [int(whole) + Fraction(*_VULGAR[over])] if is_plain(whole) else []
    if not digits or not is_plain(digits) or len(digits) > 2 or len(over) > 3:
        return []
    below = int(over[1:])
    return [Fraction(int(digits), below)] if 0 < int(digits) < below in _DENOMINATORS else []
