"""Runs of neighbouring number words and figures: the stretches in which a number may stand.

What belongs to a run depends on its own tokens alone. Whether it is a number, one or several, is
decided in `kzdata.readers.numbers.pieces`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.terms import Term
from kzdata.readers.numbers.items import COMMA, LINK, NUMBER, Item, of_keys, roles
from kzdata.readers.text.tokens import Token, keys

_NEIGHBOURS: Final = re.compile(b"\x01*(\x03)[\x01\x02]*(?![\x01-\x03])|[\x01-\x03]+")
"""Neighbouring tokens that may be parts of a number, by their roles; one that is alone among
particles is caught, for these belong to no number then."""

_PRICED: Final = r"[a-z][0-9]{3,}"
"""Digits behind a letter that may be a price: few names have so many."""

_APART: Final = frozenset({"share", "small", "ten"})
"""Words that go on from no figure: `58.2 four years ago`."""

_PAIR: Final = 2

_item: Final = partial(tuple.__new__, Item)
"""An item from its fields, but for a call in Python each time."""


def neighbours(tokens: Sequence[Token], lexicon: Lexicon) -> list[range]:
    """The positions of neighbouring tokens that may be a number together.

    Those that are particles alone make none, nor does what stands beside `20` in `of 20 and`.
    """
    role = roles(lexicon)
    found = _NEIGHBOURS.finditer(bytes(map(role.__getitem__, keys(tokens))))
    return [range(*match.span(match.lastindex or 0)) for match in found if NUMBER in match[0]]


def runs(
    positions: Iterable[int], tokens: Sequence[Token], lexicon: Lexicon
) -> Iterator[list[Item]]:
    """The runs of some neighbours in order, each a list of what may be the parts of a number."""
    known = of_keys(lexicon)
    run: list[Item] = []
    for position in positions:
        token = tokens[position]
        items = [
            _item((term, token.start + start, token.start + end, position, figures))
            for term, start, end, _, figures in known[token.key]
        ]
        figures = items[0].figures
        doubtful = bool(figures) and figures[0].doubtful and _is_doubtful(items, tokens, lexicon)
        doubtful = doubtful or (bool(run) and _are_pairs(run, items))
        if run and (doubtful or _starts_anew(run, items, tokens, lexicon)):
            yield run
            run = []
        if doubtful:
            continue
        for item in items:
            run.append(item)
            if item.term.closes and not _stays_open(item, tokens, lexicon):
                yield run
                run = []
        if not run:
            continue
        if token.gap in {" ", ""}:
            continue
        if not _goes_on_over_comma(run, token, lexicon):
            yield run
            run = []
        else:
            run.append(Item(COMMA, token.end, token.end, position))
    if run:
        yield run


def _is_doubtful(items: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether nothing beside doubtful digits makes them a number: `N95`, but not `R1.5 million`."""
    position = items[0].token
    before = tokens[position - 1] if position else None
    if before and before.gap == " " and before.key in lexicon.units_in_front:
        return False
    if tokens[position].gap != " ":
        return not _is_paired(tokens, position, lexicon)
    behind = tuple(token.key for token in tokens[position + 1 : position + 3])
    counted = behind in lexicon.percent_phrases or behind[:1] in lexicon.percent_phrases
    return not (
        counted or _scales(position + 1, tokens, lexicon) or _is_paired(tokens, position, lexicon)
    )


def _are_pairs(run: list[Item], items: list[Item]) -> bool:
    """Whether pairs are what a number counts: `тридцать одна пара` is 31 of them."""
    term = items[0].term
    counted = run[-1].term.kind in {"small", "ten", "figure"}
    return counted and term.kind == "group" and term.value == _PAIR


def _is_paired(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether the same letter stands before both ends of a path: `from N200 to N350`."""
    for first in (position, position - 2):
        pair = [token.key for token in tokens[max(first - 1, 0) : first + 3]]
        if len(pair) < 4 or pair[1][0] != pair[3][0] or not re.fullmatch(_PRICED, pair[1]):
            continue
        known = lexicon.ranges
        leads = (pair[0],) in known.path_leads and (pair[2],) in known.path_middles
        if leads and re.fullmatch(_PRICED, pair[3]):
            return all(token.gap == " " for token in tokens[first - 1 : first + 2])
    return False


def _goes_on_over_comma(run: list[Item], token: Token, lexicon: Lexicon) -> bool:
    """Whether a comma parts a token from the next, and that may still belong to the number."""
    if token.gap != ", " or not lexicon.figures.comma_joins or len(run) < 2:
        return False
    return run[-1].term.kind == "scale" and run[0].term.kind in {"small", "hundred", "article"}


def _stays_open(item: Item, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word that ends a number ends none here: `un quarto di milione`, `үштен екісі`."""
    term = item.term
    if not term.part or term is LINK:
        return term is LINK or term is COMMA
    following = _term(item.token + 1, tokens, lexicon)
    if following is None or tokens[item.token].gap != " ":
        return False
    if term.kind != "ordinal" and following.kind == "small":
        following = _term(item.token + 2, tokens, lexicon)
        return following is not None and following.kind == "share" and not following.value
    if following.kind == "share":
        return term.kind != "ordinal"
    return (
        term.kind == "ordinal"
        and following.kind == "of"
        and _scales(item.token + 2, tokens, lexicon)
    )


def _scales(position: int, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a scale word stands here, with or without an article: `a million`."""
    term = _term(position, tokens, lexicon)
    if term is not None and term.kind == "article":
        term = _term(position + 1, tokens, lexicon)
    return term is not None and term.kind == "scale"


def _term(position: int, tokens: Sequence[Token], lexicon: Lexicon) -> Term | None:
    return lexicon.term(tokens[position].key) if position < len(tokens) else None


def _is_year(run: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a run is the year of a date, and no number goes on from it: `17 May 2021 95 men`."""
    position = run[0].token
    digits = tokens[position].key
    if len(run) > 1 or not position or not (len(digits) == 4 and digits.isdigit()):
        return False
    return (
        tokens[position - 1].gap == " " and tokens[position - 1].key in lexicon.refuse.month_words
    )


def _is_rank(term: Term) -> bool:
    """Whether a word gives a place in an order and is no part of anything."""
    return term.kind == "ordinal" and not term.part


def _starts_anew(
    run: list[Item], items: list[Item], tokens: Sequence[Token], lexicon: Lexicon
) -> bool:
    """Whether a token can only be the start of another number."""
    first, last, kind = items[0], run[-1].term.kind, items[0].term.kind
    ranked = lexicon.figures.ranks_apart and run[-1].token < first.token
    ranked = ranked and (_is_rank(run[-1].term) or _is_rank(first.term))
    if ranked or (last == "figure" and (kind in _APART or _is_year(run, tokens, lexicon))):
        return True
    apart = last == "scale" and bool(run[0].figures) and kind in _APART
    apart = apart and not any(_scales(first.token + on, tokens, lexicon) for on in (1, 2))
    if apart or (
        last == "article" and (first.figures or (kind == "ordinal" and not first.term.part))
    ):
        return True
    if last == "of" and kind == "article":
        shared = len(run) > 1 and run[-2].term.kind == "part"
        return not (shared and _scales(first.token, tokens, lexicon))
    if last == "of" and kind not in {"hundred", "scale", "group"}:
        return True
    if kind == "article":
        following = _term(first.token + 1, tokens, lexicon)
        halves = last == "and" and following is not None and following.kind in {"half", "part"}
        return last != "half" and not halves
    return bool(first.figures) and any(
        figure.unit and (figure.tail or figure.unit[0] < figure.start) for figure in first.figures
    )
