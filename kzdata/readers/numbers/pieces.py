"""The stretches of a text that are one number each: runs of neighbouring number words and figures.

A run of number words is read as a whole or, where it is not one number, not at all; `and` alone may
part it. So no reading needs the words around it in order to be there: they can only take it away.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.amounts import summed
from kzdata.readers.numbers.grammar import values
from kzdata.readers.numbers.items import COMMA, DIGITS, LINK, OPAQUE, Item
from kzdata.readers.numbers.numerals import Piece, alone, is_loose, moved, piece
from kzdata.readers.numbers.runs import neighbours, runs
from kzdata.readers.numbers.surpluses import joined
from kzdata.readers.text.tokens import Token, Words, token_of

_LONGEST_CUT: Final = 6
_LONGEST_FRONT: Final = 3
_LONGEST_KEPT: Final = 8
"""Of so many words at most what they say is kept."""


def pieces(words: Words, lexicon: Lexicon) -> list[Piece]:
    """All numbers of a text in order, those that are refused as pieces without readings."""
    found: list[Piece] = []
    tokens, known = words.tokens, alone(lexicon)
    for positions in neighbours(tokens, lexicon):
        first, stop = positions[0], positions[-1] + 1
        whole = known[tokens[first].key] if len(positions) == 1 else None
        if whole:
            found.append(moved(whole, first, tokens[first].start))
        elif stop - first > _LONGEST_KEPT or not DIGITS.isdisjoint(
            words.text[tokens[first].start : tokens[stop - 1].end]
        ):
            found += _read(positions, tokens, lexicon)
        else:
            found += _in_words(tokens, first, stop, lexicon)
    if len(found) < 2 and not (found and lexicon.money.bare_amounts):
        return found
    found = joined(tokens, found, lexicon) if lexicon.bounds.inner else found
    return summed(tokens, found, lexicon) if lexicon.money.amounts else found


def _in_words(tokens: Sequence[Token], first: int, stop: int, lexicon: Lexicon) -> Iterator[Piece]:
    """The numbers of some neighbours that are words alone."""
    begun, leads = first, _leads(lexicon)
    while begun and first - begun < _LONGEST_FRONT and tokens[begun - 1].key in leads:
        begun -= 1
    start = tokens[begun].start
    same = [
        token_of((key, at - start, end - start, gap)) for key, at, end, gap in tokens[begun:stop]
    ]
    return (moved(one, begun, start) for one in _worded(tuple(same), first - begun, lexicon))


@lru_cache(maxsize=8192)
def _worded(tokens: tuple[Token, ...], first: int, lexicon: Lexicon) -> tuple[Piece, ...]:
    """The same, kept for the next text that has the same words.

    Tokens in front of the first may lead to a range. Those behind the last are parts of no number,
    so none is needed.
    """
    return tuple(_read(range(first, len(tokens)), tokens, lexicon))


def _read(positions: Iterable[int], tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Piece]:
    """The numbers of some neighbours."""
    for run in runs(positions, tokens, lexicon):
        if len(run) > 1:
            yield from _split(run, tokens, lexicon)
        elif not is_loose(run[0].term):
            yield piece(run)


def _split(run: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Piece]:
    """The numbers of a run: its stretches between `and`, joined where they are one number."""
    first, stop = 0, len(run)
    while first < stop and run[first].term.kind in {"and", "of", "point", "plus"}:
        first += 1
    while first < stop and run[stop - 1].term.kind in {"and", "of", "point", "article"}:
        stop -= 1
    run = run[first:stop]
    if not run:
        return
    joints = [position for position, item in enumerate(run) if item.term.kind == "and"]
    if not joints:
        yield piece(run)
        return
    yield from _parts(run, joints, tokens, lexicon)


def _parts(
    run: list[Item], joints: list[int], tokens: Sequence[Token], lexicon: Lexicon
) -> Iterator[Piece]:
    joint = run[joints[0]]
    whole_word = joint.end - joint.start == len(tokens[joint.token].key)
    single = whole_word and len(joints) == 1 and _follows_between(run, tokens, lexicon)
    stretches: list[tuple[list[Item], Item | None]] = []
    current = run[: joints[0]]
    for position, end in zip(joints, [*joints[1:], len(run)], strict=True):
        joint, added = run[position], run[position + 1 : end]
        whole = not single and _joins(current, joint, added)
        if whole and _is_number(joined := [*current, joint, *added]):
            current = joined
            continue
        stretches.append((current, joint))
        current = added
    stretches.append((current, None))
    before: list[Item] = []
    joint_before: Item | None = None
    for place, (items, joint_behind) in enumerate(stretches):
        if items:
            after = stretches[place + 1][0] if joint_behind else []
            fragile = _might_join(before, joint_before, items, cut_front=True) or _might_join(
                items, joint_behind, after, cut_front=False
            )
            linked = joint_behind is not None and joint_behind.term is LINK
            first, last, readings, tail, _, _ = _whole(items, tokens, lexicon)
            yield Piece(first, last, readings, tail, linked, fragile)
        before, joint_before = items, joint_behind


def _whole(items: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> Piece:
    """The number that a stretch is; one that is a token's only word is known by its key."""
    token = tokens[items[0].token]
    known = alone(lexicon)[token.key] if len(items) == 1 else None
    if known is None or items[0].end - items[0].start != len(token.key):
        return piece(items)
    return moved(known, items[0].token, token.start)


def _might_join(
    front: list[Item], joint: Item | None, added: list[Item], *, cut_front: bool
) -> bool:
    """Whether two numbers would be one if the first lost its start or the second its end."""
    if joint is None or joint.term is LINK:
        return False
    longest = min(len(front if cut_front else added), _LONGEST_CUT)
    for kept in range(1, longest + 1):
        one, other = (front[-kept:], added) if cut_front else (front, added[:kept])
        if _joins(one, joint, other) and _is_number([*one, joint, *other]):
            return True
    return False


def _joins(front: list[Item], joint: Item, added: list[Item]) -> bool:
    """Whether what follows `and` or a comma may belong to the same number."""
    if not front or not added or joint.term is LINK:
        return False
    if joint.term is not COMMA:
        return True
    found = values([item.term for item in added])
    number = found[0].number if len(found) == 1 else None
    return number is not None and number >= 100 and added[0].term.kind in {"small", "hundred"}


def _follows_between(run: list[Item], tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the run is what stands behind `between`, whose `and` parts two numbers."""
    first = run[0].token
    if not first or tokens[first - 1].gap not in {" ", ""}:
        return False
    keys = [token.key for token in tokens[max(first - _LONGEST_FRONT, 0) : first]]
    return any(tuple(keys[at:]) in _between(lexicon) for at in range(len(keys)))


@cache
def _leads(lexicon: Lexicon) -> frozenset[str]:
    """The words of all that stands in front of such a range."""
    return frozenset(word for front in _between(lexicon) for word in front)


@cache
def _between(lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    """The words in front of a range whose ends are parted by `and`."""
    return frozenset(
        front
        for front, middle, _ in lexicon.ranges.wordings
        if front and middle and (found := lexicon.term(middle[0])) and found.kind == "and"
    )


def _is_number(items: list[Item]) -> bool:
    """Whether a stretch of items has a reading."""
    terms = []
    for item in items:
        if item.figures or item.term is OPAQUE:
            return bool(piece(items).readings)
        if item.term is not COMMA:
            terms.append(item.term)
    return bool(values(terms))
