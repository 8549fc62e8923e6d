"""Numbers that are a year or a day of a month: `in 2003`, `6 января`, `the 6th of January`.

What date it is that they are parts of is for `kzdata.readers.dates`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import GAUGE, MEASURE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.text.tokens import Token, Words, keys, touches

_LONGEST_TOLD: Final = 6
"""How many words may say of what a date or deadline is, and that it is so."""

_LONGEST_STEP: Final = 3
"""How many words may say by how much something rose, in front of the level that it rose to."""


def is_year(tokens: Sequence[Token], piece: Piece) -> bool:
    """Whether a number has the form of a year: four digits and nothing else, 1500 to 2100."""
    key = tokens[piece.first].key
    if not key[0].isdigit() or piece.first != piece.last:
        return False
    digits = key.split("-")[0]
    return len(digits) == 4 and digits.isdigit() and 1500 <= int(digits) <= 2100


def is_dated_year(
    tokens: Sequence[Token], piece: Piece, beside: tuple[str, str], lexicon: Lexicon
) -> bool:
    """Whether the words beside four digits make them a year: `в 2003 году`, `in 2003`.

    Where a year always names itself, no other noun may follow it: `около 1500 солдат`. Another
    number is none, nor is what something rose to or what is measured: `rose to 1900`, `1900 m`.
    """
    rules, (before, after) = lexicon.refuse, beside
    if (
        before in rules.year_named
        or after in rules.year_after
        or after.startswith(rules.year_stems)
    ):
        return True
    if rules.year_compared and _is_compared(tokens, piece.first, after, lexicon):
        return True
    if rules.year_nouns and (
        _says_which(tokens, piece.last + 1, beside, lexicon)
        or _is_told(tokens, piece.first, lexicon)
    ):
        return True
    counts = rules.year_stands and after.isalpha() and lexicon.term(after) is None
    counts = counts and after not in lexicon.stops and after not in lexicon.conjunctions
    if before not in rules.year_before or counts:
        return False
    return not (
        (before in rules.levels and _is_level(tokens, piece.first - 1, after, lexicon))
        or (before in lexicon.of_what and _is_whole(tokens, piece.first - 1, after, lexicon))
    )


def _is_compared(tokens: Sequence[Token], first: int, after: str, lexicon: Lexicon) -> bool:
    """Whether something is compared with a year: `compared with 1990`, no `1990 cases`."""
    phrase = tuple(keys(tokens[max(first - 2, 0) : first]))
    return phrase in lexicon.refuse.year_compared and not (after and _is_many(after, lexicon))


def _says_which(
    tokens: Sequence[Token], noun: int, beside: tuple[str, str], lexicon: Lexicon
) -> bool:
    """Whether four digits say of which year the noun at a token is: `its 2011 census`.

    One thing is none of so many; what is many may be either, as in `the 1900 soldiers`, but not
    where years have names of it: `the 2022 protests`.
    """
    rules, (before, after) = lexicon.refuse, beside
    owned = before in rules.year_owners or before.endswith(lexicon.parts.possessive)
    named = after in rules.year_nouns
    if not (owned or named) or not after[:1].isalpha():
        return False
    if owned and named:
        return True
    small = among(
        after, lexicon.stops, lexicon.conjunctions, lexicon.fates.words, lexicon.subjects.being
    )
    if small or lexicon.term(after) or _is_many(after, lexicon):
        return False
    gap = tokens[noun].gap
    if gap != " ":
        return bool(gap)
    following = tokens[noun + 1].key
    return following in lexicon.stops or not _is_many(following, lexicon)


def _is_many(word: str, lexicon: Lexicon) -> bool:
    """Whether a word names many things or a measure, by the language's table or its ending."""
    if word in lexicon.subjects.many_nouns or lexicon.traits[word] & (GAUGE | MEASURE):
        return True
    plural = word.endswith(lexicon.refuse.many) and not word.endswith(lexicon.subjects.no_plurals)
    return plural or _is_measure(word, lexicon)


def _is_told(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether four digits tell the year of what stands in front: `the deadline is 2030`."""
    leads = lexicon.refuse.year_leads
    if not first:
        return False
    if tokens[first - 1].gap == ": ":
        return tokens[first - 1].key in leads
    said = False
    for position in range(first - 1, max(first - 2 - _LONGEST_TOLD, -1), -1):
        key = tokens[position].key
        if not touches(tokens[position]):
            return False
        if key in leads:
            return said
        said = said or key in lexicon.subjects.copulas or lexicon.changes.all.has(key)
        if not said and key not in lexicon.subjects.auxiliaries:
            return False
    return False


def noted(words: Words, found: Sequence[Piece]) -> Iterator[int]:
    """The places of years in brackets, alone, behind a name or in front of a colon and a number.

    `Population (2019): 300`, `(Lee, 2018; Kim, 2020)`, `300 (2019: 280)`.
    """
    for place, piece in enumerate(found):
        tokens, first = words.tokens, piece.first
        leads = tokens[piece.last].gap == ": " and place + 1 < len(found)
        leads = leads and found[place + 1].first == piece.last + 1
        if (leads or tokens[piece.last].gap[:1] in {")", ";"}) and is_year(tokens, piece):
            start, front = tokens[first].start, tokens[first - 1]
            named = first and front.gap == ", " and words.text[front.start].isupper()
            if named or words.text[start - 1 : start] == "(":
                yield place


def is_of_month(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether four digits from token `first` on are the year of a month: `6th of January, 2022`."""
    month = tokens[first - 1] if first else None
    return month is not None and month.gap == ", " and lexicon.refuse.leads_year(month.key)


def _is_level(tokens: Sequence[Token], lead: int, after: str, lexicon: Lexicon) -> bool:
    """Whether four digits behind token `lead` are what something rose to: `rose 3% to 1900`.

    But `rose from 1990 to 2000` may be years, as may `rose in the year to 2003`.
    """
    if _is_measure(after, lexicon):
        return True
    for position in range(lead - 1, max(lead - 2 - _LONGEST_STEP, -1), -1):
        key = tokens[position].key
        if not touches(tokens[position]):
            return False
        if lexicon.changes.all.has(key):
            return True
        step = key in lexicon.changes.steps or key in lexicon.adverbs or _is_measure(key, lexicon)
        if not step and not key[0].isdecimal():
            return False
    return False


def _is_whole(tokens: Sequence[Token], lead: int, after: str, lexicon: Lexicon) -> bool:
    """Whether four digits behind token `lead` count what follows: `sales of 1950 units`.

    But `the end of 2003 troops had left`, and `millions of 2003 dollars` are those of that year.
    """
    led = tokens[lead - 1].key if lead and touches(tokens[lead - 1]) else ""
    scale = lexicon.term(led)
    if _is_measure(after, lexicon):
        return scale is None or scale.kind != "scale"
    many = after in lexicon.subjects.many_nouns or after.endswith(lexicon.refuse.many)
    return many and (not led or led in lexicon.refuse.totals)


def _is_measure(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a unit of money or measure."""
    rules = lexicon.refuse
    small = not word or word in rules.year_before or word in lexicon.stops
    lists = (
        lexicon.figures.glued_units,
        lexicon.money.currencies,
        lexicon.money.codes,
        lexicon.percents,
    )
    return not small and among(word, *lists, rules.measured)


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
