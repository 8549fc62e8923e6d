"""What stands around a form of a date and makes it none.

`2003 soldiers` are counted, `not on 9 May` is denied, `1800 BC` is of another era. What the forms
are is `forms`; where they stand in a text is for `kzdata.readers.dates`.
"""

import re
from functools import cache

from kzdata.readers.countries import is_adjective
from kzdata.readers.dates.forms import Grammar, Match, grammar
from kzdata.readers.dates.meaning import YEAR_KINDS
from kzdata.readers.lexicon.signs import CURRENCY_CODES

REACH = 32
"""How many characters before a form are looked at."""

DENIED_WITHIN = 64
"""The same for its denial, its era or what counts it."""

COUNTED_WITHIN = 2
"""How many words behind a year are looked at for a thing that it counts: `2003 brick houses`."""

Sides = tuple[re.Pattern[str], re.Pattern[str]]
"""What stands in front of a form, and what behind it."""

_OF_DAYS = ("date", "days")

_WORD_BEHIND = re.compile(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)( [^\W\d_]|)")
_JOINED_BEFORE = re.compile(r"[\w\u0300-\u036f]$")
_JOINED_AFTER = re.compile(r"[\w\u0300-\u036f]")
_DIGITS_BEFORE = re.compile(r"[$€£¥₸₽№#]$|[0-9][.,:/-]$")
_DIGITS_AFTER = re.compile(r"[.,:/][0-9]")
_YEAR_BEFORE = re.compile(r"[$€£¥₸₽№#+=@&/.-]$|[0-9][,:]$|[0-9$€£¥₸₽№#] $")
_UNITS = (
    r"[kcdm]?m|[kMG]?Wh|[kMG]W|W(?!\.)|hp|bhp|[kMGT]B|[km]?g|lbs?|oz|ft|yd|mph|kph|km/h|rpm|[kMG]?Hz"
    r"|[khM]Pa|psi|[kM]J|kcal|[mcd]?l|dpi|px|mAh|Nm"
)
_MONEY = "|".join(map(re.escape, sorted(CURRENCY_CODES)))
_YEAR_AFTER = re.compile(
    r"-\w| ?[%°$€£¥₸₽№]| [0-9]{3}|['/][0-9s]"
    rf"|(?: [^\W\d_]{{1,3}} [0-9]{{4}})? (?:(?:{_UNITS})[²³23]?(?![\w'-])|(?:{_MONEY})(?!\w))"
)


def refused(found: Match, text: str, known: Grammar) -> bool:
    """Whether what stands around a form makes it none.

    Before a form, nothing here looks for the beginning of a word or text, nor behind it for an end.
    """
    kind = found.form.kind
    before, end = text[max(0, found.start - REACH) : found.start], found.end
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(text, end):
        return True
    if (text[found.start].isdecimal() and _DIGITS_BEFORE.search(before)) or (
        text[end - 1].isdecimal() and _DIGITS_AFTER.match(text, end)
    ):
        return True
    if kind in YEAR_KINDS and _YEAR_AFTER.match(text, end):
        return True
    if kind == "year" and (_YEAR_BEFORE.search(before) or _is_number(found, text, known)):
        return True
    unlikely = known.before.get(kind), known.after.get(kind)
    if (unlikely[0] and unlikely[0].search(before)) or (
        unlikely[1] and unlikely[1].match(text, end)
    ):
        return True
    return _counts_things(found, text, known)


def _counts_things(found: Match, text: str, known: Grammar) -> bool:
    """Whether what ends a form is a number: `2003 soldiers`, `June 8 and 9 people`."""
    kind, last = found.form.kind, found.match.lastgroup
    if kind == "days" and last == "until":
        return _counted(text, found.end, known)
    if last not in ("year", "to_year") or found.match.end(last) != found.end:
        return False
    is_round = kind not in _OF_DAYS and found.match[0].endswith("00")
    if kind != "year" and kind not in known.checked_kinds and not is_round:
        return False
    return _counted(text, found.end, known)


def _counted(text: str, at: int, known: Grammar) -> bool:
    """Whether the words at a position name a thing that is counted."""
    for _ in range(COUNTED_WITHIN):
        word = _WORD_BEHIND.match(text, at)
        if not word or word[1] in known.behind_year:
            return False
        if not word[1][0].islower():
            counted = word[1] in known.adjectives or is_adjective(word[1], known.code)
            return word[2][1:].islower() and counted
        if known.counted.fullmatch(word[1]):
            return True
        at = word.end(1)
    return False


def _is_number(found: Match, text: str, known: Grammar) -> bool:
    """Whether four digits are an amount: `EUR 1900`, `the toll rose to 1900`."""
    front = text[max(0, found.start - DENIED_WITHIN) : found.start]
    money = front.endswith(" ") and front[:-1].rpartition(" ")[2].lstrip("(") in CURRENCY_CODES
    return money or _stands(found, front, text, _sides(known.code)[1])


def is_doubtful(found: Match, text: str, known: Grammar) -> bool:
    """Whether four digits may as well be an amount as a year: `his rating is 1900`."""
    front = text[max(0, found.start - DENIED_WITHIN) : found.start]
    return _stands(found, front, text, _sides(known.code)[2])


def _stands(found: Match, front: str, text: str, sides: Sides) -> bool:
    """Whether a form stands behind the one expression and in front of the other."""
    before, after = sides
    return after.match(text, found.end) is not None and before.search(front) is not None


def is_warned(found: Match, text: str, known: Grammar) -> bool:
    """Whether a denial, an era before ours or what has the name of a day is beside a form.

    `not on 9 May`, `1800 BC`, `26 July Street`.
    """
    before, after = _sides(known.code)[0]
    start = max(0, found.start - DENIED_WITHIN)
    if after.match(text, found.end) or _named(known.code).search(text, start, found.end):
        return True
    front = text[start : found.start]
    return bool(before.search(front)) and not text.startswith(known.beside.kept, found.start)


@cache
def _named(code: str) -> re.Pattern[str]:
    return re.compile(grammar(code).beside.named)


@cache
def _sides(code: str) -> tuple[Sides, Sides, Sides]:
    """The expressions of a language for what is warned of, for amounts and for what may be one."""
    known = grammar(code)
    warned = known.beside.before, known.beside.after
    first, second, third = (
        (re.compile(before), re.compile(after))
        for before, after in (warned, known.amount, known.doubtful)
    )
    return first, second, third
