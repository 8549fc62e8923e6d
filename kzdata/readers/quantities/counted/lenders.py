"""Which number before a bare one lends it what it counts, where nothing else says that.

`erano 313 nel 2024, quest'anno 287`; `12 casi a Bari; nel Salento sono stati quattro`.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds import in_front
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.named.rates import is_rate
from kzdata.readers.quantities.scene import listed_before
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, in_clause, in_sentence, touches

_FARTHEST: Final = 24
"""How many tokens on from it the bare number may stand."""

_HUNDRED: Final = 100

_THOUSAND: Final = 1000

_MILLION: Final = 1_000_000


def lender(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    refused: Container[int],
    place: int,
    first: int,
    lexicon: Lexicon,
) -> int | None:
    """The place of the number that lends its unit to the one at `place`.

    Its words begin at token `first`. Times are passed over, and places in an order; a per cent is
    lent where an article in the singular tells that one is meant, and there alone. One behind the
    same preposition comes first: `di 60 euro per due figli e di 25 per la madre`.
    """
    known = lexicon.ellipses
    piece = pieces[place]
    lead = tokens[first - 1].key
    if not known.lends_far or _is_other(piece):
        return None
    if lead in known.lends_apart or lead in known.adversatives:
        return None
    rate, nearest = _is_led_as_rate(tokens, piece, lexicon), None
    if not rate and _has_subject(tokens, pieces[place - 1].last, first, lexicon):
        return None
    parallel = known.gapped.get(lead)
    border = piece.first
    for earlier in listed_before(place):
        before = pieces[earlier]
        between = tokens[before.last : border]
        if piece.first - before.last > _FARTHEST or not in_sentence(between):
            break
        border = before.first
        if earlier in refused or _lends_nothing(tokens, before, piece, lexicon):
            continue
        if is_rate(tokens, before.last, lexicon) == rate:
            before_lead = tokens[before.first - 1].key if before.first else ""
            if parallel is None or known.gapped.get(before_lead) == parallel:
                return earlier
            nearest = earlier if nearest is None else nearest
        elif rate:
            break
    return nearest


def over_times(
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    refused: Container[int],
    place: int,
    lexicon: Lexicon,
) -> int:
    """The place of a number to which one refers, or of another in front of it.

    It is that one where the number itself only tells a time, or in how many things something was:
    `412 giri in tre giornate, contro i 389 dell'Aprilia`, `900 iscritti in due anni, 80 dei quali`.
    """
    earlier = place
    while (
        lexicon.ellipses.lends_far
        and earlier
        and not (earlier in refused or earlier - 1 in refused)
    ):
        before, other = pieces[earlier], pieces[earlier - 1]
        led = before.first > 1 and tokens[before.first - 1].key in lexicon.ellipses.lends_apart
        passed = led or is_time(tokens, before, lexicon)
        if not passed or _is_other(other) or not in_clause(tokens[other.last : before.first]):
            break
        earlier -= 1
    return earlier


def is_least_of_range(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, front: Phrase, lexicon: Lexicon
) -> bool:
    """Whether the next number is the most where this is the least: `un minimo di 3 a un massimo`.

    What they count is named behind that.
    """
    last = pieces[place].last
    if front.bound != "at_least" or not lexicon.ellipses.lends_far or place + 1 == len(pieces):
        return False
    most = in_front(tokens, pieces[place + 1].first, lexicon)
    near = most is not None and most.bound == "at_most" and most.first == last + 2
    return near and touches(tokens[last]) and (tokens[last + 1].key,) in lexicon.ranges.path_middles


def _is_other(piece: Piece) -> bool:
    """Whether a number gives a place in an order or a part, is tied to the next or none at all."""
    kinds = {reading.kind for reading in piece.readings}
    return piece.linked or not kinds or not kinds <= {"cardinal", "vague"}


def _lends_nothing(tokens: Sequence[Token], before: Piece, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether what a number counts cannot be what a later one does."""
    other = _is_other(before) or is_time(tokens, before, lexicon)
    return other or _outscales(tokens, piece, before, lexicon)


def _outscales(tokens: Sequence[Token], piece: Piece, before: Piece, lexicon: Lexicon) -> bool:
    """Whether bare millions are none of what is told in single things: `40 metri, 3 milioni`.

    Nor does anybody know of a few whether they are millions: `30 milioni nel 2024, ora 12`.
    """
    if may_be_scaled(piece, before):
        return True
    if piece.readings[0].scale < _MILLION or before.readings[0].scale > 1:
        return False
    return neighbours.behind(tokens, before.last) not in lexicon.money.currencies


def may_be_scaled(piece: Piece, before: Piece) -> bool:
    """Whether a bare number may be of the millions before: `30 milioni alle scuole e 12`."""
    bare, scaled = piece.readings[0], before.readings[0]
    if bare.scale != 1 or scaled.scale < _MILLION or bare.number is None:
        return False
    return bare.number < _THOUSAND


def is_time(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number counts units of time: `62 gol in due anni`."""
    return neighbours.touching(tokens, piece.last) in lexicon.time_units


def _is_led_as_rate(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether an article in the singular leads a number up to a hundred: `scende al 57`."""
    number = piece.readings[0].number
    led = piece.first and tokens[piece.first - 1].key in lexicon.percent_leads
    return bool(led) and number is not None and number <= _HUNDRED


def _has_subject(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether the clause names many things of its own: `12 casi; gli ospedali restano 9`.

    Right behind the number before a mark parts them from it, else it counts them: `30 i feriti`.
    """
    begun = last + 1 if not touches(tokens[last]) else last + 2
    for position in range(first - 1, begun - 1, -1):
        if not touches(tokens[position]) and tokens[position].gap != ", ":
            return False
        led = position and touches(tokens[position - 1]) and tokens[position - 1].key
        joined = among(str(led), lexicon.subjects.borders, lexicon.conjunctions)
        opens = joined or led not in lexicon.stops
        if tokens[position].key in lexicon.subjects.articles and opens:
            return position + 1 < first
    return False
