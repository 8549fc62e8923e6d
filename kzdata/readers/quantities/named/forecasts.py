"""Those behind a number who foresaw it: `fewer than the 170,000 economists had forecast`."""

from collections.abc import Sequence
from typing import Final

from kzdata.readers.lexicon import Lexicon
from kzdata.readers.text.tokens import Token, touches

_VERB: Final = 3
"""How many words behind those who foresaw it the verb may be: `had widely expected`."""

_NUMBER: Final = 3
"""How many words a number may have behind its article: `the 2.4 million`."""


def is_foreseen(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Whether the words from token `position` on say who expected the number in front of them.

    An article leads it within a clause: not so in `The 40 economists had forecast growth`.
    """
    if tokens[position].key not in lexicon.forecasts.foreseers or not touches(tokens[position]):
        return False
    behind = [token.key for token in tokens[position + 1 : position + 1 + _VERB]]
    verb = next((at for at, key in enumerate(behind) if key in lexicon.forecasts.foreseen), None)
    if verb is None or not all(_leads_verb(key, lexicon) for key in behind[:verb]):
        return False
    leads = range(position - 2, max(position - 2 - _NUMBER, 0), -1)
    article = next((at for at in leads if tokens[at].key in lexicon.subjects.articles), 0)
    return article > 0 and touches(tokens[article - 1])


def _leads_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand in front of the verb: an auxiliary, or how it was done."""
    told = word in lexicon.subjects.auxiliaries or word in lexicon.subjects.copulas
    return told or word.endswith(lexicon.forecasts.manner_endings)
