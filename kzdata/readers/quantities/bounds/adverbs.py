"""What bounds a number over words between: `hanno superato a luglio i 300`.

Such tell when or how, that the number was planned (`не дотянул до запланированных 150`), or of what
it is an estimate: `the estimated cost of the bridge is $300 million`.
"""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.quantities.bounds.differing import has_number
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, touches

_LONGEST: Final = 5
"""How many tokens in front of the article of its number the verb may stand."""

_LONGEST_ESTIMATE: Final = 8
"""How many tokens in front of its number a word may stand that makes it an estimate."""


def over(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[Bound | None, int] | None:
    """What such a verb says of the number at token `first`, and its token.

    An article or a word such as `quota` leads the number; the words between begin as those do that
    say when or how.
    """
    lead = first - 1
    if lead < 1 or tokens[lead].key not in lexicon.fillers:
        return None
    for verb in range(lead - 1, max(lead - 1 - _LONGEST, -1), -1):
        if not touches(tokens[verb]):
            return None
        key = tokens[verb].key
        if (key,) in lexicon.bounds.passing_over:
            words = tuple(token.key for token in tokens[verb + 1 : min(verb + 3, lead)])
            told = words in lexicon.bounds.adverbial or words[:1] in lexicon.bounds.adverbial
            return (lexicon.bound_of(key), verb) if told else None
        if among(key, lexicon.conjunctions, lexicon.subjects.borders) or lexicon.is_verb(key):
            return None
    return None


def estimated(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Phrase | None:
    """The words that make the number at token `first` an estimate: `estimated the cost at 300`.

    Such a word stands in front of it (`by one estimate, 300`), or a verb such as `is` or one of the
    words `estimated_at` leads to it, or what it is estimated to do: `estimated to have killed 300`.
    """
    last = first - 1
    if first and tokens[last].gap == ", " and tokens[last].key in lexicon.approximations.estimating:
        return Phrase("about", last, first)
    for position in range(last, max(last - _LONGEST_ESTIMATE, -1), -1):
        token = tokens[position]
        parts = among(token.key, lexicon.conjunctions, lexicon.ellipses.adversatives)
        if parts or not touches(token):
            return None
        if token.key in lexicon.approximations.estimating:
            lead, doing = tokens[last].key, tokens[position + 1].key in lexicon.denials.leads
            told = doing or among(
                lead, lexicon.subjects.copulas, lexicon.approximations.estimated_at
            )
            return Phrase("about", position, first) if told or last - position < 2 else None
    return None


def planned(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where the phrase ends that may bound the number at token `first`.

    It is in front of a word that says what the number is to be: `превысил плановые 40`. A word such
    as `до` alone bounds none then, nor one that says how much more: `на 20 больше прошлогодних 40`.
    """
    stop = first - 1
    if stop < 1 or not (lexicon.bounds.planned.has(tokens[stop].key) and touches(tokens[stop - 1])):
        return first
    last = tokens[stop - 1].key
    idle = last in lexicon.bounds.loose or (
        (last,) in lexicon.comparisons.excess
        and has_number(tokens[max(stop - 1 - _LONGEST, 0) : stop - 1], lexicon)
    )
    led = tuple(token.key for token in tokens[max(stop - 3, 0) : stop])
    told = not idle or any(led[at:] in lexicon.bounds.front for at in range(len(led) - 1))
    return stop if told and touches(tokens[stop]) else first
