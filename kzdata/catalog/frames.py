"""Tables as other libraries have them, well typed; each imported when asked for."""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kzdata.errors import CallError

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl

    from kzdata.catalog.descriptor import TableInfo


def to_polars(table: pa.Table) -> "pl.DataFrame":
    """A `polars.DataFrame`; categories are `Categorical`, dates `Date`, decimals `Decimal`."""
    try:
        import polars as pl
    except ImportError:
        raise _missing("polars") from None
    _check_columns(table, "polars")
    return pl.DataFrame(table)


def to_duckdb(table: pa.Table) -> "duckdb.DuckDBPyRelation":
    """A relation of the default connection, over the Arrow table itself: nothing is copied."""
    try:
        import duckdb
    except ImportError:
        raise _missing("duckdb") from None
    _check_columns(table, "duckdb")
    return duckdb.from_arrow(table)


def to_pandas(table: pa.Table, info: "TableInfo") -> "pd.DataFrame":
    """A `pandas.DataFrame` in which null is `pd.NA` everywhere.

    Integers are `Int64` and its like, floats `Float64`, booleans `boolean`, texts `string`, and
    categories `category`. Dates, times, decimals, lists and objects stay Arrow's (`ArrowDtype`):
    `datetime64` has no dates without a time, and an object column has no type. `attrs` holds the
    table's title and description, and `fields` with those and the unit of each column.
    """
    try:
        import pandas as pd
    except ImportError:
        raise _missing("pandas") from None
    plain = _dtypes()

    def dtype(kind: pa.DataType) -> Any:
        if pa.types.is_dictionary(kind):
            return None
        return plain.get(kind) or pd.ArrowDtype(kind)

    frame: pd.DataFrame = table.to_pandas(types_mapper=dtype)
    frame.attrs = {
        "title": info.title,
        "description": info.description,
        "fields": {
            field.name: {"title": field.title, "description": field.description, "unit": field.unit}
            for field in info.fields
            if field.name in table.column_names
        },
    }
    return frame


def _dtypes() -> dict[pa.DataType, Any]:
    """What pandas itself has that holds null beside all values of an Arrow type."""
    import pandas as pd

    return {
        pa.int8(): pd.Int8Dtype(),
        pa.int16(): pd.Int16Dtype(),
        pa.int32(): pd.Int32Dtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.uint8(): pd.UInt8Dtype(),
        pa.uint16(): pd.UInt16Dtype(),
        pa.uint32(): pd.UInt32Dtype(),
        pa.uint64(): pd.UInt64Dtype(),
        pa.float32(): pd.Float32Dtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
        pa.string(): pd.StringDtype("pyarrow"),
        pa.large_string(): pd.StringDtype("pyarrow"),
    }


def _check_columns(table: pa.Table, library: str) -> None:
    """Refuse a table without columns, whose rows the library could not keep."""
    if not table.num_columns:
        raise CallError(f"`as_='{library}'` needs a column: a table of none has no rows there")


def _missing(library: str) -> CallError:
    return CallError(f"`as_='{library}'` needs {library}, which is not installed")
