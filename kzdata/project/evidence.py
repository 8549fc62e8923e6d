"""The evidence of all batches, put in the order in which it is published.

Batches come in the order of their sources, and the evidence table is in the order of its records.
What does not fit into memory waits on disk, parted by records, so that one part at a time is put in
order.
"""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from weakref import finalize

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.checks.proofs import EVIDENCE
from kzdata.columns import streams, tally

HELD = 128 * 1024 * 1024
"""How many bytes of evidence are held in memory."""

PART = 64 * 1024
"""How many records' evidence is put in order at once."""

_PLACE = "place"

_PLACED = pa.schema([(_PLACE, pa.int64()), *EVIDENCE])


class Evidence:
    """The rows of the evidence table. `add` takes them; `tables` gives them in order.

    `cells` counts the cells that they are of, by table and basis. Iterating gives each row as a
    tuple (`kzdata.evidence_table.COLUMNS`).
    """

    def __init__(self) -> None:
        self.cells: Counter[tuple[str, str]] = Counter()
        self._held: list[pa.Table] = []
        self._size = 0
        self._parts: _Parts | None = None

    def add(self, rows: pa.Table, places: pa.Array) -> None:
        """Take evidence, and for each row its record's place among all records.

        The rows of one record come in their order, and together.
        """
        self._held.append(pa.table([places, *rows.columns], schema=_PLACED))
        self._size += self._held[-1].nbytes
        first = rows.filter(pc.equal(rows["piece"], 1))
        for table, basis, count in tally.pairs(first["table"], first["basis"]):
            self.cells[table, basis] += count
        if self._size > HELD:
            self._put_away()

    def tables(self) -> Iterator[pa.Table]:
        """All rows in order, some at a time."""
        if self._parts:
            self._put_away()
            yield from self._parts.tables()
        else:
            yield _in_order([_PLACED.empty_table(), *self._held])

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for table in self.tables():
            for batch in table.to_batches(max_chunksize=PART):
                yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def _put_away(self) -> None:
        self._parts = self._parts or _Parts()
        self._parts.add(pa.concat_tables([_PLACED.empty_table(), *self._held]))
        self._held, self._size = [], 0


class _Parts:
    """Evidence on disk, parted by the places of its records; the files go when this does."""

    def __init__(self) -> None:
        self._folder = mkdtemp(prefix="kzdata-")
        finalize(self, shutil.rmtree, self._folder)
        self._files: dict[int, list[Path]] = defaultdict(list)

    def add(self, rows: pa.Table) -> None:
        """Write the rows, a file for each part that they are of."""
        part = pc.divide(rows[_PLACE], PART)
        for number in pc.unique(part).to_pylist():
            files = self._files[number]
            files.append(Path(self._folder, f"{number}-{len(files)}.arrow"))
            files[-1].write_bytes(streams.write(rows.filter(pc.equal(part, number))))

    def tables(self) -> Iterator[pa.Table]:
        """The rows in order, a part at a time."""
        for _, files in sorted(self._files.items()):
            yield _in_order([streams.read(file.read_bytes()) for file in files])


def _in_order(tables: list[pa.Table]) -> pa.Table:
    rows = pa.concat_tables(tables)
    return rows.take(pc.sort_indices(rows[_PLACE])).drop_columns(_PLACE)
