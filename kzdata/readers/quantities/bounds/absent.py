"""What there is not, where the denial ends the clause: `Ауылда 12 үй жоқ`.

How a denied verb bounds a number is for `denied_behind`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import CASED, GAUGE, MEASURE, STOP
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities import bounds
from kzdata.readers.text.tokens import Token, touches

_LONGEST_NAME: Final = 3
"""How many words may name what is not there: `300 бос жұмыс орны жоқ`."""


def is_absent(
    tokens: Sequence[Token], piece: Piece, numbers: AbstractSet[int], lexicon: Lexicon
) -> bool:
    """Whether what a number counts is said not to be, over its bound: `300-ден астам маман жоқ`.

    Not so a thing of which something else is denied, by its case (`12 ауылда мектеп жоқ`), nor a
    time for which it is (`үш күн су болмады`). What is denied by a verb that may stand behind an
    adjective, too (`12 үй дайын болмады`), has one word, but for a measure.
    """
    known, traits = lexicon.denials, lexicon.traits
    behind = bounds.behind(tokens, piece.last, lexicon, numbers)
    first = piece.last + 1
    if behind and behind.first == first:
        first = behind.stop
    ended = tokens[first - 1].key
    stop = min(first + 1 + _LONGEST_NAME, len(tokens))
    if traits[ended] & CASED or ended.endswith(lexicon.bounds.endings):
        stop = first
    for position in range(first, stop):
        if not touches(tokens[position - 1]):
            break
        key, named = tokens[position].key, position - first
        if key in known.absent:
            return named > 0
        if key.startswith(known.being):
            measured = named == 2 and bool(traits[tokens[first].key] & (GAUGE | MEASURE))
            return (named == 1 or measured) and _is_denied(tokens, position, lexicon)
        if traits[key] & (CASED | STOP) or _says_else(key, lexicon):
            break
    return False


def _says_else(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins what is said of a thing, or names a time for which it is."""
    known = lexicon.denials
    return (
        word in lexicon.time_units
        or word in known.also
        or word.endswith((*known.participles, *known.endings))
    )


def _is_denied(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> bool:
    """Whether the verb at a token is denied, by its ending or by a word behind it."""
    known, key = lexicon.denials, tokens[verb].key
    following = tokens[verb + 1].key if verb + 1 < len(tokens) else ""
    joined = key.endswith(known.participles) and following in known.absent
    return joined or key.endswith(known.endings)
