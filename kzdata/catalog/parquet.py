"""A Parquet file whose bytes were checked, read within bounds: whole, by columns or row groups.

Never `pyarrow.parquet.read_table` nor `pyarrow.dataset`, which import pandas where it is installed.
"""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
from pyarrow.parquet import FileMetaData, ParquetFile, Statistics

from kzdata import years
from kzdata.arrow_types import is_list, is_text
from kzdata.errors import DataError

ROWS = 64
"""How many rows one byte of a file may stand for, at most.

Every table has a primary key, so that no row equals another; the narrowest that we met, a counting
integer under zstd, takes more than a byte a row.
"""

DECODED = 1024
"""How many bytes one byte of a file may decompress to; news text under zstd gives 3 to 20."""

SPARE = 256 * 1024 * 1024
"""Bytes that any file may take in memory; what might take more is reckoned more closely."""

UNFOLDED = 256
"""How many bytes of memory one byte of a file may take, above `SPARE`.

A Parquet dictionary holds a text once, and the column in memory holds it in every row. How large
that is, is reckoned from the texts that were read: what the footer says of it may be a lie.
"""

_UNKNOWN = (None, None)


class Parquet:
    """The Parquet file in `data`, its footer read and found possible; `what` names it in errors.

    Raises `DataError` for damage, for a footer that claims more rows or bytes than the file can
    hold, and for column types that kzdata does not publish.
    """

    def __init__(self, data: memoryview, what: str) -> None:
        self.what = what
        self._data = pa.py_buffer(data)
        self._file = self._opened()
        self._ranges: dict[str, list[tuple[Any, Any]]] = {}
        with self._damage():
            self.schema: pa.Schema = self._file.schema_arrow
            self.footer: FileMetaData = self._file.metadata
        _check_footer(self.footer, len(data), what)
        for field in self.schema:
            if not _plain(field.type):
                raise DataError(
                    f"{what}: the column `{field.name}` is a {field.type}, unknown here"
                )
        self._places = {
            self.footer.schema.column(at).path: at for at in range(self.footer.num_columns)
        }

    def read(
        self,
        columns: Sequence[str] | None = None,
        groups: Sequence[int] | None = None,
        keep: Callable[[pa.Table], pa.Table] | None = None,
    ) -> pa.Table:
        """The rows of the row groups `groups`, in the given columns; None means all of them.

        Of these only what `keep` makes of them, before any text is unfolded that it leaves out.
        """
        texts = [
            field.name
            for field in self.schema
            if is_text(field.type) and (columns is None or field.name in columns)
        ]
        table = self._read(columns, groups, texts)
        if texts and _worst(table, texts) <= SPARE:
            texts = []
            table = self._read(columns, groups, texts)
        if keep is not None:
            table = keep(table)
        for name, row in years.columns(table):
            message = (
                f"`{name}` holds a day or time outside the years 1 to 9999, in row {row + 1:,}"
            )
            raise DataError(f"{self.what}: {message}")
        return self._unfolded(table, texts) if texts else table

    def ranges(self, column: str) -> list[tuple[Any, Any]]:
        """Lowest and highest value of a column in each row group; two None where none is stated."""
        if column not in self._ranges:
            self._ranges[column] = self._stated(column)
        return self._ranges[column]

    def _stated(self, column: str) -> list[tuple[Any, Any]]:
        groups = range(self.footer.num_row_groups)
        place = self._places.get(column)
        if place is None:
            return [_UNKNOWN for _ in groups]
        with self._damage():
            return [_range(self.footer.row_group(at).column(place).statistics) for at in groups]

    def _opened(self, **options: Any) -> ParquetFile:
        with self._damage():
            return ParquetFile(pa.BufferReader(self._data), **options)

    def _read(
        self, columns: Sequence[str] | None, groups: Sequence[int] | None, folded: Sequence[str]
    ) -> pa.Table:
        """The rows, with the columns `folded` as the dictionaries in which their texts are held.

        A dictionary does not grow in memory, and pyarrow takes no other packing of texts for one.
        """
        options = {"read_dictionary": folded, "metadata": self.footer}
        file = self._opened(**options) if folded else self._file
        with self._damage():
            if groups is None and columns is None:
                table = file.read()
            else:
                wanted = range(self.footer.num_row_groups) if groups is None else groups
                names = None if columns is None else list(columns)
                table = file.read_row_groups(list(wanted), columns=names)
            for column in table.columns:
                # Of texts that stand plain, the dictionaries have been looked at before.
                if pa.types.is_dictionary(column.type) or pa.types.is_nested(column.type):
                    column.validate(full=True)
        return table

    def _unfolded(self, table: pa.Table, folded: Sequence[str]) -> pa.Table:
        """The table with plain texts, once it is known that they fit."""
        import pyarrow.compute as pc

        size = 0
        for column in (table.column(name) for name in folded):
            for chunk in column.chunks:
                lengths = pc.binary_length(chunk.dictionary).cast(pa.int64())
                size += pc.sum(lengths.take(chunk.indices)).as_py() or 0
        limit = SPARE + UNFOLDED * self._data.size
        if size > limit:
            raise DataError(f"{self.what} would unfold to {size:,} bytes, more than {limit:,}")
        for name in folded:
            at, field = table.schema.get_field_index(name), self.schema.field(name)
            table = table.set_column(at, field, table.column(name).cast(field.type))
        return table

    @contextmanager
    def _damage(self) -> Iterator[None]:
        """Turn what pyarrow raises for a damaged file into one line."""
        try:
            yield
        except (pa.ArrowException, OSError, ValueError) as error:
            first = str(error).partition("\n")[0]
            raise DataError(f"{self.what} is damaged: {first:.200}") from None


def _check_footer(footer: FileMetaData, size: int, what: str) -> None:
    groups = [footer.row_group(number) for number in range(footer.num_row_groups)]
    rows, decoded = footer.num_rows, 0
    if not 0 <= rows <= size * ROWS:
        raise DataError(f"{what} claims {rows:,} rows in {size:,} bytes, which cannot be")
    if rows != sum(group.num_rows for group in groups):
        raise DataError(f"{what} claims {rows:,} rows, and its row groups claim others")
    for group in groups:
        decoded += max(0, group.total_byte_size)
    if decoded > size * DECODED + SPARE:
        raise DataError(f"{what} of {size:,} bytes would decompress to {decoded:,}: too many")


def _worst(table: pa.Table, folded: Sequence[str]) -> int:
    """How many bytes the texts take at most when each stands in its row, whatever a footer says."""
    chunks = (chunk for name in folded for chunk in table.column(name).chunks)
    return sum(len(chunk) * chunk.dictionary.nbytes for chunk in chunks)


def _range(known: Statistics | None) -> tuple[Any, Any]:
    """Lowest and highest value by a row group's statistics, as far as Python has such values."""
    try:
        return (known.min, known.max) if known and known.has_min_max else _UNKNOWN
    except (ArithmeticError, ValueError):
        return _UNKNOWN


def _plain(kind: pa.DataType) -> bool:
    """Whether a type is one of those that tables are published in, through and through."""
    if pa.types.is_dictionary(kind):
        return is_text(kind.value_type) or pa.types.is_integer(kind.value_type)
    if pa.types.is_struct(kind):
        return all(_plain(field.type) for field in kind)
    if is_list(kind):
        return _plain(kind.value_type)
    if pa.types.is_timestamp(kind):
        return kind.tz in (None, "UTC")
    if pa.types.is_duration(kind) or pa.types.is_interval(kind):
        return False
    return pa.types.is_primitive(kind) or pa.types.is_decimal(kind) or is_text(kind)
