"""What a number counts to which something came by the change that the number before tells.

`число банкротов выросло на 12% и достигло 310`, `банкроттар саны 12 пайызға көбейіп, 310-ға жетті`:
it is what changed, never what the step is counted in.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named import subjects
from kzdata.readers.quantities.ties.changes import change
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_NEAR: Final = 4
"""How many tokens on from a step the verb may stand that tells its level."""

_APPOSED: Final = frozenset({": ", " - ", " ("})
"""What may part a change from the numbers that tell it."""


def units(
    tokens: Sequence[Token],
    step: Piece,
    level: tuple[int, int],
    lexicon: Lexicon,
    numbers: Container[int],
) -> Units | None:
    """What a number from token to token of `level` counts if it is one of a step, else None.

    Nothing where no subject is plain.
    """
    first, last = level
    verb = _verb(tokens, step, first, lexicon)
    if verb is None and _is_set_against(tokens, first, last, lexicon):
        verb = change(tokens, min(step.first, first), lexicon)
    if verb is None:
        return None
    before = step.first if first > verb > step.first else verb + 1
    subject = subjects.subject(tokens, before, lexicon, numbers)
    if not touches(tokens[verb]):
        subject = subject or subjects.subject_of(tokens, verb, lexicon, numbers)
    subject = subject or subjects.scored(tokens, before, lexicon, numbers)
    return (subject,) if subject else ()


def _verb(tokens: Sequence[Token], step: Piece, first: int, lexicon: Lexicon) -> int | None:
    """The word of change beside a step, if `and` or a comma leads on from it to a level."""
    if lexicon.verbs_last:
        verb = first - 1
        chained = tokens[verb].gap == ", " and lexicon.changes.all.has(tokens[verb].key)
        near = 0 < verb - step.last < _NEAR and all(map(touches, tokens[step.last : verb]))
        return verb if chained and near else None
    told = first if tokens[first].key in lexicon.subjects.copulas else first - 1
    chained = (
        told > 0 and tokens[told].key in lexicon.subjects.copulas and tokens[told - 1].gap == ", "
    )
    if chained and lexicon.changes.all.has(tokens[told - 1].key):
        return told - 1
    if tokens[told].key not in lexicon.subjects.copulas or not 0 < told - step.last <= _NEAR:
        return None
    joint = tokens[told - 1]
    joined = joint.gap == ", " or (joint.key in lexicon.conjunctions and touches(joint))
    if not joined or not all(map(touches, tokens[step.last : told - 1])):
        return None
    return change(tokens, step.first, lexicon)


def _is_set_against(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a number spells out what was told before it: `стало меньше: 402 против 490`."""
    apposed = first > 0 and tokens[first - 1].gap in _APPOSED
    return apposed and neighbours.touching(tokens, last) in lexicon.ellipses.contrasts
