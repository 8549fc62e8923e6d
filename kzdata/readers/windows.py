"""Where the words stand that name what a number counts.

The words behind it, up to the next number, clause mark, preposition or verb: as far as the counted
thing surely goes and no farther, since whatever stands in a window may be claimed as the unit.
"""

from collections.abc import Container, Sequence

from kzdata.readers.figures import CURRENCY_SIGNS
from kzdata.readers.lexicon import Lexicon
from kzdata.readers.tokens import Token

SIGNS = frozenset({"%", "‰", *CURRENCY_SIGNS})


def behind(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Container[int], limit: int
) -> tuple[int, int] | None:
    """The window behind token `last` and before token `limit`, in the folded text."""
    if tokens[last].gap not in {" ", ""} or last + 1 >= len(tokens):
        return None
    if tokens[last + 1].key in SIGNS:
        return tokens[last + 1].start, tokens[last + 1].end
    pair = tuple(token.key for token in tokens[last + 1 : last + 3])
    if pair in lexicon.percent_phrases and tokens[last + 1].gap == " ":
        return tokens[last + 1].start, tokens[last + 2].end
    position = last + 1
    while position < len(tokens) and tokens[position].key in lexicon.linking:
        if tokens[position].gap != " ":
            return None
        position += 1
    stop = _stop(tokens, position, min(limit, position + lexicon.window), lexicon, numbers)
    return None if stop == position else (tokens[position].start, tokens[stop - 1].end)


def _stop(
    tokens: Sequence[Token], start: int, limit: int, lexicon: Lexicon, numbers: Container[int]
) -> int:
    """The token behind the last of a window that starts at token `start`.

    Verbs are told by their endings where a language's table has them; one that might be a
    participle too (`nine refused to`), where it stands alone or with an adverb (`204 opened late`).
    """
    position = start
    while position < limit:
        word = tokens[position].key
        stops = word in lexicon.stops and not (position == start and word in lexicon.victims)
        if stops or position in numbers or word[0] in CURRENCY_SIGNS:
            break
        if word.endswith(lexicon.verb_endings) and word not in lexicon.no_verbs:
            break
        position += 1
        if word in lexicon.currencies or word in lexicon.percents:
            break
        if tokens[position - 1].gap not in {" ", ""}:
            break
    while position > start and tokens[position - 1].key in lexicon.conjunctions:
        position -= 1
    follow = [token.key for token in tokens[start + 1 : position]]
    alone = position > start and tokens[start].key not in lexicon.victims
    if (
        alone
        and lexicon.adverbs.issuperset(follow)
        and tokens[start].key.endswith(lexicon.lone_endings)
    ):
        return start
    opens = start < len(tokens) and tokens[start].key not in lexicon.conjunctions
    return position if opens else start


def subject(
    tokens: Sequence[Token], first: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """What is said to be so many in front of token `first`: `gli idonei sono 218`, `билетов 600`.

    Where the language has articles, the words behind the first of the clause; else the word in
    front, by its ending or before a word such as `саны` (their number).
    """
    position, told = first - 1, False
    while position >= 0 and _precedes(tokens, position):
        key = tokens[position].key
        if key not in lexicon.copulas and key not in lexicon.fillers:
            break
        told = told or key in lexicon.copulas
        position -= 1
    if position < 0 or position in numbers or not _precedes(tokens, position):
        return None
    word = tokens[position]
    if not lexicon.subject_articles:
        counted = word.key.endswith(lexicon.counted_endings)
        led = position and tokens[position - 1].gap == " " and tokens[position - 1].key
        return (word.start, word.end) if told or (counted and led not in lexicon.stops) else None
    return _behind_article(tokens, position, lexicon, numbers) if told else None


def _precedes(tokens: Sequence[Token], position: int) -> bool:
    return tokens[position].gap in {" ", "", " - "}


def _behind_article(
    tokens: Sequence[Token], last: int, lexicon: Lexicon, numbers: Container[int]
) -> tuple[int, int] | None:
    """The words behind the first article of the clause that ends with token `last`."""
    article = None
    for position in range(last, max(last - lexicon.window, -1), -1):
        if position < last and tokens[position].gap not in {" ", ""}:
            break
        if position in numbers or tokens[position].key in lexicon.conjunctions:
            break
        if tokens[position].key in lexicon.subject_articles and position < last:
            article = position
    if article is None:
        return None
    stop = _stop(tokens, article + 2, last + 1, lexicon, numbers)
    return tokens[article + 1].start, tokens[stop - 1].end


def in_front(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A currency sign or code in front of token `first`."""
    if not first or tokens[first - 1].gap not in {" ", ""}:
        return None
    token = tokens[first - 1]
    sign = token.key in lexicon.codes or (token.key[-1] in CURRENCY_SIGNS and len(token.key) <= 4)
    return (token.start, token.end) if sign else None
