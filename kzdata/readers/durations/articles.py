"""Articles in front of a unit of time: `half an hour` is a length, `20 a week` is none."""

from collections.abc import Sequence

from kzdata.readers.durations.times import Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities.found import Found
from kzdata.readers.text.tokens import Token


def is_article(tokens: Sequence[Token], position: int, times: Times) -> bool:
    """Whether the unit has an article, as in `half an hour`; `20 a week` is no length."""
    return tokens[position].key in times.bare.articles


def is_part(found: Found, tokens: Sequence[Token], known: Lexicon) -> bool:
    """Whether a number is a part of one thing, and no proportion: `one in five a decade ago`."""
    before = tokens[found.last - 1].key if found.last > found.first else ""
    return found.kind == "fraction" and before not in known.shares.ends
