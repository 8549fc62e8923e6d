"""What a value of each type looks like where it is written: for the help beside a misfit."""

import datetime as dt

from kzdata.schema.fields import Field
from kzdata.schema.values import english

_MOMENT = dt.datetime(2022, 1, 6, 15, 30, tzinfo=dt.UTC)

_EXAMPLES = {
    "string": "a",
    "integer": "800",
    "object": '{"b": 1}',
    "array": '[1, "a"]',
    "datetime": "2022-01-06T15:30:00",
    "date": "2022-01-06",
    "time": "15:30:00",
    "year": "2022",
    "yearmonth": "2022-01",
    "duration": "P6M",
    "geopoint": "76.9, 43.25",
    "geojson": '{"type": "Point", "coordinates": [76.9, 43.25]}',
    "any": "a",
}
_OF_FORMAT = {
    ("string", "email"): "ann@example.org",
    ("string", "uri"): "https://example.org/a",
    ("string", "binary"): "YQ==",
    ("string", "uuid"): "123e4567-e89b-12d3-a456-426614174000",
    ("geopoint", "array"): "[76.9, 43.25]",
    ("geopoint", "object"): '{"lon": 76.9, "lat": 43.25}',
    ("geojson", "topojson"): '{"type": "Topology", "arcs": [], "objects": {}}',
}


def example(field: Field) -> str:
    """A text that stands for a value of the field's type and format.

    >>> example(Field(name="day", type="date", format="%d.%m.%Y"))
    '06.01.2022'
    """
    if field.type == "boolean":
        return (*field.true_values, *field.false_values)[0]
    if field.type == "number":
        return f"12{field.decimal_char}5"
    if field.type == "list":
        return example(Field(name=field.name, type=field.item_type))
    if "%" in field.format:
        return english.written(_MOMENT, field.format)
    return _OF_FORMAT.get((field.type, field.format), _EXAMPLES[field.type])
