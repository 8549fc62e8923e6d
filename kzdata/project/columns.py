"""Records as typed columns, with what the build itself fills in."""

from collections.abc import Mapping

import pyarrow as pa

from kzdata.arrow_types import holds_text
from kzdata.checks import characters
from kzdata.columns import forms, lexical
from kzdata.constraints.characters import WITHIN
from kzdata.findings import Fault, Rule
from kzdata.records.columns import Records, TableRecords
from kzdata.schema import Dataset, Field, SourceTable, Table
from kzdata.seeds import Source
from kzdata.threads import each

Columns = Mapping[str, pa.Array]
"""The columns of one table by field, all of one length."""

Faulty = frozenset[tuple[str, int, str | None]]
"""Cells that are at fault, by table, row and field."""

SHA256_DIFFERS = Rule(
    name="sha256-differs",
    doc="""\
Checks that a hash which a curator wrote for a source is the hash of that source's file.

The hash is filled in by the build; one that is written by hand and wrong points
elsewhere.

Example: `sha256:` of another file.

Instead: leave the field out.""",
)

SEED_UNKNOWN = Rule(
    name="seed-unknown",
    doc="""\
Checks that each row of the table of sources names a file that seeds/SHA256SUMS lists.

A source that is not there cannot be read.

Example: `seed: article.txt`, where seeds/SHA256SUMS has no such line.

Instead: add the file to seeds/ and its line to seeds/SHA256SUMS, or correct the name.""",
)


def typed(records: TableRecords) -> tuple[dict[str, pa.Array], list[Fault]]:
    """The values in the Arrow types of their fields; what does not fit is null and a fault."""
    fields = records.table.fields
    found = each(lambda field: _of_field(field, records), fields, records.rows)
    columns = {field.name: values for field, (values, _) in zip(fields, found, strict=True)}
    return columns, [fault for _, wrong in found for fault in wrong]


def _of_field(field: Field, records: TableRecords) -> tuple[pa.Array, list[Fault]]:
    arrays: list[pa.Array] = []
    faults: list[Fault] = []
    first = 0
    for chunk in records.chunks:
        raw, unseen = characters.visible(field.name, chunk.fields[field.name])
        values, wrong = lexical.column(field, raw)
        if field.type in WITHIN or not holds_text(raw.type):
            values, within = characters.visible_within(field, values)
            unseen += within
        faults += [fault._replace(row=fault.row + first) for fault in (*unseen, *wrong)]
        arrays.append(values)
        first += len(values)
    return _joined(arrays or [lexical.column(field, pa.nulls(0, pa.string()))[0]]), faults


def _joined(arrays: list[pa.Array]) -> pa.Array:
    if len(arrays) == 1:
        return arrays[0]
    return pa.chunked_array(arrays).unify_dictionaries().combine_chunks()


def with_hashes(
    columns: dict[str, pa.Array], listed: SourceTable, sources: Mapping[str, Source | None]
) -> tuple[dict[str, pa.Array], list[Fault]]:
    """The columns of the table of sources with the hash that is listed of each file filled in.

    Of a source that is None, refused, there is nothing more to say.
    """
    names = columns[listed.file].to_pylist()
    hashes: list[str | None] = []
    faults: list[Fault] = []
    for row, (name, given) in enumerate(
        zip(names, columns[listed.sha256].to_pylist(), strict=True)
    ):
        source = sources.get(name)
        hashes.append(source.sha256 if source else given)
        if name is not None and name not in sources:
            message = f"`{name}` is no source of the project"
            help = "add the file to seeds/ and its line to seeds/SHA256SUMS"
            faults.append(Fault(SEED_UNKNOWN, row, listed.file, message, help))
        elif source and given not in (None, source.sha256):
            message = f"`{listed.sha256}` is {given}, and the file's is {source.sha256}"
            faults.append(Fault(SHA256_DIFFERS, row, listed.sha256, message, "leave it out"))
    return {**columns, listed.sha256: pa.array(hashes, pa.string())}, faults


def of_all(
    dataset: Dataset, records: Records, sources: Mapping[str, Source | None]
) -> tuple[dict[str, dict[str, pa.Array]], list[tuple[str, Fault]]]:
    """The typed columns of every table, and the faults of their values, by table."""
    columns: dict[str, dict[str, pa.Array]] = {}
    faults: list[tuple[str, Fault]] = []
    for table in dataset.tables:
        values, wrong = typed(records.tables[table.name])
        if table.name == dataset.sources.table:
            values, more = with_hashes(values, dataset.sources, sources)
            wrong += more
        columns[table.name] = values
        faults += [(table.name, fault) for fault in wrong]
    return columns, faults


def texts(table: Table, columns: Columns, field: str) -> list[str | None]:
    """The values of a column in their text form."""
    values: list[str | None] = forms.text(table.field(field), columns[field]).to_pylist()
    return values
