"""Whether every cell has evidence, and each piece agrees with itself: no source is needed."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog import identity
from kzdata.catalog.cells import Piece
from kzdata.catalog.package import Package
from kzdata.evidence_table import BASES, CONTEXT, EVIDENCE, KEY
from kzdata.verification import types

SHOWN = 5
"""How many cells of one field, or pieces of one fault, are told."""


def problems(package: Package) -> Iterator[str]:
    """A line for each cell without evidence, evidence without a cell, and piece that is wrong."""
    if lack := types.missing(package.parquet(EVIDENCE).schema):
        yield f"`{package.place}`: {lack}"
        return
    evidence = package.load(EVIDENCE, columns=Piece._fields)
    keys = evidence.select(list(KEY))
    if not keys.sort_by([(name, "ascending") for name in KEY]).equals(keys):
        yield f"`{package.place}`: the evidence is not in the order of its key"
    yield from _coverage(package, evidence)
    for fault, wrong in _faults(evidence):
        for piece in evidence.filter(wrong).slice(0, SHOWN).to_pylist():
            yield f"{where(Piece(**piece))}: {fault}"
    yield from _readings(evidence)


def where(piece: Piece) -> str:
    """The place of a piece, as messages begin with it."""
    return f"`{piece.table}` {piece.record!r:.80}, `{piece.field}`, piece {piece.piece}"


def _coverage(package: Package, evidence: pa.Table) -> Iterator[str]:
    """Cells and first pieces must be the same, table by table and field by field."""
    first = evidence.filter(pc.equal(evidence["piece"], 1)).select(["table", "record", "field"])
    named = set(first["table"].unique().to_pylist())
    for name in sorted(named - (set(package) - {EVIDENCE})):
        yield f"there is evidence of a table `{name}`, which the package has not"
    for name in package:
        if name == EVIDENCE:
            continue
        table, info = package.load(name), package.info(name)
        pieces = first.filter(pc.equal(first["table"], name))
        fields = {field.name for field in info.fields}
        for field in sorted(set(pieces["field"].unique().to_pylist()) - fields):
            yield f"there is evidence of a field `{field}` in `{name}`, which has none such"
        records = identity.column(info.schema, table)
        for field in table.column_names:
            cells = records.filter(table[field].is_valid())
            known = pieces.filter(pc.equal(pieces["field"], field))["record"]
            yield from _missing(cells, known, f"`{name}` {{}}, `{field}`: the cell has no evidence")
            yield from _missing(
                known, cells, f"`{name}` {{}}, `{field}`: no such cell, or a null one"
            )


def _missing(values: pa.ChunkedArray, known: pa.ChunkedArray, message: str) -> Iterator[str]:
    there = known.combine_chunks() if isinstance(known, pa.ChunkedArray) else known
    lost = values.filter(pc.invert(pc.is_in(values, value_set=there)))
    for value in lost.slice(0, SHOWN).to_pylist():
        yield message.format(f"{value!r:.80}")


def _faults(evidence: pa.Table) -> Iterator[tuple[str, pa.ChunkedArray]]:
    """What a piece may be wrong in, and which pieces are."""
    column = {name: evidence[name] for name in evidence.column_names}
    there = {name: values.is_valid() for name, values in column.items()}
    basis = {name: pc.equal(column["basis"], name) for name in BASES}

    def without(needed: str, mask: pa.ChunkedArray) -> pa.ChunkedArray:
        return pc.and_(mask, pc.invert(there[needed]))

    yield "its basis is unknown", pc.invert(pc.is_in(column["basis"], value_set=pa.array(BASES)))
    for needed in ("source", "start", "end", "exact"):
        yield f"it is quoted and has no `{needed}`", without(needed, basis["quoted"])
    yield "it is inferred and has no reason", without("reason", basis["inferred"])
    yield "it is assigned and has a source", pc.and_(basis["assigned"], there["source"])
    for needed in ("source", "start", "end"):
        yield f"it has words and no `{needed}`", without(needed, there["exact"])
    length = pc.subtract(column["end"], column["start"])
    yield (
        "`end` less `start` is not the length of its words",
        _not_equal(length, pc.utf8_length(column["exact"])),
    )
    yield "`start` is negative", pc.fill_null(pc.less(column["start"], 0), fill_value=False)
    for side in ("prefix", "suffix"):
        longer = pc.greater(pc.utf8_length(column[side]), CONTEXT)
        yield f"its {side} is longer than {CONTEXT}", pc.fill_null(longer, fill_value=False)
    yield "it has a reading and no place of it", without("reading_start", there["reading"])


def _not_equal(one: pa.ChunkedArray, other: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.fill_null(pc.not_equal(one, other.cast(pa.int64())), fill_value=False)


def _readings(evidence: pa.Table) -> Iterator[str]:
    """A reading must stand in the words, at its place."""
    read = evidence.filter(pc.and_(evidence["reading"].is_valid(), evidence["exact"].is_valid()))
    names = ("exact", "start", "reading", "reading_start")
    columns = [read[name].to_pylist() for name in names]
    told = 0
    for row, (exact, start, reading, reading_start) in enumerate(zip(*columns, strict=True)):
        at = -1 if None in (start, reading_start) else reading_start - start
        if at < 0 or exact[at : at + len(reading)] != reading:
            told += 1
            if told <= SHOWN:
                piece = Piece(**read.slice(row, 1).to_pylist()[0])
                yield f"{where(piece)}: its reading {reading!r:.60} does not stand in its words"
