"""Changes: two numbers of which one was and the other came to be, `rose from 400 to 800`.

A word of change stands beside the path from the one to the other, or a time within it. Both numbers
are what they are, no ends of a range. `вырос до 800` has the second alone.
"""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import CHANGE
from kzdata.readers.numbers.numerals import Piece, Reading, pairs
from kzdata.readers.quantities.ties.paths import End, Path, led, paths
from kzdata.readers.quantities.ties.scales import THOUSAND, is_bare, is_bare_decimal
from kzdata.readers.text.tokens import Token, in_clause, touches

_NEAR: Final = 7
"""How many words in front of a path its verb may stand."""

_NEAR_BOUND = 5
"""The same in front of a bound that may be the end of a change: `вырос до 800`."""

_BEHIND: Final = 5
"""How many tokens behind the second number its verb may stand."""

_NEAR_LEVEL: Final = 12
"""The same behind a step or a comma: `вырос за год на 1,3 процентного пункта, до 800`."""

_PARTED: Final = 9
"""How many tokens on from a level the number that was may stand."""

_OBJECT: Final = 4
"""How many words behind a verb of change its object may end: `cut its planned fare increase`."""

_PAIR: Final = 2

_ALIKE: Final = 2
"""How many times the second number the first may be that shares its scale: `da 310 a 280 mila`."""

_APPOSED: Final = frozenset({", ", ": ", " - ", " ("})
"""What may part a verb from the path that tells more: `doubled, from 21 to 46`."""


class Change(NamedTuple):
    """A change: its first and last token, its path, and the two numbers as they are read.

    `verb` is the word of change in front of the path; `told`, whether there is any.
    """

    first: int
    last: int
    verb: int | None
    path: Path
    readings: tuple[Reading, Reading]
    numbers: tuple[Fraction, Fraction]
    told: bool

    def ends(self, place: int) -> list[tuple[End, Reading, Fraction]]:
        """Both numbers with their readings and values, that at a place first."""
        found = list(
            zip((self.path.begun, self.path.ended), self.readings, self.numbers, strict=True)
        )
        return found if self.path.begun.place == place else found[::-1]


def changes(
    tokens: Sequence[Token],
    found: Sequence[Piece],
    refused: Container[int],
    said: int,
    lexicon: Lexicon,
) -> Iterator[Change]:
    """The changes of a text, in order, from numbers to numbers that are not `refused`.

    Where its traits `said` hold no word of change, a time must be told between two numbers.
    """
    if len(found) == _PAIR and not said & CHANGE:
        return
    for path in paths(tokens, found, refused, lexicon):
        was, became = found[path.begun.place], found[path.ended.place]
        verb = _verb(tokens, path.begun.lead, became.last, lexicon)
        excess = path.begun.lead and tokens[path.begun.lead - 1].key in lexicon.changes.extents
        if excess or (verb is None and (not path.dated or path.begun.stop is not None)):
            continue
        verbs = [""] if verb is None else _directions(tokens, verb, lexicon)
        spread = path.begun.lead, became.last, became.last if verb is None else verb
        bare = not touches(tokens[became.last])
        for readings in pairs(was, became):
            told = (_numbers(*readings, key, path, lexicon, bare=bare) for key in verbs)
            if (numbers := next(filter(None, told), None)) is not None:
                led = verb if verb is not None and verb < path.begun.lead else None
                yield Change(
                    min(spread), max(spread), led, path, readings, numbers, verb is not None
                )


def _verb(tokens: Sequence[Token], path: int, last: int, lexicon: Lexicon) -> int | None:
    """The word of change beside a path, in front or, in some languages, behind what is counted."""
    if not lexicon.verbs_last and (verb := change(tokens, path, lexicon, near=_NEAR)) is not None:
        return verb
    for position in range(last + 1, min(last + 1 + _BEHIND, len(tokens))):
        if not lexicon.changes.behind or not touches(tokens[position - 1]):
            return None
        if lexicon.changes.all.has(tokens[position].key):
            return None if _reaches(tokens, position, lexicon) else position
    return None


def _directions(tokens: Sequence[Token], word: int, lexicon: Lexicon) -> list[str]:
    """The words that may tell which way a change goes, the word nearest to its path first.

    The other one is a verb whose object that word is: `cut its growth forecast from 3% to 2%`.
    """
    directions = [tokens[word].key]
    for verb in range(word - 2, max(word - 1 - _OBJECT, -1), -1):
        if not all(map(touches, tokens[verb : verb + 2])):
            break
        owned = tokens[verb + 1].key in lexicon.linking
        if owned and lexicon.changes.all.has(tokens[verb].key):
            return [*directions, tokens[verb].key]
    return directions


def _reaches(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb only says how far a range goes: `3 метрден 5 метрге дейін жетеді`."""
    rules = lexicon.changes
    return tokens[verb - 1].key in rules.ends and rules.reaching.has(tokens[verb].key)


def change(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, *, near: int = _NEAR_BOUND
) -> int | None:
    """The word of change that stands near in front of a token: `rose from 400 to 500` is no range.

    A comma may part them: `вырос на 5%, до 800`; then the step may stand between, or words behind
    another comma: `rose, he said, to 800`.
    """
    rules, led = lexicon.changes, not first or tokens[first - 1].gap in _APPOSED
    closed = first > 0 and tokens[first - 1].gap in {", ", ": "}
    if led and (sign := _signed(tokens, first - 1, lexicon)) is not None:
        return sign
    stepped = False
    for position in range(first - 1, max(first - 1 - (_NEAR_LEVEL if led else near), -1), -1):
        key = tokens[position].key
        if not (led and position == first - 1) and not touches(tokens[position]):
            opened = closed and tokens[position].gap == ", "
            return position if opened and rules.all.has(key) else None
        far = first - position > near and not stepped
        stepped = stepped or key in rules.extents
        if (far and not closed) or key in rules.borders:
            return None
        if rules.all.has(key):
            return None if far else position
        if lexicon.is_verb(key):
            return None
    return None


def _signed(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int | None:
    """The token of a sign that tells of a change in per cent: `золото: плюс 0,7%, до 3341`."""
    number = last - (tokens[last].key in lexicon.percents)
    if number < 0 or not (number < last or tokens[last].key.endswith("%")):
        return None
    if tokens[number].key[0] in "+-":
        return number
    told = number > 0 and tokens[number - 1].key in lexicon.changes.signs
    return number - 1 if told and touches(tokens[number - 1]) else None


def _numbers(
    low: Reading, high: Reading, verb: str, path: Path, lexicon: Lexicon, *, bare: bool
) -> tuple[Fraction, Fraction] | None:
    """The two numbers, a scale being said once for both where one is bare of a unit.

    The second is `bare` at the end of its clause: `подняли с 70 тысяч рублей до 80`. None where
    they go the other way than the verb: `cut from 300 to 450 jobs` is a range.
    """
    start, end = low.number, high.number
    if start is None or end is None or low.bound or high.bound:
        return None
    if not {low.kind, high.kind} <= {"cardinal", "fraction"}:
        return None
    rises, falls = lexicon.changes.rises.has(verb), lexicon.changes.falls.has(verb)
    if path.bare and high.scale != 1 == low.scale:
        shared = start * high.scale
        if not (rises or falls) and shared > _ALIKE * end:
            return None
        start = start if rises and shared > end else shared
    lacking = is_bare_decimal(high) or (bare and rises and end < start and is_bare(high))
    if low.scale >= THOUSAND and lacking:
        end *= low.scale
    wrong = (rises and start > end) or (falls and start < end)
    return None if wrong or start == end else (start, end)


def was(tokens: Sequence[Token], level: Piece, number: Piece, first: int, lexicon: Lexicon) -> bool:
    """Whether a number, whose words begin at token `first`, is that from which a level was reached.

    `fell to 6.1 million tonnes by April from 9.4 million`; not plainly so if it lacks the scale.
    """
    start = first - 1
    if level.readings[0].scale >= THOUSAND and any(map(is_bare_decimal, number.readings)):
        return False
    if (
        not 1 < first - level.last <= _PARTED
        or (tokens[start].key,) not in lexicon.ranges.path_leads
    ):
        return False
    if not in_clause(tokens[level.last : first]):
        return False
    end = led(tokens, level, 0, lexicon.ranges.path_middles, lexicon)
    return end is not None and change(tokens, end.lead, lexicon, near=_NEAR) is not None
