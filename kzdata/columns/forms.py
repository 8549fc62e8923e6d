"""The one CSV form of each value: what is published, and what the records' readers compare with.

`lexical.column(canonical(field), text(field, values))` gives `values` back. What the form of each
type is, is `kzdata.catalog.forms`.
"""

import pyarrow as pa

from kzdata.catalog import forms
from kzdata.schema.canonical import canonical
from kzdata.schema.fields import Field


def text(field: Field, values: pa.Array) -> pa.Array:
    """Each value of the field's column as text, in the form that `docs/types.md` gives its type.

    Null stays null.

    >>> text(Field(name="at", type="geopoint"), pa.array([{"lon": 90.5, "lat": -45}])).to_pylist()
    ['90.5,-45']
    """
    kind = forms.Kind(field.type, canonical(field).format, field.item_type)
    return forms.text(kind, values)
