"""How a row is named by a key: by the CSV form of its values, as the evidence table writes it."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.types as pt

from kzdata.catalog import forms, values
from kzdata.catalog.operands import operand, plain
from kzdata.catalog.tableschema import Schema
from kzdata.evidence_table import record


def parts(schema: Schema, rows: pa.Table, names: Sequence[str]) -> list[pa.ChunkedArray]:
    """The columns of these names as texts."""
    kinds = {field.name: forms.kind(field) for field in schema.fields}
    return [
        pa.chunked_array(
            [forms.text(kinds[name], chunk) for chunk in rows[name].chunks], pa.string()
        )
        for name in names
    ]


def column(
    schema: Schema, rows: pa.Table, key: Sequence[str] | None = None
) -> pa.ChunkedArray | pa.Array:
    """The name of each row, by `key` or the primary key; null where a part of that is null."""
    return _joined(parts(schema, rows, key or schema.primary_key))


def _joined(texts: Sequence[pa.ChunkedArray | pa.Array]) -> pa.ChunkedArray | pa.Array:
    """Keys as one text each: one part stands as it is, several as a JSON array of texts.

    >>> _joined([pa.array(["a", "b"]), pa.array(["7", None])]).to_pylist()
    ['["a", "7"]', None]
    """
    if len(texts) == 1:
        return texts[0]
    rows = zip(*(part.to_pylist() for part in texts), strict=True)
    return pa.array([None if None in row else record(row) for row in rows], pa.string())


def name(schema: Schema, columns: pa.Schema, key: object) -> str:
    """The name of the row with this primary key: a value, or a tuple or list of several.

    A text stands as it is; a number, a date or a time as its column's CSV form has it. `columns` is
    the schema of the table's file.
    """
    fields = {field.name: field for field in schema.fields}
    kinds = [forms.kind(fields[each]) for each in schema.primary_key]
    is_whole = [kind.type for kind in kinds] == ["list"] and isinstance(key, list)
    given = key if isinstance(key, tuple | list) and not is_whole else [key]
    if len(kinds) != len(given):
        return record([values.text(each) for each in given])
    held = [columns.field(each).type for each in schema.primary_key]
    return record([_part(*each) for each in zip(kinds, held, given, strict=True)])


def _part(kind: forms.Kind, held: pa.DataType, value: object) -> str:
    """A part of a key; what the column cannot hold is some text, which names no row."""
    found = None if isinstance(value, str | bytes) else _held(held, value)
    if found is None:
        return values.text(value)
    return str(forms.text(kind, found)[0].as_py())


def _held(kind: pa.DataType, value: object) -> pa.Array | None:
    """A column of one value, in the type in which it is kept."""
    if pt.is_nested(kind):
        try:
            return pa.array([value], kind)
        except (pa.ArrowException, TypeError, OverflowError):
            return None
    found = operand(value, plain(kind))
    return pa.array([found.value]) if found and found.exact else None
