"""Whether every cell has evidence, and all evidence is of a cell: no source is needed."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog import identity
from kzdata.catalog.cells import Piece
from kzdata.catalog.package import Package
from kzdata.evidence_table import EVIDENCE, KEY
from kzdata.verification import pieces, types

SHOWN = 5
"""How many cells of one field are told."""


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
    yield from pieces.problems(package, evidence)


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
        mine = first.filter(pc.equal(first["table"], name))
        fields = {field.name for field in info.fields}
        for field in sorted(set(mine["field"].unique().to_pylist()) - fields):
            yield f"there is evidence of a field `{field}` in `{name}`, which has none such"
        records = identity.column(info.schema, table)
        for field in table.column_names:
            cells = records.filter(table[field].is_valid())
            known = mine.filter(pc.equal(mine["field"], field))["record"]
            yield from _missing(cells, known, f"`{name}` {{}}, `{field}`: the cell has no evidence")
            yield from _missing(
                known, cells, f"`{name}` {{}}, `{field}`: no such cell, or a null one"
            )


def _missing(values: pa.ChunkedArray, known: pa.ChunkedArray, message: str) -> Iterator[str]:
    there = known.combine_chunks() if isinstance(known, pa.ChunkedArray) else known
    lost = values.filter(pc.invert(pc.is_in(values, value_set=there)))
    for value in lost.slice(0, SHOWN).to_pylist():
        yield message.format(f"{value!r:.80}")
