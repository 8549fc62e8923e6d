"""Numbers that begin or end a change: `rose from 400 to 800`, `вырос до 800`.

What else would bound such a number does not; other words that take a bound away are `refusals`.
"""

from collections.abc import Sequence

from kzdata.readers.bounds import Phrase
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.tokens import Token

_NEAR = 5
"""How many words in front of a number a verb of change may stand."""


def change(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int | None:
    """The verb of change that stands near in front: `rose from 400 to 500` is no range.

    A comma may part them: `вырос на 5%, до 800`.
    """
    for position in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        gap = tokens[position].gap
        if gap not in {" ", ""} and not (gap == ", " and position == first - 1):
            return None
        key = tokens[position].key
        rules = lexicon.refuse
        if key.startswith(rules.changes) and not key.startswith(rules.no_changes):
            return position
    return None


def is_change_behind(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a verb of change stands right behind: `90-нан 145-ке дейін өсті`."""
    if last + 1 >= len(tokens) or tokens[last].gap != " ":
        return False
    return tokens[last + 1].key.startswith(lexicon.refuse.changes_behind)


def is_score(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether two numbers are a result: `lost 3 to 5`."""
    touching = first > 0 and tokens[first - 1].gap in {" ", ""}
    return touching and tokens[first - 1].key in lexicon.refuse.scores


def only_ends(
    tokens: Sequence[Token], front: Phrase | None, behind: Phrase | None, lexicon: Lexicon
) -> tuple[Phrase | None, Phrase | None]:
    """The phrases beside a number, made `exactly` where they only end a change: `вырос до 800`.

    Where other words than names of things stand between, it is not plain which is meant.
    """
    bounding = behind and tokens[behind.first].key in lexicon.refuse.change_bounds
    if behind and bounding and is_change_behind(tokens, behind.stop - 1, lexicon):
        behind = Phrase("exactly", behind.first, behind.stop + 1)
    if not front or tokens[front.first].key not in lexicon.refuse.change_bounds:
        return front, behind
    verb = change(tokens, front.first, lexicon)
    if verb is None or front.stop > front.first + 1:
        return front, behind
    between = tokens[verb + 1 : front.first]
    doubtful = any(token.key.endswith(lexicon.refuse.acting) for token in between)
    return Phrase(None if doubtful else "exactly", verb, front.stop), behind
