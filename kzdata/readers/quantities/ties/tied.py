"""The numbers of a text that are tied to another: as ends of a range, or of a change, or beside it.

What makes a range or a change is in rooms of their own; here it is told which of them holds.
"""

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import CHANGE, SHARE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.dated import is_year
from kzdata.readers.quantities.shares import is_of_things
from kzdata.readers.quantities.ties.changes import Change, changes
from kzdata.readers.quantities.ties.ranges import Range, ranges
from kzdata.readers.quantities.ties.scales import Shared, scales
from kzdata.readers.text.tokens import Token


class Ties(NamedTuple):
    """What ties numbers together, by their places.

    A range stands at the place of its lower end. Numbers `apart` are read each for itself, with the
    words of both; `scales` are what such a number leaves out.
    """

    ranges: dict[int, Range]
    apart: dict[int, Range]
    scales: dict[int, Shared]
    changes: dict[int, list[Change]]


UNTIED: Final = Ties({}, {}, {}, {})
"""Those of a number alone."""


def ties(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    refused: Container[int],
    levels: Iterable[int],
    said: int,
    lexicon: Lexicon,
) -> Ties:
    """All ties of a text whose words have the traits `said`.

    Those of `levels` only end a step: `rose 3p to 40p`.
    """
    tied, apart = ranges(tokens, pieces, lexicon), dict[int, Range]()
    for place in levels:
        tied.pop(place - 1, None)
    for place in [place for place, one in tied.items() if one.apart]:
        apart[place] = apart[place + 1] = tied.pop(place)
    for place, (year, number) in enumerate(pairwise(pieces), start=1):
        dates = place > 1 and place - 1 in refused and place not in refused
        if dates and said & CHANGE and _tells_time(tokens, year):
            tied.pop(place - 1, None)
        if year.last + 1 == number.first and year.first and is_year(tokens, year):
            apart[place] = Range(year.first - 1, number.last, (), apart=True)
        if said & SHARE and is_of_things(tokens, number, lexicon):
            apart[place - 1] = apart[place] = Range(year.first, number.last + 2, (), apart=True)
    scaled = scales(tokens, pieces, lexicon)
    for place, (_, other) in scaled.items():
        both = sorted((pieces[place], other))
        apart[place] = Range(both[0].first, both[1].last, (), apart=True)
    changed: dict[int, list[Change]] = {}
    for change in changes(tokens, pieces, refused, said, lexicon):
        begun, ended = change.path.begun.place, change.path.ended.place
        changed.setdefault(begun, []).append(change)
        changed.setdefault(ended, []).append(change)
        for place in range(begun - 1, ended + 1):
            tied.pop(place, None)
    return Ties(tied, apart, scaled, changed)


def _tells_time(tokens: Sequence[Token], piece: Piece) -> bool:
    """Whether what is no number is a year or a part of one: `fell 2% in 2025 to £40m`."""
    part = bool(piece.readings) and piece.readings[0].kind == "fraction"
    return part or is_year(tokens, piece)
