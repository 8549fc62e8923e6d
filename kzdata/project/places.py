"""From faults in columns to findings with places."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pyarrow as pa

from kzdata.findings import Fault, Finding
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

    for table, fault in faults:
        file, number = (column[fault.row].as_py() for column in origin(table).columns)
        pointer = _pointer(fault)
        at = places.find(records.files[file], table, number, pointer)
        yield fault.rule(fault.message, at=at, label=fault.label, also=fault.also, help=fault.help)


def _pointer(fault: Fault) -> tuple[str | int, ...]:
    if fault.piece is not None:
        return ("evidence", fault.piece, "exact")
    return (fault.field,) if fault.field else ()
