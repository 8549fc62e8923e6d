"""What the numbers in cited words count, by the reader: for messages only."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kzdata.checks.citations import Found
from kzdata.findings import shown
from kzdata.readers import quantities, whole
from kzdata.readers.verdicts import Read

_FURTHER: Final = re.compile(r"['’]s?\s\w+|[-/]\w+")
"""What makes words those of another thing: `soldiers' wives`, `man-hours`, `km/h`."""


def read_as(number: str | None, reads: Iterable[Read]) -> list[Read]:
    """The readings of this number, whatever its bound, or of any: the first few."""
    numbers = [read for read in reads if read.part == "number"]
    return [read for read in numbers if number in (None, read.value.rpartition(" ")[2])][:4]


def said(numbers: Iterable[Read], found: Mapping[int, Found]) -> tuple[str, str]:
    """What is said of a unit beside which others are counted, and the words to cite for it."""
    things = _things(numbers, found)
    if cited := [f"{number} counts `{words}`" for number, words, cited in things if cited]:
        return f"but {' and '.join(cited)}", ""
    if words := " and ".join(f"`{words}`" for _, words, _ in things):
        return f"and what is counted is not cited: {words}", words
    return "and no words are read for what is counted", ""


def each(numbers: Iterable[Read], found: Mapping[int, Found]) -> list[str]:
    """The numbers, each with what it counts, where that is read."""
    told = ((read.value, _counted(read, found[read.source])) for read in numbers)
    return [f"{value} of `{thing.words}`" if thing else value for value, thing in told]


class _Counted(NamedTuple):
    """A number, the likeliest words for what it counts, and whether any of them are cited."""

    number: str
    words: str
    cited: bool


def _things(numbers: Iterable[Read], found: Mapping[int, Found]) -> list[_Counted]:
    """What each of the numbers counts; nothing of those with which the text leaves it out."""
    told = (_counted(read, found[read.source]) for read in numbers)
    return [*dict.fromkeys(one for one in told if one)]


def _counted(read: Read, one: Found) -> _Counted | None:
    text, language = one.document.text.text, one.document.language
    for quantity in whole.near(quantities.read, text, language, one.spans[read.piece]):
        if quantity.words == read.words and quantity.units:
            unit = quantity.units[0]
            further = _FURTHER.match(text, unit.end)
            words = text[unit.start : further.end() if further else unit.end]
            cited = any(unit.start < end and start < unit.end for start, end in one.spans)
            return _Counted(read.value, shown(" ".join(words.split())), cited)
    return None
