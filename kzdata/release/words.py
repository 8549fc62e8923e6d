"""The words behind cells: those of cells that changed, and cells of which the words alone did.

The evidence of large packages is read column by column, and most of it never leaves Arrow.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog.cells import Piece
from kzdata.catalog.package import Package
from kzdata.catalog.parquet import Parquet
from kzdata.errors import DataError
from kzdata.evidence_table import EVIDENCE, KEY
from kzdata.release import kinds, numbers
from kzdata.release.changes import Change
from kzdata.release.rows import Rows
from kzdata.verification import types

_CELL = ("table", "record", "field")

Cell = tuple[str, str, str]
"""Table, record and field."""


def behind(old: Package, new: Package, rows: Mapping[str, Rows]) -> Iterator[Change]:
    """The changes of cells with their pieces of evidence, then the cells of which those changed.

    `rows` holds what was found of the tables that are compared; of the cells of rows and fields
    that only one package has nothing is said. Raises `DataError` where the evidence is no table, or
    not of its columns.
    """
    one, other = _evidence(old), _evidence(new)
    cells = {_cell(change): change for each in rows.values() for change in each.cells}
    reworded = set() if _same(old, new) else _reworded(one, other, rows)
    for table, record, field in sorted(reworded - cells.keys()):
        cells[table, record, field] = Change(
            kind=kinds.EVIDENCE_CHANGED, table=table, record=record, field=field
        )
    before, after = _pieces(one, cells), _pieces(other, cells)
    for cell, change in cells.items():
        yield replace(change, before=before[cell], after=after[cell])


def _cell(change: Change) -> Cell:
    return (change.table or "", change.record or "", change.field or "")


def _evidence(package: Package) -> Parquet:
    if EVIDENCE not in package:
        raise DataError(f"`{package.place}`: there is no table `{EVIDENCE}`")
    file = package.parquet(EVIDENCE)
    if lack := types.missing(file.schema):
        raise DataError(f"`{package.place}`: {lack}")
    return file


def _same(old: Package, new: Package) -> bool:
    """Whether the two tables of evidence are the same file, by its checked digest."""
    paths = (package.digests[package.info(EVIDENCE).parquet] for package in (old, new))
    return len(set(paths)) == 1


def _reworded(one: Parquet, other: Parquet, rows: Mapping[str, Rows]) -> set[Cell]:
    """The cells of rows that both packages have of which a piece is new, gone or different."""
    codes = numbers.of((_column(one, name), _column(other, name)) for name in KEY)
    rest = [name for name in Piece._fields if name not in KEY]
    unlike = numbers.differing(codes, ((_column(one, name), _column(other, name)) for name in rest))
    found: set[Cell] = set()
    for file, mask in zip((one, other), unlike, strict=True):
        pieces = pa.table({name: _column(file, name).filter(mask) for name in _CELL}).drop_null()
        for table, compared in rows.items():
            mine = pieces.filter(pc.equal(pieces["table"], table))
            known = pc.is_in(mine["field"], value_set=compared.fields)
            apart = pc.is_in(mine["record"], value_set=compared.apart)
            ours = mine.filter(pc.and_not(known, apart))
            found.update(zip(*(column.to_pylist() for column in ours.columns), strict=True))
    return found


def _pieces(file: Parquet, cells: Collection[Cell]) -> dict[Cell, tuple[Piece, ...]]:
    """The pieces of each of the cells, in order; none where it has none."""
    if not cells:
        return {}
    found: dict[Cell, list[Piece]] = {cell: [] for cell in cells}
    records, fields = (pa.array({cell[at] for cell in cells}, pa.string()) for at in (1, 2))
    wanted = pc.and_(
        pc.is_in(_column(file, "record"), value_set=records),
        pc.is_in(_column(file, "field"), value_set=fields),
    )
    start = 0
    for group in range(file.footer.num_row_groups):
        mask = wanted.slice(start, file.footer.row_group(group).num_rows)
        start += len(mask)
        if not pc.any(mask).as_py():
            continue
        columns = [_column(file, name, group).filter(mask) for name in Piece._fields]
        for piece in map(Piece._make, zip(*map(pa.ChunkedArray.to_pylist, columns), strict=True)):
            if (cell := (piece.table, piece.record, piece.field)) in found:
                found[cell].append(piece)
    return {
        cell: tuple(sorted(pieces, key=lambda piece: piece.piece or 0))
        for cell, pieces in found.items()
    }


def _column(file: Parquet, name: str, group: int | None = None) -> pa.ChunkedArray:
    """A column of the evidence, whole or of one row group."""
    return file.read([name], None if group is None else [group])[name]
