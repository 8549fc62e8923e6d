"""What is counted in front of a verb that agrees with no subject: `заявок поступило 247`."""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.text.tokens import Token, touches

_LONGEST_SUBJECT: Final = 12
"""How many words in front of the verb its clause may open."""


def of_impersonal(
    tokens: Sequence[Token], verb: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What is counted in front of a verb that agrees with no subject: `заявок поступило 247`.

    It is the word in front, unless a preposition leads it, or opens the clause: `пожаров за год
    случилось 97`.
    """
    last = first = verb - 1
    while last > 0 and among(tokens[last].key, lexicon.subjects.auxiliaries, lexicon.fillers):
        last -= 1
    while first > 0 and verb - first < _LONGEST_SUBJECT and tokens[first - 1].gap == " ":
        first -= 1
    for place in (last, first):
        if place < 0 or place in numbers or not all(map(touches, tokens[place:verb])):
            continue
        word, led = tokens[place], tokens[place - 1].key if place > first else ""
        apart = led in lexicon.stops and led not in lexicon.subjects.borders
        many = word.key.endswith(lexicon.subjects.many_endings) and word.key not in lexicon.stops
        counted = place > first and place - 1 in numbers
        if many and not (apart or counted):
            return word.start, tokens[_noun(tokens, place, last + 1, lexicon)].end
    return None


def _noun(tokens: Sequence[Token], first: int, stop: int, lexicon: Lexicon) -> int:
    """The noun that a word at token `first` describes, if it does: `прямых рейсов`."""
    noun = first
    while noun + 1 < stop and tokens[noun].key.endswith(lexicon.parts.adjectives):
        if tokens[noun + 1].key in lexicon.stops:
            break
        noun += 1
    return noun
