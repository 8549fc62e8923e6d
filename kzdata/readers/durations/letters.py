"""Minutes and seconds by a letter behind hours or minutes: `2h 15m 30s`.

Alone such a letter is of metres, millions or a decade.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kzdata.readers.durations.times import Length, Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.text.tokens import Token

_WRITTEN: Final = re.compile(r"([0-5]?[0-9])([^\W\d_]?)")

_ABOVE: Final = {"H": "m", "m": "S"}
"""The unit of which another is divided into sixty."""


def lettered(
    length: Length, tokens: Sequence[Token], known: Lexicon, times: Times
) -> Iterator[Length]:
    """The lengths by letters behind one by an abbreviation, each of the next smaller unit."""
    unit, last = length.unit, length.last
    short = tokens[last].key.lstrip("0123456789.,")
    while unit in _ABOVE and short in known.figures.glued_units and tokens[last].gap == " ":
        written = _WRITTEN.fullmatch(tokens[last + 1].key) if last + 1 < len(tokens) else None
        if written is None:
            return
        first = last = last + 1
        short = written[2]
        if not short and tokens[last].gap == " " and last + 1 < len(tokens):
            last += 1
            short = tokens[last].key
        if short not in times.letters or times.letters[short][1] != _ABOVE[unit]:
            return
        unit = times.letters[short][1]
        place = tokens[first].start, tokens[last].end
        yield Length(place, place, Fraction(written[1]), unit, "exactly", first, last, weak=True)
