"""What a bound is: what it says, and the tokens that say it."""

from typing import NamedTuple

from kzdata.readers.readings import Bound


class Phrase(NamedTuple):
    """A bound, and the tokens that say it: the first, and the one behind the last.

    `bound` is None where the words leave open what is said: `nowhere near`, `below zero`. A token
    behind the number may be `needed` as well: `over four regions`.
    """

    bound: Bound | None
    first: int
    stop: int
    needed: int = 0
