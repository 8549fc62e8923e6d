"""The work of checking evidence, cut into batches that need nothing but themselves.

A batch holds the records that cite some sources, and those sources. It can be pickled, so that any
executor may run it; what comes back does not depend on who ran it, nor on how the work was cut.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kzdata.checks.claims import Plan
from kzdata.findings import Fault
from kzdata.ledger import Item
from kzdata.quotations.locate import Text
from kzdata.readers.names import Directory
from kzdata.selectors import Quotation, Span


class Document(NamedTuple):
    """A source as readers need it: file name, text, language, and the day that it bears."""

    name: str
    text: Text
    language: str
    date: str | None = None


class Citation(NamedTuple):
    """A piece of evidence: its number in the record, its source's file name, and the quoted words.

    `source` is None where the source itself is at fault, which is reported once and not again for
    every citation. `fields` are those for which it is cited, None for all, and `of` is the
    field whose value it is, if any.
    """

    piece: int
    source: str | None
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
    citations: tuple[Citation, ...]
    reasons: Mapping[str, str]


class TableWork(NamedTuple):
    """The records of one table in a batch, its plans, and the names of its fields in order."""

    fields: tuple[str, ...]
    readings: Mapping[str, str]
    plans: tuple[Plan, ...]
    rows: tuple[Row, ...]


class Batch(NamedTuple):
    """Records by table, and every source that they cite, by file name.

    `home` are the sources of which this batch reads the ledger. `directories` hold, by table, the
    names of its rows, where fields of another table are read by them.
    """

    documents: Mapping[str, Document]
    tables: Mapping[str, TableWork]
    home: tuple[str, ...]
    directories: Mapping[str, Directory]


class Outcome(NamedTuple):
    """What a batch gives: rows of the evidence table, faults by table, and the words that are used.

    `evidence` rows have the columns of `kzdata.evidence_table.COLUMNS`. `used` are the spans of
    each source that a cell rests on, or would rest on if it were not at fault. `items` is what the
    ledger finds in the batch's home sources. `unsettled` are the sources of which a citation could
    not be located.
    """

    evidence: list[tuple[object, ...]]
    faults: list[tuple[str, Fault]]
    used: dict[str, list[Span]]
    items: dict[str, list[Item]]
    unsettled: set[str]
