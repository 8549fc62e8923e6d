"""Columns in a form that Arrow can hash and compare: equal values, and they alone, stay equal."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata.columns import forms
from kzdata.schema.fields import Field


def hashable(field: Field, values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """The column itself, its categories decoded; points and lists as their CSV form."""
    column = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    if pt.is_dictionary(column.type):
        return column.dictionary_decode()
    return forms.text(field, column) if pt.is_nested(column.type) else column


def all_differ(column: pa.Array) -> bool:
    """Whether no value but null stands in the column twice.

    >>> all_differ(pa.array(["a", None, "b", None]))
    True
    """
    values = len(pc.unique(column)) - (column.null_count > 0)
    return bool(values == len(column) - column.null_count)
