"""The subjects that are said to be so many: `gli idonei sono 218`.

What stands behind a number, or glued to its front, is for `windows`, what stands in front of a verb
that agrees with nothing for `impersonals`.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.quantities import bounds
from kzdata.readers.quantities.named.asides import (
    before_aside,
    before_source,
    before_time,
    before_year,
    is_apposed,
    precedes,
    says,
)
from kzdata.readers.quantities.named.headings import head_of, over_numbers
from kzdata.readers.quantities.named.impersonals import of_impersonal
from kzdata.readers.quantities.named.windows import stop_of
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_LONGEST_SUBJECT: Final = 12
"""How many words in front of its verb a subject may begin."""


_LONGEST_NAME = 3
"""How many words may name those that a number in brackets or behind a dash counts."""


def subject_of(
    tokens: Sequence[Token], verb: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The subject of token `verb`, a word of change: also of `has more than tripled`."""
    hedge = bounds.in_front(tokens, verb, lexicon)
    first = hedge.first if hedge and hedge.stop == verb else verb
    return subject(tokens, first, lexicon, numbers, told=True)


def behind_verb(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The token behind a verb that says how many, or its denial, if one stands at `first`."""
    verb = first + (tokens[first].key in lexicon.denials.negatives)
    return verb + 1 if says(tokens[verb].key, lexicon) else first


def subject(
    tokens: Sequence[Token],
    first: int,
    lexicon: Lexicon,
    numbers: Container[int],
    *,
    told: bool = False,
) -> tuple[int, int] | None:
    """What is said to be so many in front of token `first`: `gli idonei sono 218`, `билетов 600`.

    In front of a verb that says so, or a word of change, it opens the clause; without one it is the
    word in front, by its ending or before a word such as `саны` (their number). `told`: whether
    such a verb stands at `first`.
    """
    known = lexicon.subjects
    position, told, apposed = _last(tokens, first, lexicon, numbers, told=told)
    if position < 0 or position in numbers or not (apposed or precedes(tokens, position)):
        return None
    word = tokens[position]
    if told and known.tallies:
        return _of_clause(tokens, position, lexicon, numbers)
    if word.key.endswith(known.impersonal):
        return of_impersonal(tokens, position, lexicon, numbers)
    led = position and tokens[position - 1].gap == " " and tokens[position - 1].key
    if word.gap == " - " and (opened := _opening_many(tokens, position, lexicon)):
        return opened
    dashed = word.gap == " - " and (not led or led in known.tallies)
    if word.key in lexicon.stops or word.key in lexicon.pronouns.anaphors:
        return None
    apart = led in lexicon.stops and not lexicon.verbs_last
    counted = dashed or (word.key.endswith(known.counted_endings) and not apart)
    return (word.start, word.end) if told or (counted and known.counted_endings) else None


def _last(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int], *, told: bool
) -> tuple[int, bool, bool]:
    """The last token of what may be said to be so many in front of token `first`.

    Over asides, years and verbs; whether such a verb says so, and whether an aside stood between.
    """
    known = lexicon.subjects
    first = before_time(tokens, first, lexicon, numbers)
    behind = before_source(tokens, first, lexicon)
    told = told or behind < first
    position = behind - 1
    while position >= 0 and precedes(tokens, position):
        key = tokens[position].key
        verb = says(key, lexicon)
        if not verb and not among(
            key, lexicon.fillers, known.auxiliaries, lexicon.denials.negatives
        ):
            break
        told = told or verb
        position -= 1
    position = before_year(tokens, position, lexicon)
    if not told:
        return position, False, False
    front = before_aside(tokens, position, lexicon, numbers)
    apposed = lexicon.ellipses.lends_far and is_apposed(tokens, position, lexicon)
    return front, True, apposed or front < position


def _opening_many(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """What opens the words in front of a dash, if it is many: `64, пропавших без вести - 12`."""
    first = neighbours.begun(tokens, last, max(last - _LONGEST_NAME, 0))
    many = first < last and tokens[first].key.endswith(lexicon.subjects.counted_endings)
    opens = first and tokens[first - 1].gap == ", " and tokens[first].key not in lexicon.stops
    return (tokens[first].start, tokens[last].end) if many and opens else None


def scored(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What is said to have changed in front of token `first`: `орташа балы былтырғы 66,7-ден`."""
    last = before_time(tokens, first, lexicon, numbers) - 1
    if last < 0 or last in numbers or not precedes(tokens, last):
        return None
    word = tokens[last]
    named = word.key.endswith(lexicon.changes.scored) and word.key not in lexicon.stops
    return (word.start, word.end) if named else None


def _of_clause(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The words that open the clause that ends with token `last`, behind an article.

    Behind a word such as `number` those that say of what: `the number of inmates has risen`.
    """
    first = last
    while first and last - first < _LONGEST_SUBJECT and tokens[first - 1].gap in {" ", ""}:
        key = tokens[first - 1].key
        joint = key in lexicon.conjunctions and not (
            _joins_places(tokens, first, lexicon) or _is_tallied(tokens, first, lexicon)
        )
        if first - 1 in numbers or joint or key in lexicon.subjects.borders:
            break
        first -= 1
    clause = range(first, last + 1)
    tally = next(
        (at for at in clause if tokens[at].key in lexicon.subjects.tallies and at < last), None
    )
    article = next((at for at in clause if _is_subject(tokens, first, at, lexicon)), None)
    relative = first if tokens[first].key in lexicon.subjects.relatives else first - 1
    if tally is not None:
        start = _of_tally(tokens, tally + 1, last, lexicon)
    elif (noun := head_of(tokens, relative, lexicon)) is not None:
        return _of_clause(tokens, noun, lexicon, numbers)
    elif article is not None and article < last:
        start = article + 1
    elif first - 1 in numbers:
        return over_numbers(tokens, first, lexicon, numbers)
    elif tokens[first].key in lexicon.stops and _is_relative(tokens, relative, lexicon):
        return tokens[relative - 1].start, tokens[relative - 1].end
    else:
        start = first if tokens[first].key not in lexicon.stops else last
        if tokens[start].key in lexicon.stops or _says_where(tokens, first, last, lexicon):
            return None
    stop = max(stop_of(tokens, start + 1, last + 1, lexicon, numbers), start + 1)
    return tokens[start].start, tokens[stop - 1].end


def _joins_places(tokens: Sequence[Token], second: int, lexicon: Lexicon) -> bool:
    """Whether `and` in front of a token joins it to a word that a preposition leads.

    `мест в садах и школах стало 300`, but not `в Уфе и раненых стало 300`.
    """
    if (
        not lexicon.subjects.counted_endings
        or second < 3
        or tokens[second - 3].key not in lexicon.stops
    ):
        return False
    return not tokens[second].key.endswith(lexicon.subjects.counted_endings)


def _is_tallied(tokens: Sequence[Token], second: int, lexicon: Lexicon) -> bool:
    """Whether `and` in front of a token stands within what a tally is of.

    `число заболевших гриппом и корью выросло`.
    """
    if not lexicon.subjects.counted_endings or tokens[second].key in lexicon.subjects.tallies:
        return False
    for position in range(second - 2, max(second - _LONGEST_SUBJECT, -1), -1):
        key = tokens[position].key
        if not touches(tokens[position]):
            return False
        if key in lexicon.subjects.tallies or says(key, lexicon) or lexicon.is_verb(key):
            return key in lexicon.subjects.tallies
    return False


def _says_where(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a clause that names nothing opens with words for where or when: `nel 2018 erano`."""
    if first < last and {tokens[first].key, tokens[last - 1].key} <= lexicon.stops:
        return True
    return lexicon.ellipses.lends_far and tokens[first].key in lexicon.ellipses.gapped


def _of_tally(tokens: Sequence[Token], start: int, last: int, lexicon: Lexicon) -> int:
    """Where that begins of which a tally is one, over an adjective: `il numero medio di alunni`."""
    if start < last and tokens[start + 1].key in lexicon.linking:
        start += tokens[start].key not in lexicon.linking
    while start < last and tokens[start].key in lexicon.linking:
        start += 1
    return start


def _is_subject(tokens: Sequence[Token], first: int, position: int, lexicon: Lexicon) -> bool:
    """Whether an article leads a subject, and not what says where: `cases in the province have`.

    Nor what a number leads that is none: `secondo i sindacati sono 300`.
    """
    touching = position > first or (position and touches(tokens[position - 1]))
    front = tokens[position - 1].key if touching else ""
    led = front in lexicon.stops and not among(
        front, lexicon.pronouns.anaphors, lexicon.subjects.borders, lexicon.subjects.days
    )
    return tokens[position].key in lexicon.subjects.articles and not led


def _is_relative(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word stands for the noun in front of its comma: `i frontalieri, che sono 800`."""
    return (
        position > 0
        and tokens[position].key in lexicon.subjects.relatives
        and tokens[position - 1].gap == ", "
    )
