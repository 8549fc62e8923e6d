"""Tables as bytes, in Arrow's own stream: of a slice no more than the slice."""

import pyarrow as pa


def write(table: pa.Table) -> bytes:
    """The table as bytes.

    >>> read(write(pa.table({"a": ["x", None]}))).to_pydict()
    {'a': ['x', None]}
    """
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def read(data: bytes) -> pa.Table:
    """The table that the bytes hold. Raises `pyarrow.ArrowException` where they hold none."""
    return pa.ipc.open_stream(data).read_all()
