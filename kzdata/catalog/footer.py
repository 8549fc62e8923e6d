"""What the footer of a Parquet file may claim: no more than its bytes can hold."""

from pyarrow.parquet import FileMetaData

from kzdata.catalog import pages
from kzdata.errors import DataError

ROWS = 64
"""How many rows one byte of a file may stand for, at most.

Every table has a primary key, so that no row equals another; the narrowest that we met, a counting
integer under zstd, takes more than a byte a row.
"""

ITEM = 16
"""How many bytes an item of a list is reckoned at: the widest that we publish, and its place."""

DECODED = 1024
"""How many bytes one byte of a file may decompress to; news text under zstd gives 3 to 20."""

SPARE = 256 * 1024 * 1024
"""Bytes that any file may take in memory; what might take more is reckoned more closely."""

UNFOLDED = 256
"""How many bytes of memory one byte of a file may take, above `SPARE`.

A Parquet dictionary holds a text once, and the column in memory holds it in every row. How large
that is, is reckoned from the texts that were read: what the footer says of it may be a lie.
"""


def check(footer: FileMetaData, data: memoryview, what: str) -> None:
    """Refuse more rows, items of lists or bytes than the file in `data` can hold.

    `what` names it in the `DataError`.
    """
    size = len(data)
    groups = [footer.row_group(number) for number in range(footer.num_row_groups)]
    rows = footer.num_rows
    if not 0 <= rows <= size * ROWS:
        raise DataError(f"{what} claims {rows:,} rows in {size:,} bytes, which cannot be")
    if rows != sum(group.num_rows for group in groups):
        raise DataError(f"{what} claims {rows:,} rows, and its row groups claim others")
    columns = range(footer.num_columns)
    lists = [at for at in columns if footer.schema.column(at).max_repetition_level]
    items = sum(group.column(at).num_values for group in groups for at in lists)
    if items * ITEM > SPARE + UNFOLDED * size:
        raise DataError(f"{what} claims {items:,} items of lists in {size:,} bytes: too many")
    decoded = pages.decoded(data, footer)
    if decoded > size * DECODED + SPARE:
        raise DataError(f"{what} of {size:,} bytes would decompress to {decoded:,}: too many")
