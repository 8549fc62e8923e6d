"""Numbers that are parts of a whole which the words beside them name, or refer to another number.

`76 of the 151 seats`, `депутаттың 76-сы`, `61 of which`. What units they then have is `counted`.
"""

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, in_clause, touches

_NEAR: Final = 2
"""How many words in front of a number one that refers to another number may stand."""

_FARTHEST = 9
"""How many tokens on from a number a fraction may stand that is told of it."""

_LONGEST_WHOLE: Final = 5
"""How many tokens on from a part its whole may stand: `twelve of the province's 40 hospitals`."""


def owner(
    tokens: Sequence[Token],
    piece: Piece,
    reading: Reading,
    front: Phrase | None,
    ends: Container[int],
    lexicon: Lexicon,
) -> tuple[int, int] | None:
    """The things of which a Kazakh number is a part: `депутаттың 76-сы`, `жұрттың жартысы`.

    A bound may stand between: `халықтың кем дегенде үштен бірі`.
    """
    first = front.first if front else piece.first
    while first and tokens[first - 1].key in lexicon.fillers and touches(tokens[first - 1]):
        first -= 1
    before = tokens[first - 1] if first else None
    if before is None or before.gap != " " or before.key in lexicon.pronouns.anaphors:
        return None
    if first - 1 in ends or not before.key.endswith(lexicon.parts.owners):
        return None
    part = reading.kind == "fraction" or is_pronoun(tokens, piece, lexicon)
    return (before.start, before.end) if part else None


def possessed(
    tokens: Sequence[Token], piece: Piece, phrase: Phrase | None, lexicon: Lexicon
) -> tuple[int, int] | None:
    """What a bounded number in front of its owner counts: `тұрғыны 20 мыңнан кем қалалар`."""
    if not piece.first or phrase is None or phrase.first != piece.last + 1:
        return None
    before = tokens[piece.first - 1]
    named = before.key in lexicon.parts.possessed and before.gap == " "
    return (before.start, before.end) if named else None


def is_part(tokens: Sequence[Token], pieces: Sequence[Piece], place: int, lexicon: Lexicon) -> bool:
    """Whether the number is a part of the next one: `76 of the 151 seats`."""
    if place + 1 >= len(pieces):
        return False
    last, first = pieces[place].last, pieces[place + 1].first
    if not 1 < first - last <= _LONGEST_WHOLE or tokens[last].gap != " ":
        return False
    if is_more(pieces[place], pieces[place + 1]):
        return False
    between = tokens[last + 1 : first]
    return between[0].key in lexicon.parts.partitives and all(
        token.gap in {" ", ""}
        and (
            among(token.key, lexicon.linking, lexicon.parts.selecting)
            or lexicon.bounds.planned.has(token.key)
            or token.key.endswith("'s")
            or token is between[0]
        )
        for token in between
    )


def is_shared_out(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, lexicon: Lexicon
) -> bool:
    """Whether a number's part is told of what is counted before: `40 homes, half of the 90`.

    Or how many times it is that: `61 reclami, il doppio dei 28 del 2021`.
    """
    counted, part = pieces[place - 2 : place]
    kind = part.readings[0].kind if part.readings else ""
    if kind not in {"fraction", "multiplicative"} or not is_part(
        tokens, pieces, place - 1, lexicon
    ):
        return False
    near = part.first - counted.last <= _FARTHEST
    more = pieces[place], counted if kind == "fraction" else part
    return near and is_more(*more) and in_clause(tokens[counted.last : part.first])


def is_participle(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word behind a number only tells what was done: `delle 820.000 ordinate dalla`."""
    behind = tokens[piece.last + 1 : piece.last + 3]
    if not behind or not touches(tokens[piece.last]):
        return False
    alone = len(behind) == 1 or not touches(behind[0]) or behind[1].key in lexicon.stops
    front = tokens[piece.first - 1].key if piece.first else ""
    led = front not in lexicon.of_what and among(front, lexicon.linking, lexicon.parts.openers)
    return led and alone and behind[0].key.endswith(lexicon.parts.done_endings)


def refers_behind(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether `of them` stands behind a number, or how some of them are: `12 hurt, two badly`."""
    first = piece.last + 1
    if first < len(tokens) and tokens[first].key in lexicon.fates.manners:
        ends = first + 1 == len(tokens) or not touches(tokens[first])
        return ends and touches(tokens[piece.last])
    if first + 1 >= len(tokens) or tokens[first].key not in lexicon.pronouns.referring:
        return False
    named = tokens[first + 1]
    if named.key in lexicon.pronouns.pointing and touches(named) and first + 2 < len(tokens):
        behind = tokens[first + 2].key
        if not among(behind, lexicon.subjects.copulas, lexicon.verbs, lexicon.subjects.auxiliaries):
            return False
    return named.key in lexicon.pronouns.referring[tokens[first].key]


def points_back(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether words in front of a number point to the one before: `of these 13 are idle`."""
    if first < 2 or tokens[first - 1].key not in lexicon.pronouns.pointing:
        return False
    return tokens[first - 2].key in lexicon.of_what and touches(tokens[first - 2])


def is_only_part(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether words in front of a number say that it is but a part: `di cui solo 300`."""
    while first > 1 and touches(tokens[first - 1]):
        key = tokens[first - 1].key
        if key in lexicon.pronouns.anaphors:
            return tokens[first - 2].key in lexicon.parts.partitives and touches(tokens[first - 2])
        if key not in lexicon.fillers or key in lexicon.subjects.articles:
            return False
        first -= 1
    return False


def is_set_apart(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether an aside opens with a part of the number before: `, в том числе трое детей`."""
    if first < 2 or not touches(tokens[first - 1]):
        return False
    lead, front = tokens[first - 1].key, tokens[first - 2]
    anaphors = lexicon.pronouns.anaphors
    if lead in anaphors or (lead in lexicon.parts.amid and front.key in anaphors):
        return front.key not in lexicon.pronouns.outside
    return lead in lexicon.parts.portions and front.gap == ", "


def is_adjective(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether an adjective alone stands behind a number: `12 машин, в том числе две российские`."""
    behind = tokens[piece.last + 1 : piece.last + 2]
    return (
        bool(behind) and behind[0].key.endswith(lexicon.parts.adjectives) and not touches(behind[0])
    )


def is_others(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number counts others of the same: `eight were saved, but three others drowned`."""
    behind = neighbours.behind(tokens, piece.last)
    front = tokens[piece.first - 1].key if piece.first else ""
    return behind in lexicon.pronouns.others and front in lexicon.ellipses.adversatives


def is_more(piece: Piece, other: Piece) -> bool:
    """Whether a number is more than another, so that it is no part of it."""
    if not piece.readings or not other.readings:
        return False
    number, whole = piece.readings[0].number, other.readings[0].number
    return number is not None and whole is not None and number > whole


def refers(tokens: Sequence[Token], piece: Piece, first: int, lexicon: Lexicon) -> bool:
    """Whether a word beside the number stands for what the number before it counts."""
    known = lexicon.pronouns.anaphors
    back = points_back(tokens, first, lexicon) or _of_them(tokens, first, lexicon)
    if back or is_pronoun(tokens, piece, lexicon):
        return True
    before = tokens[max(first - _NEAR - _is_auxiliary(tokens, first - _NEAR, lexicon), 0) : first]
    for token in reversed(before):
        if token.gap not in {" ", ""} and not (token is before[-1] and token.gap == " - "):
            break
        if token.key in known:
            return True
        if token.key.endswith(lexicon.changes.scored) and token.key not in lexicon.subjects.copulas:
            break
    endings = lexicon.pronouns.anaphor_endings
    if before and before[-1].gap == " " and before[-1].key.endswith(endings):
        return True
    for touching, token in pairwise(tokens[piece.last : piece.last + _NEAR + 1]):
        if touching.gap != " " or token.key in lexicon.conjunctions:
            return False
        if token.key in known and token.key not in lexicon.ellipses.contrasts:
            return True
    return False


def _is_auxiliary(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a verb in front of a participle stands at a position: `ne ha inflitti 9`."""
    participle = tokens[position + 1].key if position > 0 else ""
    return participle.endswith(lexicon.parts.done_endings) and among(
        tokens[position].key, lexicon.subjects.auxiliaries, lexicon.subjects.copulas
    )


def _of_them(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether the words in front of token `first` say how many they are: `их было`."""
    while first and among(tokens[first - 1].key, lexicon.fillers, lexicon.subjects.copulas):
        first -= 1
        if not touches(tokens[first]):
            return False
    return (
        first > 0 and touches(tokens[first - 1]) and tokens[first - 1].key in lexicon.pronouns.them
    )
