"""Words that stand for what the number before counts, or for its tally: `quelle`, `quello dei`."""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.quantities.found import Units
from kzdata.readers.quantities.named.windows import stop_of
from kzdata.readers.text.tokens import Token, touches

_TALLIED: Final = 4
"""How many words behind a tally that of which it is one may begin: `il numero medio dei`."""


def of_clause(
    lent: Units, tokens: Sequence[Token], clause: range, lexicon: Lexicon, numbers: Container[int]
) -> Units:
    """What an earlier number lends to one whose `clause` may open with such a word.

    Where that is what a tally is of, this is of another: `il numero dei morti è 40, quello dei
    feriti 210`. Else it is the noun without more: 210 are no `case distrutte` in `le case distrutte
    sono 40, quelle danneggiate 210`.
    """
    deputy = _deputy(tokens, clause, lexicon)
    if deputy is None:
        return lent
    of = deputy + 2 < clause.stop and among(
        tokens[deputy + 1].key, lexicon.parts.owned_by, lexicon.parts.partitives
    )
    units: Units = ()
    for start, _ in lent:
        noun = next(at for at, token in enumerate(tokens) if token.end > start)
        if of and is_tallied(tokens, noun, lexicon):
            first = deputy + 2
            stop = max(stop_of(tokens, first, clause.stop, lexicon, numbers), first + 1)
            units += ((tokens[first].start, tokens[stop - 1].end),)
        else:
            units += ((start, tokens[noun].end),)
    return units


def _deputy(tokens: Sequence[Token], clause: range, lexicon: Lexicon) -> int | None:
    """The place of such a word behind a mark, a conjunction or its like."""
    for position in clause if lexicon.subjects.deputies else ():
        if tokens[position].key in lexicon.subjects.deputies:
            before = tokens[position - 1]
            opens = among(before.key, lexicon.conjunctions, lexicon.subjects.borders)
            return position if opens or not touches(before) else None
    return None


def is_tallied(tokens: Sequence[Token], noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun is what a tally is of."""
    return any(
        token.key in lexicon.subjects.tallies for token in tokens[max(noun - _TALLIED, 0) : noun]
    )
