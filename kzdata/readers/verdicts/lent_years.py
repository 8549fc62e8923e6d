"""Which year a day and month take from another date that the cited words say.

What such a claim is judged by else is `kzdata.readers.verdicts.date_claims`.
"""

import re
from collections.abc import Sequence
from typing import Final

from kzdata.readers import dates, whole
from kzdata.readers.dates.forms import grammar
from kzdata.readers.language import code
from kzdata.readers.readings import DateReading
from kzdata.readers.verdicts import Piece, Read
from kzdata.selectors import Span

_LINK: Final = 8
"""How many characters may part a day from its year: ` dell'`."""

_NEAR: Final = 64
"""How many characters in front of a date may say that its year is its own."""

_WHOLE_DAY: Final = len("2022-01-06")

_WORDS: Final = 4
"""How many words may part a day from one behind it that lends its year, as in a list or range."""

_BREAKS: Final = re.compile(r"[.;:!?()] ?[^\W\d_]")


def own_year(piece: Piece, reading: DateReading) -> Span | None:
    """Where the year stands that follows a day and month, told from another: `of the next year`.

    It follows them in the text, cited or not.
    """
    if not reading.edtf or reading.offset_months is not None:
        return None
    start, end = reading.words
    around = Span(start, end + _LINK + 1)
    for year in whole.near(dates.read, piece.text, piece.language, around):
        between = piece.text[end : year.words.start]
        touching = 0 < len(between) <= _LINK and len(between.split()) <= 1
        link = between.strip(" ,'")
        if year.edtf == "XXXX" and touching and (link.isalpha() or not link):
            return year.words
    return None


def keeps_year(piece: Piece, day: Read, edtf: str, lender: Sequence[Read]) -> bool:
    """Whether a date lends its year to no day and month such as this one.

    `born on 12 May 1980; the wedding is on 9 May` says no year of the wedding, nor does the decree
    in `on 9 May the decree of 12 March 1998 was cancelled`.
    """
    if _is_doubtful(day, edtf, lender):
        return True
    said = lender[0]
    if said.source != day.source:
        return False
    before, after = grammar(code(piece.language)).apart
    start, end = said.words
    if before.search(piece.text, max(0, start - _NEAR), start) or after.match(piece.text, end):
        return True
    return len(edtf) == _WHOLE_DAY and not _is_joined(piece.text[day.words.end : start])


def _is_joined(between: str) -> bool:
    """Whether no more parts two dates than the days of a list or a range: `, 7 мая и `."""
    if len(between) > _NEAR or _BREAKS.search(between):
        return False
    return sum(word[0].isalpha() for word in between.split()) <= _WORDS


def _is_doubtful(day: Read, edtf: str, lender: Sequence[Read]) -> bool:
    """Whether a date takes its year from an earlier one that stands behind it in the same piece.

    In `from 28 December to 3 January 2022` nobody says December of which year.
    """
    later = "-" in edtf and edtf < day.value
    return later and any(
        read[1:3] == day[1:3] and read.words.start > day.words.start for read in lender
    )
