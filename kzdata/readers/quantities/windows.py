"""Where the words stand that name what a number counts.

The words behind it, up to the next number, clause mark, preposition or verb: as far as the counted
thing surely goes and no farther, since whatever stands in a window may be claimed as the unit.
"""

from collections.abc import Container, Sequence

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.numbers.figures import CURRENCY_SIGNS
from kzdata.readers.text.tokens import Token, touches

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
    if pair in lexicon.excess or pair[:1] in lexicon.excess or is_yet_more(tokens, last, lexicon):
        return None
    position = last + 1
    while position < len(tokens) and tokens[position].key in lexicon.linking:
        of_part = touches(tokens[position]) and _is_part(tokens[last].key, lexicon)
        if tokens[position].gap != " " and not of_part:
            return None
        position += 1
    stop = stop_of(tokens, position, min(limit, position + lexicon.window), lexicon, numbers)
    return None if stop == position else (tokens[position].start, tokens[stop - 1].end)


def is_yet_more(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a word behind a number adds it to another and names nothing: `30 more in his van`."""
    if not touches(tokens[last]) or tokens[last + 1].key not in lexicon.further_behind:
        return False
    if not touches(tokens[last + 1]):
        return True
    following = tokens[last + 2].key
    if (tokens[last + 1].key, following) in lexicon.excess or following in lexicon.victims:
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
    """
    position = start
    while position < limit:
        word = tokens[position].key
        stops = word in lexicon.stops and not (position == start and word in lexicon.victims)
        if stops or position in numbers or word[0] in CURRENCY_SIGNS:
            break
        if lexicon.is_verb(word) or (lexicon.changes.behind and lexicon.changes.all.has(word)):
            break
        position += 1
        if word in lexicon.currencies or word in lexicon.percents or word in lexicon.measures:
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


def in_front(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A currency sign or code in front of token `first`, or a word such as `magnitude`."""
    if not first or tokens[first - 1].gap not in {" ", ""}:
        return None
    token = tokens[first - 1]
    named = token.key in lexicon.codes or token.key in lexicon.units_in_front
    sign = named or (token.key[-1] in CURRENCY_SIGNS and len(token.key) <= 4)
    return (token.start, token.end) if sign else None
