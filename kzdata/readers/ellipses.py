"""Units that are said once for two numbers: `30 years to the boss and 12 to his wife`.

The second number takes the unit of the first where both stand before the same preposition. What is
made of it is for `counted` and `durations`.
"""

from collections.abc import Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.tokens import Token

_FARTHEST = 9
"""How many tokens on from the unit the second number may stand."""


def is_elided(tokens: Sequence[Token], unit: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number from token `first` to `last` leaves out the unit at token `unit`."""
    groups = lexicon.gapped
    if not 3 <= first - unit <= _FARTHEST or last + 1 >= len(tokens):
        return False
    group = groups.get(tokens[unit + 1].key)
    if group is None or tokens[unit].gap != " " or groups.get(tokens[last + 1].key) != group:
        return False
    if tokens[last].gap not in {" ", " - "}:
        return False
    joined = tokens[first - 1].key in lexicon.conjunctions and tokens[first - 1].gap == " "
    inner = tokens[unit + 1 : first - 1]
    if not joined:
        return tokens[first - 1].gap == ", " and all(token.gap in {" ", ""} for token in inner)
    return inner[-1].gap in {" ", ", "} and all(token.gap in {" ", ""} for token in inner[:-1])
