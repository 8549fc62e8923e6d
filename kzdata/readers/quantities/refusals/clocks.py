"""Hours of the day, which are no lengths of time: `в 19 часов`, `с 9 до 18 часов`, `в 19.00`.

What makes them so are the words in front, or those for a time of the day or a zone behind. A noun
for a length in front leaves them what they are: `задержка в 2 часа`.
"""

from collections.abc import Container, Iterator, Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import MEASURE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.refusals.namings import after
from kzdata.readers.quantities.refusals.spoken import is_spoken
from kzdata.readers.text.tokens import Token, keys, touches

_LATEST = 24

_FAR = 4
"""How many words in front of an hour one may stand that makes it a length."""

_SPAN = 6
"""How many tokens on from an hour one may begin to which it leads: `с 23 часов 5 июня до 6`."""


def clock_times(
    tokens: Sequence[Token], pieces: Sequence[Piece], changed: Container[int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of numbers that are hours or minutes of a time of the day, none `changed`."""
    told = -_SPAN
    for place, piece in enumerate(pieces):
        if _is_cased(tokens, piece, lexicon):
            yield place
        spoken = lexicon.clock.spoken and place not in changed
        if spoken and is_spoken(tokens, pieces, place, lexicon):
            yield place
        if place in changed or not _is_hour(tokens, piece, lexicon):
            continue
        last, listed = (
            _last(tokens, pieces, place, lexicon),
            _listed(tokens, pieces, place, lexicon),
        )
        begun = pieces[listed[0]].first
        until = tokens[begun - 1].key in lexicon.clock.until and begun - told <= _SPAN
        if (
            until
            or _is_of_day(tokens, pieces[last].last, lexicon)
            or _is_led(tokens, begun, piece, lexicon)
        ):
            told = pieces[last].last
            yield from (at for at in (*listed, last) if at not in changed)


def _is_cased(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a case makes a time of the day of a number: `таңғы 9-дан кешкі 18-ге дейін`."""
    if not piece.first or tokens[piece.first - 1].key not in lexicon.clock.cased:
        return False
    behind = after(tokens, piece.last)
    if behind in lexicon.bounds.behind_starts and behind not in lexicon.clock.until:
        return False
    number = piece.readings[0].number if len(piece.readings) == 1 else None
    early = number is not None and number.denominator == 1 and number <= _LATEST
    return early and tokens[piece.last].key.endswith(lexicon.clock.case_endings)


def _is_hour(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number may be an hour: `19 часов`, `19.00`."""
    if piece.first == piece.last and _is_written(tokens, piece, lexicon):
        return True
    number = piece.readings[0].number if len(piece.readings) == 1 else None
    whole = number is not None and number.denominator == 1 and 0 <= number <= _LATEST
    return whole and after(tokens, piece.last) in lexicon.clock.hours


def _is_written(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is written as an hour with its minutes, and nothing measured follows."""
    if not lexicon.clock.is_written(tokens[piece.first].key):
        return False
    behind = after(tokens, piece.last)
    return not behind or not (
        lexicon.traits[behind] & MEASURE or behind.startswith(lexicon.clock.measured)
    )


def _last(tokens: Sequence[Token], pieces: Sequence[Piece], place: int, lexicon: Lexicon) -> int:
    """The place of the minutes that belong to an hour: `9 часов 30 минут`; else its own."""
    if place + 1 == len(pieces):
        return place
    minutes = pieces[place + 1]
    named = after(tokens, minutes.last) in lexicon.clock.minutes
    return place + 1 if named and minutes.first == pieces[place].last + 2 else place


def _listed(
    tokens: Sequence[Token], pieces: Sequence[Piece], place: int, lexicon: Lexicon
) -> list[int]:
    """The places of hours that are named together: `с 9 до 18 часов`, `в 9 и 18 часов`."""
    first = place
    while first and pieces[first - 1].last == pieces[first].first - 2:
        if tokens[pieces[first].first - 1].key not in lexicon.list_words:
            break
        first -= 1
    return list(range(first, place + 1))


def _is_of_day(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether words behind an hour say so: `30 минут утра`, `19 часов по московскому времени`."""
    rules = lexicon.clock
    unit = last + among(after(tokens, last), rules.hours, rules.minutes)
    following = after(tokens, unit)
    if following in rules.parts:
        return True
    zone = keys(tokens[unit + 2 : unit + 4])
    return following in rules.zone_leads and any(key in rules.zones for key in zone)


def _is_led(tokens: Sequence[Token], first: int, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether words in front make a time of the day of an hour that begins at token `first`."""
    rules = lexicon.clock
    if not first or not touches(tokens[first - 1]):
        return False
    lead = tokens[first - 1].key
    if _is_written(tokens, piece, lexicon):
        return lead in rules.written
    hours = after(tokens, piece.last)
    if lead in rules.appointed:
        return first > 1 and rules.appointing.has(tokens[first - 2].key)
    whole_day = hours == rules.whole_day and piece.readings[0].number == _LATEST
    if whole_day or hours not in rules.leads.get(lead, ()):
        return False
    if rules.lengths.has(after(tokens, piece.last + 1)):
        return False
    return not any(rules.lengths.has(key) for key in _in_front(tokens, first - 1, lexicon))


def _in_front(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Iterator[str]:
    """The words in front of a token, as far as the verb or the mark that parts them."""
    for position in range(first - 1, max(first - 1 - _FAR, -1), -1):
        if not touches(tokens[position]):
            return
        key = tokens[position].key
        yield key
        if lexicon.is_verb(key) or key.endswith(lexicon.changes.acting):
            return
