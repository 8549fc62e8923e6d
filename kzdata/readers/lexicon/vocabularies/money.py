"""Money, and what is told in it."""

from collections.abc import Mapping
from typing import Any

from kzdata.readers.lexicon.phrases import WordList, words
from kzdata.readers.lexicon.vocabularies import Vocabulary


class Money(Vocabulary):
    """Words for money, its `codes` among the `currencies`: `USD 5m`, `three pounds 20 pence`.

    `amounts` say how many of a smaller unit are one of a larger, `bare_amounts` whether the unit
    may stand between the two numbers (`6 euro e 50`), as one of `bare_times` may, each with its
    parts (`tre ore e 20`). A sum is named by one of `amounts_of_money`
    (a debt, a profit), a price by one of `estimates` or, with a verb of `trades`, by what was
    `paid_over` for something.
    """

    currencies: frozenset[str]
    codes: frozenset[str]
    amounts: Mapping[str, Mapping[str, int]]
    bare_amounts: bool
    bare_times: Mapping[str, int]
    amounts_of_money: WordList
    estimates: frozenset[str]
    trades: WordList
    paid_over: frozenset[str]


def money_of(table: Mapping[str, Any]) -> Money:
    """The words of a table `[money]`."""
    return Money(
        table,
        currencies=words(table, "currencies") | words(table, "codes"),
        amounts=amounts_of(table.get("amounts", {})),
        bare_times=table.get("bare_times", {}),
    )


def amounts_of(table: Mapping[str, Any]) -> Mapping[str, Mapping[str, int]]:
    """How many of a smaller unit are one of a larger, by the words for the larger and the smaller.

    >>> amounts_of({"100": ["euro | cent cents"]})
    {'euro': {'cent': 100, 'cents': 100}}
    """
    found: dict[str, dict[str, int]] = {}
    for count, lines in table.items():
        for line in lines:
            larger, smaller = line.split("|")
            for word in larger.split():
                found.setdefault(word, {}).update(dict.fromkeys(smaller.split(), int(count)))
    return found
