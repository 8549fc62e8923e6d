"""The numbers that the words of a text state, each with its bound, its unit and the words for all.

What stands in a text as a number is found by `kzdata.readers.numbers.pieces`. Here each sentence is
read for itself: by `plain` where a number is alone in it, else by `together`.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import HALF, MARK, PRONOUN, REFERRING, SCALING, SHARE, SINGLE
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.numbers.pieces import pieces
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.ones import with_ones
from kzdata.readers.quantities.plain import plain
from kzdata.readers.quantities.refusals import refused
from kzdata.readers.quantities.refusals.dated import noted
from kzdata.readers.quantities.sentences import FARTHEST, Sentence, in_one, referred, sentences
from kzdata.readers.quantities.sure import sure
from kzdata.readers.text.tokens import Words, keys

_CHANGING: Final = MARK | SCALING | SINGLE
"""What makes a number other than its own words do, or one of an article."""


def find(words: Words, lexicon: Lexicon) -> list[Found]:
    """The quantities of a text that is already split into words."""
    found = pieces(words, lexicon)
    if not (found or lexicon.fates.sole):
        return []
    for place, piece in enumerate(found):
        if piece.readings and (
            len(piece.readings) == 2 or piece.readings[0].kind in {"ordinal", "fraction"}
        ):
            found[place] = sure(words, piece, found[:place], lexicon)
    traits = list(map(lexicon.traits.__getitem__, keys(words.tokens)))
    said = reduce(or_, traits, 0)
    if said & _CHANGING or (found and "(" in words.fold.text):
        found = _changed(words, found, traits, said, lexicon)
    if not found:
        return []
    none = refused(words, found, traits, said, lexicon)
    if in_one(words.tokens, found):
        return _told(words, found, none, traits, said, lexicon)

    def read(sentence: Sentence, said: int) -> list[Found]:
        begun, ended = sentence.begun, sentence.ended
        own = {place - begun for place in range(begun, ended) if place in none}
        return _told(words, found[begun:ended], own, traits, said, lexicon)

    stated: list[Found] = []
    led: list[Sentence] = []
    for sentence in sentences(words.tokens, found):
        said = sentence.traits(traits)
        told = read(sentence, said)
        led = led[-FARTHEST:] if said & (REFERRING | PRONOUN) else []
        if led and told:
            both = led[0]._replace(stop=sentence.stop, ended=sentence.ended)
            told = list(referred(told, read(both, both.traits(traits)), said))
        led.append(sentence)
        stated += told
    return stated


def _changed(
    words: Words, found: list[Piece], traits: Sequence[int], said: int, lexicon: Lexicon
) -> list[Piece]:
    """The numbers of a text as marks, brackets, abbreviations and words beside them have it."""
    # Most short texts need neither module: they are imported with the first that does.
    from kzdata.readers.numbers import marks, short_scales  # noqa: PLC0415

    if said & SCALING:
        found = short_scales.scaled(words, found, traits, lexicon)
    if said & MARK:
        found = marks.marked(words, found, traits, lexicon)
    if "(" in words.text:
        found = short_scales.bracketed(words, found, lexicon)
        for place in noted(words, found):
            found[place] = found[place]._replace(readings=())
    return with_ones(words.tokens, found, traits, lexicon) if said & SINGLE else found


def _told(
    words: Words,
    found: list[Piece],
    none: set[int],
    traits: Sequence[int],
    said: int,
    lexicon: Lexicon,
) -> list[Found]:
    """What the numbers of a sentence say; `none` are the places of those that are none."""
    if len(none) == len(found) and not said & (HALF | SHARE):
        return []
    alone = len(found) == len(none) + 1 and 0 not in none
    if alone and (told := plain(words.tokens, found, traits, said, lexicon)):
        return told
    # Most short texts need none of its many modules: it is imported with the first that does.
    from kzdata.readers.quantities.together import quantities  # noqa: PLC0415

    return quantities(words, found, none, traits, said, lexicon)
