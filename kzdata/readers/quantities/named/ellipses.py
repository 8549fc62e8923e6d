"""Units that are said once for two numbers: `30 years to the boss and 12 to his wife`.

The second number takes the unit of the first where both stand before the same preposition, or where
a verb parts them (`scored 47 goals and conceded 33`). Parts of a whole (`of the 27 rooms, 9 were
damaged`) are for `wholes`, what is made of it for `counted` and `durations`.
"""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named.windows import is_yet_more
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, in_clause, touches

_FARTHEST: Final = 9
"""How many tokens on from the unit the second number may stand."""

_FARTHEST_HELD: Final = 18
"""The same of one that is held against the first."""

_VERBS: Final = 3
"""How many words may stand between `and` and the number: `e ne ha subiti 33`."""

_TOLD_BEHIND: Final = 3
"""Behind so many words more that tell of what is counted `and` may stand: `25 shops this year`."""

_FATE: Final = 4
"""How many tokens in front of the end of a number its fate may stand."""

_SUBJECT: Final = 4
"""How many words may stand in a clause that leaves out its verb."""

_NORM: Final = 4
"""How many words in front of a number may say that it is a norm: `при годовой потребности в`."""


def is_elided(tokens: Sequence[Token], unit: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the number from token `first` to `last` leaves out the unit at token `unit`."""
    groups = lexicon.ellipses.gapped
    if not 3 <= first - unit <= _FARTHEST or last + 1 >= len(tokens):
        return False
    group = groups.get(tokens[unit + 1].key)
    if group is None or tokens[unit].gap != " " or groups.get(tokens[last + 1].key) != group:
        return False
    if tokens[last].gap not in {" ", " - "}:
        return False
    if tokens[last + 1].key in lexicon.of_what and not names_of_what(tokens, last + 1, lexicon):
        return False
    joined = tokens[first - 1].key in lexicon.conjunctions and tokens[first - 1].gap == " "
    inner = tokens[unit + 1 : first - 1]
    if not joined:
        return tokens[first - 1].gap == ", " and all(token.gap in {" ", ""} for token in inner)
    return inner[-1].gap in {" ", ", "} and all(token.gap in {" ", ""} for token in inner[:-1])


def names_of_what(tokens: Sequence[Token], of: int, lexicon: Lexicon) -> bool:
    """Whether a bare noun stands behind the word `of`: `two of flour`, not `two of the cars`."""
    following = neighbours.touching(tokens, of)
    return following.isalpha() and not among(following, lexicon.stops, lexicon.linking)


def is_second_object(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether `and` and a verb part the number at token `first` from that which ends at `last`.

    `scored 47 goals and conceded 33`, `забив 47 мячей и пропустив 33`, `by 51 votes to 49`: the
    unit is one word.
    """
    joint = last + 2
    if first == joint + 1 and tokens[joint].key in lexicon.ellipses.versus:
        return all(map(touches, tokens[last:first]))
    told = (
        lexicon.ellipses.object_verbs
        and joint < len(tokens)
        and tokens[joint].key in lexicon.ellipses.gapped
    )
    near = range(joint, min(joint + _TOLD_BEHIND, first - 1)) if told else ()
    joint = next((at for at in near if tokens[at].key in lexicon.conjunctions), joint)
    if not 1 < first - joint <= _VERBS + 1 or tokens[joint].key not in lexicon.conjunctions:
        return False
    if not all(map(touches, tokens[last:first])):
        return False
    return _is_acting(tokens[first - 1].key, lexicon)


def is_next_fate(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a fate told of a number is told of the same people: `12 people died and 30 injured`.

    One is told of the number that ends at token `last` too, and nothing else between.
    """
    if first - last > _FARTHEST:
        return False
    joint = tokens[first - 1]
    joined = joint.gap == ", " or among(
        joint.key, lexicon.conjunctions, lexicon.ellipses.adversatives
    )
    told = False
    for token in tokens[max(last - _FATE, 0) : first]:
        told = token.key in lexicon.fates.words or (
            told and token.key not in lexicon.subjects.borders
        )
        if told and token is tokens[last]:
            break
    told = told or any(token.key in lexicon.fates.words for token in tokens[last:first])
    return joined and told and in_clause(tokens[last:first])


def is_other_fate(
    tokens: Sequence[Token], last: int, piece: tuple[int, int], lexicon: Lexicon
) -> bool:
    """The same where nothing but the fate stands beside the number, on either side.

    `погибли 12 человек, 40 ранены`, `ранения получили 40`: the words of the number are from token
    to token of `piece`.
    """
    first, end = piece
    begun = first
    while begun - 1 > last and touches(tokens[begun - 1]):
        if among(tokens[begun - 1].key, lexicon.conjunctions, lexicon.ellipses.adversatives):
            break
        begun -= 1
    beside = [token.key for token in tokens[begun:first]]
    if behind := fate_behind(tokens, end, lexicon):
        beside.append(behind)
    known = lexicon.fates.words, lexicon.ellipses.further, lexicon.fates.links, lexicon.fillers
    if lexicon.ellipses.lends_far and tokens[begun].key in lexicon.subjects.articles:
        return False
    told = all(among(key, *known) for key in beside) and not lexicon.fates.words.isdisjoint(beside)
    return told and is_next_fate(tokens, last, begun, lexicon)


def fate_behind(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> str:
    """The word behind a number that ends at token `last`, over `others were badly` and the like."""
    over = lexicon.fates.links, lexicon.fates.manners
    while last + 2 < len(tokens) and among(tokens[last + 1].key, *over):
        if not all(map(touches, tokens[last : last + 2])):
            break
        last += 1
    return neighbours.touching(tokens, last)


def is_stance(tokens: Sequence[Token], last: int, piece: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a number tells who voted otherwise than those that the one before counts.

    `58 senators backed the bill and 37 opposed it`, `58 senatori hanno votato sì e 37 si sono
    astenuti`: the words of the number are from token to token of `piece`.
    """
    first, end = piece
    if first - last > _FARTHEST or tokens[end].gap != " ":
        return False
    joined = tokens[first - 1].key in lexicon.conjunctions or tokens[first - 1].gap == ", "
    both = tokens[max(last - _VERBS, 0) : first], tokens[end + 1 : end + 1 + _VERBS]
    told = all(any(token.key in lexicon.fates.stances for token in words) for words in both)
    return joined and told and in_clause(tokens[last:first])


def _is_acting(word: str, lexicon: Lexicon) -> bool:
    told = word.endswith(lexicon.ellipses.object_endings) or word in lexicon.ellipses.object_verbs
    return told or lexicon.is_verb(word)


def is_further(
    tokens: Sequence[Token], last: int, first: int, piece: Piece, lexicon: Lexicon
) -> bool:
    """Whether a number is so many more of what the one before counts: `ещё 30 ранены`."""
    if not 1 < first - last <= _FARTHEST:
        return False
    told = tokens[first - 1].key in lexicon.ellipses.further
    if not told and not (touches(tokens[piece.last]) and is_yet_more(tokens, piece.last, lexicon)):
        return False
    return in_clause(tokens[last:first])


def is_of_rival(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number is what another came to: `48.3 percent of the vote to her rival's 47.9`."""
    if not 2 < first - last <= _FARTHEST or not all(map(touches, tokens[last:first])):
        return False
    versus = [
        token.key in lexicon.ellipses.versus
        for token in tokens[max(first - _NORM, last) : first - 1]
    ]
    return any(versus) and tokens[first - 1].key.endswith(lexicon.parts.possessive)


def is_compared(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number is held against that before it: `318 deaths this year against 64`.

    Or is what they should be: `1 120 доз при годовой потребности в 860`.
    """
    if not 1 < first - last <= _FARTHEST_HELD:
        return False
    near = tokens[max(first - _NORM, last + 1) : first]
    words = tuple([token.key for token in near])
    held = not lexicon.ellipses.compared.isdisjoint([words[at:] for at in range(len(words))])
    if not held and not _is_norm(near, lexicon):
        return False
    return in_clause(tokens[last:first])


def _is_norm(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the words in front of a number say that it is one planned, needed or allowed."""
    leads = [at for at, word in enumerate(words) if word.key in lexicon.ellipses.norms]
    return any(
        word.key in lexicon.ellipses.norms[words[at].key]
        for at in leads
        for word in words[at + 1 :]
    )


def is_mark(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a number is a mark of the measure before it: `836 см при критической отметке 850`."""
    if not 1 < first - last <= _FARTHEST or not all(map(touches, tokens[last:first])):
        return False
    words = [token.key for token in tokens[max(first - _NORM, last + 1) : first]]
    known = lexicon.ellipses
    led = any(word in known.norms for word in words) and not known.gauges.isdisjoint(words)
    return led and tokens[last + 1].key.startswith(lexicon.least.units)


def parallel_clause(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> int | None:
    """Where the clause of the number at token `first` begins, if its verb or unit is left out.

    Behind a comma there is a dash (`в Томске — 9`), with the preposition of the number before
    (`приговорён к 11 годам, сын — к восьми`), a verb alone (`отремонтировали 8`) that does
    not say of its subject how many it is (`erano 8`), or an article and a noun (`i bambini 6`).
    """
    while first - 1 > last and tokens[first - 1].key in lexicon.fillers:
        first -= 1
    begun = first
    while begun - 1 > last and tokens[begun - 1].gap in {" ", "", " - "}:
        begun -= 1
    if not last <= begun - 1 < first - 1 or tokens[begun - 1].gap not in {", ", "; ", " ("}:
        return None
    if any(token.gap not in {" ", ""} for token in tokens[last : begun - 1]):
        return None
    words = [token.key for token in tokens[begun:first]]
    if among(words[0], lexicon.conjunctions, lexicon.ellipses.adversatives):
        words = words[1:]
    led = tokens[first - 1].key in [token.key for token in tokens[max(last - _VERBS, 0) : last]]
    led = led and tokens[first - 1].key in lexicon.stops
    dash = tokens[first - 1 - led].gap == " - " and touches(tokens[first - 1]) == led
    dashed = dash and len(words) - led <= _SUBJECT
    alone = len(words) == 1 and words[0] not in lexicon.subjects.copulas
    alone = alone and _is_acting(words[0], lexicon)
    ended = len(words) == 2 or (len(words) == 3 and (words[2],) in lexicon.ranges.path_middles)
    named = ended and words[0] in lexicon.subjects.articles
    return begun if dashed or alone or named else None
