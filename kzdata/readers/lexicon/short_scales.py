"""Abbreviations that may multiply a number beside them: `M`, `k`, `Mio`, with a currency or not.

Those that are number words wherever they stand (`млн`, `bn`) are terms. What is made of the others
behind a number is `kzdata.readers.numbers.short_scales`.
"""

from fractions import Fraction
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS

_VOWELS: Final = frozenset("aeiouyàèéìòùаеёиоуыэюяәіөұүһ")
_LONGEST: Final = 4
"""How many letters an abbreviation that no table knows may have: `мрд`."""

_ROUBLE: Final = "р"


def may_scale(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that is in no table of scales may be one.

    >>> from kzdata.readers.lexicon.lexicons import lexicon
    >>> [may_scale(word, lexicon("it")) for word in ("m€", "mln€", "mlrdd", "m.euro", "mrl", "dei")]
    [True, True, False, True, True, False]
    """
    bare, paid = without_money(word, lexicon)
    return (bool(paid) and is_scale(bare, lexicon)) or _is_abbreviation(word, lexicon)


def without_money(word: str, lexicon: Lexicon) -> tuple[str, str]:
    """A word without the money that is glued to it, and that: `m€`, `тыс.₽`, `т.руб`.

    >>> from kzdata.readers.lexicon.lexicons import lexicon
    >>> without_money("т.руб", lexicon("ru")), without_money("m€", lexicon("it"))
    (('т', 'руб'), ('m', '€'))
    """
    if word in lexicon.figures.suffixes:
        return word, ""
    if word[-1] in CURRENCY_SIGNS:
        return word[:-1].rstrip("."), word[-1]
    bare, point, money = word.partition(".")
    if point and (money in lexicon.money.currencies or money == _ROUBLE):
        return bare, money
    return word, ""


def is_scale(bare: str, lexicon: Lexicon) -> bool:
    """Whether a word multiplies or, where the table is not sure, may."""
    term = lexicon.term(bare)
    known = bare in lexicon.figures.suffixes or bare in lexicon.figures.unsure_scales
    return known or (term is not None and term.kind == "scale")


def scale_of(bare: str, lexicon: Lexicon) -> Fraction | None:
    """What a word multiplies by, if that is sure."""
    if bare in lexicon.figures.unsure_scales:
        return None
    term = lexicon.term(bare)
    return (
        term.value
        if term is not None and term.kind == "scale"
        else lexicon.figures.suffixes.get(bare)
    )


def _is_abbreviation(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has consonants alone, and is none that the language is known to have."""
    return (
        len(word) <= _LONGEST
        and word.isalpha()
        and _VOWELS.isdisjoint(word)
        and word not in lexicon.stops
        and word not in lexicon.figures.glued_units
        and word not in lexicon.money.currencies
        and lexicon.term(word) is None
    )
