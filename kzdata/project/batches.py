"""Cutting the work into batches: the records that cite the same sources, side by side."""

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.checks.claims import plans
from kzdata.checks.work import PIECES, Batch, Rules, Share
from kzdata.columns import forms
from kzdata.columns.rows import without
from kzdata.project import identity
from kzdata.project.columns import Columns, Faulty
from kzdata.project.documents import Documents
from kzdata.readers.names import Directory
from kzdata.records.columns import REASONS, Records
from kzdata.records.forms import SET_ASIDE
from kzdata.schema import Dataset, Table

SIZE = 4096
"""About how many records a batch holds: enough to be worth sending to another process."""

SOURCE = 8
"""How many records' work it is to read a source of an article's length."""

_HASHES = 1 << 32


class Task(NamedTuple):
    """A batch, and of each of its tables (and of `set_aside`) which row each of its rows is."""

    batch: Batch
    rows: Mapping[str, pa.Array]


class _Sorted(NamedTuple):
    """The records of a table in the order of the sources that they cite first.

    `rows` are the rows that they have in the table; `homes` is how many of them cite which source
    first, by its number, -1 for none.
    """

    share: Share
    rows: pa.Array
    homes: Mapping[int, int]

    def part(self, start: int, stop: int) -> Share:
        """Some of the records, their rows counted from 0."""
        cells, pieces, reasons = self.share
        return Share(
            cells.slice(start, stop - start), _of(pieces, start, stop), _of(reasons, start, stop)
        )


def shares(
    dataset: Dataset,
    records: Records,
    columns: Mapping[str, Columns],
    documents: Documents,
    faulty: Faulty,
) -> dict[str, Share]:
    """The records of each table as the gate takes them, in their own order.

    Cells that are `faulty` are left out: one fault is not told twice.
    """
    return {
        table.name: Share(
            _cells(table, columns[table.name], faulty),
            _pieces(records.tables[table.name].pieces, documents),
            records.tables[table.name].reasons,
        )
        for table in dataset.tables
    }


def batches(
    dataset: Dataset,
    whole: Mapping[str, Share],
    set_aside: pa.Table,
    named: Mapping[str, Directory],
    documents: Documents,
) -> Iterator[Task]:
    """The work, in batches of whole sources; records that cite none go by themselves.

    Where one batch ends and the next begins depends on the sources and records around that place
    only, so that a change leaves the batches elsewhere as they were. `set_aside` are the pieces of
    decisions to set words aside; `named` are the directories of the names of entities.
    """
    names = list(documents.listed)
    tables = {name: _sorted(share, names) for name, share in whole.items()}
    aside, decided = _aside(set_aside, documents, names)
    tables[SET_ASIDE] = aside
    rules = {table.name: _rules(table) for table in dataset.tables}
    stated = hashlib.sha256(repr((rules, named)).encode()).hexdigest()
    done = dict.fromkeys(tables, 0)
    for homes, sizes in _stretches(names, {name: one.homes for name, one in tables.items()}):
        stops = {name: done[name] + sizes.get(name, 0) for name in tables}
        shares = {name: tables[name].part(done[name], stops[name]) for name in tables}
        rows = {n: tables[n].rows.slice(done[n], stops[n] - done[n]) for n in tables}
        rows[SET_ASIDE] = decided.take(rows[SET_ASIDE])
        done = stops
        cited = {name for share in shares.values() for name in _sources(share)}
        yield Task(
            Batch(
                stated=stated,
                rules=rules,
                directories=named,
                sources={name: documents.listed[name] for name in sorted(cited.union(homes))},
                home=tuple(homes),
                aside=shares.pop(SET_ASIDE),
                tables=shares,
            ),
            rows,
        )


def _sources(share: Share) -> list[str]:
    """The sources that a share of records cites."""
    found: list[str] = pc.unique(share.pieces["source"]).drop_null().to_pylist()
    return found


def _rules(table: Table) -> Rules:
    fields = tuple(sorted(field.name for field in table.fields))
    readings = {field.name: field.reading for field in table.fields if field.reading}
    return Rules(fields, readings, plans(table))


def _cells(table: Table, columns: Columns, faulty: Faulty) -> pa.Table:
    """The key and the texts of each row, null where a cell is faulty."""
    wrong: dict[str | None, list[int]] = defaultdict(list)
    for name, row, field in faulty:
        if name == table.name:
            wrong[field].append(row)
    found = [identity.column(table, columns)]
    for declared in table.fields:
        cells = forms.text(declared, columns[declared.name])
        if declared.name in wrong:
            cells = without(cells, wrong[declared.name])
        found.append(cells)
    return pa.table(found, ["", *(field.name for field in table.fields)])


def _pieces(pieces: pa.Table, documents: Documents) -> pa.Table:
    """The pieces with their sources' file names, in the columns of `PIECES`."""
    key = pc.if_else(pieces["exact"].is_valid(), pieces["source"], None).combine_chunks()
    unknown = pc.if_else(pc.is_in(key, documents.keys), None, key)
    at = pieces.schema.get_field_index("source")
    named = pieces.set_column(at, "source", documents.cited(key)).add_column(at + 1, "key", unknown)
    return named.cast(PIECES)


def _aside(
    pieces: pa.Table, documents: Documents, names: Sequence[str]
) -> tuple[_Sorted, pa.Array]:
    """The decisions to set aside, each of their pieces a row; and the decision of each piece."""
    decided = pieces["row"].combine_chunks()
    numbered = pieces.set_column(0, "row", _count(len(pieces)))
    cells = pa.table([pa.array([""] * len(pieces), pa.string())], [""])
    share = Share(cells, _pieces(numbered, documents), REASONS.empty_table())
    return _sorted(share, names), decided


def _sorted(share: Share, names: Sequence[str]) -> _Sorted:
    cells, pieces, reasons = share
    home = _homes(len(cells), pieces, names)
    order = pc.sort_indices(home)
    place = pc.sort_indices(order).cast(pa.int64())
    moved = Share(cells.take(order), _moved(pieces, place), _moved(reasons, place))
    counted = {one["values"]: one["counts"] for one in pc.value_counts(home).to_pylist()}
    return _Sorted(moved, order.cast(pa.int64()), counted)


def _homes(rows: int, pieces: pa.Table, names: Sequence[str]) -> pa.Array:
    """The number of the source that each row cites first; -1 where it cites none."""
    row = pieces["row"].combine_chunks()
    first = pa.concat_arrays(
        [
            pa.array([True][: len(row)], pa.bool_()),
            pc.not_equal(row[1:], row[: max(0, len(row) - 1)]),
        ]
    )
    cited = pc.index_in(pieces["source"].combine_chunks(), pa.array(names, pa.string()))
    return pc.fill_null(cited.filter(first).take(pc.index_in(_count(rows), row.filter(first))), -1)


def _moved(table: pa.Table, place: pa.Array) -> pa.Table:
    """What hangs on rows, once each row has moved to its new place."""
    moved = place.take(table["row"].combine_chunks())
    return table.set_column(0, "row", moved).take(pc.sort_indices(moved))


def _of(table: pa.Table, start: int, stop: int) -> pa.Table:
    """What hangs on the rows from `start` to `stop`, these counted from 0; in the order of rows."""
    row = table["row"]
    first = bisect_left(row, start, key=lambda one: one.as_py())
    last = bisect_left(row, stop, first, key=lambda one: one.as_py())
    part = table.slice(first, last - first)
    return part.set_column(0, "row", pc.subtract(part["row"], start))


def _count(rows: int) -> pa.Array:
    return pa.array(range(rows), pa.int64())


def _stretches(
    names: Sequence[str], homes: Mapping[str, Mapping[int, int]]
) -> Iterator[tuple[list[str], Mapping[str, int]]]:
    """Which sources are at home in each batch, and how many of each table's rows are with them.

    A batch may end behind any source: the more likely, the more work the source is.
    """
    for table, counts in homes.items():
        for start in range(0, counts.get(-1, 0), SIZE):
            yield [], {table: min(SIZE, counts[-1] - start)}
    together: list[str] = []
    sizes: dict[str, int] = defaultdict(int)
    work = 0
    for number, name in enumerate(names):
        own = {table: counts[number] for table, counts in homes.items() if number in counts}
        together.append(name)
        for table, count in own.items():
            sizes[table] += count
        here = SOURCE + sum(own.values())
        work += here
        if work >= 2 * SIZE or crc32(name.encode()) * SIZE < here * _HASHES:
            yield together, sizes
            together, sizes, work = [], defaultdict(int), 0
    if together:
        yield together, sizes
