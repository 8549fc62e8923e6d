"""Bounds that a number leaves to the next: `20 пайыздан, мерзімі 15 жылдан аспайды`."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, touches

_UNIT: Final = 2
"""How many tokens on from a number the last of its unit stands."""

_SUBJECT: Final = 3
"""How many words may tell of what the next number is said."""

_LIMITS: Final = frozenset({"at_most", "at_least"})


def left_out(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: AbstractSet[int]
) -> Phrase | None:
    """The limit behind the next number, whose case that ending at token `last` is in too."""
    end = _compared(tokens, last, lexicon)
    if end is None or tokens[end].gap != ", ":
        return None
    following = next((at for at in range(end + 1, end + 2 + _SUBJECT) if at in numbers), None)
    if following is None or not all(map(touches, tokens[end + 1 : following])):
        return None
    while following + 1 in numbers:
        following += 1
    found = bounds.behind(tokens, following, lexicon, numbers)
    if found is None:
        return left_out(tokens, following, lexicon, numbers)
    limit = _compared(tokens, following, lexicon)
    near = limit is not None and found.first == limit + 1
    return found if near and found.bound in _LIMITS else None


def _compared(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int | None:
    """The token that ends a number and its unit in the case of what something is compared to."""
    for at in range(last, min(last + _UNIT + 1, len(tokens))):
        if tokens[at].key.endswith(lexicon.bounds.ablative_endings):
            return at
        if not touches(tokens[at]):
            return None
    return None
