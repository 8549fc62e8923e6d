"""Lengths of time beside which another is said that may be meant instead: `a year or two`.

Neither is told then. `one or two years` is for `quantities`, and what a range is for `sums`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kzdata.readers.durations.times import Length, Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.text.tokens import Token, touches

_LONGEST: Final = 5
"""How many words may lead to the other: `неделю, а может быть и две`."""

_GAPS: Final = frozenset({" ", ", "})


def certain(
    lengths: Sequence[Length], tokens: Sequence[Token], known: Lexicon, times: Times
) -> Iterator[Length]:
    """The lengths of a text, in order, but for those that have an alternative, and for these.

    The other may be another length (`a week or ten days`) or a number alone (`a month, if not
    two`), but not one of other things: `a year or 12,000 miles`.
    """
    other = -1
    for place, length in enumerate(lengths):
        doubtful = length.first <= other
        start = _instead(length.last, tokens, times)
        if start is not None:
            behind = next(
                (one for one in lengths[place + 1 :] if one.first <= start <= one.last), None
            )
            if behind is not None:
                other, doubtful = behind.last, True
            elif _is_other(tokens, start, known, times):
                doubtful = True
        if not doubtful:
            yield length


def _instead(last: int, tokens: Sequence[Token], times: Times) -> int | None:
    """The token behind the words that lead to an alternative to a length that ends at `last`."""
    told = False
    for position in range(last + 1, min(last + 2 + _LONGEST, len(tokens))):
        if tokens[position - 1].gap not in _GAPS:
            return None
        key = tokens[position].key
        if key in times.instead:
            told = True
        elif key not in times.instead_over:
            return position if told else None
    return None


def _is_other(tokens: Sequence[Token], start: int, known: Lexicon, times: Times) -> bool:
    """Whether a number stands there, and where it is in figures counts nothing else, or a unit."""
    token = tokens[start]
    if token.key in times.bare.articles and start + 1 < len(tokens):
        token = tokens[start + 1]
    term = known.term(token.key)
    if token.key in times.units or token.key in times.words or term is not None:
        return term is None or term.kind not in {"article", "and", "of", "minus", "point"}
    named = touches(token) and start + 1 < len(tokens) and tokens[start + 1].key.isalpha()
    return token.key[0].isdigit() and not (named and tokens[start + 1].key not in known.stops)
