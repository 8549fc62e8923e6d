"""Bounds behind what is counted: whether they bound this number, or the next.

`70 пайыздан асқан жеті қала`, `20 barns and more than 30`. Where they are found is `bounds`.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.quantities.bounds.phrase import Phrase
from kzdata.readers.text.tokens import Token, keys, touches

_DENIED: Final = 2
"""How many tokens on a denial is still one of the thing counted: `20 адамды емес, 30-ды`."""


_BESIDE: Final = 2
"""How many tokens on from a number that counts something in one word a phrase stands."""


def its_own(
    tokens: Sequence[Token],
    last: int,
    found: Phrase,
    lexicon: Lexicon,
    numbers: AbstractSet[int],
) -> Phrase | None:
    """What is left of a phrase behind what is counted, if it is one of this number.

    One of the next, behind `and`, says nothing of it (`20 barns and more than 30`), but where it is
    cut off.
    All of it where a case ending ties it to this one: `70 пайыздан асқан жеті қала`.
    """
    if _is_of_other(tokens, last, found, lexicon, numbers):
        return None
    if _leads_on(tokens, found, lexicon, numbers):
        return found._replace(bound=None)
    aside = tokens[found.first].key in lexicon.bounds.apposed
    if aside or tokens[found.first - 1].key.endswith(lexicon.bounds.endings):
        return found
    if found.first - last > _BESIDE and _is_about_next(tokens, found, lexicon, numbers):
        return None
    return _cut_off(tokens, found, lexicon, numbers)


def goes_on(
    tokens: Sequence[Token], found: Phrase, lexicon: Lexicon, numbers: AbstractSet[int]
) -> bool:
    """Whether more than a verb that stands last in its clause follows a phrase."""
    follows = tokens[found.stop - 1].gap == " "
    return follows and (not lexicon.verbs_last or found.stop in numbers)


def adds(
    tokens: Sequence[Token], found: Phrase, lexicon: Lexicon, numbers: AbstractSet[int]
) -> bool:
    """Whether a phrase adds what follows it, and bounds nothing: `£900 plus £85 costs`."""
    if found.stop == len(tokens) or tokens[found.stop - 1].gap != " ":
        return False
    return found.stop in numbers or tokens[found.stop].key in lexicon.bounds.added


def going_on(found: Phrase, gap: str, numbers: AbstractSet[int]) -> Phrase:
    """What is left of an appended phrase behind which its clause goes on.

    It tells of what follows (`300 people, at least according to him`), which shows that it does.
    Nobody knows where a hedge stands between (`300 человек примерно в пяти городах`), or may be
    followed by another number: `300 metres, perhaps 400`.
    """
    hedges = found.bound in {None, "about"}
    if hedges and (gap.isspace() or (found.bound is None and found.stop in numbers)):
        return found._replace(bound=None)
    return Phrase("exactly", found.first, found.stop + 1)


def _cut_off(
    tokens: Sequence[Token], found: Phrase, lexicon: Lexicon, numbers: AbstractSet[int]
) -> Phrase:
    """A phrase, or what the next number, whose it is behind `and`, leaves to the one before."""
    if not _goes_on(tokens, found.stop, lexicon, numbers):
        return found
    following = next((at for at in range(found.stop, found.stop + 3) if at in numbers), None)
    if following is None or tokens[found.first].key not in lexicon.conjunctions:
        return found._replace(bound=None)
    return Phrase("exactly", found.first, following + 1)


def _is_of_other(
    tokens: Sequence[Token],
    last: int,
    found: Phrase,
    lexicon: Lexicon,
    numbers: AbstractSet[int],
) -> bool:
    """Whether a phrase apart from a number that ends at token `last` can be none of its own."""
    return _stands_alone(tokens[last].key, lexicon) or (
        found.first - last > _DENIED and _denies_noun(tokens, found, numbers)
    )


def _stands_alone(key: str, lexicon: Lexicon) -> bool:
    """Whether a number stands for the things it counts: `ширегі`, `төртеуі`, `30-ы`."""
    if not lexicon.pronouns.endings:
        return False
    term = lexicon.term(key)
    return (term is not None and term.pronoun) or key.partition("-")[2] in lexicon.pronouns.endings


def _denies_noun(tokens: Sequence[Token], denial: Phrase, numbers: AbstractSet[int]) -> bool:
    """Whether the word in front is denied for the next, which ends as its case does.

    `20 бұйымның көшірмесін емес, түпнұсқасын`, but not `20 адам емес.`
    """
    if denial.bound or denial.stop >= len(tokens) or tokens[denial.stop - 1].gap != ", ":
        return False
    denied, other = tokens[denial.first - 1].key, tokens[denial.stop].key
    return denial.stop not in numbers and denied[-1] == other[-1]


def _is_about_next(
    tokens: Sequence[Token], found: Phrase, lexicon: Lexicon, numbers: AbstractSet[int]
) -> bool:
    """Whether a word far behind makes the next number vague: `30 km di strada in circa un'ora`."""
    stop = found.stop
    if found.bound != "about" or stop >= len(tokens) or not touches(tokens[stop - 1]):
        return False
    term = lexicon.term(tokens[stop].key)
    article = term is not None and term.kind == "article"
    return article or not numbers.isdisjoint({stop, stop + 1})


def _goes_on(
    tokens: Sequence[Token], stop: int, lexicon: Lexicon, numbers: AbstractSet[int]
) -> bool:
    """Whether a phrase behind may be said of the next number: `20 barns and more than 30`."""
    compared = stop < len(tokens) and tokens[stop].key in lexicon.comparisons.comparing
    near = stop + 1 == len(tokens) or not numbers.isdisjoint({stop + 1, stop + 2})
    follows = stop in numbers and touches(tokens[stop - 1])
    return follows or (compared and near)


def _leads_on(
    tokens: Sequence[Token], found: Phrase, lexicon: Lexicon, numbers: AbstractSet[int]
) -> bool:
    """Whether words bound the next number instead: `20 ауылдан аз дегенде 30 адам`."""
    for stop in numbers & {found.stop + 1, found.stop + 2}:
        words = tuple(keys(tokens[found.first : stop]))
        if words in lexicon.bounds.front and all(map(touches, tokens[found.first : stop - 1])):
            return True
    return False
