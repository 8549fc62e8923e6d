"""What bounds a number: `more than`, `at least`, `almost`, `or fewer`, `астам`, `circa`.

A bound touches its number: between the two may stand a currency sign or a word such as `just`, and
behind a number, where the language has it so, the thing that is counted. What two of them say
together is for `agreements`; whose one is that stands apart from its number, for `apart`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.traits import GAUGE, MEASURE
from kzdata.readers.quantities.bounds import adverbs
from kzdata.readers.quantities.bounds.apart import adds, goes_on, going_on, its_own
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, keys, touches

_TOUCHING: Final = frozenset({" ", ""})

_APART: Final = frozenset({", ", " ("})
"""What parts a number and its noun from a phrase that is appended: `300 people, if not more`."""


def in_front(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Phrase | None:
    """The phrase that ends right in front of token `first`; the farthest over small words wins."""
    led = first > 1 and _is_threshold(tokens, first, lexicon)
    over = _before(tokens, first - 2, lexicon) if led else None
    found = over or _before(tokens, adverbs.planned(tokens, first, lexicon), lexicon)
    if (
        found is None
        and lexicon.bounds.passing_over
        and (far := adverbs.over(tokens, first, lexicon))
    ):
        return Phrase(*far, first)
    return found


def _before(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> Phrase | None:
    found = None
    for _ in range(3):
        if position == 0:
            break
        leading = tokens[position - 1]
        word = leading.key
        if leading.gap not in _TOUCHING and not _is_aside(leading, lexicon):
            break
        if word in lexicon.bounds.front_ends:
            found = _ending_at(tokens, position, lexicon) or found
        if word not in lexicon.fillers and word not in lexicon.money.currencies:
            break
        position -= 1
    return found


def _is_aside(token: Token, lexicon: Lexicon) -> bool:
    """Whether a comma may part a word from the number that it bounds: `возможно, 300`."""
    return token.gap == ", " and token.key in lexicon.bounds.asides


def _is_threshold(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a word for one leads to a number: `supera la soglia dei 300`."""
    threshold, link = tokens[first - 2 : first]
    if threshold.key not in lexicon.bounds.thresholds or link.key not in lexicon.linking:
        return False
    return touches(threshold) and touches(link)


def _ending_at(tokens: Sequence[Token], stop: int, lexicon: Lexicon) -> Phrase | None:
    for length in lexicon.bounds.front_ends[tokens[stop - 1].key]:
        first = stop - length
        if first < 0:
            continue
        words = tuple(keys(tokens[first:stop]))
        if words in lexicon.bounds.front and _are_together(tokens, first, stop, lexicon):
            return Phrase(lexicon.bounds.front[words], first, stop)
    return None


def _are_together(tokens: Sequence[Token], first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether nothing but spaces parts the words of a phrase, or a comma: `больше, чем на 10%`."""
    return all(
        token.gap in {" ", ""} or (token.gap == ", " and behind.key in lexicon.bounds.set_off)
        for token, behind in pairwise(tokens[first:stop])
    )


def behind(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: AbstractSet[int]
) -> Phrase | None:
    """The phrase right behind token `last`, or behind the thing counted where that is usual.

    A difference has none: `6 пайызға көп` is 6 per cent more, `6 пайыздан көп` more than 6. A
    number that stands for what it counts (`ширегі`) has it right behind, or not at all.
    """
    known = lexicon.bounds
    position = last
    noun = _of_what(tokens, last, lexicon)
    for distance in range(known.reach + 1):
        gap = tokens[position].gap
        if position + 1 >= len(tokens) or not (gap.isspace() or gap in _APART):
            return None
        position += 1
        word = tokens[position].key
        appended = word in (known.appended if gap in _APART else known.trailing)
        apart = gap in _APART and not appended and (gap != ", " or word not in known.apposed)
        amounts = word in known.amounting and _amounts(tokens, position, lexicon)
        if position in numbers or apart or amounts:
            return None
        if (
            word in known.behind_starts
            and (not distance or appended or word in known.far)
            and (gap in _APART or word not in lexicon.approximations.estimating)
            and (not known.ablative or _is_cased(tokens, position, lexicon))
        ):
            found = _starting_at(tokens, position, lexicon, near=not distance)
            apart = distance > 0 or gap in _APART
            if found and appended and apart and goes_on(tokens, found, lexicon, numbers):
                return going_on(found, gap, numbers)
            if found and word in known.adding and adds(tokens, found, lexicon, numbers):
                return Phrase("exactly", found.first, found.stop + 1)
            if found and _is_near(tokens, found, max(noun, last + 1), lexicon):
                return its_own(tokens, last, found, lexicon, numbers) if distance else found
        if word in known.halts:
            break
    return None


def _of_what(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """The token that says what a noun of number counts, else 0: `tre milioni di euro almeno`."""
    led = last + 2 < len(tokens) and tokens[last + 1].key in lexicon.of_what
    return last + 2 if led and touches(tokens[last + 1]) else 0


def _is_near(tokens: Sequence[Token], found: Phrase, noun: int, lexicon: Lexicon) -> bool:
    """Whether a phrase is as near to the noun of a number as it must be, or ends its clause."""
    if found.first <= noun + 1 or tokens[found.first].key not in lexicon.bounds.close:
        return True
    return not touches(tokens[found.stop - 1])


def _is_cased(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether what is in front of a word that bounds it has the case that this asks for.

    `5 теңгеден қымбат`, `жүзге тартады`, but neither `екі үлкен` nor `26 келі тартады`. A word of
    degree leaves that to the next: `6-ға сәл жетпеді`, but `6 пайызға сәл көп` says by how much.
    """
    known, led = lexicon.bounds, tokens[position - 1].key
    word = tokens[position].key
    if word in known.differences and word not in known.ablative and position + 1 < len(tokens):
        word = tokens[position + 1].key
    if word in known.ablative:
        return led.endswith(known.ablative_endings)
    if word not in known.dative:
        return True
    even = position > 1 and led in lexicon.denials.also
    return tokens[position - 1 - even].key.endswith(known.difference_endings)


def _amounts(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word says that money comes to so much: `300 теңге көлемінде`, but not of people."""
    return bool(lexicon.traits[tokens[position - 1].key] & (MEASURE | GAUGE))


def _starting_at(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, *, near: bool
) -> Phrase | None:
    for length in lexicon.bounds.behind_starts[tokens[first].key]:
        words = tuple(keys(tokens[first : first + length]))
        there = words in lexicon.bounds.behind and (near or words not in lexicon.bounds.touching)
        if len(words) == length and there:
            inner = tokens[first : first + length - 1]
            if all(touches(token) or _is_aside(token, lexicon) for token in inner):
                return Phrase(lexicon.bounds.behind[words], first, first + length)
    return None
