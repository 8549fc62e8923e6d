"""Lengths of time whose unit is said once: `30 years to him and 12 to his wife`.

The length before names it. What states a length with its unit is for `kzdata.readers.durations`.
"""

from typing import Final

from kzdata.readers.durations.times import Length, Times
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.named.ellipses import is_elided, parallel_clause
from kzdata.readers.text.tokens import Token, in_clause, in_sentence

_SOUGHT: Final = 14
"""How many tokens on from a length one may stand that somebody sought."""


def are_parted(before: Length, found: Found, tokens: list[Token]) -> bool:
    """Whether words or a comma part a number from the length before it."""
    return before.last < found.first - 1 or tokens[before.last].gap == ", "


def elided(
    found: Found, before: Length, tokens: list[Token], known: Lexicon, times: Times
) -> Length | None:
    """The length of a number that leaves its unit out: `30 years to him and 12 to his wife`."""
    if found.kind != "cardinal" or found.bound != "exactly" or found.number is None:
        return None
    place = before.last if before.named is None else before.named
    measure = times.units.get(tokens[place].key)
    if measure is None:
        return None
    if is_elided(tokens, before.last, found.first, found.last, known):
        end = tokens[found.last + 1].end
    elif found.units and found.units[0][0] == tokens[place].start:
        end = found.words[1]
    elif any(unit[0] > found.words[0] for unit in found.units) or (
        parallel_clause(tokens, before.last, found.first, known) is None
        and not _is_less_or_more(found, tokens, known)
        and not _is_of_other(found, before, tokens, known)
        and not _is_sought(found, before, tokens, times)
    ):
        return None
    else:
        end = found.words[1]
    if _is_less_or_more(found, tokens, known):
        end = tokens[found.last + 2].end
    whole = before.whole[0], end
    return Length(
        found.words, whole, found.number * measure[0], measure[1], "exactly",
        found.first, found.last, named=place,
    )  # fmt: skip


def _is_less_or_more(found: Found, tokens: list[Token], known: Lexicon) -> bool:
    """Whether a number says by how much a length differs: `ventidue anni, otto in meno di`."""
    keys = tuple(token.key for token in tokens[found.last + 1 : found.last + 3])
    return keys in known.comparisons.excess and tokens[found.first - 1].gap == ", "


def _is_of_other(found: Found, before: Length, tokens: list[Token], known: Lexicon) -> bool:
    """Whether so long is told of another: `12 anni di carcere per lui e otto per la moglie`."""
    behind = tokens[found.last + 1].key if found.last + 1 < len(tokens) else ""
    group = known.ellipses.gapped.get(behind) if known.ellipses.lends_far else None
    if group is None or not in_clause(tokens[before.last : found.first]):
        return False
    joint = tokens[found.first - 1]
    joined = joint.gap == ", " or joint.key in known.conjunctions
    between = tokens[before.last + 1 : found.first]
    return joined and any(known.ellipses.gapped.get(token.key) == group for token in between)


def _is_sought(found: Found, before: Length, tokens: list[Token], times: Times) -> bool:
    """Whether somebody asked for so long instead: `jailed for eight years; the state sought 12`."""
    first = found.first
    if tokens[first - 1].key not in times.sought or first - before.last > _SOUGHT:
        return False
    ends = tokens[found.last].gap not in {" ", ""}
    return ends and in_sentence(tokens[before.last : first])
