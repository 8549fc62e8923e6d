"""What beside a number only says that a change came to it: `вырос до 800`, `145-ке дейін өсті`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.ties.changes import change
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, in_sentence, touches

_FARTHEST: Final = 16
"""How many tokens in front of a dash the change may end whose verb it stands for."""

_STEP: Final = 7
"""How many tokens from a dash on a step may end."""


def only_ends(
    tokens: Sequence[Token], front: Phrase | None, behind: Phrase | None, lexicon: Lexicon
) -> tuple[Phrase | None, Phrase | None]:
    """The phrases beside a number, made `exactly` where they only end a change: `вырос до 800`.

    Where other words than names of things stand between, it is not plain which is meant; a bound
    there counts: `вырос почти до 800`. So does the number in a clause that leaves its verb out.
    """
    ends = lexicon.changes.ends
    if front and front.first and tokens[front.first - 1].key in ends:
        led = change(tokens, front.first - 1, lexicon) is not None and touches(
            tokens[front.first - 1]
        )
        return (front._replace(first=front.first - 1) if led else front), behind
    if behind and tokens[behind.first].key in ends:
        changing = lexicon.changes.all.has(neighbours.touching(tokens, behind.stop - 1))
        behind = Phrase("exactly", behind.first, behind.stop + 1) if changing else behind
    if not front or tokens[front.first].key not in ends:
        return front, behind
    verb = change(tokens, front.first, lexicon)
    if verb is None and front.stop == front.first + 1 and _is_gapped(tokens, front.first, lexicon):
        return front._replace(bound="exactly"), behind
    if verb is None or front.stop > front.first + 1:
        return front, behind
    between = tokens[verb + 1 : front.first]
    doubtful = any(is_acting(token.key, lexicon) for token in between)
    hedge = (tokens[front.first - 1].key,)
    bound = lexicon.bounds.front[hedge] if between and hedge in lexicon.bounds.front else "exactly"
    return Phrase(None if doubtful else bound, verb, front.stop), behind


def _is_gapped(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether `до` at token `first` ends a change told by the verb of the clause before.

    A dash stands for the verb, be it in front of a step: `бензин подорожал до 60 рублей,
    дизель - до 70`, `экспорт вырос на 5%, до 12 тонн, импорт - на 7%, до 3`.
    """
    dash = _dash(tokens, first, lexicon)
    if dash is None:
        return False
    for position in range(dash, max(dash - _FARTHEST, 0), -1):
        key = tokens[position].key
        if position < dash and not in_sentence((tokens[position],)):
            return False
        if key in lexicon.changes.ends:
            gapped = tokens[position - 1].gap == " - " and _is_gapped(tokens, position, lexicon)
            return gapped or change(tokens, position, lexicon) is not None
        if is_acting(key, lexicon) or lexicon.is_verb(key):
            return False
    return False


def _dash(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int | None:
    """The token in front of the dash that leads to token `first`, or to a step before it."""
    last = first - 1
    if last > 0 and tokens[last].gap == ", ":
        last -= 1
        while last > 0 and first - last < _STEP and touches(tokens[last]):
            last -= 1
        if tokens[last + 1].key not in lexicon.changes.extents:
            return None
    return last if last > 0 and tokens[last].gap == " - " else None


def is_acting(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is another verb by its ending, and no number: `увеличить на четверть, до`."""
    rules = lexicon.changes
    acting = word.endswith(rules.acting) and word not in rules.no_acting
    return acting and lexicon.term(word) is None
