"""Bounds behind a number whose verb is denied, and numbers that are not even reached."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import CASED, MEASURE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds.denials import TURNED
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.pronouns import is_pronoun
from kzdata.readers.text.tokens import Token, touches

_NEAR_VERB: Final = 3
"""How many tokens behind a comparison a verb that denies it may stand."""


_COUNTED: Final = 2
"""How many words may name what there are not even so many of: `60 көмекші жұмысшы да`."""


_FEW: Final = 12
"""How many things are few: what is said so of them is said of each."""


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
    open_ended = behind is not None and tokens[behind.first].key in lexicon.denials.ends
    if behind is None or not (
        open_ended or (lexicon.denials.capacity and behind.bound == "more_than")
    ):
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
            must = duty in lexicon.denials.duties and touches(tokens[position])
            return turned._replace(stop=position + 2) if must else behind._replace(bound=None)
    return behind


def _is_of_object(tokens: Sequence[Token], stop: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a denied verb behind a bound that ends in front of token `stop` has it for object."""
    key = tokens[verb].key
    passive = verb == stop and key.endswith(lexicon.denials.passives)
    return passive or (verb == stop + 1 and key.startswith(lexicon.denials.abilities))


def of_other(tokens: Sequence[Token], piece: Piece, behind: Phrase, lexicon: Lexicon) -> bool:
    """Whether what denies the word in front denies no number: `14 адамның жағдайы ауыр емес`.

    What is counted ends with its case, and no verb stands in front: not `5 мыңға сатқан емес`.
    """
    if tokens[behind.first].key not in lexicon.denials.unlike:
        return False
    if tokens[behind.first - 1].key.endswith(lexicon.denials.participles):
        return False
    between = tokens[piece.last + 1 : behind.first - 1]
    return any(lexicon.traits[token.key] & CASED for token in between)


def leads_next(tokens: Sequence[Token], behind: Phrase, lexicon: Lexicon) -> bool:
    """Whether a bound behind is that of the number after it: `12 үйден кемі үш адам шықты`."""
    cased = lexicon.bounds.ablative_endings
    return bool(cased) and (tokens[behind.first].key,) in lexicon.bounds.front


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
        if tokens[position].key in lexicon.denials.also and touches(tokens[position]):
            denied = next(
                (at for at in (position + 1, position + 2) if _denies(tokens, at, lexicon)), None
            )
            alone = number < 1 or not is_pronoun(tokens, piece, lexicon)
            return Phrase("less_than", position, denied + 1) if denied and alone else behind
    return behind


def _is_measured(tokens: Sequence[Token], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a number is one of per cent, of money or of a measure."""
    behind = piece.last + 1
    measured = behind < len(tokens) and lexicon.traits[tokens[behind].key] & MEASURE
    return bool(measured or piece.readings[0].unit)


def _denies(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a token denies its verb, or that there is anything: `жоқ`."""
    key = tokens[position].key if position < len(tokens) else ""
    return key in lexicon.denials.words or key.endswith(lexicon.denials.endings)


def _is_denied_verb(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a token denies a verb, or is the word that denies one in front: `келген жоқ`."""
    key = tokens[position].key
    if key in lexicon.denials.words:
        return tokens[position - 1].key.endswith(lexicon.denials.participles)
    return key.endswith(lexicon.denials.endings)


def _holds_no_more(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a verb denies that so many have room: `60-тан аса адам сыймайды`, `сыя алмайды`."""
    if not tokens[position].key.endswith(lexicon.denials.endings):
        return False
    return any(
        token.key.startswith(lexicon.denials.capacity)
        for token in tokens[position - 1 : position + 1]
    )
