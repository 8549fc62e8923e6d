"""From faults in columns to findings with places."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pyarrow as pa

from kzdata.findings import Fault, Finding, Label, Place, Record
from kzdata.records.columns import Records
from kzdata.records.forms import SET_ASIDE
from kzdata.records.places import Places


def findings(
    root: Path, records: Records, faults: Iterable[tuple[str, Fault]]
) -> Iterator[Finding]:
    """Each fault of a table, or of `set_aside`, as a finding at its record's place."""
    places = Places(root)

    @lru_cache
    def origin(table: str) -> pa.Table:
        if table == SET_ASIDE:
            return records.set_aside.origin
        return pa.concat_tables(chunk.origin for chunk in records.tables[table].chunks)

    def record(table: str, row: int) -> Record:
        file, number = (column[row].as_py() for column in origin(table).columns)
        return Record(table, records.files[file], number)

    def place(at: Record, pointer: tuple[str | int, ...]) -> Place:
        return places.find(at.path, at.table, at.number, pointer)

    for table, fault in faults:
        mine = record(table, fault.row)
        pointer = _pointer(fault)
        also = fault.also
        if fault.first is not None:
            also += (Label(place=place(record(table, fault.first), pointer), message="first"),)
        yield fault.rule(
            fault.message,
            at=place(mine, pointer),
            label=fault.label,
            also=also,
            help=fault.help,
            records=(mine,),
            field=fault.field or "",
        )


def _pointer(fault: Fault) -> tuple[str | int, ...]:
    if fault.piece is not None:
        return ("evidence", fault.piece, "exact")
    return (fault.field,) if fault.field else ()
