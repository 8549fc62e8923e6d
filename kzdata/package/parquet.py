"""Parquet as it is published: typed, sorted, compressed, in row groups that readers can skip.

The bytes name the version of pyarrow that wrote them and are the same wherever that version writes.
Files are opened here and not by pyarrow, which takes a folder named `s3:data` for an address.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

GROUP = 16_384
"""How many rows a row group holds: few enough that one cell's evidence is read in milliseconds."""


def groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows, each time as many as a row group holds; one group at least, and one chunk."""
    held: list[pa.Table] = []
    rows, written = 0, False
    for table in tables:
        held.append(table)
        rows += len(table)
        if rows >= GROUP:
            whole = pa.concat_tables(held)
            full = rows - rows % GROUP
            for start in range(0, full, GROUP):
                yield whole.slice(start, GROUP).combine_chunks()
            held, rows = [whole.slice(full)], rows - full
            written = True
    if rows or not written:
        yield pa.concat_tables(held).combine_chunks()


@contextmanager
def writer(schema: pa.Schema, path: Path) -> Iterator[Callable[[pa.Table], None]]:
    """What writes one row group after the other to `path`.

    They are compressed (zstd), with statistics, a page index and the fields' metadata. Statistics
    and index let a reader of the sorted rows skip what it does not look for.
    """
    with (
        path.open("wb") as out,
        pq.ParquetWriter(
            out,
            schema,
            compression="zstd",
            compression_level=3,
            write_statistics=True,
            write_page_index=True,
            store_schema=True,
        ) as file,
    ):
        yield partial(file.write_table, row_group_size=GROUP)


def read(path: Path) -> pa.Table:
    """The table at `path`, with its metadata; `ParquetFile`, since `read_table` loads pandas."""
    with path.open("rb") as opened, pq.ParquetFile(opened) as file:
        return file.read()
