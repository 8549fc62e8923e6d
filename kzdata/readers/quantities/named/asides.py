"""What may stand between a subject and its number: a time, a year, whose figure it is."""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_LONGEST_SOURCE: Final = 6
"""How many words may say whose figure it is, between commas."""

_LONGEST_ASIDE: Final = 8
"""How many words may say between commas when it was so, where or by whose count."""

_YEAR_DIGITS: Final = 4


def says(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says of its subject how many it is, or comes to be."""
    return word in lexicon.subjects.copulas or lexicon.changes.all.has(word)


def precedes(tokens: Sequence[Token], position: int) -> bool:
    """Whether no more than a space, a hyphen or a dash parts a token from the next."""
    return tokens[position].gap in {" ", "", " - "}


def before_time(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int]
) -> int:
    """Where the words in front of token `first` begin that say when: `саны екі жылда 86`."""
    start = first
    while start and precedes(tokens, start - 1):
        key = tokens[start - 1].key
        counted = start < first and (start in numbers or tokens[start].key in lexicon.subjects.when)
        if key not in lexicon.subjects.when and not (start - 1 in numbers and counted):
            break
        start -= 1
    return start


def before_source(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """A verb that an aside parts from token `first`: `саны, министрлік мәліметінше, 700`."""
    last = first - 1
    if (
        last < 1
        or tokens[last].gap != ", "
        or not tokens[last].key.endswith(lexicon.subjects.sources)
    ):
        return first
    for verb in range(last - 1, max(last - _LONGEST_SOURCE, 0) - 1, -1):
        if tokens[verb].gap == ", ":
            return verb if says(tokens[verb].key, lexicon) else first
    return first


def before_aside(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Container[int]
) -> int:
    """The token in front of an aside between commas, or the same one: `i morti, secondo l'Onu, `.

    The aside ends with token `last`. It begins with a preposition or the like, with what was done
    (`gli operai, pagati 5 euro l'ora, `), how it measures (`le navi, lunghe 40 metri, `) or with a
    number if it says when (`dieci anni fa`).
    """
    if not lexicon.ellipses.lends_far or last < 1 or tokens[last].gap != ", ":
        return last
    front = neighbours.begun(tokens, last, max(last + 1 - _LONGEST_ASIDE, 1)) - 1
    if tokens[front].gap != ", " or front in numbers:
        return last
    opens = tokens[front + 1].key
    led = opens in lexicon.stops and opens not in lexicon.subjects.articles
    done = opens.endswith(lexicon.parts.done_endings) and front + 1 < last
    done = done or opens in lexicon.subjects.measured
    when = front + 1 in numbers and tokens[front + 2].key in lexicon.time_units
    return front if led or done or when else last


def looks_like_year(word: str) -> bool:
    """Whether a word has as many digits as a year."""
    return len(word) == _YEAR_DIGITS and word.isdecimal()


def before_year(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> int:
    """The token in front of a year that ends at token `position`: `gli abbattuti nel 2022`."""
    led = position > 1 and looks_like_year(tokens[position].key)
    if not led or tokens[position - 1].key not in lexicon.refuse.year_before:
        return position
    return position - 2 if all(map(touches, tokens[position - 2 : position])) else position


def is_apposed(tokens: Sequence[Token], noun: int, lexicon: Lexicon) -> bool:
    """Whether a comma parts a noun from what became of it: `i decessi, saliti a diciannove`."""
    if noun < 1 or tokens[noun].gap != ", ":
        return False
    told = tokens[noun + 1].key
    return lexicon.changes.all.has(told) and told.endswith(lexicon.parts.done_endings)


def is_period(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number only says in what time something was: `in the first three months`."""
    following = neighbours.behind(tokens, piece.last)
    if not lexicon.subjects.periods or following not in lexicon.time_units:
        return False
    article = piece.first - 1
    while article > 0 and tokens[article].key in lexicon.parts.selecting:
        article -= 1
    led = article > 0 and tokens[article].key in lexicon.subjects.articles
    return led and tokens[article - 1].key in lexicon.subjects.periods
