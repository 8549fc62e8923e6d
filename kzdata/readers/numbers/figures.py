"""Numbers in digits as one token: `1,200`, `12.3m`, `$1.2bn`, `Rs120`, `75th`, `800+`, `10-15`.

A token is read whole or not at all, so that no part of an identifier, a date, a time or a score is
taken for a number. What the words around it say is for others.
"""

import re
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import BOUNDS, CURRENCY_SIGNS
from kzdata.readers.numbers.digits import LONGEST, is_plain, parts_of, values_of
from kzdata.readers.readings import Bound, QuantityKind

_FIGURE: Final = (
    rf"(?P<mark>[~∼≈≃≅≥≤⩾⩽]|[<>]=?)?(?P<sign>[-+])?"
    rf"(?P<money>[A-Za-z]{{0,3}}[{CURRENCY_SIGNS}]|[a-zł]{{1,3}}\.?)?"
    r"(?P<digits>[0-9][0-9.,' ]*)?(?P<over>/[0-9]+|[¼-¾⅐-⅞])?"
    rf"(?P<letters>[^\W\d_]+(?:/[^\W\d_]+|[.])?|°[cfс]|[º²³°])?(?P<plus>\+)?(?P<sign_behind>[%‰{CURRENCY_SIGNS}]?)"
)
_PRICE: Final = r",|\.[0-9]{2}$"
"""What makes digits behind a letter money: `R5,000`, `R15.20`, but not `N95`."""

_POINTED: Final = r"[1-9]?[0-9]\.[0-9]{1,2}"
_WRITTEN: Final = "0123456789.,' "
"""What stands in a number that is written in digits and has nothing else to it."""

_LETTERS: Final = r"[^\W\d_]+$"


class Figure(NamedTuple):
    """One reading of a token: its number, and where in the token number and unit stand.

    `tail` is what hangs on by a hyphen (`летний` in `20-летний`); `open` says that number words may
    follow (`2.5` before `million`). What is `doubtful` is a number only if words beside it say so:
    `R95`, and `4.3` where a comma is the decimal mark.
    """

    number: Fraction
    start: int
    end: int
    kind: QuantityKind = "cardinal"
    unit: tuple[int, int] | None = None
    bound: Bound | None = None
    tail: str = ""
    open: bool = False
    scale: Fraction = Fraction(1)
    marked: tuple[int, int] = (0, 0)
    doubtful: bool = False


class Ends(NamedTuple):
    """A range written as one token: its lower and its upper end."""

    lower: Figure
    upper: Figure


def read(token: str, lexicon: Lexicon) -> list[Figure] | Ends | None:
    """All readings of a token with digits; None where it is no number."""
    if token.isdigit() and token.isascii() and len(token) <= LONGEST:
        whole = is_plain(token)
        return [Figure(Fraction(int(token)), 0, len(token), open=True)] if whole else None
    if "0" <= token[0] <= "9" and not token.strip(_WRITTEN):
        numbers = values_of(token, lexicon)
        if numbers:
            return [Figure(number, 0, len(token), open=True) for number in numbers]
    body, hyphen, rest = token[1:].partition("-")
    body = token[:1] + body
    if not hyphen:
        return _single(body, lexicon) or None
    if rest[:1].isdigit() or rest[:1] in CURRENCY_SIGNS:
        return _ends(body, rest, lexicon)
    return _with_tail(body, rest, lexicon) or None


def _single(token: str, lexicon: Lexicon) -> list[Figure]:
    match = re.fullmatch(_FIGURE, token)
    if match is None or not (match["digits"] or match["over"]):
        return []
    money = _money(match["money"], lexicon)
    if match["money"] and not money:
        return []
    numbers = values_of(match["digits"], lexicon) if match["digits"] else [Fraction(0)]
    if match["over"]:
        numbers = parts_of(match["digits"], match["over"])
    start = match.start("digits") if match["digits"] else match.start("over")
    end = match.end("over") if match["over"] else match.end("digits")
    if match["sign"]:
        start = match.start("sign")
        numbers = [-number for number in numbers] if match["sign"] == "-" else numbers
    pointed = (
        not numbers and lexicon.figures.pointed and re.fullmatch(_POINTED, match["digits"] or "")
    )
    numbers = [Fraction(pointed[0])] if pointed else numbers
    figures = [_figure(match, number, start, end) for number in numbers]
    letters = match["letters"]
    if not letters:
        priced = money != "letter" or re.search(_PRICE, match["digits"] or "")
        if (pointed and match["sign_behind"] != "%") or not priced:
            return [figure._replace(doubtful=True) for figure in figures]
        return figures
    paid = money == "sign" or match["sign_behind"] not in {"", "%", "‰"}
    return [
        suffixed
        for figure in figures
        for suffixed in _suffixed(figure, letters, lexicon, paid=paid)
    ]


def _money(mark: str | None, lexicon: Lexicon) -> Literal["sign", "letter", ""]:
    """What stands glued in front of digits: a currency's sign or code, its letter, or none."""
    if not mark:
        return ""
    if mark[-1] in CURRENCY_SIGNS or mark.rstrip(".") in lexicon.money.codes:
        return "sign"
    return "letter" if mark in lexicon.figures.money_letters else ""


def _figure(match: re.Match[str], number: Fraction, start: int, end: int) -> Figure:
    unit = None
    for name in ("money", "sign_behind"):
        if match[name]:
            unit = match.span(name)
    bound: Bound | None = BOUNDS[match["mark"]] if match["mark"] else None
    if match["plus"]:
        bound = "at_least"
    closed = match["letters"] or match["plus"] or match["sign_behind"]
    kind: QuantityKind = "fraction" if match["over"] and abs(number) < 1 else "cardinal"
    return Figure(
        number, start, end, kind=kind, unit=unit, bound=bound, open=not closed, marked=match.span()
    )


def _suffixed(figure: Figure, letters: str, lexicon: Lexicon, *, paid: bool) -> list[Figure]:
    """A number with letters glued to it: a scale, an ordinal's ending or a unit."""
    bare = letters.rstrip(".")
    end = figure.end + len(bare)
    whole = figure.number.denominator == 1
    if whole and lexicon.figures.ordinal_suffix(int(figure.number), bare):
        return [figure._replace(end=end, kind="ordinal")]
    scale = lexicon.figures.suffixes.get(bare)
    readings = []
    if scale and (paid or bare not in lexicon.figures.only_money):
        readings.append(figure._replace(number=figure.number * scale, end=end, scale=scale))
    if bare in lexicon.figures.glued_units and not figure.unit:
        readings.append(figure._replace(unit=(figure.end, end)))
    return readings


def _ends(first: str, second: str, lexicon: Lexicon) -> Ends | None:
    """A rising pair is a range; a falling one is a score, and a pair with a year a date."""
    uppers = _single(second, lexicon)
    lowers = _single(first, lexicon)
    if len(uppers) != 1 or len(lowers) != 1:
        return None
    lower, upper = lowers[0], uppers[0]
    shift = len(first) + 1
    suffix = re.search(_LETTERS, second)
    if lower.open and suffix and suffix[0] in lexicon.figures.suffixes and not upper.open:
        scaled = _single(first + suffix[0], lexicon)
        if len(scaled) == 1 and scaled[0].number < upper.number:
            lower = scaled[0]._replace(end=lower.end)
    if not 0 < lower.number < upper.number or "ordinal" in (lower.kind, upper.kind):
        return None
    if _is_year(second, upper) and (lower.number <= 31 or 1800 <= lower.number <= 2100):
        return None
    unit = upper.unit and (upper.unit[0] + shift, upper.unit[1] + shift)
    upper = upper._replace(
        start=upper.start + shift, end=upper.end + shift, unit=unit or lower.unit
    )
    return Ends(lower._replace(unit=lower.unit or unit), upper)


def _is_year(digits: str, figure: Figure) -> bool:
    return len(digits) == 4 and digits.isdigit() and 1800 <= figure.number <= 2100


def _with_tail(body: str, tail: str, lexicon: Lexicon) -> list[Figure]:
    """A number with words hung on by a hyphen: a case ending, an ordinal's ending, a unit."""
    if not tail.replace("-", "").isalpha() or tail.endswith("-") or "--" in tail:
        return []
    hung = (_hung(figure, tail, lexicon) for figure in _single(body, lexicon))
    return [figure for figure in hung if figure]


def _hung(figure: Figure, tail: str, lexicon: Lexicon) -> Figure | None:
    known = lexicon.figures
    whole = figure.number.denominator == 1
    end = figure.end + 1 + len(tail)
    found = None
    if bound := known.tail_bounds.get(tail):
        found = figure._replace(bound=bound, marked=(figure.start, end))
    elif known.is_cardinal_ending(int(figure.number), tail):
        found = figure._replace(tail=tail)
    elif whole and known.is_ordinal_ending(tail):
        found = figure._replace(end=end, kind="ordinal")
    elif tail in known.fold_tails:
        found = figure._replace(end=end, kind="multiplicative")
    elif scale := lexicon.scale_tail(tail):
        found = figure._replace(number=figure.number * scale, end=end, doubtful=False)
    elif scale := lexicon.scale_tail(tail.partition("-")[0]):
        scaled = figure.end + 1 + len(tail.partition("-")[0])
        found = figure._replace(
            number=figure.number * scale, end=scaled, unit=figure.unit or (scaled + 1, end)
        )
    elif whole and known.ordinal_tails and not tail.endswith(known.measure_tails):
        found = figure._replace(kind="ordinal")
    elif (len(tail) > 2 or tail in known.glued_units) and not figure.doubtful:
        found = figure._replace(tail=tail, unit=figure.unit or (figure.end + 1, end))
    return found and found._replace(open=False)
