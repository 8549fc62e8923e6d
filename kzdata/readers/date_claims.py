"""Whether cited words say a date, whole, or one part here and another there.

What a claim and a verdict are is `kzdata.readers.verdicts`.
"""

from collections.abc import Iterator
from functools import lru_cache

from kzdata.readers import dates
from kzdata.readers.readings import DateReading
from kzdata.readers.verdicts import Claim, Piece, Read, Verdict, text_part, verdict

_read_dates = lru_cache(maxsize=4096)(dates.read)


def date(claim: Claim, cited: list[Piece]) -> Verdict:
    """Whether the words say this date, in EDTF."""
    value = text_part(claim, "value")
    found = [
        (piece, reading)
        for piece in cited
        for reading in _read_dates(piece.window, piece.language)
        if reading.words.within(piece.words)
    ]
    said = {reads[0].value: reads for reads in _dates_said(found)}
    support = list(said.get(value or "", ()))
    read = [reads[0] for reads in said.values()]
    used = {(one.piece, one.words) for one in support}
    rivals = any((one.piece, one.words) not in used for one in read)
    return verdict(support, read, rivals=rivals)


def _dates_said(found: list[tuple[Piece, DateReading]]) -> Iterator[list[Read]]:
    """Each date that the readings say, alone or one completed by another, with the words used."""
    whole = [
        (piece, reading)
        for piece, reading in found
        if reading.edtf and not reading.edtf.startswith("XXXX")
    ]
    for piece, reading in found:
        here = piece.read(reading.edtf, reading.words)
        if reading.edtf:
            yield [here]
        if (piece, reading) in whole:
            continue
        for other, given in whole:
            if date := dates.complete(reading, year=given.edtf[:4], reference=_day(given.edtf)):
                yield [here._replace(value=date), other.read(given.edtf, given.words)]
        if piece.reference and (
            date := dates.complete(reading, year=None, reference=piece.reference)
        ):
            yield [here._replace(value=date)]


def _day(edtf: str) -> str | None:
    """The EDTF date as a reference day, where it is one."""
    return edtf if len(edtf) == len("2022-01-06") else None
