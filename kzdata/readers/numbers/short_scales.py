"""Numbers with a letter or an abbreviation behind that may multiply them: `$300 M`, `5 M€`.

Beside money it does, if the tables know by how much; else the number is not read, nor is one of
which a bracket says so: `300 (in millions)`. What may be a scale is `lexicon.short_scales`.
"""

import re
from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.short_scales import is_scale, scale_of, without_money
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS
from kzdata.readers.lexicon.traits import SCALING, UNIT_BEFORE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, Words, ends_sentence, touches

_FOLLOWING: Final = re.compile(rf"(\.?) ([A-Za-z]{{0,3}}[{CURRENCY_SIGNS}]|[^\W\d_]+)(?![\w.]\w)")
"""The word behind an abbreviation, or a sign there: `300 т. руб`, `300 M US$`."""

_LONGEST_NOTE: Final = 3
"""How many words a scale in brackets and what is counted there may be."""


def scaled(
    words: Words, found: Sequence[Piece], traits: Sequence[int], lexicon: Lexicon
) -> list[Piece]:
    """The numbers of a text, those with such a scale multiplied or refused."""
    out = list(found)
    taken = {piece.first for piece in found}
    for place, piece in enumerate(found):
        behind = piece.last + 1
        led = (
            behind < len(traits) and traits[behind] & SCALING and touches(words.tokens[piece.last])
        )
        if led and behind not in taken and not piece.linked and _is_plain(piece):
            out[place] = _scaled(words, piece, traits, lexicon)
    return out


def _is_plain(piece: Piece) -> bool:
    """Whether a number has no scale yet: `3 млн т` are tonnes."""
    return bool(piece.readings) and all(
        one.scale == 1 and one.number is not None and one.kind == "cardinal"
        for one in piece.readings
    )


def _scaled(words: Words, piece: Piece, traits: Sequence[int], lexicon: Lexicon) -> Piece:
    """A number with what may multiply it; the number itself where that is a unit: `300 m`."""
    tokens, at = words.tokens, piece.last + 1
    token = tokens[at]
    bare, glued = without_money(token.key, lexicon)
    front = _in_front(tokens, piece, traits, lexicon)
    follows = _follows(words, token, lexicon)
    nothing = Piece(piece.first, at, (), piece.tail, piece.linked, piece.fragile)
    if bare in lexicon.stops and words.text[token.start] == bare:
        return piece
    if not is_scale(bare, lexicon):
        letter = len(bare) == 1 or words.text[token.start : token.end] == bare
        return nothing if follows and letter else piece
    if not (front or follows or glued or "." in bare):
        return nothing if _is_none(words, token, lexicon) else piece
    scale = scale_of(bare, lexicon)
    sure = len(piece.readings) == 1 and not piece.tail
    if scale is None or not sure or (follows and token.gap != " "):
        return nothing
    reading, end = piece.readings[0], token.start + len(bare)
    last = at + 1 if follows else at
    unit = reading.unit or ((token.end - 1, token.end) if glued else front or None)
    whole = min(reading.start, *(front or (end,))), max(end, tokens[last].end)
    marked = reading.marked or whole
    one = reading._replace(
        number=(reading.number or 0) * scale, end=end, unit=unit, scale=scale,
        marked=(min(marked[0], whole[0]), max(marked[1], whole[1])),
    )  # fmt: skip
    return piece._replace(last=at, readings=(one,))


def _in_front(
    tokens: Sequence[Token], piece: Piece, traits: Sequence[int], lexicon: Lexicon
) -> tuple[int, int] | None:
    """The money in front of a number, glued to it or a word."""
    unit = piece.readings[0].unit
    if unit and unit[0] < piece.readings[0].start:
        return unit
    if not piece.first or not traits[piece.first - 1] & UNIT_BEFORE:
        return None
    front = tokens[piece.first - 1]
    return (front.start, front.end) if lexicon.is_money(front.key) and touches(front) else None


def _follows(words: Words, token: Token, lexicon: Lexicon) -> bool:
    """Whether money stands behind a token: `5 k euro`, `300 т. руб`."""
    following = _FOLLOWING.match(words.text, token.end)
    if following is None:
        return False
    point, word = following.groups()
    if word[-1] in CURRENCY_SIGNS:
        return True
    return word.lower() in lexicon.money.currencies and not (point and word[0].isupper())


def _is_none(words: Words, token: Token, lexicon: Lexicon) -> bool:
    """Whether a scale without money is no unit either: `300 M users`, `300 k`, but not `300 m`.

    It is none in front of what is `unmeasured`: `300 m users`.
    """
    if len(token.key) == 1 and words.text[token.start].isupper():
        return True
    following = _FOLLOWING.match(words.text, token.end)
    if following and following[2].lower() in lexicon.figures.unmeasured:
        return True
    return token.key not in lexicon.figures.glued_units and token.key not in lexicon.stops


def bracketed(words: Words, found: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The numbers of a text without those that a scale in brackets multiplies.

    That right in front, else all behind in the sentence: `$300 (in millions)`, `(млн руб.): 300`.
    """
    out = list(found)
    for place, piece in enumerate(found):
        if not _is_bracketed(words.tokens, piece, lexicon):
            continue
        opened = piece.first - _is_led(words.tokens, piece) - 1
        if place and found[place - 1].last == opened:
            out[place - 1] = found[place - 1]._replace(readings=())
            continue
        for following in range(place + 1, len(found)):
            between = words.tokens[piece.last : found[following].first]
            if any(ends_sentence(token.gap.replace(".)", ")")) for token in between):
                break
            out[following] = found[following]._replace(readings=())
    return out


def _is_bracketed(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a scale that multiplies nothing stands in brackets, alone or with what is counted.

    `(in millions of euros)`, `(тыс. тонн)`, but not `(thousands protested)`.
    """
    term = lexicon.term(tokens[piece.first].key)
    value = piece.readings[0].number if piece.readings else None
    if piece.first < piece.last or value is not None or term is None or term.kind != "scale":
        return False
    led = _is_led(tokens, piece)
    opened = piece.first - led - 1
    if opened < 0 or not tokens[opened].gap.endswith("("):
        return False
    closes = [")" in token.gap for token in tokens[piece.first : piece.first + _LONGEST_NOTE]]
    if True not in closes:
        return False
    last = tokens[piece.first + closes.index(True)]
    return bool(led) or closes[0] or term.alone != "many" or lexicon.is_money(last.key)


def _is_led(tokens: Sequence[Token], scale: Piece) -> int:
    """How many words stand in the brackets in front of a scale: one (`in`) or none."""
    return int(scale.first > 1 and tokens[scale.first - 2].gap.endswith("("))
