"""Numbers with their bounds and the words of what they count, as a text states them.

Which words and figures are one number is for `kzdata.readers.numbers`; what takes one away is in
`refusals`, and `statements` puts numbers, bounds, ranges and units together. Dates and durations
are read elsewhere; a day of a month and a bare year are no quantities.
"""

from fractions import Fraction
from functools import partial
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.lexicons import lexicon
from kzdata.readers.numbers import stretches
from kzdata.readers.quantities.found import Found
from kzdata.readers.quantities.refusals.namings import is_counted
from kzdata.readers.quantities.statements import find
from kzdata.readers.readings import Quantity
from kzdata.readers.text.tokens import Words

_quantity: Final = partial(tuple.__new__, Quantity)
"""A quantity from all its fields, but for a call in Python each time."""


def read(text: str, language: str) -> list[Quantity]:
    """The quantities of a text, in order; never an error.

    A number that the words around it make a year, a date, a name or a pronoun is left out, and so
    is whatever is not plainly one number. `nearly` and `almost` are `about`: they do not say by how
    much. Both ends of a range have the whole range as their `whole`.

    >>> text = "More than 800 service members, four involving"
    >>> [(text[slice(*q.words)], str(q.number), q.bound) for q in read(text, "en")]
    [('800', '800', 'more_than'), ('four', '4', 'exactly')]
    >>> [text[slice(*unit)] for q in read(text, "en") for unit in q.units]
    ['service members']
    """
    known = lexicon(language)
    words = stretches.of_numbers(known).words(text)
    span = words.fold.span
    found = []
    halved = 0
    for stated in find(words, known):
        if stated.words[0] < halved or (stated.half and stated.number is None):
            continue
        one = _with_half(stated, words) if stated.half else stated
        if known.refuse.clock:
            one = _with_counted(one, words, known)
        halved = one.words[1] if one.half else halved
        spot, reach, value, bound, kind, places = one[:6]
        if not (number := span(*spot)):
            continue
        if not (whole := number if reach == spot else span(*reach)):
            continue
        units = tuple([unit for place in places if (unit := span(*place))])
        found.append(_quantity((number, whole, value, bound, kind, units)))
    return found


def _with_half(found: Found, words: Words) -> Found:
    """The number with the half behind its unit, all in its words: `two acres and a half`."""
    end = words.tokens[found.last + 1 + found.half].end
    return found._replace(
        number=(found.number or 0) + Fraction(1, 2),
        words=(found.words[0], end),
        whole=(found.whole[0], max(found.whole[1], end)),
    )


def _with_counted(found: Found, words: Words, lexicon: Lexicon) -> Found:
    """The number with what is counted in front of it, without which it is none: `nove anni 80`."""
    if not found.first or not is_counted(words.tokens, found.first, lexicon):
        return found
    return found._replace(whole=(words.tokens[found.first - 2].start, found.whole[1]))
