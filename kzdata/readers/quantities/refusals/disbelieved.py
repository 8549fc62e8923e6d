"""Numbers of what is said not to be so: `denied that 40 died`, `no evidence that 40 died`.

What denies the number itself is `bounds.denials`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, touches

_LONGEST_CLAUSE: Final = 10
"""How many words may stand between a number and the word that opens its clause."""

_LONGEST_LEAD: Final = 3
"""How many words may stand between `true` and what denies it: `is not the case that`."""


_DENIAL: Final = 6
"""How many words in front of a single thing one may stand that denies it."""


def disbelieved(tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon) -> Iterator[int]:
    """The places of such numbers; of the 40 that are known of, as in `the 40`, it says nothing."""
    for place, piece in enumerate(found):
        clause = _opening(tokens, piece.first, lexicon)
        if clause and _is_denied(tokens, clause - 1, lexicon):
            yield place


def _opening(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The word that opens the clause of a number that is in doubt with it, else 0."""
    if first and tokens[first - 1].key in lexicon.subjects.articles:
        return 0
    for position in range(first - 1, max(first - 1 - _LONGEST_CLAUSE, 0), -1):
        if not touches(tokens[position]):
            return 0
        if tokens[position].key in lexicon.denials.clauses:
            return position
    return 0


def _is_denied(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether what ends with token `last` denies the clause behind: `denied reports that`."""
    known, key = lexicon.denials, tokens[last].key
    led = [token.key for token in tokens[max(last - _LONGEST_LEAD, 0) : last]]
    if key in known.truths:
        return not known.negatives.isdisjoint(led)
    if among(key, known.deniers, known.untrue):
        return known.negatives.isdisjoint(led)
    if key not in known.reports or not led:
        return False
    return among(led[-1], known.deniers, known.dismissing, known.untrue, known.nobodies)


def is_none_at_all(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether not even one is meant: `did not lose a single match`, `without a single shot`."""
    if tokens[piece.last].key not in lexicon.refuse.lone:
        return False
    front = [token.key for token in tokens[max(piece.first - _DENIAL, 0) : piece.first]]
    denials = lexicon.denials.negatives | lexicon.denials.nobodies | lexicon.refuse.lacking
    return not denials.isdisjoint(front)
