"""Whether each piece of evidence is whole: what its basis asks, what its field is, in one sequence.

Whether every cell has evidence is `kzdata.verification.cells`; whether the words stand in their
sources, `kzdata.verification.texts`.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog.cells import Piece
from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.package import Package
from kzdata.evidence_table import BASES, CONTEXT, EVIDENCE, KEY

SHOWN = 5
"""How many pieces of one fault are told."""

Fault = tuple[str, pa.ChunkedArray | pa.Array]
"""What a piece may be wrong in, and which pieces are: null is no."""

_WORDS = ("source", "start", "end", "exact")
_CONTEXT = ("prefix", "suffix")
_READ = ("reader", "reading", "reading_start")


class _Asked(NamedTuple):
    """The columns that a piece of one basis has, and those that it may have."""

    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


_ASKED: Mapping[str, _Asked] = {
    "quoted": _Asked((*_WORDS, *_READ), _CONTEXT),
    "inferred": _Asked(("reason",), (*_WORDS, *_CONTEXT)),
    "assigned": _Asked(),
}


def problems(package: Package, evidence: pa.Table) -> Iterator[str]:
    """A line for each piece that is wrong, the first few of each fault."""
    faults = [*_by_basis(evidence), *_words(evidence), *_sequence(evidence)]
    for name in package:
        if name != EVIDENCE:
            faults += _of_fields(package.info(name), evidence)
    for fault, wrong in faults:
        for piece in evidence.filter(wrong).slice(0, SHOWN).to_pylist():
            yield f"{where(Piece(**piece))}: {fault}"
    yield from _readings(evidence)


def where(piece: Piece) -> str:
    """The place of a piece, as messages begin with it."""
    return f"`{piece.table}` {piece.record!r:.80}, `{piece.field}`, piece {piece.piece}"


def _by_basis(evidence: pa.Table) -> Iterator[Fault]:
    basis = evidence["basis"]
    yield "its basis is unknown", pc.invert(pc.is_in(basis, value_set=pa.array(BASES)))
    for name, asked in _ASKED.items():
        mine = pc.equal(basis, name)
        for column in (*_WORDS, *_CONTEXT, *_READ, "reason"):
            there = evidence[column].is_valid()
            if column in asked.must:
                yield f"it is {name} and has no `{column}`", pc.and_(mine, pc.invert(there))
            elif column not in asked.may:
                yield f"it is {name} and has a `{column}`", pc.and_(mine, there)
    exact = evidence["exact"].is_valid()
    for column in ("source", "start", "end"):
        lacking = pc.and_(exact, evidence[column].is_null())
        yield f"it has words and no `{column}`", lacking
    for column in ("source", "start", "end", *_CONTEXT):
        spare = pc.and_(evidence[column].is_valid(), pc.invert(exact))
        yield f"it has a `{column}` and no words", spare


def _words(evidence: pa.Table) -> Iterator[Fault]:
    start, length = evidence["start"], pc.subtract(evidence["end"], evidence["start"])
    long = pc.utf8_length(evidence["exact"]).cast(pa.int64())
    yield "`end` less `start` is not the length of its words", pc.not_equal(length, long)
    yield "`start` is negative", pc.less(start, 0)
    for side in _CONTEXT:
        longer = pc.greater(pc.utf8_length(evidence[side]), CONTEXT)
        yield f"its {side} is longer than {CONTEXT}", longer


def _sequence(evidence: pa.Table) -> Iterator[Fault]:
    """The pieces of a cell count up from 1, which `cells` sees to, and have one basis."""
    before = {name: _before(evidence[name]) for name in (*KEY, "basis")}
    table, record, field = (pc.equal(evidence[name], before[name]) for name in KEY[:3])
    same = pc.and_(pc.and_(table, record), field)
    skipped = pc.not_equal(evidence["piece"], pc.add(before["piece"], 1))
    yield "it is not the next one of its cell", pc.and_(same, skipped)
    other = pc.not_equal(evidence["basis"], before["basis"])
    yield "its basis is not that of the piece before it", pc.and_(same, other)
    assigned = pc.and_(pc.equal(evidence["basis"], "assigned"), pc.greater(evidence["piece"], 1))
    yield "it is assigned and not the only one of its cell", assigned


def _before(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column moved by a row: in each row the value of the row before, in the first null.

    >>> _before(pa.chunked_array([["a", "b"], ["c"]])).to_pylist()
    [None, 'a', 'b']
    """
    moved = pa.chunked_array([pa.nulls(1, column.type), *column.chunks], column.type)
    return moved.slice(0, len(column))


def _of_fields(info: TableInfo, evidence: pa.Table) -> Iterator[Fault]:
    """No cell is assigned but those of assigned fields, and each is read by its field's reader."""
    said = [field.properties for field in info.fields]
    known = pa.array([field.name for field in info.fields], pa.string())
    assigned = pa.array([each.get("kzdata:basis") == "assigned" for each in said])
    readers = pa.array([_text(each.get("kzdata:reading")) for each in said], pa.string())
    mine, basis = pc.equal(evidence["table"], info.name), evidence["basis"]
    at = pc.index_in(evidence["field"], value_set=known)
    without = pc.and_(mine, pc.invert(assigned.take(at)))
    yield "it is assigned, and its field is quoted", pc.and_(without, pc.equal(basis, "assigned"))
    read = pc.and_(mine, pc.equal(basis, "quoted"))
    same = pc.fill_null(pc.equal(evidence["reader"], readers.take(at)), fill_value=False)
    yield "its reader is not that of its field", pc.and_(read, pc.invert(same))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _readings(evidence: pa.Table) -> Iterator[str]:
    """A reading must stand in the words, at its place."""
    names = ("exact", "start", "reading", "reading_start")
    columns = [evidence[name].to_pylist() for name in names]
    told = 0
    for row, (exact, start, reading, reading_start) in enumerate(zip(*columns, strict=True)):
        if None in (exact, start, reading, reading_start):
            continue
        at = reading_start - start
        if (at < 0 or exact[at : at + len(reading)] != reading) and (told := told + 1) <= SHOWN:
            piece = Piece(**evidence.slice(row, 1).to_pylist()[0])
            yield f"{where(piece)}: its reading {reading!r:.60} does not stand in its words"
