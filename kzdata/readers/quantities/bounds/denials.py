"""What is denied: a comparison, a change by so much, or that something is so many.

`cannot hold more than 20`, `gli esuberi non sono 300 ma 430`. Small words that deny right in front
of a number are for `refusals`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.readings import Bound
from kzdata.readers.text.tokens import Token, touches

TURNED: Final[Mapping[Bound, Bound]] = {"more_than": "at_most", "less_than": "at_least"}
"""What is left of a comparison that is denied."""

_LONGEST_OBJECT: Final = 6
"""How many words may name what changes between its verb and by how much it does."""

_LONGEST_RULE: Final = 10
"""How many words in front of a comparison a verb that forbids may stand, or that nobody does it."""

_ASIDE: Final = 2
"""How many words may stand between a denied verb and `even`: `не набрал в округе и 300`."""

_NEAR: Final = 4
"""How many tokens on from a number that is denied that which is right may begin."""

_LONGEST_ASIDE: Final = 10
"""The same over an aside: `non sono 1.200, come riportato ieri, bensì 1.020`."""


def denied(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> Phrase | None:
    """What a comparison says behind a denied verb: `cannot hold more than 20` is at most.

    None of it is read where a denied verb may have the number for its subject. So with a denied
    change by so much: `may not raise rents by more than 2%`.
    """
    known = lexicon.denials
    turned = TURNED.get(front.bound or "exactly")
    for denial in (_denied_change, _forbidden, _by_nobody, _refused, _passed) if turned else ():
        if (first := denial(tokens, front, lexicon)) is not None:
            return Phrase(turned, first, front.stop)
    negative = front.first - 2
    if negative >= 1 and tokens[negative].key in known.modals:
        negative -= 1
    elif tokens[front.first - 1].key not in known.apart:
        while negative >= 1 and tokens[negative].key in known.auxiliaries:
            negative -= 1
    if turned is None or negative < 0 or tokens[negative].key not in known.negatives:
        return None
    parted = tokens[front.first - 1].key in known.borders
    if parted or not all(map(touches, tokens[negative : front.first])):
        return None
    if not among(tokens[front.stop - 1].key, lexicon.comparisons.comparing, known.ends):
        return None
    if tokens[front.first - 1].key.endswith(known.verbs):
        return Phrase(turned, negative, front.stop)
    return front._replace(bound=None)


def scarcely(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Phrase | None:
    """The bound of a number that something does not even come to: `не набрав и 300 подписей`.

    A preposition and its word may stand behind the verb: `не набрал в округе и 300`.
    """
    even = first - 1
    if even < 2 or tokens[even].key not in lexicon.denials.scarcely or not touches(tokens[even]):
        return None
    for verb in range(even - 1, max(even - 2 - _ASIDE, 0), -1):
        if not touches(tokens[verb]) or not touches(tokens[verb - 1]):
            return None
        if tokens[verb - 1].key in lexicon.denials.negatives:
            aside = verb + 1 < even and tokens[verb + 1].key not in lexicon.stops
            denied = lexicon.is_verb(tokens[verb].key) or tokens[verb].key.endswith(
                lexicon.denials.scarcely_endings
            )
            return None if aside or not denied else Phrase("less_than", verb - 1, first)
    return None


def _denied_change(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> int | None:
    """The denial of a verb that says by how much something changes, with its object between."""
    by, rules = front.first - (tokens[front.first].key not in lexicon.denials.by), lexicon.changes
    if by < 1 or tokens[by].key not in lexicon.denials.by:
        return None
    objects = 0 if tokens[by].key in lexicon.of_what else _LONGEST_OBJECT
    for verb in range(by - 1, max(by - 2 - objects, 0), -1):
        key = tokens[verb].key
        if not touches(tokens[verb]) or among(key, rules.borders, lexicon.conjunctions):
            return None
        if rules.all.has(key) or key in rules.paces:
            return _denial(tokens, verb, lexicon)
    return None


def _forbidden(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> int | None:
    """Where a verb is forbidden for longer than so much: `must not be held here for more than 24`.

    Other denied verbs leave it open, as in `has not been seen for more than two years`; but for
    less than so much nothing is left open: `could not be built for less than 40 million`.
    """
    known = lexicon.denials
    lead, less = front.first - 1, front.bound == "less_than"
    if lead < 1 or tokens[lead].key not in (known.unable_over if less else known.forbidden_over):
        return None
    for position in _clause(tokens, lead, lexicon):
        key = tokens[position].key
        if key in known.forbidding or (less and key in known.unable):
            beside = range(max(position - 1, 0), position + 2)
            denied = [at for at in beside if tokens[at].key in known.negatives]
            found = min(denied[0], position) if denied else None
            return _nobody(tokens, position, lexicon) if found is None else found
    return _nobody(tokens, lead, lexicon) if less else None


def _refused(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> int | None:
    """Where somebody will not do so much: `refused to pay more than 40`, `unlikely to exceed 40`.

    Nor did: `without paying more than 40`, `not expected to exceed 40`.
    """
    known = lexicon.denials
    first, stated = front.first, front.stop == front.first + 1
    acts = stated and tokens[first].key not in lexicon.bounds.loose
    lead = first if tokens[first].key in known.leads else first - 2 + acts
    if lead < 1 or not all(map(touches, tokens[lead - 1 : first])):
        return None
    led = tokens[lead].key
    if led in known.leads:
        denier = lead - 1
        if tokens[denier].key in known.links and denier:
            denier -= 1
        elif tokens[denier].key in known.denying:
            return denier
        return denier if tokens[denier].key in known.negatives else None
    without = led in lexicon.refuse.lacking and led not in known.denying
    endings = lexicon.ellipses.object_endings
    return lead if without and tokens[lead + 1].key.endswith(endings) else None


def _by_nobody(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> int | None:
    """Where nobody does so much: `no club may field more than five`, `nobody has over 20`."""
    before = front.first - 1
    if before < 1 or tokens[before].key in lexicon.denials.apart or not touches(tokens[before]):
        return None
    return _nobody(tokens, front.first, lexicon)


def _nobody(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> int | None:
    """The word that opens the clause of token `verb` and makes its subject nobody or nothing."""
    for position in _clause(tokens, verb, lexicon):
        if tokens[position].key in lexicon.denials.nobodies:
            opens = not position or not touches(tokens[position - 1])
            led = position and tokens[position - 1].key in lexicon.subjects.borders
            return position if opens or led else None
    return None


def _passed(tokens: Sequence[Token], front: Phrase, lexicon: Lexicon) -> int | None:
    """The denial of a verb over words for when or how: `non supererà quest'anno le 300`."""
    verb = (tokens[front.first].key,)
    over = verb in lexicon.bounds.passing_over and front.stop - front.first > _ASIDE
    return _denial(tokens, front.first, lexicon) if over else None


def _clause(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Iterator[int]:
    """The tokens of a clause in front of token `end`, backwards."""
    for position in range(end - 1, max(end - 1 - _LONGEST_RULE, -1), -1):
        key, led = tokens[position].key, tokens[max(position - 1, 0)].key
        if not touches(tokens[position]):
            return
        if key in lexicon.subjects.borders and led not in lexicon.of_what:
            return
        yield position


def _denial(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> int | None:
    """The word that denies a verb, in front of it or of its auxiliaries: `has not been raised`."""
    position = verb - 1
    while position > 0 and among(
        tokens[position].key, lexicon.denials.modals, lexicon.denials.links
    ):
        position -= 1
    denies = position >= 0 and tokens[position].key in lexicon.denials.negatives
    return position if denies and all(map(touches, tokens[position:verb])) else None


def is_denied(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether something is said not to be as many as words from token `first` to `last` say.

    `non sono 300`, `non ci sono ancora stati 300`; but `света не было три дня` tells how long, as
    `non ci sono da 20 anni` does.
    """
    if last + 1 < len(tokens) and tokens[last + 1].key in lexicon.denials.lasting:
        return False
    position, led = first - 1, False
    small = lexicon.fillers, lexicon.subjects.auxiliaries
    while position > 0 and touches(tokens[position]):
        key = tokens[position].key
        led = led or key in lexicon.denials.prepositions
        if key not in lexicon.subjects.copulas and not among(key, *small):
            return False
        position -= 1
        if key in lexicon.subjects.copulas:
            while position and not led and tokens[position].key in lexicon.denials.auxiliaries:
                position -= 1
            if tokens[position].key in lexicon.denials.negatives:
                return all(map(touches, tokens[position:first]))
    return False


def is_denied_over(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a preposition is denied that leads to token `first`: `not for two years but five`."""
    position = first - 1
    if position < 1 or tokens[position].key not in lexicon.denials.prepositions:
        return False
    denial = tokens[position - 1].key
    denies = denial in lexicon.denials.negatives and denial in lexicon.refuse.before
    return denies and touches(tokens[position]) and touches(tokens[position - 1])


def corrects(tokens: Sequence[Token], before: Piece, first: int, lexicon: Lexicon) -> bool:
    """Whether words from token `first` on say what is right, the number before being denied.

    `non sono 300 ma 430`, `not 300 people but 430`.
    """
    adversative, denial = first - 1, before.first - 1
    between = tokens[before.last : adversative]
    aside = first - before.last > _NEAR and between[0].gap == between[-1].gap == ", "
    if denial < 0 or not 1 < first - before.last <= (_LONGEST_ASIDE if aside else _NEAR):
        return False
    denied = tokens[denial].key in lexicon.denials.negatives or is_denied(
        tokens, *before[:2], lexicon
    )
    told = denied and tokens[adversative].key in lexicon.ellipses.adversatives
    near = all(map(touches, between[1:-1] if aside else between[:-1]))
    return told and near and between[-1].gap in {" ", ", "}
