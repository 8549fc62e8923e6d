"""Numbers of which it is said that they are not so: `è falso che`, `without a single shot`.

Whether a verb or a small word in front denies a number is for `bounds.denials`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.lexicon.traits import DISOWNING
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.text.tokens import Token, keys, touches

_DENIAL: Final = 6
"""How many words in front of a single thing one may stand that denies it."""

_FARTHEST: Final = 16
"""How many words from a number others may stand that say of its clause that it is false."""

_NEGATIVE: Final = 3
"""How many words in front of what is true that may stand which denies it: `non è affatto vero`."""

_BELIED: Final = 6
"""How many words behind a report one may stand which says that it is false."""

_ENDS_WITH: Final = 2
"""How many words behind such a one what completes it may stand: `шындыққа сәйкес келмейді`."""

_OVER_QUOTES: Final = frozenset({" ", ' "', '" '})

_DASH: Final = " - "

_ANY: Final = "*"


def is_none_at_all(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether not even one is meant by a `single` that begins with token `first`.

    `did not lose a single match`, `without a single shot`.
    """
    front = [token.key for token in tokens[max(first - _DENIAL, 0) : first]]
    denials = lexicon.denials.negatives | lexicon.denials.nobodies | lexicon.refuse.lacking
    return not denials.isdisjoint(front)


def disowned(
    tokens: Sequence[Token], found: Sequence[Piece], traits: Sequence[int], lexicon: Lexicon
) -> Iterator[int]:
    """The places of numbers in what is said to be false: `è falso che siano morte 40 persone`.

    Or in a report that is: `la notizia di 40 morti è stata smentita`.
    """
    for place, piece in enumerate(found):
        reported = False
        for at in _clause(tokens, piece.first, lexicon):
            reported = reported or tokens[at].key in lexicon.denials.reports
            if traits[at] & DISOWNING and _disowns(tokens, at, piece.first, lexicon):
                yield place
                break
        else:
            false = reported and _is_called_false(tokens, piece.last, lexicon)
            if false or _is_belied(tokens, piece.last, lexicon):
                yield place


def _clause(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Iterator[int]:
    """The tokens of a clause in front of token `first`, backwards."""
    for at in range(first - 1, max(first - 1 - _FARTHEST, -1), -1):
        leads = lexicon.denials.disowning.get(tokens[at].key, ())
        parted = not touches(tokens[at]) and tokens[at + 1].key not in leads
        if parted or tokens[at].key in lexicon.ellipses.adversatives:
            return
        yield at


def _disowns(tokens: Sequence[Token], word: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word says that what follows it up to token `stop` is not so: `non è vero che`.

    In a clause a number behind an article is known all the same: `denies that the 12 jets left`.
    """
    known, key = lexicon.denials, tokens[word].key
    leads = known.disowning.get(key, ())
    led = word + 1 < stop and tokens[word + 1].key in leads
    if led and tokens[stop - 1].key in known.presumed:
        return False
    if not led and _ANY not in leads:
        return False
    front = [*keys(tokens[max(word - _NEGATIVE, 0) : word])]
    denied = not known.negatives.isdisjoint(front)
    if key in known.owning:
        return denied or not known.nobodies.isdisjoint(front)
    return not denied or key in known.excluding


def _is_called_false(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a word behind token `last` says of the subject of its clause that it is false."""
    known = lexicon.denials
    for at in range(last + 1, min(last + 1 + _FARTHEST, len(tokens))):
        key, led = tokens[at].key, tokens[at - 1]
        if not (touches(led) or (led.gap == _DASH and key in known.outright)):
            return False
        false = key in known.untrue and among(led.key, lexicon.subjects.copulas)
        if false or key in known.outright or (key in known.owning and led.key in known.negatives):
            return True
    return False


def _is_belied(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether what is told behind token `last` ends as a report, and that is denied behind it.

    `40 адам өлді деген ақпарат жалған`, `40 адамның өлгенін жоққа шығарды`.
    """
    known = lexicon.denials
    if not known.belying:
        return False
    report = len(tokens)
    for at in range(last + 1, min(last + 1 + _FARTHEST, len(tokens))):
        key = tokens[at].key
        told = key in known.reporting
        if not told and tokens[at - 1].gap not in _OVER_QUOTES:
            return False
        if at > report and _belies(tokens, at, lexicon):
            return True
        if told or key.endswith(known.reporting_endings):
            report = at
        elif at > report + _BELIED:
            return False
    return False


def _belies(tokens: Sequence[Token], word: int, lexicon: Lexicon) -> bool:
    """Whether a word says that what is told in front of it is false: `жалған`, `рас емес`."""
    ends = lexicon.denials.belying.get(tokens[word].key, ())
    return _ANY in ends or any(
        touches(tokens[at - 1]) and tokens[at].key in ends
        for at in range(word + 1, min(word + 1 + _ENDS_WITH, len(tokens)))
    )
