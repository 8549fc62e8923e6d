"""How the evidence table names the rows of a published table: by their primary keys, in text."""

from collections.abc import Iterator, Sequence

import pyarrow as pa

from kzdata import evidence_table
from kzdata.catalog import forms, operands, values
from kzdata.catalog.descriptor import TableInfo


def names(info: TableInfo, rows: pa.Table) -> pa.ChunkedArray | pa.Array:
    """Each row's primary key as one text; null where a part of it is.

    One field stands as it is in CSV, several as a JSON array of texts.
    """
    fields = info.schema.primary_key
    parts = [forms.texts(rows[name], forms.kind(info.field(name))) for name in fields]
    if len(parts) == 1:
        return parts[0]
    keys = zip(*(part.to_pylist() for part in parts), strict=True)
    named = [None if None in key else evidence_table.record(key) for key in keys]
    return pa.array(named, pa.string())


def name(info: TableInfo, columns: pa.Schema, record: object) -> str:
    """The text that names a record: its primary key, a tuple or list where that has several fields.

    A part that is no text is a value of its column, or else what `kzdata.catalog.values` makes of
    it. `columns` is the schema of the table's file.
    """
    fields = info.schema.primary_key
    parts: Sequence[object] = record if isinstance(record, tuple | list) else [record]
    if len(parts) != len(fields):
        return evidence_table.record([values.text(part) for part in parts])
    return evidence_table.record([*_written(info, columns, parts)])


def _written(info: TableInfo, columns: pa.Schema, key: Sequence[object]) -> Iterator[str]:
    for field, part in zip(info.schema.primary_key, key, strict=True):
        held = operands.operand(part, operands.plain(columns.field(field).type))
        if held is None or not held.exact:
            yield values.text(part)
        else:
            column = pa.array([held.value])
            yield forms.text(forms.kind(info.field(field)), column)[0].as_py()
