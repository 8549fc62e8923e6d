"""A quantity as it is found in a text that is split into words, at its place in the fold.

Which ones there are is for `statements` and `singles`.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.readings import Bound, QuantityKind
from kzdata.readers.text.tokens import Token

Units = tuple[tuple[int, int], ...]
"""Where the words stand that name what a number counts."""


class Found(NamedTuple):
    """A quantity at its place in the folded text.

    `first` and `last` are tokens of the number, `after` that of a bound right behind it; `half`
    counts the tokens that add a half behind its unit.
    """

    words: tuple[int, int]
    whole: tuple[int, int]
    number: Fraction | None
    bound: Bound
    kind: QuantityKind
    units: Units
    first: int
    last: int
    after: int
    half: int = 0


found_of = partial(tuple.__new__, Found)
"""A quantity from all its fields, but for a call in Python each time."""


def whole(
    tokens: Sequence[Token], spot: tuple[int, int], front: Phrase | None, behind: Phrase | None
) -> tuple[int, int]:
    """The words of a number from its `spot` on to those that bound it on either side."""
    start, end = spot
    if front:
        start = min(start, tokens[front.first].start)
        end = max(end, tokens[front.needed].end)
    if behind:
        end = max(end, tokens[behind.stop - 1].end)
    return start, end
