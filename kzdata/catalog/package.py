"""A package: tables, their evidence and their descriptions, each file checked before it is parsed.

Where its files lie is `kzdata.catalog.folder` and `kzdata.catalog.archive`.
"""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

import pyarrow as pa

from kzdata.catalog import descriptor, manifest, tableschema
from kzdata.catalog.descriptor import Descriptor, TableInfo
from kzdata.catalog.files import Files
from kzdata.catalog.parquet import Parquet
from kzdata.errors import DataError
from kzdata.nearest import unknown

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl

    from kzdata.catalog.cells import Evidence
    from kzdata.catalog.filters import Filters
    from kzdata.catalog.listings import Listing
    from kzdata.catalog.views import TableView

Frame = Literal["arrow", "pandas", "polars", "duckdb"]


class Package:
    """A package that was opened: `len` and iteration are over the names of its tables.

    What it says of itself has been checked; each table is, when it is asked for. Speaks Arrow: as
    a stream, it is the list of its tables.
    """

    def __init__(self, files: Files) -> None:
        self.files = files
        self.place = files.place
        try:
            self.digests = manifest.parse(bytes(files.view(manifest.NAME)))
            self.descriptor: Descriptor = descriptor.parse(
                bytes(self.checked(tableschema.NAME)), self.digests
            )
        except DataError as error:
            raise _at(self.place, error) from None
        self._parquet: dict[str, Parquet] = {}

    @property
    def name(self) -> str:
        """The package's name."""
        return self.descriptor.name

    @property
    def version(self) -> str:
        """The package's version; empty where it states none."""
        return self.descriptor.version

    def checked(self, name: str) -> memoryview:
        """The bytes of the file `name`, their SHA-256 found equal to the manifest's."""
        if name not in self.digests:
            raise DataError(f"`{self.place}`: `{name}` is not in `{manifest.NAME}`")
        view = self.files.view(name)
        found = hashlib.sha256(view).hexdigest()
        if found != self.digests[name]:
            raise DataError(
                f"`{self.place}`: the SHA-256 of `{name}` is {found[:12]}…, not"
                f" {self.digests[name][:12]}… as in `{manifest.NAME}`"
            )
        return view

    def info(self, table: str) -> TableInfo:
        """What the descriptor says of a table; `CallError`, naming the nearest, without one."""
        if not isinstance(table, str) or table not in self.descriptor.tables:
            raise unknown("table", table, self.descriptor.tables, self.name)
        return self.descriptor.tables[table]

    def parquet(self, table: str) -> Parquet:
        """The table's Parquet file, checked; kept open, so that it is checked once."""
        info = self.info(table)
        if table not in self._parquet:
            what = f"`{self.place}`: `{info.parquet}`"
            file = Parquet(self.checked(info.parquet), what)
            if file.schema.names != [field.name for field in info.fields]:
                raise DataError(f"{what} has other columns than the descriptor says")
            self._parquet[table] = file
        return self._parquet[table]

    @overload
    def load(
        self,
        table: str,
        as_: Literal["arrow"] = "arrow",
        *,
        columns: Iterable[str] | None = None,
        filters: "Filters | None" = None,
    ) -> pa.Table: ...
    @overload
    def load(
        self,
        table: str,
        as_: Literal["pandas"],
        *,
        columns: Iterable[str] | None = None,
        filters: "Filters | None" = None,
    ) -> "pd.DataFrame": ...
    @overload
    def load(
        self,
        table: str,
        as_: Literal["polars"],
        *,
        columns: Iterable[str] | None = None,
        filters: "Filters | None" = None,
    ) -> "pl.DataFrame": ...
    @overload
    def load(
        self,
        table: str,
        as_: Literal["duckdb"],
        *,
        columns: Iterable[str] | None = None,
        filters: "Filters | None" = None,
    ) -> "duckdb.DuckDBPyRelation": ...
    def load(
        self,
        table: str,
        as_: Frame = "arrow",
        *,
        columns: Iterable[str] | None = None,
        filters: "Filters | None" = None,
    ) -> Any:
        """A table, as `kzdata.load` gives it."""
        file = self.parquet(table)
        if filters is None and columns is None:
            rows = file.read()
        else:
            from kzdata.catalog.filters import selected

            rows = selected(file, table, columns, filters)
        if as_ == "arrow":
            return rows
        from kzdata.catalog import frames

        if as_ == "pandas":
            return frames.to_pandas(rows, self.info(table))
        if as_ not in ("polars", "duckdb"):
            raise unknown("form of a table", as_, ["arrow", "pandas", "polars", "duckdb"])
        return frames.to_polars(rows) if as_ == "polars" else frames.to_duckdb(rows)

    def evidence(self, table: str, record: object, field: str | None = None) -> "Evidence":
        """The evidence of a record's cells, or of one, as `kzdata.evidence` gives it."""
        from kzdata.catalog import lookup

        return lookup.evidence(self, table, record, field)

    def tables(self) -> "Listing":
        """The tables: `name`, `title`, `rows`, `fields` (how many) and `description`."""
        from kzdata.catalog.listings import Listing

        tables = self.descriptor.tables.values()
        rows = {
            "name": [table.name for table in tables],
            "title": [table.title for table in tables],
            "rows": pa.array([table.rows for table in tables], pa.int64()),
            "fields": [len(table.fields) for table in tables],
            "description": [table.description for table in tables],
        }
        title = f"{self.name} {self.version}".rstrip()
        return Listing(pa.table(rows), title, ("name", "title", "rows"))

    def sources(self) -> "Listing":
        """The sources, as the table that lists them has them (see the dataset's description)."""
        from kzdata.catalog.listings import Listing

        place = self.sources_table()
        shown = (place["file"], place["sha256"])
        return Listing(self.load(place["table"]), f"sources of {self.name}", shown)

    def sources_table(self) -> Mapping[str, str]:
        """Which table lists the sources, and its fields: `table`, `file` and `sha256`."""
        place = self.descriptor.properties.get("kzdata:sources")
        keys = ("table", "file", "sha256")
        if not isinstance(place, dict) or not all(isinstance(place.get(k), str) for k in keys):
            raise DataError(f"`{self.place}`: the descriptor does not say where its sources stand")
        table = self.descriptor.tables.get(place["table"])
        fields = table.fields if table else ()
        names = {field.name for field in fields if field.type == "string"}
        if not {place["file"], place["sha256"]} <= names:
            raise DataError(f"`{self.place}`: the table of sources is not as the descriptor says")
        return {key: place[key] for key in keys}

    def cite(self, style: str = "text") -> str:
        """How to cite the package: `text`, `bibtex`, `csl-json` or `ris`."""
        from kzdata.catalog import citations

        return citations.cite(self.descriptor.properties, style)

    def __getitem__(self, table: str) -> "TableView":
        from kzdata.catalog.views import TableView

        return TableView(self, self.info(table))

    def __iter__(self) -> Iterator[str]:
        return iter(self.descriptor.tables)

    def __len__(self) -> int:
        return len(self.descriptor.tables)

    def __repr__(self) -> str:
        return repr(self.tables())

    def _repr_html_(self) -> str:
        return self.tables()._repr_html_()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.tables().__arrow_c_stream__(requested_schema)


def _at(place: str, error: DataError) -> DataError:
    """The error with the place of the package in front, where it does not name it."""
    named = f"`{place}`" in str(error)
    return error if named else DataError(f"`{place}`: {error}")
