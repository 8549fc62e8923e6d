"""What a token may be of a number: number words, figures, and the hyphen between them.

A token alone decides; which tokens are a number together is for `runs` and `pieces`.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS
from kzdata.readers.lexicon.terms import Term
from kzdata.readers.numbers import figures
from kzdata.readers.numbers.figures import Ends, Figure
from kzdata.readers.numbers.grammar import values
from kzdata.readers.text.chunks import Remembered

DIGITS: Final = frozenset("0123456789½¼¾⅓⅔⅛⅜⅝⅞")
"""What a figure has one of."""

COMMA: Final = Term("and", closes=True)
"""A comma inside a number: `twenty thousand, three hundred`."""

LINK: Final = Term("and", closes=True, part=True)
"""The hyphen between the ends of a range."""

OPAQUE: Final = Term("figure", Fraction(-1), closes=True)
"""A token that starts like a number and is none; nothing beside it is read."""

_LETTERS: Final = r"[^\W\d_]+"
_SIGNS: Final = frozenset(CURRENCY_SIGNS)

PARTICLE, ARTICLE, NUMBER = 1, 2, 3
"""What may stand in a number, but makes none alone (`and`, `of`; `a`), and all else in one."""

_PARTICLES: Final = frozenset({"and", "of", "point"})
_SCALED: Final = frozenset({"hundred", "scale", "group", "article"})
"""What may begin a compound that the number in front goes on with: `$40 million-a-year`."""


class Item(NamedTuple):
    """A token, or a part of one, that may belong to a number."""

    term: Term
    start: int
    end: int
    token: int = 0
    figures: tuple[Figure, ...] = ()


@cache
def of_keys(lexicon: Lexicon) -> Remembered[list[Item]]:
    """The items of each token by its key, as if it were the first of a text and stood at 0."""
    return Remembered(lambda key: _items(key, lexicon))


@cache
def roles(lexicon: Lexicon) -> Remembered[int]:
    """What a token is by its key: `PARTICLE`, `ARTICLE`, `NUMBER` or none of them (0)."""
    known = of_keys(lexicon)

    def role(key: str) -> int:
        kinds = {item.term.kind for item in known[key]}
        if not kinds:
            return 0
        if kinds <= _PARTICLES:
            return PARTICLE
        return ARTICLE if kinds == {"article"} else NUMBER

    return Remembered(role)


def _items(key: str, lexicon: Lexicon) -> list[Item]:
    if key.isalpha():
        return _word(key, 0, lexicon)
    if _is_glued_scale(key, lexicon):
        return [Item(OPAQUE, 0, len(key))]
    if not DIGITS.isdisjoint(key):
        return _figure(key, lexicon)
    if "-" in key:
        return _hyphenated(key, lexicon)
    return _word(key, 0, lexicon)


def _is_glued_scale(key: str, lexicon: Lexicon) -> bool:
    """Whether a scale goes on with what is no hyphen: `million/year`, `million's`, `млн.200`.

    Money alone may be glued to it: `mln€`.
    """
    scale = re.match(_LETTERS, key)
    rest = key[scale.end() :] if scale else ""
    if scale is None or rest[:1] in {"", "-"} or lexicon.term(key) is not None:
        return False
    term = lexicon.term(scale[0])
    return term is not None and term.kind == "scale" and rest.lstrip(".") not in _SIGNS


def _word(key: str, start: int, lexicon: Lexicon) -> list[Item]:
    term = lexicon.term(key)
    if term is not None:
        return [Item(term, start, start + len(key))]
    if lexicon.compounds is None:
        return []
    parts, ordinal = lexicon.compounds.whole(key)
    terms = [found for part in parts if (found := lexicon.term(part))]
    if ordinal and terms:
        terms[-1] = Term("ordinal", terms[-1].value, closes=True)
    return [Item(term, start, start + len(key)) for term in terms]


def _figure(key: str, lexicon: Lexicon) -> list[Item]:
    read = figures.read(key, lexicon)
    if isinstance(read, Ends):
        lower, upper = _figure_item([read.lower]), _figure_item([read.upper])
        return [
            lower._replace(term=lower.term._replace(closes=False)),
            Item(LINK, 0, 0),
            upper,
        ]
    if read:
        return _with_scale(key, lexicon) or [_figure_item(read)]
    opaque = key[0].isdigit() or key[0] in "+-"
    return [Item(OPAQUE, 0, len(key))] if opaque else []


def _with_scale(key: str, lexicon: Lexicon) -> list[Item]:
    """Digits and the scale word glued to them, behind which a number may go on: `3mila 200`."""
    scale = key.lstrip("0123456789")
    term = lexicon.term(scale) if scale and scale in lexicon.figures.suffixes else None
    place = len(key) - len(scale)
    if term is None or term.kind != "scale" or not place:
        return []
    digits = Figure(Fraction(int(key[:place])), 0, place, open=True)
    return [_figure_item([digits]), Item(term, place, len(key))]


def _figure_item(read: Sequence[Figure]) -> Item:
    longest = max(figure.end for figure in read)
    closes = not all(figure.open for figure in read)
    term = Term("figure", read[0].number, closes=closes)
    return Item(term, read[0].start, longest, figures=tuple(read))


def _hyphenated(key: str, lexicon: Lexicon) -> list[Item]:
    """`twenty-five` is one number, `два-три` two, `six-month` a number with its unit."""
    whole = lexicon.term(key)
    if whole is not None:
        return [Item(whole, 0, len(key))]
    parts = key.split("-")
    items: list[Item] = []
    start = 0
    for number, part in enumerate(parts):
        found = _word(part, start, lexicon) if part else []
        if not found:
            return _with_unit(items, parts[number:], start, lexicon)
        if items and not lexicon.figures.hyphen_joins:
            items.append(Item(LINK, start, start))
        items += found
        start += len(part) + 1
    return items


def _with_unit(items: list[Item], rest: list[str], start: int, lexicon: Lexicon) -> list[Item]:
    """A spelled number with the word that it counts hung on."""
    if not items or not all(part.isalpha() for part in rest):
        return []
    found = values([item.term for item in items])
    if not found and all(item.term.kind in _SCALED for item in items):
        return [Item(OPAQUE, 0, start + len("-".join(rest)))]
    tail = "-".join(rest)
    ranked = tail.endswith(lexicon.figures.rank_tails)
    if ranked and len(found) == 1 and found[0].number and found[0].kind == "ordinal":
        return [_figure_item([Figure(found[0].number, 0, start - 1, kind="ordinal")])]
    if len(found) != 1 or found[0].number is None or found[0].kind not in {"cardinal", "fraction"}:
        return []
    end = start + len(tail)
    figure = Figure(
        found[0].number, 0, start - 1, kind=found[0].kind, unit=(start, end), tail=tail, open=False
    )
    if tail in lexicon.figures.tail_bounds:
        marked = (0, end)
        figure = figure._replace(
            unit=None, tail="", bound=lexicon.figures.tail_bounds[tail], marked=marked
        )
    return [_figure_item([figure])]
