"""Rows of plain values as a table."""

from collections.abc import Sequence

import pyarrow as pa


def table(rows: Sequence[Sequence[object]], schema: pa.Schema) -> pa.Table:
    """The rows, a value a column, in the columns of the schema.

    >>> table([("a",), (None,)], pa.schema([("said", pa.string())])).to_pydict()
    {'said': ['a', None]}
    """
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)
