"""What readers give back: typed values at positions of the text that was read.

Values are exact (`Fraction`, EDTF strings, ISO codes), never floats and never `datetime`. Positions
are half-open spans of the text given to the reader. Tuples, since a reader makes many of them.
"""

from fractions import Fraction
from typing import Literal, NamedTuple

from kzdata.selectors import Span

Bound = Literal["exactly", "more_than", "at_least", "less_than", "at_most", "about"]

QuantityKind = Literal["cardinal", "ordinal", "fraction", "multiplicative", "vague"]


class Quantity(NamedTuple):
    """A number in words or digits, with its bound and the words of the thing that it counts.

    `words` is the number itself (`800`, `Twenty`, `half a million`); `whole` runs from the bound's
    first word to the number's last (or to a bound that stands behind). `number` is None for a vague
    quantity (`a few thousand`). `units` are the windows in which the counted thing or unit is
    named, the likeliest first (`Kazakh service members`, a `%` or `$`); empty where the text leaves
    it out. A range gives two quantities: its lower end `at_least`, its upper end `at_most`. A plain
    number is `exactly`. `readings` of one stretch of text may be several (`1.200` in an unknown
    language): all are given.
    """

    words: Span
    whole: Span
    number: Fraction | None
    bound: Bound
    kind: QuantityKind
    units: tuple[Span, ...] = ()


class Duration(NamedTuple):
    """A length of time in the unit that the text states: `six months` is P6M, never 180 days.

    `value` is an ISO 8601 duration (fractions of the last unit allowed: P2.5Y), or None where
    vague. `unit` is where the unit stands that the words leave out: `5 years to him and 2 to her`.
    """

    words: Span
    whole: Span
    value: str | None
    bound: Bound
    unit: Span | None = None


class DateReading(NamedTuple):
    """A date, whole or partial, in EDTF; X stands for what is left out: `January 6` is XXXX-01-06.

    `weekday` is 1 (Monday) to 7 where one is named, alone (edtf is then empty) or with the date.
    `offset_days` is set for words relative to another date (`two days after` 2, `yesterday` -1);
    edtf is then empty and the date that they start from must come from elsewhere. A weekday with
    an offset is the latest one not after that day: `last Monday` has -1, `the coming Monday` 7; a
    day or month with one is the last (-1) or next (1) of its name: `lo scorso gennaio`.
    `offset_months` is the same in months; edtf says what the words name: a month (`last month`,
    XXXX-XX) or a year (`two years later`, XXXX). Where `sure` is false, the words may as well mean
    another date: all that they may mean are given (`06/01/2022`), or no date at all (`his rating is
    1900`), or it turns on the reference day (`last Monday`, said on a Thursday).
    """

    words: Span
    edtf: str
    weekday: int | None = None
    offset_days: int | None = None
    offset_months: int | None = None
    sure: bool = True


class CountryReading(NamedTuple):
    """A country or territory by name or adjective: the ISO 3166-1 alpha-2 codes that it may mean.

    More than one code is an ambiguity of the text itself (`Congo`: CD, CG), which only other words
    of the source, or a curator's reason, can decide.
    """

    words: Span
    codes: tuple[str, ...]
    form: Literal["name", "adjective"]


class QuotedWords(NamedTuple):
    """A passage in quotation marks: `words` between the marks, `whole` with them."""

    words: Span
    whole: Span


def decimal(number: Fraction) -> str:
    """The number as people write it: a decimal where it has an end, else the fraction.

    >>> decimal(Fraction(5, 2)), decimal(Fraction(1, 3)), decimal(Fraction(800))
    ('2.5', '1/3', '800')
    """
    denominator = number.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1 or number.denominator == 1:
        return str(number)
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    whole, rest = divmod(abs(number.numerator) * 10**digits // number.denominator, 10**digits)
    return f"{'-' if number < 0 else ''}{whole}.{rest:0{digits}d}"
