"""Words that a comma, a colon, a dash or a bracket parts from the number of what they name."""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.phrases import among
from kzdata.readers.numbers.numerals import Piece
from kzdata.readers.quantities.named.asides import looks_like_year
from kzdata.readers.quantities.named.windows import named
from kzdata.readers.text import neighbours
from kzdata.readers.text.tokens import Token, touches

_LABELLING: Final = frozenset({": ", " - "})

_LONGEST_LABEL: Final = 6
"""How many words may say in front of a colon what is counted."""

_LONGEST_CLAUSE: Final = 12
"""How many words in front of the comma of a sum may name of what."""

_LONGEST_NAME: Final = 3
"""How many words may name those that a number in brackets counts."""


def summed(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int], last: int
) -> tuple[int, int] | None:
    """What opens the clause in front of a comma and a sum: `Peacekeepers from Nepal, 60 in all`."""
    comma = first - 1
    if lexicon.ellipses.lends_far and comma > 0 and tokens[comma].gap == " ":
        comma -= 1
    if comma < 0 or tokens[comma].gap != ", " or not touches(tokens[last]):
        return None
    behind = tuple(token.key for token in tokens[last + 1 : last + 3])
    length = next((size for size in (2, 1) if behind[:size] in lexicon.sums), 0)
    if not length or last + length >= len(tokens):
        return None
    if touches(tokens[last + length]) and behind[length - 1] not in lexicon.pronouns.anaphors:
        return None
    start = neighbours.begun(tokens, comma, max(comma - _LONGEST_CLAUSE, 0))
    while start < comma and tokens[start].key in lexicon.stops:
        start += 1
    return named(tokens, start, comma + 1, lexicon, numbers)


def fated(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The people right in front of a number whose fate names them: `62 morti, e i feriti 100`."""
    front = tokens[max(first - 2, 0) : first]
    if len(front) < 2 or not lexicon.ellipses.lends_far or not all(map(touches, front)):
        return None
    article, people = front
    told = article.key in lexicon.subjects.articles and people.key in lexicon.fates.words
    return (people.start, people.end) if told else None


def labelled(
    tokens: Sequence[Token], piece: Piece, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The words for many that a colon or a dash parts from how many: `Prisoners released: 240`.

    A fate alone names those who met it: `Killed: 14; wounded: 32`.
    """
    plurals = lexicon.changes.plurals
    stop = _label_stop(tokens, piece.first) if plurals or lexicon.subjects.labels else 0
    if not stop:
        return None
    start = stop - 1
    while start and touches(tokens[start - 1]) and start - 1 not in numbers:
        start -= 1
    if not plurals:
        return _of_many(tokens, start, stop, lexicon, numbers)
    while start < stop - 1 and (key := tokens[start].key) not in lexicon.stops:
        if key.endswith(plurals) and stop - start <= _LONGEST_LABEL:
            return tokens[start].start, tokens[stop - 1].end
        start += 1
    last = tokens[stop - 1]
    alone = among(last.key, lexicon.fates.words, lexicon.subjects.many_nouns)
    many = last.key.endswith(plurals) or (alone and start == stop - 1)
    return (last.start, last.end) if many else None


def _of_many(
    tokens: Sequence[Token], start: int, stop: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The same where only endings tell many, in a label of one word or behind a tally.

    `Погибших: 14`, `Число раненых в ДТП: 32`, but `Мнение экспертов: 14`; `Қаза тапқандар: 14`.
    """
    if start + 1 < stop and tokens[start].key in lexicon.subjects.tallies:
        return named(tokens, start + 1, stop, lexicon, numbers)
    last = stop - 1
    alone = start == last or (lexicon.verbs_last and start + 1 == last)
    many = tokens[last].key.endswith(lexicon.subjects.labels)
    told = alone and (many or tokens[last].key in lexicon.fates.words)
    return (tokens[last].start, tokens[last].end) if told else None


def _label_stop(tokens: Sequence[Token], first: int) -> int:
    """The token behind the label of token `first`, be it over a year; 0 where it has none.

    `Deaths (2022): 1,204`, but no `Households (thousands): 12` nor `Smokers (%): 12`.
    """
    gap = tokens[first - 1].gap if first else ""
    if gap in _LABELLING:
        return first
    if gap.startswith(")") and gap[1:] in _LABELLING and looks_like_year(tokens[first - 1].key):
        for position in range(first - 2, max(first - 2 - _LONGEST_LABEL, -1), -1):
            if tokens[position].gap == " (":
                return position + 1
    return 0


def in_brackets(
    tokens: Sequence[Token], piece: Piece, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What a number in brackets counts that many are: `не хватает математиков (96)`."""
    first, last = piece.first, piece.last
    if not first or tokens[first - 1].gap != " (" or tokens[last].gap[:1] != ")":
        return None
    for position in range(first - 1, max(first - 1 - _LONGEST_NAME, -1), -1):
        key = tokens[position].key
        if position in numbers or key in lexicon.stops or lexicon.is_verb(key):
            return None
        if key.endswith(lexicon.subjects.plural_endings):
            counted = position and tokens[position - 1].gap == " " and position - 1 in numbers
            return None if counted else (tokens[position].start, tokens[first - 1].end)
        if not position or tokens[position - 1].gap != " ":
            return None
    return None
