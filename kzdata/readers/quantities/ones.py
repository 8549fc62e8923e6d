"""One thing that an article counts: `per un solo voto`, `un morto e tre feriti`.

An article alone may mean any thing; it is a number before a word for only, or for one whom a fate
names, and behind a bound where such a fate is told: `più di una persona è morta`.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import ENDS_BOUND, SINGLE
from kzdata.readers.numbers.numerals import Piece, Reading
from kzdata.readers.text.tokens import Token, touches


def with_ones(
    tokens: Sequence[Token], found: list[Piece], traits: Sequence[int], lexicon: Lexicon
) -> list[Piece]:
    """The numbers of a text in order, and those that are such an article; `traits` of all words."""
    inside = {position for piece in found for position in range(piece.first, piece.last + 1)}
    led = [
        position
        for position, bits in enumerate(traits)
        if bits & SINGLE and position and _is_led(tokens, position, lexicon)
    ]
    ones = [_one(tokens, position, lexicon) for position in led if position - 1 not in inside]
    if lexicon.fates.casualty_links:
        ones += [one for one in _bounded(tokens, traits, lexicon) if one.first not in inside]
    ones = [one for one in ones if one.last == one.first or one.last + 1 not in inside]
    return sorted([*found, *ones], key=lambda piece: piece.first) if ones else found


def _is_led(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether an article touches a word."""
    term = lexicon.term(tokens[position - 1].key)
    return term is not None and term.kind == "article" and touches(tokens[position - 1])


def _bounded(tokens: Sequence[Token], traits: Sequence[int], lexicon: Lexicon) -> Iterator[Piece]:
    """The articles behind a bound whose noun has met a fate: `almeno una persona è morta`."""
    for position, bits in enumerate(traits):
        verb = position - 1
        if not bits & SINGLE or tokens[position].key not in lexicon.fates.casualty:
            continue
        while (
            verb > 0 and touches(tokens[verb]) and tokens[verb].key in lexicon.fates.casualty_links
        ):
            verb -= 1
        article = verb - 1
        if verb == position - 1 or article < 1 or not all(map(touches, tokens[article - 1 : verb])):
            continue
        if traits[article - 1] & ENDS_BOUND and _is_led(tokens, verb, lexicon):
            spot = tokens[article].start, tokens[article].end
            told = spot[0], tokens[position].end
            yield Piece(article, article, (Reading(Fraction(1), "cardinal", *spot, marked=told),))


def _one(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> Piece:
    last = position - (tokens[position].key in lexicon.fates.casualty)
    reading = Reading(Fraction(1), "cardinal", tokens[position - 1].start, tokens[last].end)
    return Piece(position - 1, last, (reading,))
