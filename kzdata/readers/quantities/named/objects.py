"""What a verb of change makes more or fewer, named between it and the numbers: `taglia i voli, da`.

Subjects in front of the verb are for `subjects`.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities.named.windows import named
from kzdata.readers.text.tokens import Token, touches

_APPOSED: Final = frozenset({", ", ": ", " ("})
"""What may part the things from the numbers that tell how many they were and are."""


def changed(
    tokens: Sequence[Token], verb: int, path: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The things behind the verb, led by an article: `raddoppiati gli iscritti, da 200 a 450`.

    The words for how many they were begin at token `path`.
    """
    start = verb + 2
    if not lexicon.ellipses.lends_far or start >= path or tokens[path - 1].gap not in _APPOSED:
        return None
    if tokens[verb + 1].key not in lexicon.subjects.articles or not touches(tokens[verb]):
        return None
    return named(tokens, start, path, lexicon, numbers)
