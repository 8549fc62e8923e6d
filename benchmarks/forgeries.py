"""False records: the ways in which a generated record is made to say what its source does not."""

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from benchmarks.prose import BOUNDS, TERMS

Record = dict[str, Any]


class Forgery(NamedTuple):
    """One way to make a record false: its name, the rule that finds it, and the doing."""

    name: str
    rule: str
    forge: Callable[[Record, random.Random], None]


def _digit(record: Record, chance: random.Random) -> None:
    """One digit of the value is another one."""
    digits = str(record["value"])
    place = chance.randrange(len(digits))
    other = chance.choice([d for d in "123456789" if d != digits[place]])
    record["value"] = int(digits[:place] + other + digits[place + 1 :])


def _bound(record: Record, chance: random.Random) -> None:
    record["bound"] = chance.choice([bound for bound in BOUNDS if bound != record["bound"]])


def _unit(record: Record, chance: random.Random) -> None:
    record["unit"] = chance.choice([unit for unit in TERMS if unit != record["unit"]])


def _quotation(record: Record, chance: random.Random) -> None:
    """One letter of the first quotation is another one."""
    pieces = record["evidence"]
    piece = pieces[0] if isinstance(pieces, list) else pieces
    exact = piece if isinstance(piece, str) else piece["exact"]
    place = chance.choice([n for n, letter in enumerate(exact) if letter in "aeiou"])
    forged = exact[:place] + ("o" if exact[place] != "o" else "a") + exact[place + 1 :]
    new = forged if isinstance(piece, str) else {**piece, "exact": forged}
    record["evidence"] = [new, *pieces[1:]] if isinstance(pieces, list) else new


FORGERIES = (
    Forgery("digit changed", "value-not-in-evidence", _digit),
    Forgery("bound changed", "value-not-in-evidence", _bound),
    Forgery("unit swapped", "value-not-in-evidence", _unit),
    Forgery("quotation forged", "quote-not-found", _quotation),
)
