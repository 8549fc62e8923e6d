"""Whether the columns of a table are of the types and formats that its description gives them.

What Arrow type each type of Table Schema has is written down in `docs/types.md`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.types as pt

from kzdata.arrow_types import holds_text, is_list, is_text
from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.forms import FRACTIONAL, ZONED
from kzdata.catalog.parquet import Parquet
from kzdata.catalog.tableschema import Field
from kzdata.constraints.formats import FORMATS
from kzdata.evidence_table import COLUMNS

_COUNTED = {"string": pa.string(), "integer": pa.int64()}
_POINT = pa.struct([("lon", pa.float64()), ("lat", pa.float64())])
_MOMENTS = (pa.timestamp("us"), pa.timestamp("us", "UTC"))

_IS: Mapping[str, Callable[[pa.DataType], bool]] = {
    "string": holds_text,
    "number": lambda kind: bool(pt.is_floating(kind) or pt.is_decimal(kind)),
    "integer": pt.is_integer,
    "boolean": pt.is_boolean,
    "datetime": _MOMENTS.__contains__,
    "date": pt.is_date32,
    "time": pa.time64("us").__eq__,
    "year": pt.is_int32,
    "geopoint": _POINT.__eq__,
}
"""Whether an Arrow type is that of a type of Table Schema; all others are texts."""


_FORMATS: Mapping[str, Sequence[str]] = {
    "string": ("default", *FORMATS),
    "geojson": ("default", "topojson"),
    "time": ("default", FRACTIONAL),
}
"""The formats in which values are published, where there is more than the default one."""


def problems(file: Parquet, info: TableInfo) -> Iterator[str]:
    """A line for each column of the table's file that is not of the type that is described."""
    for field, column in zip(info.fields, file.schema, strict=True):
        if not _fits(column.type, field):
            yield f"{file.what}: `{field.name}` is a {column.type}, described is a {field.type}"
        format_ = field.properties.get("format", "default")
        if format_ not in _formats(column.type, field):
            yield f"{file.what}: `{field.name}` has the format {format_!r:.60}, in which none is"


def _formats(kind: pa.DataType, field: Field) -> Sequence[str]:
    """The formats that a column may be said to have; one of moments in UTC has no choice."""
    if field.type == "datetime" and pt.is_timestamp(kind):
        return (ZONED,) if kind.tz else ("default",)
    return _FORMATS.get(field.type, ("default",))


def missing(evidence: pa.Schema) -> str | None:
    """What the evidence table should have and has not: a column, by its type and name."""
    types = {field.name: field.type for field in evidence}
    for column in COLUMNS:
        if types.get(column.name) != _COUNTED[column.type]:
            return f"the evidence table has no {column.type} column `{column.name}`"
    return None


def _fits(kind: pa.DataType, field: Field) -> bool:
    item = field.item_type
    if item is None and field.type != "list":
        return _IS.get(field.type, is_text)(kind)
    return is_list(kind) and isinstance(item, str) and _IS.get(item, is_text)(kind.value_type)
