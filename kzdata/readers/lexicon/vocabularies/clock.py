"""What is said of hours of the day.

Which numbers are such hours is `kzdata.readers.quantities.refusals.clocks`.
"""

import re
from collections.abc import Mapping
from typing import Final

from kzdata.readers.lexicon.phrases import WordList
from kzdata.readers.lexicon.vocabularies import Vocabulary

_DIGITS: Final = r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]"


class Clock(Vocabulary):
    """What makes an hour of the day of a number: `в 19 часов`, `в 19.00 по местному времени`.

    `leads` are words in front, each with the forms of `hours` that must follow, with or without
    `minutes`; those `written`
    lead to one with its minutes, `until` to the end of a span (or behind it), those `appointed` to
    one only behind a word that is `appointing`. `parts` of the day stand behind, and `zones` that
    words of `zone_leads` lead to. Words of `lengths` beside it make it none, nor is anything
    `measured` one, nor 24 of `whole_day` (`в 24 часа`). A number with one of the `case_endings` is
    one behind what is `cased`: `түнгі 2-де`. Words of `spoken` lead to one that counts nothing,
    each behind one of its words if it has any: `alle 15`, `dopo le 22`.
    """

    hours: frozenset[str]
    minutes: frozenset[str]
    leads: Mapping[str, frozenset[str]]
    written: frozenset[str]
    until: frozenset[str]
    appointed: frozenset[str]
    appointing: WordList
    parts: frozenset[str]
    zone_leads: frozenset[str]
    zones: frozenset[str]
    lengths: WordList
    measured: tuple[str, ...]
    whole_day: str
    cased: frozenset[str]
    case_endings: tuple[str, ...]
    spoken: Mapping[str, frozenset[str]]

    @property
    def speaking(self) -> frozenset[str]:
        """The words that alone, or in front of an article, lead to an hour that counts nothing."""
        return frozenset().union(*(behind or {lead} for lead, behind in self.spoken.items()))

    def is_written(self, word: str) -> bool:
        """Whether a word is written as an hour with its minutes, where newspapers do: `19.00`."""
        return bool(self.written) and re.fullmatch(_DIGITS, word) is not None
