"""The Arrow type of each type of Table Schema v2, and the Arrow schema of a table.

What text stands for a value is `kzdata.columns.lexical`; `docs/types.md` has the whole list.
"""

import pyarrow as pa

from kzdata.schema.fields import Field
from kzdata.schema.tables import Table
from kzdata.schema.values import times

_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "object": pa.string(),
    "array": pa.string(),
    "datetime": pa.timestamp("us"),
    "date": pa.date32(),
    "time": pa.time64("us"),
    "year": pa.int32(),
    "yearmonth": pa.string(),
    "duration": pa.string(),
    "geopoint": pa.struct([("lon", pa.float64()), ("lat", pa.float64())]),
    "geojson": pa.string(),
    "any": pa.string(),
}


def type_of(field: Field) -> pa.DataType:
    """The Arrow type of the field's column.

    >>> type_of(Field(name="day", type="date"))
    DataType(date32[day])
    """
    if field.type == "list":
        return pa.list_(_TYPES[field.item_type])
    if field.type == "string" and field.categories:
        return pa.dictionary(pa.int32(), pa.string(), ordered=field.categories_ordered)
    if times.zoned(field):
        return pa.timestamp("us", "UTC")
    return _TYPES[field.type]


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of the table; fields carry `title`, `description` and `unit` as metadata."""
    return pa.schema([_field(table, field) for field in table.fields])


def _field(table: Table, field: Field) -> pa.Field:
    said = {"title": field.title, "description": field.description, "unit": field.unit}
    return pa.field(
        field.name,
        type_of(field),
        nullable=not table.required(field),
        metadata={key: value for key, value in said.items() if value},
    )
