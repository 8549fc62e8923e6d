"""Numbers that begin or end a change: `rose from 400 to 800`, `вырос до 800`.

What else would bound such a number does not; other words that take a bound away are `refusals`.
"""

from collections.abc import Sequence

from kzdata.readers.bounds import Phrase
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numerals import Piece
from kzdata.readers.ranges import Range
from kzdata.readers.refusals import is_year
from kzdata.readers.tokens import Token

_NEAR = 5
"""How many words in front of a number a verb of change may stand."""

_PARTED = 8
"""How many tokens on from the first number of a change the second may stand behind a year."""


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


def changed(
    tokens: Sequence[Token], tied: Range, lexicon: Lexicon, *, rising: bool
) -> tuple[int, int] | None:
    """The tokens from a change's first to its last, where its verb stands beside two ends.

    Only a path may be one. `by from 8 to 11 %` and `cut from 300 to 450 jobs`, where nothing falls
    from the one end to the other, are ranges.
    """
    before = tokens[tied.first - 1].key if tied.first else ""
    if not tied.path or before in lexicon.refuse.extents:
        return None
    verb = change(tokens, tied.first, lexicon)
    if verb is None and not is_change_behind(tokens, tied.last, lexicon):
        return None
    place = tied.last + 1 if verb is None else verb
    if rising and tokens[place].key.startswith(lexicon.refuse.falls):
        return None
    return (tied.first, place) if verb is None else (verb, place)


def dated(
    tokens: Sequence[Token], found: Sequence[Piece], place: int, lexicon: Lexicon
) -> int | None:
    """The verb of a change with a year before its second number, which stands at `place`.

    `fell from 2.1 million in 2010 to 1.6 million`: no range begins with such a year.
    """
    if place < 2:
        return None
    begun, year, ended = found[place - 2 : place + 1]
    start, between = begun.first - 1, tokens[year.last + 1 : ended.first]
    near = start >= 0 and ended.first - begun.last <= _PARTED and is_year(tokens, year)
    if not near or is_year(tokens, ended) or not between:
        return None
    if any(token.gap not in {" ", ""} for token in tokens[start : ended.first]):
        return None
    ends = {(front[-1:], middle[-1:]) for front, middle, _ in lexicon.paths}
    said = (tokens[start].key,), (between[-1].key,)
    return change(tokens, start, lexicon) if said in ends else None


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
