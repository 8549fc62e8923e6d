"""Numbers that name something: `Article 5`, `№ 5`, `France 24,`, and what else words beside tell.

Which numbers are no quantity for other reasons is in `refusals`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import NUMBER_SIGNS
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.dated import is_year
from kzdata.readers.text.tokens import Token, Words, touches

_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”“')
_TITLED: Final = frozenset("0123456789")
_FAR: Final = 12
"""How many tokens in front of a share of another that of the first is told."""

_NEAR: Final = 5
"""How many tokens from a capital it is looked whether a heading would have more of them."""

_CARDINAL: Final = frozenset({"small", "ten", "hundred", "scale"})


def is_named(words: Words, piece: Piece, lexicon: Lexicon, beside: tuple[str, str]) -> bool:
    """A number that names by the word beside it: `Article 5`, `№ 5`, `Year 6`."""
    before, rules = beside[0], lexicon.refuse
    if piece.tail in rules.after or (rules.told_off and _is_told_off(words.tokens, piece, lexicon)):
        return True
    if not before or words.tokens[piece.first].start == 0:
        return False
    return (
        (
            before in rules.identifiers
            and not is_counted(words.tokens, piece.first, lexicon)
            and (beside[1] not in lexicon.time_units or before in rules.of_time)
            and not _does(words.tokens, piece.first - 1, beside[1], lexicon)
        )
        or before.endswith(NUMBER_SIGNS)
        or (before in rules.titles and words.text[words.tokens[piece.first - 1].start].isupper())
        or (
            (before in rules.places or beside[1] in rules.anniversaries)
            and _is_of_place(words, piece, lexicon, beside[1])
        )
    )


def _is_of_place(words: Words, piece: Piece, lexicon: Lexicon, behind: str) -> bool:
    """A number in the name of a street or the like: `улица 40 лет Победы`, `парк 50-летия`.

    It stands behind a word for one, or before one of `anniversaries`.
    """
    rules, tokens, last = lexicon.refuse, words.tokens, piece.last
    if behind in rules.anniversaries:
        return after(tokens, last + 1) in rules.places
    if tokens[last].key.partition("-")[2] in rules.anniversaries:
        return True
    name = last + 2 if behind in lexicon.time_units and after(tokens, last + 1) else last + 1
    return bool(behind) and words.text[tokens[name].start].isupper()


def _does(tokens: Sequence[Token], word: int, behind: str, lexicon: Lexicon) -> bool:
    """Whether what may name a number is a verb, or only stands beside: `will order 96 lorries`."""
    rules, led = lexicon.refuse, before(tokens, word)
    acts = led in rules.acting or (led == "to" and tokens[word].key in rules.acting_to)
    return acts or behind in rules.measured


def is_titled(words: Words, piece: Piece, lexicon: Lexicon) -> bool:
    """A number in a name by a capital: that of its own word, or one in front (`France 24,`)."""
    tokens, first = words.tokens, piece.first
    if not first:
        return False
    if tokens[first].key[0] not in _TITLED:
        named = lexicon.refuse.capitals and words.fold.text[tokens[first].start].isupper()
        return named and _is_name(words, piece, lexicon)
    return first == piece.last and _ends_name(words, piece, lexicon)


def _ends_name(words: Words, piece: Piece, lexicon: Lexicon) -> bool:
    """A number behind a capital that ends a clause or does something: `France 24,`.

    Or that is the year of what follows: `the Tokyo 2020 Games`.
    """
    tokens, first = words.tokens, piece.first
    previous, gap = tokens[first - 1], tokens[piece.last].gap
    if previous.gap != " " or not words.text[previous.start].isupper():
        return False
    lead = tokens[first - 2].gap if first > 1 else ""
    if lead[-1:] in _OPENING and gap[:1] in _CLOSING:
        return True
    told = previous.key in lexicon.money.codes or lexicon.refuse.is_month(previous.key)
    if lead != " " or told or _opens_where(tokens, first - 2, lexicon):
        return False
    if "." in tokens[first].key and of_other(tokens, piece, lexicon) is not None:
        return not _tells_percent(tokens[max(first - _FAR, 0) : first], lexicon)
    closed = gap[:1] in {",", ".", ")", ";", ":", '"'} and gap != "\n"
    following = after(tokens, piece.last)
    if closed or following in lexicon.verbs:
        return True
    return following in lexicon.refuse.year_nouns and is_year(tokens, piece)


def _is_name(words: Words, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a capital begins a number word, where no sentence or heading does: `le Due Torri`.

    A place in an order is told all the same before a common noun: `al Terzo reggimento alpini`, and
    before any where headings are in title case: `the Seventh Fleet`.
    """
    token, front = words.tokens[piece.first], words.tokens[piece.first - 1]
    text = words.fold.text
    word = text[token.start : token.end]
    if not word.istitle() or word[-1].isdigit():
        return False
    ranked = piece.readings and piece.readings[0].kind == "ordinal"
    common = lexicon.refuse.title_case or text[piece.end + 1 : piece.end + 2].islower()
    if not touches(front) or not front.key[-1].isalpha() or (ranked and common):
        return False
    return not lexicon.refuse.title_case or _is_in_sentence(words, piece, lexicon)


def _is_in_sentence(words: Words, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word stands near that a heading in title case begins with a capital.

    `the Big Four firms`, but not `Police Arrest Two Men in the City`; nor where a sum is written
    out: `Five Hundred Dollars`, `Thirty (30) days`.
    """
    tokens, last = words.tokens, piece.last
    unit = after(tokens, last)
    if tokens[last].gap == " (" or unit in lexicon.money.currencies:
        return False
    if unit in lexicon.time_units and words.text[tokens[last + 1].start].islower():
        return False
    first = piece.first
    while first and piece.first - first < _NEAR and touches(tokens[first - 1]):
        first -= 1
    for position in range(first, min(last + _NEAR, len(tokens))):
        token = tokens[position]
        if words.text[token.start].islower() and token.key not in lexicon.refuse.title_case:
            return True
        if position >= last and not touches(token) and token.gap != "' ":
            return False
    return False


def _opens_where(tokens: Sequence[Token], lead: int, lexicon: Lexicon) -> bool:
    """Whether a preposition at token `lead` opens a clause that says where: `, in Puglia 9,`."""
    if not lexicon.ellipses.lends_far or tokens[lead].key not in lexicon.ellipses.gapped:
        return False
    return not lead or not touches(tokens[lead - 1]) or tokens[lead - 1].key in lexicon.conjunctions


def of_other(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> int | None:
    """The token in front of an article and a name that a number ends: `and the Liberals 29.4`.

    The name has one word or two, and is no currency: `and the euro 1.09`.
    """
    for article in (piece.first - 2, piece.first - 3):
        if article < 1 or not all(map(touches, tokens[article : piece.first])):
            return None
        if tokens[article].key in lexicon.subjects.articles:
            front, following = tokens[article - 1], after(tokens, piece.last)
            joined = front.gap in {", ", "; "} or front.key in lexicon.conjunctions
            closed = not following or following in lexicon.conjunctions
            money = tokens[piece.first - 1].key in lexicon.money.currencies
            return article - 1 if joined and closed and not money else None
    return None


def _tells_percent(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    keys = [token.key for token in tokens]
    alone = any(key in lexicon.percents or key.endswith("%") for key in keys)
    return alone or any(pair in lexicon.percent_phrases for pair in pairwise(keys))


def is_model(words: Words, piece: Piece, lexicon: Lexicon) -> bool:
    """A number that ends the name of what the one in front of it counts: `18 Leopard 2 tanks`."""
    tokens, first = words.tokens, piece.first
    digits = tokens[first].key
    if first < 2 or first < piece.last or not (digits[0].isdigit() and digits.isalnum()):
        return False
    name, counter = tokens[first - 1], tokens[first - 2]
    if not (name.gap == counter.gap == " " and _counts(counter.key, lexicon)):
        return False
    capital = name.key.isalpha() and words.text[name.start : name.end] != name.key
    return capital and name.key not in lexicon.money.codes and not lexicon.refuse.is_month(name.key)


def _counts(word: str, lexicon: Lexicon) -> bool:
    term = lexicon.term(word)
    return word.isdigit() or (term is not None and term.kind in _CARDINAL)


def _is_told_off(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number may be the rank of one thing of many: `12-тысячный автомобиль`.

    But a crowd has so many: `100-тысячный контингент`.
    """
    scaled = lexicon.is_scaled(tokens[piece.last].key)
    return scaled and after(tokens, piece.last).startswith(lexicon.refuse.told_off)


def is_counted(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether the word in front of token `first` is counted, and names no number.

    `екі сағат 20 минут` is no time, `nove anni 80 soci` no decade.
    """
    unit = first - 1
    if unit < 1 or tokens[unit].key not in lexicon.refuse.clock or not touches(tokens[unit]):
        return False
    return _counts(before(tokens, unit), lexicon)


def before(tokens: Sequence[Token], first: int) -> str:
    """The word that touches from the left."""
    if not first:
        return ""
    token = tokens[first - 1]
    return token.key if token.gap in {" ", ""} else ""


def after(tokens: Sequence[Token], last: int) -> str:
    """The word that touches from the right."""
    if last + 1 >= len(tokens) or tokens[last].gap not in {" ", ""}:
        return ""
    return tokens[last + 1].key
