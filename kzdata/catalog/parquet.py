"""A Parquet file whose bytes were checked, read within bounds: whole, by columns or row groups.

Never `pyarrow.parquet.read_table` nor `pyarrow.dataset`, which import pandas where it is installed.
"""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from typing import Any

import pyarrow as pa
from pyarrow.parquet import FileMetaData, ParquetFile, Statistics

from kzdata import years
from kzdata.arrow_types import holds_text, is_list, is_text
from kzdata.catalog import footer
from kzdata.catalog.footer import SPARE, UNFOLDED
from kzdata.errors import DataError
from kzdata.threads import each

TEXT = 2**31 - 1
"""How many bytes the texts of one column of a row group may take: more has no place in a column."""

PART = 4
"""How many row groups are read in one go, beside others where there are many rows."""

_UNKNOWN = (None, None)


class Parquet:
    """The Parquet file in `data`, its footer read and found possible; `what` names it in errors.

    Raises `DataError` for damage, for more rows, items or bytes than the file can hold, and for
    column types that kzdata does not publish.
    """

    def __init__(self, data: memoryview, what: str) -> None:
        self.what = what
        self._data = pa.py_buffer(data)
        file = self._opened()
        self._ranges: dict[str, list[tuple[Any, Any]]] = {}
        with self._damage():
            self.schema: pa.Schema = file.schema_arrow
            self.footer: FileMetaData = file.metadata
            footer.check(self.footer, data, what)
        for field in self.schema:
            if not _plain(field.type):
                raise DataError(
                    f"{what}: the column `{field.name}` is a {field.type}, unknown here"
                )
        paths = [self.footer.schema.column(at).path for at in range(self.footer.num_columns)]
        self._places = {path: at for at, path in enumerate(paths)}
        firsts = accumulate((_width(field.type) for field in self.schema), initial=0)
        self._paths = [paths[at] for at in firsts if at < len(paths)]

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
            if is_text(_item(field.type)) and (columns is None or field.name in columns)
        ]
        table = self._read(columns, groups, texts)
        if texts and sum(map(_worst, _folded(table))) <= SPARE:
            texts = []
            table = self._read(columns, groups, texts)
        if keep is not None:
            table = keep(table)
        for name, row in years.columns(table):
            at = f"`{name}` holds a day or time outside the years 1 to 9999, in row {row + 1:,}"
            raise DataError(f"{self.what}: {at}")
        self._check_size(_folded(table))
        return self._unfolded(table, texts)

    def ranges(self, column: str) -> list[tuple[Any, Any]]:
        """Lowest and highest value of a column in each row group; two None where none is stated."""
        if column not in self._ranges:
            self._ranges[column] = self._stated(column)
        return self._ranges[column]

    def _stated(self, column: str) -> list[tuple[Any, Any]]:
        groups = range(self.footer.num_row_groups)
        if (place := self._places.get(column)) is None:
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
        paths = [self._paths[self.schema.get_field_index(name)] for name in folded]
        names = None if columns is None else list(columns)

        def part(groups: Sequence[int]) -> pa.Table:
            with self._damage():
                file = self._opened(read_dictionary=paths, metadata=self.footer)
                # A thread of Arrow's may let go of our bytes when Python ends already: an abort.
                return file.read_row_groups(groups, names, use_threads=False)

        wanted = list(range(self.footer.num_row_groups) if groups is None else groups)
        rows = sum(self.footer.row_group(at).num_rows for at in wanted)
        parts = [wanted[at : at + PART] for at in range(0, len(wanted), PART)]
        table = pa.concat_tables(each(part, parts or [wanted], rows))
        with self._damage():
            for column in table.columns:
                # Of texts that stand plain, the dictionaries have been looked at before.
                if holds_text(_item(column.type)) and not is_text(column.type):
                    column.validate(full=True)
        return table

    def _check_size(self, folded: Sequence[pa.DictionaryArray]) -> None:
        """Refuse texts that take too much memory where each stands in its row."""
        if sum(map(_worst, folded)) <= SPARE:
            return
        sizes, limit = list(map(_size, folded)), SPARE + UNFOLDED * self._data.size
        if (size := max(sizes)) > TEXT:
            raise DataError(f"{self.what} has a row group with {size:,} bytes of text: too many")
        if (size := sum(sizes)) > limit:
            raise DataError(f"{self.what} would unfold to {size:,} bytes, more than {limit:,}")

    def _unfolded(self, table: pa.Table, folded: Sequence[str]) -> pa.Table:
        """The table with plain texts in the columns `folded`."""
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


def _item(kind: pa.DataType) -> pa.DataType:
    """The type of the items of lists, or else the type itself."""
    return kind.value_type if is_list(kind) else kind


def _width(kind: pa.DataType) -> int:
    """How many columns of the file a column of this type takes."""
    item = _item(kind)
    return int(item.num_fields) if pa.types.is_struct(item) else 1


def _folded(table: pa.Table) -> list[pa.DictionaryArray]:
    """All texts of a table that are held in dictionaries, those in lists, too."""
    chunks = (
        chunk.flatten() if is_list(chunk.type) else chunk
        for column in table.columns
        for chunk in column.chunks
    )
    return [chunk for chunk in chunks if pa.types.is_dictionary(chunk.type)]


def _worst(folded: pa.DictionaryArray) -> int:
    """How many bytes the texts take at most when each stands in its row."""
    return len(folded) * int(folded.dictionary.nbytes)


def _size(folded: pa.DictionaryArray) -> int:
    """How many bytes the texts take when each stands in its row."""
    import pyarrow.compute as pc

    if not holds_text(folded.type):
        return _worst(folded)
    lengths = pc.binary_length(folded.dictionary).cast(pa.int64())
    return int(pc.sum(lengths.take(folded.indices)).as_py() or 0)


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
        return all(pa.types.is_floating(field.type) and _plain(field.type) for field in kind)
    if is_list(kind):
        return _plain(kind.value_type) and not is_list(kind.value_type)
    if pa.types.is_timestamp(kind):
        return kind.tz in (None, "UTC")
    if pa.types.is_duration(kind) or pa.types.is_interval(kind) or pa.types.is_float16(kind):
        return False
    return pa.types.is_primitive(kind) or pa.types.is_decimal(kind) or is_text(kind)
