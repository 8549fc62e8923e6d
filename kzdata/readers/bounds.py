"""What bounds a number: `more than`, `at least`, `almost`, `or fewer`, `астам`, `circa`.

A bound touches its number: between the two may stand a currency sign or a word such as `just`, and
behind a number, where the language has it so, the thing that is counted.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.readings import Bound
from kzdata.readers.tokens import Token


class Phrase(NamedTuple):
    """A bound, and the tokens that say it: the first, and the one behind the last."""

    bound: Bound
    first: int
    stop: int


def in_front(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Phrase | None:
    """The phrase that ends right in front of token `first`; the farthest over small words wins."""
    found = None
    position = first
    for _ in range(3):
        if position == 0 or tokens[position - 1].gap not in {" ", ""}:
            break
        word = tokens[position - 1].key
        if word in lexicon.front_ends:
            found = _ending_at(tokens, position, lexicon) or found
        if word not in lexicon.fillers and word not in lexicon.currencies:
            break
        position -= 1
    return found


def _ending_at(tokens: Sequence[Token], stop: int, lexicon: Lexicon) -> Phrase | None:
    for length in range(min(lexicon.longest, stop), 0, -1):
        first = stop - length
        words = tuple(token.key for token in tokens[first:stop])
        bound = lexicon.front.get(words)
        if bound and all(token.gap in {" ", ""} for token in tokens[first : stop - 1]):
            return Phrase(bound, first, stop)
    return None


def behind(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Mapping[int, int]
) -> Phrase | None:
    """The phrase right behind token `last`, or behind the thing counted where that is usual."""
    position = last
    for distance in range(lexicon.reach + 1):
        if not tokens[position].gap.isspace() or position + 1 >= len(tokens):
            return None
        position += 1
        if position in numbers:
            return None
        word = tokens[position].key
        if word in lexicon.behind_starts and (not distance or word in lexicon.far):
            found = _starting_at(tokens, position, lexicon)
            if found:
                return found
    return None


def _starting_at(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Phrase | None:
    for length in range(lexicon.longest, 0, -1):
        words = tuple(token.key for token in tokens[first : first + length])
        bound = lexicon.behind.get(words)
        if bound and len(words) == length:
            inner = tokens[first : first + length - 1]
            if all(token.gap == " " for token in inner):
                return Phrase(bound, first, first + length)
    return None
