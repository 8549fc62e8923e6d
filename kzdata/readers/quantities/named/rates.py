"""Whether a number is one of per cent: by a sign glued to it or apart, by a word or by two."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.text.neighbours import touching
from kzdata.readers.text.tokens import Token, keys

PERCENT: Final = "%"


def is_rate(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether the number that ends with token `last` is so many per cent: `5%`, `5 per cent`."""
    return tokens[last].key.endswith(PERCENT) or percent_behind(tokens, last, lexicon) > 0


def percent_behind(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """How many tokens right behind token `last` say per cent: `5 %`, `5 percent`, `5 per cent`."""
    key = touching(tokens, last)
    if key == PERCENT or key in lexicon.percents:
        return 1
    if not key or not lexicon.percent_phrases:
        return 0
    return 2 * (tuple(keys(tokens[last + 1 : last + 3])) in lexicon.percent_phrases)
