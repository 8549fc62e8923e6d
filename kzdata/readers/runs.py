"""Runs of neighbouring number words and figures: the stretches in which a number may stand.

What belongs to a run depends on its own tokens alone. Whether it is a number, one or several, is
decided in `kzdata.readers.pieces`.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import NamedTuple

from kzdata.readers import figures
from kzdata.readers.chunks import Remembered
from kzdata.readers.figures import Ends, Figure
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers import values
from kzdata.readers.terms import Term
from kzdata.readers.tokens import Token

_DIGITS = frozenset("0123456789½¼¾⅓⅔⅛⅜⅝⅞")
COMMA = Term("and", closes=True)
"""A comma inside a number: `twenty thousand, three hundred`."""

LINK = Term("and", closes=True, part=True)
"""The hyphen between the ends of a range."""

OPAQUE = Term("figure", Fraction(-1), closes=True)
"""A token that starts like a number and is none; nothing beside it is read."""


PARTICLE, NUMBER = 1, 2
"""What may stand in a number, but makes none alone (`and`, `of`, `a`), and all else in one."""

_PARTICLES = frozenset({"and", "of", "point", "article"})


class Item(NamedTuple):
    """A token, or a part of one, that may belong to a number."""

    term: Term
    token: int
    start: int
    end: int
    figures: tuple[Figure, ...] = ()


@cache
def roles(lexicon: Lexicon) -> Remembered:
    """What a token is by its key: `NUMBER`, `PARTICLE` or neither (0)."""
    return Remembered(partial(_role, lexicon))


def _role(lexicon: Lexicon, key: str) -> int:
    items = _items(0, Token(key, 0, len(key), ""), lexicon)
    if all(item.term.kind in _PARTICLES for item in items):
        return PARTICLE if items else 0
    return NUMBER


def runs(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[list[Item]]:
    """The runs of a text in order, each a list of what may be the parts of a number."""
    run: list[Item] = []
    role = roles(lexicon)
    for position, token in enumerate(tokens):
        is_part = role[token.key]
        if not is_part and not run:
            continue
        items = _items(position, token, lexicon) if is_part else []
        if items and run and _starts_anew(run, items, tokens, lexicon):
            yield run
            run = []
        for item in items:
            run.append(item)
            if item.term.closes and not _stays_open(item, tokens, lexicon):
                yield run
                run = []
        if not run:
            continue
        if not items or not _goes_on(run, token, lexicon):
            yield run
            run = []
        elif token.gap == ", ":
            run.append(Item(COMMA, position, token.end, token.end))
    if run:
        yield run


def _goes_on(run: list[Item], token: Token, lexicon: Lexicon) -> bool:
    """Whether the next token may still belong to the number."""
    if token.gap in {" ", ""}:
        return True
    if token.gap != ", " or not lexicon.comma_joins or len(run) < 2:
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


def _starts_anew(
    run: list[Item], items: list[Item], tokens: Sequence[Token], lexicon: Lexicon
) -> bool:
    """Whether a token can only be the start of another number."""
    first, last = items[0], run[-1].term
    if last.kind == "of" and first.term.kind == "article":
        shared = len(run) > 1 and run[-2].term.kind == "part"
        return not (shared and _scales(first.token, tokens, lexicon))
    if last.kind == "of" and first.term.kind not in {"hundred", "scale", "group"}:
        return True
    if first.term.kind == "article":
        following = _term(first.token + 1, tokens, lexicon)
        halves = last.kind == "and" and following is not None and following.kind in {"half", "part"}
        return last.kind != "half" and not halves
    return any(figure.unit and figure.tail for figure in first.figures)


def _items(position: int, token: Token, lexicon: Lexicon) -> list[Item]:
    key = token.key
    if key.isalpha():
        return _word(position, key, token.start, lexicon)
    if not _DIGITS.isdisjoint(key):
        return _figure(position, token, lexicon)
    if "-" in key:
        return _hyphenated(position, token, lexicon)
    return _word(position, key, token.start, lexicon)


def _word(position: int, key: str, start: int, lexicon: Lexicon) -> list[Item]:
    term = lexicon.term(key)
    if term is not None:
        return [Item(term, position, start, start + len(key))]
    if lexicon.compounds is None:
        return []
    parts, ordinal = lexicon.compounds.split(key.rstrip("'"))
    terms = [found for part in parts if (found := lexicon.term(part))]
    if ordinal and terms:
        terms[-1] = Term("ordinal", terms[-1].value, closes=True)
    return [Item(term, position, start, start + len(key)) for term in terms]


def _figure(position: int, token: Token, lexicon: Lexicon) -> list[Item]:
    read = _figures(token.key, lexicon)
    if isinstance(read, Ends):
        lower = _figure_item(position, token, [read.lower])
        upper = _figure_item(position, token, [read.upper])
        return [lower._replace(term=lower.term._replace(closes=False)),
                Item(LINK, position, token.start, token.start), upper]  # fmt: skip
    if read:
        return [_figure_item(position, token, read)]
    opaque = token.key[0].isdigit() or token.key[0] in "+-"
    return [Item(OPAQUE, position, token.start, token.end)] if opaque else []


_figures = lru_cache(maxsize=4096)(figures.read)


def _figure_item(position: int, token: Token, read: Sequence[Figure]) -> Item:
    longest = max(figure.end for figure in read)
    closes = not all(figure.open for figure in read)
    term = Term("figure", read[0].number, closes=closes)
    start = token.start + read[0].start
    return Item(term, position, start, token.start + longest, tuple(read))


def _hyphenated(position: int, token: Token, lexicon: Lexicon) -> list[Item]:
    """`twenty-five` is one number, `два-три` two, `six-month` a number with its unit."""
    whole = lexicon.term(token.key)
    if whole is not None:
        return [Item(whole, position, token.start, token.end)]
    parts = token.key.split("-")
    items: list[Item] = []
    start = token.start
    for number, part in enumerate(parts):
        found = _word(position, part, start, lexicon) if part else []
        if not found:
            return _with_unit(items, parts[number:], token, start, lexicon)
        if items and not lexicon.hyphen_joins:
            items.append(Item(LINK, position, start, start))
        items += found
        start += len(part) + 1
    return items


def _with_unit(
    items: list[Item], rest: list[str], token: Token, start: int, lexicon: Lexicon
) -> list[Item]:
    """A spelled number with the word that it counts hung on."""
    if not items or not all(part.isalpha() for part in rest):
        return []
    found = values([item.term for item in items])
    if not found and all(item.term.kind in {"hundred", "scale", "group"} for item in items):
        return [Item(OPAQUE, items[0].token, token.start, token.end)]
    if len(found) != 1 or found[0].number is None or found[0].kind not in {"cardinal", "fraction"}:
        return []
    tail = "-".join(rest)
    offset = start - token.start
    figure = Figure(
        found[0].number,
        0,
        offset - 1,
        kind=found[0].kind,
        unit=(offset, offset + len(tail)),
        tail=tail,
        open=False,
    )
    if tail in lexicon.tail_bounds:
        marked = (0, offset + len(tail))
        figure = figure._replace(unit=None, tail="", bound=lexicon.tail_bounds[tail], marked=marked)
    return [_figure_item(items[0].token, token, [figure])]
