"""The work of checking evidence, cut into batches that need nothing but themselves.

A batch holds the records that cite some sources, as columns, and says which sources these are;
whoever does the work reads them. It can be pickled, so that any executor may run it; what comes
back does not depend on who ran it, nor on how the work was cut.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from kzdata.checks.claims import Plan
from kzdata.columns import rows, streams
from kzdata.findings import Fault, Finding
from kzdata.quotations.locate import Text
from kzdata.readers.names import Directory
from kzdata.records import columns
from kzdata.seeds import Source
from kzdata.selectors import Quotation, Span

PIECES = columns.PIECES.insert(3, pa.field("key", pa.string()))
"""Pieces of evidence (`kzdata.records.columns.PIECES`) by the row of their batch. `source` is the
file name; null where `key`, the source's key as it was written, is that of no source. Both are null
where the piece or its source is at fault, which is told elsewhere."""

USED = pa.schema([("source", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
"""Stretches of sources on which cells rest, or would rest if they were not at fault."""


class Listed(NamedTuple):
    """A source as its row says; `language` is None where no sound row does."""

    source: Source
    language: str | None = None
    date: str | None = None


class Document(NamedTuple):
    """A source that was read: file name, text, language, and the day that it bears."""

    name: str
    text: Text
    language: str
    date: str | None = None


class Citation(NamedTuple):
    """A piece of evidence: its number in the record, its source's file name, and the quoted words.

    `source` is None where the source itself is at fault, which is reported once and not again for
    every citation; it is empty where `key` is that of no source. `fields` are those for which it
    is cited, None for all, and `of` is the field whose value it is, if any.
    """

    piece: int
    source: str | None
    key: str
    quotation: Quotation
    fields: tuple[str, ...] | None = None
    of: str | None = None

    def serves(self, field: str) -> bool:
        """Whether the piece is cited for this field."""
        return self.fields is None or field in self.fields


class Row(NamedTuple):
    """One record: its row, its key, the text of its values, its evidence, and its reasons."""

    row: int
    key: str
    values: Mapping[str, str]
    citations: Sequence[Citation]
    reasons: Mapping[str, str]

    @property
    def home(self) -> str:
        """The source that the record cites first; empty where it cites none."""
        return (self.citations[0].source if self.citations else None) or ""

    @property
    def quoted(self) -> Mapping[str, str]:
        """The values for which no reason is given: readers must read them, or they are assigned."""
        if not self.reasons:
            return self.values
        return {name: text for name, text in self.values.items() if name not in self.reasons}


class Rules(NamedTuple):
    """What a table's records are checked by: its fields in order, their readers, its claims."""

    fields: tuple[str, ...]
    readings: Mapping[str, str]
    plans: tuple[Plan, ...]


class Share(NamedTuple):
    """Records of one table, all or those of a batch, by columns.

    `cells` hold each record's key and then the texts of its fields, null where there is no sound
    value; `pieces` and `reasons` have the columns of `PIECES` and
    `kzdata.records.columns.REASONS`.
    """

    cells: pa.Table
    pieces: pa.Table
    reasons: pa.Table

    def rows(self) -> Iterator[Row]:
        """The records one by one."""
        citations, reasons = _citations(self.pieces), _reasons(self.reasons)
        names = self.cells.schema.names[1:]
        listed = (column.to_pylist() for column in self.cells.columns)
        for row, (key, *cells) in enumerate(zip(*listed, strict=True)):
            values = {n: cell for n, cell in zip(names, cells, strict=True) if cell is not None}
            yield Row(row, key, values, citations.get(row, ()), reasons.get(row, {}))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as Arrow writes it, by any pickle, and of a slice no more than the slice."""
        return _unpickled, tuple(map(streams.write, self))


def _unpickled(*written: bytes) -> Share:
    return Share(*map(streams.read, written))


def _citations(pieces: pa.Table) -> dict[int, list[Citation]]:
    found: dict[int, list[Citation]] = {}
    values = (column.to_pylist() for column in pieces.columns)
    for row, piece, source, key, exact, prefix, suffix, start, end, fields, of in zip(
        *values, strict=True
    ):
        quotation = Quotation(exact or "", prefix, suffix, start, end)
        named = "" if source is None and key is not None else source
        for_fields = None if fields is None else tuple(fields)
        citation = Citation(piece, named, key or "", quotation, for_fields, of)
        found.setdefault(row, []).append(citation)
    return found


def _reasons(reasons: pa.Table) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for row, field, reason in zip(*(column.to_pylist() for column in reasons.columns), strict=True):
        found.setdefault(row, {})[field] = reason
    return found


class Batch(NamedTuple):
    """The records of some sources by table, and every source that they cite, by file name.

    `home` are the sources of which this batch reads the ledger, and says what is wrong with the
    files. `aside` are pieces of decisions to set words of these sources aside, each a row of its
    own without cells. `directories` hold, by table, the names of its rows, where fields of another
    table are read by them. `stated` is the SHA-256 of these and of the rules, which all batches
    share.
    """

    stated: str
    rules: Mapping[str, Rules]
    directories: Mapping[str, Directory]
    sources: Mapping[str, Listed]
    home: tuple[str, ...]
    tables: Mapping[str, Share]
    aside: Share


class Aside(NamedTuple):
    """A stretch of a source that is set aside: by which row, and its piece, and where."""

    row: int
    piece: int
    source: str
    words: Span


class Outcome(NamedTuple):
    """What a batch gives.

    `evidence` has, by table, the columns of `kzdata.checks.proofs.PROOFS`, of each row together and
    in the order of the fields. `faults` are by table, or `set_aside`, and by the row of the batch;
    `findings` are those on the files of home sources. `refused` are sources that could not be read.
    `ledger` has the columns of `kzdata.ledger.ENTRIES`. `used` (`USED`) are stretches of sources
    that are at home in other batches. `unsettled` are the sources of which a citation could not be
    located.
    """

    evidence: Mapping[str, pa.Table]
    faults: Sequence[tuple[str, Fault]]
    findings: Sequence[Finding]
    refused: frozenset[str]
    ledger: pa.Table
    used: pa.Table
    aside: Sequence[Aside]
    unsettled: frozenset[str]


def stretches(spans: Mapping[str, Sequence[Span]]) -> pa.Table:
    """Spans by source, in the columns of `USED`.

    >>> stretches({"a.txt": [Span(0, 5)]}).to_pylist()
    [{'source': 'a.txt', 'start': 0, 'end': 5}]
    """
    return rows.table([(source, *span) for source, own in spans.items() for span in own], USED)
