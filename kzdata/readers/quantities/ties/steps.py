"""Steps: by how much something changed and what it came to, `climbed 4.7p to 151.2p`.

Two such numbers are what they are, though `to` ties others to a range: `rose by 8 to 11%`. What
tells are their units (`up 10p to £1.15`), that they do not rise (`fell by 40 to 35`), or that they
lie too far apart to be the ends of a range.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import CHANGE, LEVEL
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.named import windows
from kzdata.readers.quantities.named.rates import PERCENT, percent_behind
from kzdata.readers.quantities.ties.changes import change
from kzdata.readers.quantities.ties.paths import led
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_NEAR: Final = 6
"""How many tokens on from a step its level may begin: `by two percentage points to a record 9`."""

_LONGEST_UNIT: Final = 2
"""How many words may name what is counted between a step and the word that leads to its level."""

_SMALL: Final = 3
"""How many words may stand between a word of change and its step: `rose by a further 3%`."""

_OBJECT: Final = 7
"""How many words in front of `by` may hold the verb and what it changes."""

_FAR: Final = 3
"""The ends of a range that names its unit twice differ by less than so many times."""

_FAR_BARE: Final = 5
"""The same of one that names none."""

_FAR_OBJECT: Final = 10
"""The same of one behind an object: `may raise the cost of a flight by £10 to £80`."""


def steps(
    tokens: Sequence[Token], found: Sequence[Piece], said: int, lexicon: Lexicon
) -> dict[int, int]:
    """The steps of a text: the place in `found` of each level, and the token behind its verb.

    There are none where its traits `said` hold no word of change, or none that leads to a level.
    """
    return dict(_steps(tokens, found, lexicon)) if said & CHANGE and said & LEVEL else {}


def _steps(
    tokens: Sequence[Token], found: Sequence[Piece], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    for place, (step, level) in enumerate(pairwise(found), start=1):
        if not 1 < level.first - step.last <= _NEAR:
            continue
        if not (step.readings and level.readings and touches(tokens[level.first - 1])):
            continue
        end, pair = led(tokens, level, place, lexicon.ranges.path_middles, lexicon), (step, level)
        if end is None:
            continue
        if begun := _begun(tokens, step, lexicon):
            lead = begun, end.lead
            if _tell(tokens, pair, lead, lexicon) or _are_apart(tokens, pair, end.lead, lexicon):
                yield place, begun
        elif _are_of_one(tokens, pair, lexicon) and (behind := _over_object(tokens, step, lexicon)):
            yield place, behind


def _begun(tokens: Sequence[Token], step: Piece, lexicon: Lexicon) -> int | None:
    """The token behind the word of change that leads to a number: `rose by almost 3%`."""
    bound = bounds.in_front(tokens, step.first, lexicon)
    first = bound.first if bound else step.first
    small = (
        lexicon.changes.steps,
        lexicon.fillers,
        lexicon.ellipses.further,
        lexicon.money.currencies,
    )
    for position in range(first - 1, max(first - 2 - _SMALL, -1), -1):
        if not touches(tokens[position]):
            return None
        if (
            lexicon.changes.all.has(tokens[position].key)
            or tokens[position].key in lexicon.changes.paces
        ):
            return position + 1
        sign = windows.in_front(tokens, position + 1, lexicon)
        if not sign and not among(tokens[position].key, *small):
            return None
    return None


def _over_object(tokens: Sequence[Token], step: Piece, lexicon: Lexicon) -> int | None:
    """The same where the one thing that changes stands between: `cut the price of fuel by Rs8`."""
    lead = step.first - 1 - bool(windows.in_front(tokens, step.first, lexicon))
    leads = lexicon.changes.steps - lexicon.linking
    if lead < 1 or tokens[lead].key not in leads or not touches(tokens[lead - 1]):
        return None
    verb = change(tokens, lead, lexicon, near=_OBJECT)
    if verb is None or verb + 1 == lead:
        return None
    words = [token.key for token in tokens[verb + 1 : lead]]
    head = next((at for at, word in enumerate(words[1:]) if word in lexicon.linking), -1)
    return None if words[head].endswith(lexicon.changes.plurals) else verb + 1


def _are_of_one(tokens: Sequence[Token], pair: tuple[Piece, Piece], lexicon: Lexicon) -> bool:
    """Whether two numbers of one unit, or the second of per cent, are too far apart for a range."""
    small, large = (piece.readings[0].number for piece in pair)
    own, other = (_unit(tokens, piece, lexicon) for piece in pair)
    if not own or own == PERCENT or small is None or large is None:
        return False
    return other == PERCENT or (own == other and not small < large < _FAR_OBJECT * small)


def _tell(
    tokens: Sequence[Token], pair: tuple[Piece, Piece], lead: tuple[int, int], lexicon: Lexicon
) -> bool:
    """Whether two numbers, each behind the words that lead to it, tell a step and its level."""
    step, level = pair
    small, large = step.readings[0], level.readings[0]
    named = lead[1] - step.last - 1 <= _LONGEST_UNIT
    if not named or not all(map(touches, tokens[step.last : lead[1]])):
        return False
    if small.number is None or large.number is None or small.kind == "ordinal":
        return False
    own, other = (_unit(tokens, piece, lexicon) for piece in pair)
    led = tokens[lead[0]].key in lexicon.changes.steps
    part = small.kind == "fraction" and small.number < 1 <= large.number and not own
    if small.number >= large.number or (led and part):
        return bool(own) or small.scale != 1 or led
    if not own and small.scale == 1:
        changing = lexicon.changes.all.has(tokens[lead[0] - 1].key)
        far = changing and large.number >= _FAR_BARE * small.number
        return far and (not other or (led and not _is_measure(other, lexicon)))
    if own and own != other:
        return True
    return own != PERCENT and large.number >= _FAR * small.number


def _are_apart(
    tokens: Sequence[Token], pair: tuple[Piece, Piece], lead: int, lexicon: Lexicon
) -> bool:
    """Whether a comma parts a step in per cent from its level: `fell 12% in a year, to 340`."""
    last = pair[0].last
    parted = tokens[lead - 1].gap == ", " and all(map(touches, tokens[last : lead - 1]))
    own, other = (_unit(tokens, piece, lexicon) for piece in pair)
    return parted and own == PERCENT != other


def _is_measure(unit: str, lexicon: Lexicon) -> bool:
    """Whether a range may name a unit once, though its ends lie far apart: `up by 2 to 15%`."""
    plural = f"{unit}s"
    measures = (
        lexicon.money.currencies,
        lexicon.money.codes,
        lexicon.measures,
        lexicon.comparisons.during_units,
    )
    return unit == PERCENT or among(unit, *measures) or among(plural, *measures)


def _unit(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> str:
    """What a number counts, in one word, or nothing where none is beside it."""
    unit, first, last = piece.readings[0].unit, tokens[piece.first], tokens[piece.last]
    if unit:
        token = first if unit[0] < first.end else last
        return token.key[unit[0] - token.start : unit[1] - token.start]
    if windows.in_front(tokens, piece.first, lexicon):
        return tokens[piece.first - 1].key
    if percent_behind(tokens, piece.last, lexicon):
        return PERCENT
    behind = neighbours.touching(tokens, piece.last)
    unnamed = among(behind, lexicon.stops, lexicon.conjunctions) or lexicon.is_verb(behind)
    return "" if unnamed else behind.removesuffix("s")
