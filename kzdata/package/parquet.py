"""Parquet as it is published: typed, sorted, compressed, in row groups that readers can skip.

The bytes name the version of pyarrow that wrote them and are the same wherever that version writes.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

GROUP = 32_768
"""How many rows a row group holds: few enough that one cell's evidence is read in milliseconds."""


def write(table: pa.Table, path: Path) -> None:
    """Write `table` to `path`: zstd, with statistics, a page index and the fields' metadata.

    Statistics and index let a reader of the sorted rows skip what it does not look for. A table's
    chunks do not show in the bytes.
    """
    pq.write_table(
        table.combine_chunks(),
        path,
        compression="zstd",
        compression_level=3,
        row_group_size=GROUP,
        write_statistics=True,
        write_page_index=True,
        store_schema=True,
    )


def read(path: Path) -> pa.Table:
    """The table at `path`, with its metadata; `ParquetFile`, since `read_table` loads pandas."""
    with pq.ParquetFile(path) as file:
        return file.read()
