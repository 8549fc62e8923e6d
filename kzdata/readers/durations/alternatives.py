"""Lengths of time beside which another is said that may be meant instead: `a year or two`.

Neither is told then, nor one that goes on behind its unit: `an hour and a quarter`. `one or two
years` is for `quantities`, and what a range is for `sums`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kzdata.readers.durations.times import Length, Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.text.tokens import Token, touches

_CUT: Final = "\n"
"""The gap behind the last word of a text that no mark ends."""

_LONGEST: Final = 5
"""How many words may lead to the other: `неделю, а может быть и две`."""

_SMALL: Final = frozenset({"article", "and", "of", "minus", "point"})
"""The kinds of words in a number that are none themselves."""

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
        doubtful = length.first <= other or _has_rest(length.last, tokens, known, times)
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


def _has_rest(last: int, tokens: Sequence[Token], known: Lexicon, times: Times) -> bool:
    """Whether a fraction or a number that names nothing goes on with a length: `un'ora e 20`.

    `an hour and a quarter.`, but not `a year and a quarter of the budget`, nor where the text is
    cut off there.
    """
    if last + 2 >= len(tokens) or not (touches(tokens[last]) and touches(tokens[last + 1])):
        return False
    start = last + 2
    if tokens[last + 1].key not in times.joints:
        return False
    if tokens[start].key in times.bare.articles and start + 1 < len(tokens):
        start += 1
    if not _is_number(tokens[start], known):
        return False
    while touches(tokens[start]) and _is_number(tokens[start + 1], known):
        start += 1
    if not touches(tokens[start]):
        return tokens[start].gap != _CUT
    behind = tokens[start + 1].key
    return _is_of_bare(tokens, start + 1, known) or (
        behind in known.stops and behind not in known.linking
    )


def _is_of_bare(tokens: Sequence[Token], of: int, known: Lexicon) -> bool:
    """Whether the word `of` and a bare noun stand there: `20 di gioco`, not `two of them`."""
    if tokens[of].key not in known.of_what or not touches(tokens[of]):
        return False
    return not among(
        tokens[of + 1].key, known.stops, known.linking, *known.pronouns.referring.values()
    )


def _is_number(token: Token, known: Lexicon) -> bool:
    """Whether a token is a number or a part of one."""
    term = known.term(token.key)
    return token.key.isdecimal() or (term is not None and term.kind not in _SMALL)


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
        return term is None or term.kind not in _SMALL
    named = touches(token) and start + 1 < len(tokens) and tokens[start + 1].key.isalpha()
    return token.key[0].isdigit() and not (named and tokens[start + 1].key not in known.stops)
