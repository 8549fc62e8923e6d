"""Roman numerals of more than one letter, which are ordinals where the words beside them say so.

`alla XXVII Sagra`, `nel XX secolo`. One letter alone (`V`, `I`) may be an initial or a word, and
what stands behind a name is a part of it (`Luigi XIV`): neither is read.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from kzdata.readers.lexicon.phrases import stems, words
from kzdata.readers.lexicon.terms import Term
from kzdata.readers.text.roman_numerals import roman_numerals
from kzdata.readers.text.tokens import Token


class Romans(NamedTuple):
    """What makes a Roman numeral an ordinal: words right in front, or beginnings of the noun.

    Where a numeral `precedes` a name (`XIV Людовик`), what is in front may be any word. No letters
    of `never` are one.
    """

    before: frozenset[str]
    nouns: tuple[str, ...]
    precedes: bool
    never: frozenset[str]


def romans_of(table: Mapping[str, Any]) -> Romans:
    """The words of a table `[romans]`."""
    return Romans(
        words(table, "before"),
        stems(table, "nouns"),
        table.get("precedes", False),
        words(table, "never"),
    )


def terms_of(table: Mapping[str, Any]) -> dict[str, Term]:
    """What each numeral is in a number; nothing where the language has no such table."""
    if not table:
        return {}
    known = roman_numerals().items()
    return {letters: Term("ordinal", Fraction(value), closes=True) for letters, value in known}


def rests_on_noun(tokens: Sequence[Token], position: int, romans: Romans) -> bool:
    """Whether what is in front of a Roman numeral makes it no ordinal, if no noun behind does."""
    if not position or tokens[position].key not in roman_numerals():
        return False
    before = tokens[position - 1]
    return before.gap in {" ", ""} and before.key not in romans.before


def is_none(text: str, tokens: Sequence[Token], position: int, romans: Romans) -> bool:
    """Whether a Roman numeral is no ordinal by what stands beside it in the text.

    Behind a word that may lead to no ordinal, before none of the nouns, or in a line of capitals.
    """
    token = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if token.key in romans.never or (
        following and len(following.key) > 1 and text[following.start : following.end].isupper()
    ):
        return True
    before = tokens[position - 1] if position and tokens[position - 1].gap in {" ", ""} else None
    if before is None or before.key in romans.before:
        return False
    counted = following is not None and token.gap == " " and following.key.startswith(romans.nouns)
    return not counted or (text[before.start].isupper() and not romans.precedes)
