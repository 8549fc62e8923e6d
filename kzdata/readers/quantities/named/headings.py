"""What names from some way off what a number counts: `calano gli addetti: erano 1.320`.

A colon leads from it, a tally stands behind the number, or it opens a clause that goes on with
another number or tells by a verb which it is. Plain subjects are for `subjects`.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.quantities.named.asides import looks_like_year
from kzdata.readers.quantities.named.windows import named
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_LONGEST_CLAUSE: Final = 12
"""How many words a clause may have in front of its verb."""

_LONGEST_HEADING: Final = 6
"""How many words may head a number, or stand between a colon and it."""

_LONGEST_NAME: Final = 3
"""How many words may name what is counted."""


def headed(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What a colon leads from to a number: `calano gli addetti: erano 1.320`, `Feriti: 12`.

    It has an article, is bare at the end (`carenza di autisti: ne mancano 70`), or it opens the
    few words without a verb right in front of a number.
    """
    last = _border(tokens, first, lexicon, numbers) if lexicon.ellipses.lends_far else None
    if last is None:
        return None
    start = neighbours.begun(tokens, last)
    places = [
        at for at in range(start, last + 1) if at in numbers and not looks_like_year(tokens[at].key)
    ]
    if tokens[last].gap == ": ":
        opened = places[-1] + 1 if places else start
        led = _with_article(tokens, opened, last, lexicon)
        if led is None and last > opened and tokens[last - 1].key in lexicon.of_what:
            lacked = not places or tokens[last - 2].key in lexicon.subjects.lacks
            return named(tokens, last, last + 1, lexicon, numbers) if lacked else None
        if led is not None:
            return named(tokens, led, last + 1, lexicon, numbers)
    opens = last == first - 1 and not places and _is_heading(tokens, start, last, lexicon)
    return named(tokens, start, last + 1, lexicon, numbers) if opens else None


def _border(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int]
) -> int | None:
    """The token in front of the colon, or of the comma right in front, behind which a number is."""
    last = first - 1
    while last >= 0 and first - last < _LONGEST_HEADING and touches(tokens[last]):
        counted = last in numbers and not looks_like_year(tokens[last].key)
        if counted or tokens[last].key in lexicon.subjects.articles:
            return None
        last -= 1
    if last < 0:
        return None
    comma = last == first - 1 and tokens[last].gap == ", "
    return last if comma or tokens[last].gap == ": " else None


def _with_article(tokens: Sequence[Token], start: int, last: int, lexicon: Lexicon) -> int | None:
    """Where the last of the words from `start` to `last` begin that an article leads."""
    for position in range(last - 1, start - 1, -1):
        led = position > start and tokens[position - 1].key in lexicon.stops
        if tokens[position].key in lexicon.subjects.articles and not led:
            return position + 1
    return None


def _is_heading(tokens: Sequence[Token], start: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words open a sentence and have no verb."""
    if last - start >= _LONGEST_HEADING - 1 or (start and tokens[start - 1].gap[:1] in {",", "("}):
        return False
    return not any(_is_told(tokens, at, lexicon) for at in range(start, last + 1))


def tallied(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What a tally behind a number is one of: `sale a 118 il conto dei Comuni`."""
    if last + 4 >= len(tokens) or tokens[last + 2].key not in lexicon.subjects.tallies:
        return None
    if not all(map(touches, tokens[last : last + 3])):
        return None
    if tokens[last + 3].key not in lexicon.linking:
        return None
    limit = min(last + 4 + _LONGEST_NAME, len(tokens))
    return named(tokens, last + 4, limit, lexicon, numbers)


def over_numbers(
    tokens: Sequence[Token], stop: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What opens a clause that a number tells which it is of: `i Comuni con 30 scuole sono 12`."""
    first = stop - 1
    while first and stop - first < _LONGEST_CLAUSE and touches(tokens[first - 1]):
        if among(tokens[first - 1].key, lexicon.conjunctions, lexicon.subjects.borders):
            break
        first -= 1
    if tokens[first].key not in lexicon.subjects.articles or first + 1 in numbers:
        return None
    return named(tokens, first + 1, stop, lexicon, numbers)


def head_of(tokens: Sequence[Token], relative: int, lexicon: Lexicon) -> int | None:
    """The noun that a clause without a comma tells which it is: `le cantine che vendono sono 318`.

    What follows is a verb, and an article leads the noun.
    """
    if relative < 2 or tokens[relative].key not in lexicon.subjects.relatives:
        return None
    noun, follow = tokens[relative - 1], tokens[relative + 1].key
    led = _is_led(tokens, relative - 1, lexicon)
    acts = lexicon.is_verb(follow) or among(follow, lexicon.verbs, lexicon.denials.negatives)
    return relative - 1 if noun.gap == " " and led and acts else None


def _is_led(tokens: Sequence[Token], noun: int, lexicon: Lexicon) -> bool:
    """Whether an article in the plural opens the few words that end with a noun."""
    for position in range(noun - 1, max(noun - 1 - _LONGEST_NAME, -1), -1):
        if not touches(tokens[position]):
            return False
        if tokens[position].key in lexicon.subjects.articles:
            return not position or tokens[position - 1].key not in lexicon.stops
    return False


def _is_told(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb, or one of change behind no `in`: `Omicidi in calo, 19`."""
    key = tokens[position].key
    noun = position > 0 and tokens[position - 1].key in lexicon.ellipses.lends_apart
    says = key in lexicon.subjects.copulas or lexicon.changes.all.has(key)
    return lexicon.is_verb(key) or (says and not noun)
