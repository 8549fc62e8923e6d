"""What the words around a bound leave of it: `a row over 30 hectares`, `cannot hold more than 20`.

A verb or noun may govern the word that bounds elsewhere, deny it, or compare other things.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.signs import CURRENCY_SIGNS
from kzdata.readers.lexicon.traits import NEGATIVE, PLACING
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds import Phrase
from kzdata.readers.quantities.denials import TURNED, denied
from kzdata.readers.quantities.refusals import is_pronoun
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, touches

_NEAR_VERB: Final = 3
"""How many tokens behind a comparison a verb that denies it may stand."""

_LONGEST_CAPPED: Final = 8
"""How many words may lead from a verb that caps to its cap."""

_FEW: Final = 12
"""How many things are few: nobody says that there are close to two of them."""

_PLACE: Final = 2
"""How many words may name a place: `over four border regions`."""

_COUNTED: Final = 2
"""How many words may name what there are not even so many of: `60 көмекші жұмысшы да`."""

_SLOWER: Final[Mapping[Bound, Bound]] = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
}
"""What a bound of speed says of a time."""

_SIGNS: Final = frozenset(CURRENCY_SIGNS)


def said(
    tokens: Sequence[Token], piece: Piece, front: Phrase | None, traits: int, lexicon: Lexicon
) -> Phrase | None:
    """The bound in front; `Under a ten-day curfew` has none, nor `starting from fourteenth`.

    `traits` are those of all tokens.
    """
    if not front:
        return passed(tokens, piece, lexicon) or capped(tokens, piece, lexicon)
    if _is_idle(tokens, piece, front, lexicon):
        return None
    if lexicon.paced:
        front = _paced(tokens, piece, front, lexicon)
    placing = lexicon.traits[tokens[front.first].key] & PLACING
    if placing and of_topic(tokens, front, lexicon):
        return Phrase("exactly", front.first - 1, piece.first)
    if placing and (over := aloft(tokens, front, piece.last, lexicon)):
        return over
    if traits & NEGATIVE and (turned := denied(tokens, front, lexicon)):
        return turned
    open_left = placing and is_place(tokens, front, piece, lexicon)
    return front._replace(bound=None) if open_left else front


def _is_idle(tokens: Sequence[Token], piece: Piece, front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a bound in front can be none: a place in an order has no price."""
    if front.bound is None and is_known(tokens, front, piece, lexicon):
        return True
    if _is_ago(tokens, piece, front, lexicon) or _is_more_by(tokens, front, lexicon):
        return True
    if piece.compound and front.stop < piece.first and not _mark(tokens, piece.last, lexicon):
        return front.stop == front.first + 1 and tokens[front.first].key in lexicon.loose
    if piece.compound and tokens[front.first].key in lexicon.beneath:
        return front.stop == piece.first == front.first + 1
    compared = front.bound is None and tokens[front.first].key in lexicon.comparing
    if not compared and tokens[front.stop - 1].key not in lexicon.price_ends:
        return False
    return all(reading.kind == "ordinal" for reading in piece.readings)


def passed(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Phrase | None:
    """The bound of a number that is a mark left behind: `passed the 80 million mark`."""
    verb, mark = piece.first - 1, _mark(tokens, piece.last, lexicon)
    if verb > 0 and tokens[verb].key in lexicon.linking:
        verb -= 1
    if verb < 0 or tokens[verb].key not in lexicon.passing:
        return None
    if not mark and not _is_level(tokens, piece, lexicon):
        return None
    led = all(map(touches, tokens[verb : piece.first]))
    return Phrase("more_than", verb, piece.first, mark) if led else None


def _is_level(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is what something comes to, and counts nothing: `pass $3bn by May`."""
    last, reading = piece.last, piece.readings[0] if piece.readings else None
    if not lexicon.passes_levels or reading is None or reading.kind != "cardinal":
        return False
    behind = tuple(token.key for token in tokens[last + 1 : last + 3])
    if reading.unit or _is_money(tokens[piece.first - 1].key, lexicon):
        return True
    if not touches(tokens[last]) or not behind:
        return reading.number is not None and reading.number > _FEW
    paid = among(behind[0], lexicon.currencies, lexicon.percents)
    bare = behind[0] in lexicon.stops and reading.number is not None and reading.number > _FEW
    return paid or behind in lexicon.percent_phrases or bare


def capped(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> Phrase | None:
    """The bound of a number that something is held to: `caps rent rises at 5 per cent`.

    None where it only changes to so much: `cut speed limits on rural roads to 40 mph`.
    """
    at = piece.first - 1
    while at > 0 and (tokens[at].key in lexicon.fillers or _is_money(tokens[at].key, lexicon)):
        at -= 1
    if at < 1 or tokens[at].key not in lexicon.capped_at:
        return None
    found = None
    for verb in range(at - 1, max(at - 1 - _LONGEST_CAPPED, -1), -1):
        key = tokens[verb].key
        if not touches(tokens[verb]) or key in lexicon.subject_borders:
            break
        caps = found is None and _caps(tokens, verb, lexicon)
        changes = lexicon.changes.all.has(key) or key in lexicon.changes.paces
        leads = (tokens[at].key,) in lexicon.path_words[1] and verb == at - 1
        if changes and (found or (leads and not _caps(tokens, verb - 1, lexicon))):
            return None
        if caps:
            found = Phrase("at_most", verb - (key in lexicon.capping_led), piece.first)
    return found


def _caps(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> bool:
    """Whether a word that caps is a verb: `the law limits`, `will cap`, but not `speed limits`."""
    if verb < 0 or tokens[verb].key not in lexicon.capping:
        return False
    led = tokens[verb - 1].key if verb and touches(tokens[verb - 1]) else ""
    if tokens[verb].key in lexicon.capping_led:
        return led in lexicon.refuse.acting or led == "to"
    return not (led.isdecimal() or among(led, lexicon.subject_articles, lexicon.capping_nouns))


def _mark(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """The token that makes the number ending at token `last` a mark, over its unit; else 0."""
    for position in range(last + 1, min(last + 1 + _PLACE, len(tokens))):
        if not touches(tokens[position - 1]):
            break
        if tokens[position].key in lexicon.thresholds:
            return position
    return 0


def _is_ago(tokens: Sequence[Token], piece: Piece, front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a comparison is with another time: `ниже, чем пять лет назад`."""
    behind = [token.key for token in tokens[piece.last + 1 : piece.last + 3]]
    alone = front.stop == front.first + 1 or _is_set_off(tokens, front, lexicon)
    alone = alone and tokens[front.stop - 1].key in lexicon.comparing
    return alone and len(behind) > 1 and behind[1] in lexicon.ago


def _is_set_off(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a comma stands inside a phrase, behind which another clause may begin."""
    inner = range(front.first, front.stop - 1)
    return bool(lexicon.set_off) and any(tokens[at].gap == ", " for at in inner)


def _is_more_by(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a difference is in front: `на 5% больше, чем за 12 месяцев`."""
    if front.first < 2 or not _is_set_off(tokens, front, lexicon):
        return False
    before = [token.key for token in tokens[front.first - 2 : front.first]]
    counted = any(word[0].isdigit() or lexicon.term(word) is not None for word in before)
    return touches(tokens[front.first - 1]) and counted


def _paced(tokens: Sequence[Token], piece: Piece, front: Phrase, lexicon: Lexicon) -> Phrase:
    """The bound of a time by a word for pace: `быстрее 58 секунд` is less than so many."""
    behind = piece.last + 1
    timed = behind < len(tokens) and tokens[behind].key in lexicon.time_units
    if not timed or tokens[front.stop - 1].key not in lexicon.paced or not front.bound:
        return front
    return front._replace(bound=_SLOWER.get(front.bound, front.bound))


def compared(tokens: Sequence[Token], piece: Piece, front: Phrase | None, lexicon: Lexicon) -> bool:
    """Whether a thing is compared: `less than a ten-day permit did` bounds no days.

    `more than a ten-minute walk` does; the words alone do not say which it is.
    """
    if not front or not piece.compound or front.stop >= piece.first:
        return False
    return tokens[front.stop - 1].key in lexicon.comparing


def during(tokens: Sequence[Token], front: Phrase, last: int, lexicon: Lexicon) -> bool:
    """`over five weeks`: more than five, or in the course of them."""
    if tokens[front.first].key not in lexicon.during:
        return False
    measured = front.first and tokens[front.first - 1].key in lexicon.measuring
    return (
        not measured
        and last + 1 < len(tokens)
        and tokens[last].gap == " "
        and tokens[last + 1].key in lexicon.during_units
    )


def is_known(tokens: Sequence[Token], front: Phrase, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether something is compared with a number that is known: `more than the 40 allowed`."""
    articles = lexicon.known_by
    if not articles or front.bound not in {None, "more_than", "less_than"}:
        return False
    if front.bound is None and tokens[front.first].key not in lexicon.comparing:
        return False
    told = any(token.key in articles for token in tokens[front.stop : piece.first])
    return told and not _mark(tokens, piece.last, lexicon)


def of_topic(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> bool:
    """Whether a word in front makes `over` or `about` no bound: `a dispute over 30 hectares`."""
    topics, key = lexicon.topics, tokens[front.first].key
    if key not in topics.lists or not front.first or tokens[front.first - 1].gap != " ":
        return False
    before = tokens[front.first - 1].key
    if topics.lists[key].has(before):
        return True
    led = tokens[front.first - 2].key if front.first > 1 else ""
    passive = topics.passive.get(key)
    return led in topics.auxiliaries and passive is not None and passive.has(before)


def aloft(tokens: Sequence[Token], front: Phrase, last: int, lexicon: Lexicon) -> Phrase | None:
    """What is left of `over` where it says that something is: `shot down over four regions`.

    The verb that governs it, if one must, and the place belong to its words; `last` is the token
    that ends the number.
    """
    rules, verb = lexicon.aloft, front.first - 1
    if tokens[front.first].key not in rules.words or not touches(tokens[last]):
        return None
    near = range(last + 1, min(last + 1 + _PLACE, len(tokens)))
    named = next((at for at in near if rules.places.has(tokens[at].key)), None)
    if named is None:
        return None
    if rules.alone:
        return Phrase("exactly", front.first, front.stop, named)
    if verb < 0 or not touches(tokens[verb]):
        return None
    if not rules.verbs.has(tokens[verb].key):
        led = tokens[verb - 1].key if verb else ""
        if led not in rules.auxiliaries or not rules.passive.has(tokens[verb].key):
            return None
        verb -= 1
    return Phrase("exactly", verb, front.stop, named)


def is_place(tokens: Sequence[Token], front: Phrase, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a word says where, since so few things are not counted so: `near two schools`."""
    if tokens[front.first].key not in lexicon.near:
        return False
    following = tokens[piece.last + 1].key if piece.last + 1 < len(tokens) else ""
    measured = among(following, lexicon.during_units, lexicon.percents, lexicon.currencies)
    return not measured and all(
        reading.number is not None and reading.number <= _FEW and not reading.unit
        for reading in piece.readings
    )


def said_behind(tokens: Sequence[Token], behind: Phrase | None, lexicon: Lexicon) -> Phrase | None:
    """The bound behind, which a denied verb leaves open: `20 литрден артық берілмейді`.

    One that must not be turns it (`төрт баладан артық тұрмауы тиіс`), one for room, and a passive
    right behind it, which has no other subject (`0,3 литрден артық жұмсалмайды`), or one of what
    somebody is unable to do (`180 көліктен артық қабылдай алмайды`). None where
    it says over what something is: `төрт облыстың үстінде`.
    """
    if (
        behind
        and tokens[behind.first].key in lexicon.aloft.words
        and lexicon.aloft.places.has(tokens[behind.first - 1].key)
    ):
        return None
    open_ended = behind is not None and tokens[behind.first].key in lexicon.denied_ends
    if behind is None or not (open_ended or (lexicon.capacity and behind.bound == "more_than")):
        return behind
    for position in range(behind.stop, min(behind.stop + _NEAR_VERB, len(tokens))):
        if not touches(tokens[position - 1]):
            break
        turned = Phrase(TURNED.get(behind.bound or "exactly"), behind.first, position + 1)
        if _holds_no_more(tokens, position, lexicon):
            return turned
        if open_ended and _is_denied_verb(tokens, position, lexicon):
            if _is_of_object(tokens, behind.stop, position, lexicon):
                return turned
            duty = tokens[position + 1].key if position + 1 < len(tokens) else ""
            must = duty in lexicon.duties and touches(tokens[position])
            return turned._replace(stop=position + 2) if must else behind._replace(bound=None)
    return behind


def _is_of_object(tokens: Sequence[Token], stop: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a denied verb behind a bound that ends in front of token `stop` has it for object."""
    key = tokens[verb].key
    passive = verb == stop and key.endswith(lexicon.denied_passives)
    return passive or (verb == stop + 1 and key.startswith(lexicon.denied_abilities))


def not_even(
    tokens: Sequence[Token], piece: Piece, behind: Phrase | None, lexicon: Lexicon
) -> Phrase | None:
    """The phrase behind, or what says that there were not even so many: `60 адам да келмеді`.

    Of few things it may say that none of them did: `екі тарап та келіспеді`.
    """
    number = piece.readings[0].number
    if (behind and behind.bound) or number is None:
        return behind
    if 1 <= number < _FEW and not _is_measured(tokens, piece, lexicon):
        return behind
    for position in range(piece.last + 1, min(piece.last + 2 + _COUNTED, len(tokens) - 1)):
        if not touches(tokens[position - 1]):
            break
        if tokens[position].key in lexicon.also and touches(tokens[position]):
            denied = next(
                (at for at in (position + 1, position + 2) if _denies(tokens, at, lexicon)), None
            )
            alone = number < 1 or not is_pronoun(tokens, piece, lexicon)
            return Phrase("less_than", position, denied + 1) if denied and alone else behind
    return behind


def _is_measured(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is one of per cent or of money."""
    following = tokens[piece.last + 1].key if piece.last + 1 < len(tokens) else ""
    return bool(piece.readings[0].unit) or among(following, lexicon.percents, lexicon.currencies)


def _denies(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a token denies its verb, or that there is anything: `жоқ`."""
    key = tokens[position].key if position < len(tokens) else ""
    return key in lexicon.denied_words or key.endswith(lexicon.denied_endings)


def _is_denied_verb(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a token denies a verb, or is the word that denies one in front: `келген жоқ`."""
    key = tokens[position].key
    if key in lexicon.denied_words:
        return tokens[position - 1].key.endswith(lexicon.participles)
    return key.endswith(lexicon.denied_endings)


def _holds_no_more(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a verb denies that so many have room: `60-тан аса адам сыймайды`, `сыя алмайды`."""
    if not tokens[position].key.endswith(lexicon.denied_endings):
        return False
    return any(
        token.key.startswith(lexicon.capacity) for token in tokens[position - 1 : position + 1]
    )


def of_thing(tokens: Sequence[Token], front: Phrase, last: int, lexicon: Lexicon) -> bool:
    """Whether a word for a price compares things instead: `дороже двух квартир`."""
    priced = lexicon.priced
    if not [token for token in tokens[front.first : front.stop] if token.key in priced]:
        return False
    for position in range(last, last + 3):
        if position > last and _is_money(tokens[position].key, lexicon):
            return False
        if tokens[position].gap.strip():
            break
        if position + 1 == len(tokens):
            return False
        if _is_money(tokens[position + 1].key, lexicon):
            return False
    near = tokens[front.stop : last + 1]
    return not any(_is_money(token.key, lexicon) for token in near)


def _is_money(key: str, lexicon: Lexicon) -> bool:
    return key in lexicon.currencies or not _SIGNS.isdisjoint(key)
