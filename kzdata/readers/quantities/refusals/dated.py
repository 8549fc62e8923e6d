"""Numbers that are a year or a day of a month: `in 2003`, `6 января`, `the 6th of January`.

What date it is that they are parts of is for `kzdata.readers.dates`.
"""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.text.tokens import Token, Words


def is_year(tokens: Sequence[Token], piece: Piece) -> bool:
    """Whether a number has the form of a year: four digits and nothing else, 1500 to 2100."""
    key = tokens[piece.first].key
    if not key[0].isdigit() or piece.first != piece.last:
        return False
    digits = key.split("-")[0]
    return len(digits) == 4 and digits.isdigit() and 1500 <= int(digits) <= 2100


def is_dated_year(beside: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether the words beside four digits make them a year: `в 2003 году`, `in 2003`.

    Where a year always names itself, no other noun may follow it: `около 1500 солдат`. Another
    number is none.
    """
    rules, (before, after) = lexicon.refuse, beside
    if after in rules.year_after or after.startswith(rules.year_stems):
        return True
    counts = rules.year_stands and after.isalpha() and lexicon.term(after) is None
    counts = counts and after not in lexicon.stops and after not in lexicon.conjunctions
    return before in rules.year_before and not counts


def is_day(words: Words, piece: Piece, lexicon: Lexicon, beside: tuple[str, str]) -> bool:
    """A day of a month: `6 января`, `the 6th of January`, but not `over 18 may vote`.

    Nor is `екінші маусым` one, the second season: words number no day of a June.
    """
    tokens, (before, after) = words.tokens, beside
    if after in lexicon.refuse.month_verbs and words.text[tokens[piece.last + 1].start].islower():
        return False
    dated = lexicon.refuse.leads_year(before)
    if not dated:
        if after in lexicon.linking and piece.last + 2 < len(tokens):
            after = tokens[piece.last + 2].key if tokens[piece.last + 1].gap == " " else after
        if not lexicon.refuse.is_month(after) or is_pronoun(tokens, piece, lexicon):
            return False
    if after.startswith(lexicon.refuse.seasons) and not tokens[piece.first].key[0].isdecimal():
        return False
    number = piece.readings[0].number if piece.readings else None
    if number is None:
        return True
    count, below = number.as_integer_ratio()
    day = not dated or lexicon.refuse.leads_day(before)
    return below == 1 and ((day and count <= 31) or 1000 <= count <= 2999)
