"""Rows of plain values as a table, and columns without what stands in some rows."""

from collections.abc import Collection, Sequence

import pyarrow as pa
import pyarrow.compute as pc


def table(rows: Sequence[Sequence[object]], schema: pa.Schema) -> pa.Table:
    """The rows, a value a column, in the columns of the schema.

    >>> table([("a",), (None,)], pa.schema([("said", pa.string())])).to_pydict()
    {'said': ['a', None]}
    """
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def without(values: pa.Array, rows: Collection[int]) -> pa.Array:
    """The column with nulls in these rows.

    >>> without(pa.array(["a", "b", "c"]), {1}).to_pylist()
    ['a', None, 'c']
    """
    places = pa.array(range(len(values)), pa.int64())
    wrong = pc.is_in(places, value_set=pa.array(rows, pa.int64()))
    return values.take(pc.if_else(wrong, None, places))
