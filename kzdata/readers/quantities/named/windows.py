"""Where the words stand that name what a number counts.

The words behind it, up to the next number, clause mark, preposition or verb: as far as the counted
thing surely goes and no farther, since whatever stands in a window may be claimed as the unit.
"""

from collections.abc import Container, Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.lexicon.signs import UNIT_SIGNS
from kzdata.readers.lexicon.traits import (
    ADVERB,
    BREAK,
    CASED,
    COMPARATIVE,
    CONJUNCTION,
    GAUGE,
    LONE,
    MEASURE,
    OPENING,
    SETTLED,
    STOP,
    UNIT_BEFORE,
    VICTIM,
)
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.quantities.named.cased import leads_on
from kzdata.readers.quantities.named.forecasts import is_foreseen
from kzdata.readers.text.tokens import Token, touches

_ENDS_GAUGE: Final = COMPARATIVE | CONJUNCTION
"""What ends a window behind a unit in which a length or difference is told."""

_ENDS_ALONE: Final = MEASURE | CASED | SETTLED
"""A word with which the window ends: a noun, if nothing behind it leads on."""

_OPENS_ANOTHER: Final = VICTIM | CONJUNCTION | COMPARATIVE | GAUGE | LONE
"""What may begin a window that names nothing, or less than it holds."""


def behind(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Container[int], limit: int
) -> tuple[int, int] | None:
    """The window behind token `last` and before token `limit`, in the folded text.

    Words for more and fewer name nothing, but where they make an adjective: `22 көп балалы ана`.
    """
    position, many = last + 1, 0
    if position >= len(tokens) or tokens[last].gap not in {" ", ""}:
        return _quoted(tokens, position, min(limit, position + lexicon.window), numbers)
    if lexicon.traits[tokens[position].key] & OPENING:
        if tokens[position].key in UNIT_SIGNS:
            return tokens[position].start, tokens[position].end
        pair = tuple(token.key for token in tokens[position : position + 2])
        if pair in lexicon.percent_phrases and tokens[position].gap == " ":
            return tokens[position].start, tokens[position + 1].end
        excess = pair in lexicon.comparisons.excess or pair[:1] in lexicon.comparisons.excess
        if (
            excess
            and pair[-1] in lexicon.comparisons.excess_adjectives
            and tokens[position].gap == " "
        ):
            many = len(pair)
        elif excess or is_foreseen(tokens, position, lexicon) or is_yet_more(tokens, last, lexicon):
            return None
        else:
            position = _behind_links(tokens, position, lexicon)
    first, limit = position + many, min(limit, position + lexicon.window)
    stop = stop_of(tokens, first, limit, lexicon, numbers)
    return None if stop == position else (tokens[position].start, tokens[stop - 1].end)


def named(
    tokens: Sequence[Token], start: int, limit: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What the words from token `start` on name, before token `limit` at the farthest."""
    stop = stop_of(tokens, start, limit, lexicon, numbers)
    return None if stop == start else (tokens[start].start, tokens[stop - 1].end)


def beside(
    tokens: Sequence[Token],
    last: int,
    phrase: Phrase | None,
    lexicon: Lexicon,
    numbers: Container[int],
    articles: int = 0,
) -> tuple[int, int] | None:
    """The same with the phrase that bounds the number behind, which no window takes in.

    So many `articles` lead to what a part is of, if that phrase does not stand right behind it.
    """
    if phrase is None:
        return behind(tokens, last + articles, lexicon, numbers, len(tokens))
    if phrase.first == last + 1:
        return behind(tokens, phrase.stop - 1, lexicon, numbers, len(tokens))
    limit = phrase.first if phrase.first > last else len(tokens)
    return behind(tokens, last + articles, lexicon, numbers, limit)


def _quoted(
    tokens: Sequence[Token], first: int, limit: int, numbers: Container[int]
) -> tuple[int, int] | None:
    """What is counted in quotation marks from token `first` on: `12 «Шахедов»`."""
    if tokens[first - 1].gap != ' "':
        return None
    for position in range(first, limit):
        if position in numbers:
            return None
        if tokens[position].gap.startswith('"'):
            return tokens[first].start, tokens[position].end
    return None


def _behind_links(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The token behind the words that lead to what is counted: `a third of the cats`.

    There is none where they are parted from it, but for an elision behind a part.
    """
    position = first
    if lexicon.links_parts and tokens[first].key not in lexicon.of_what:
        number = tokens[first - 1].key.rpartition("-")[2]
        term = lexicon.term(number)
        if term is None or not (term.kind == "times" or _is_part(number, lexicon)):
            return len(tokens) if tokens[first].key in lexicon.linking else position
    while position < len(tokens) and tokens[position].key in lexicon.linking:
        of_part = touches(tokens[position]) and _is_part(tokens[first - 1].key, lexicon)
        if tokens[position].gap != " " and not of_part:
            return len(tokens)
        position += 1
    return position


def is_yet_more(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a word behind a number adds it to another and names nothing: `30 more in his van`."""
    if not touches(tokens[last]) or tokens[last + 1].key not in lexicon.ellipses.further_behind:
        return False
    if not touches(tokens[last + 1]):
        return True
    following = tokens[last + 2].key
    excess = (tokens[last + 1].key, following) in lexicon.comparisons.excess
    if excess or following in lexicon.fates.victims:
        return False
    return following in lexicon.stops


def _is_part(key: str, lexicon: Lexicon) -> bool:
    """Whether a word is a part of one thing: `un quarto dell'organico`."""
    term = lexicon.term(key)
    return term is not None and (term.part or term.kind in {"part", "half"})


def stop_of(
    tokens: Sequence[Token], start: int, limit: int, lexicon: Lexicon, numbers: Container[int]
) -> int:
    """The token behind the last of a window that starts at token `start`.

    Verbs are told by their endings where a language's table has them; one that might be a
    participle too (`nine refused to`), where it stands alone or with an adverb (`204 opened late`).
    What is so much more is not counted: `7 years older women` are years, `7-fold more women` none,
    nor is what stands beside a length: `di 3 anni e sua sorella`.
    """
    traits, position = lexicon.traits, start
    while position < limit and position not in numbers:
        token = tokens[position]
        bits = traits[token.key]
        if bits & BREAK or (bits & STOP and not (bits & VICTIM and position == start)):
            break
        position += 1
        if token.gap not in {" ", ""}:
            break
        if bits & _ENDS_ALONE and (
            bits & MEASURE
            or position == limit
            or not leads_on(tokens, start, position - 1, limit, lexicon)
        ):
            break
    while position > start and traits[tokens[position - 1].key] & CONJUNCTION:
        position -= 1
    if position > start and traits[tokens[start].key] & _OPENS_ANOTHER:
        return _kept(tokens, start, position, lexicon)
    return position


def _kept(tokens: Sequence[Token], start: int, stop: int, lexicon: Lexicon) -> int:
    """The token behind what a window still holds that begins with one of `_OPENS_ANOTHER`."""
    traits = lexicon.traits
    first = traits[tokens[start].key]
    if first & VICTIM and _acts(tokens, start, stop, lexicon):
        return start
    if first & CONJUNCTION or (first & COMPARATIVE and _multiplies(tokens, start - 1, lexicon)):
        return start
    if first & GAUGE and stop > start + 1 and traits[tokens[start + 1].key] & _ENDS_GAUGE:
        return start + 1
    if first & LONE and not first & VICTIM:
        follow = tokens[start + 1 : stop]
        return start if all(traits[token.key] & ADVERB for token in follow) else stop
    return stop


def _acts(tokens: Sequence[Token], start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether what names those who met a fate may be a verb with its object: `14 killed a guard`.

    It names them at the end of a clause or in front of a circumstance: `14 killed in a crash`.
    """
    if tokens[start].key not in lexicon.fates.done or not touches(tokens[start]):
        return False
    return stop > start + 1 or tokens[start + 1].key not in lexicon.fates.circumstances


def _multiplies(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether a word says how many times: `twice`, `7-fold`."""
    key = tokens[position].key
    term = lexicon.term(key)
    return (term is not None and term.kind == "times") or key.endswith(
        tuple(lexicon.figures.fold_tails)
    )


def in_front(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A currency sign or code in front of token `first`, or a word such as `magnitude`."""
    if not first or tokens[first - 1].gap not in {" ", ""}:
        return None
    token = tokens[first - 1]
    return (token.start, token.end) if lexicon.traits[token.key] & UNIT_BEFORE else None
