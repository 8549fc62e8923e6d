"""Whether a number is one of per cent: by a sign glued to it or apart, by a word or by two."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.text.tokens import Token, keys, touches

PERCENT: Final = "%"


def is_rate(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether the number that ends with token `last` is so many per cent: `5%`, `5 per cent`."""
    return tokens[last].key.endswith(PERCENT) or percent_behind(tokens, last, lexicon) > 0


def percent_behind(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """How many tokens right behind token `last` say per cent: `5 %`, `5 percent`, `5 per cent`."""
    pair = tuple(keys(tokens[last + 1 : last + 3])) if touches(tokens[last]) else ()
    if not pair:
        return 0
    if pair[0] == PERCENT or pair[0] in lexicon.percents:
        return 1
    return 2 * (pair in lexicon.percent_phrases)
