"""Columns in a form that Arrow can hash and compare: equal values, and they alone, stay equal."""

import pyarrow as pa
import pyarrow.types as pt

from kzdata.columns import forms
from kzdata.schema.fields import Field


def hashable(field: Field, values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """The column itself, its categories decoded; points and lists as their CSV form.

    >>> hashable(Field(name="n"), pa.array(["a", "a"]).dictionary_encode()).to_pylist()
    ['a', 'a']
    """
    column = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    if pt.is_dictionary(column.type):
        return column.dictionary_decode()
    return forms.text(field, column) if pt.is_nested(column.type) else column
