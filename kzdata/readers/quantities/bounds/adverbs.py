"""Verbs that bound a number over words for when or how: `hanno superato a luglio i 300`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, touches

_LONGEST: Final = 5
"""How many tokens in front of the article of its number the verb may stand."""


def over(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[Bound | None, int] | None:
    """What such a verb says of the number at token `first`, and its token.

    An article or a word such as `quota` leads the number; the words between begin as those do that
    say when or how.
    """
    lead = first - 1
    if lead < 1 or tokens[lead].key not in lexicon.fillers:
        return None
    for verb in range(lead - 1, max(lead - 1 - _LONGEST, -1), -1):
        if not touches(tokens[verb]):
            return None
        key = tokens[verb].key
        if (key,) in lexicon.passing_over:
            words = tuple(token.key for token in tokens[verb + 1 : min(verb + 3, lead)])
            told = words in lexicon.adverbial or words[:1] in lexicon.adverbial
            return (lexicon.bound_of(key), verb) if told else None
        if among(key, lexicon.conjunctions, lexicon.subject_borders) or lexicon.is_verb(key):
            return None
    return None
