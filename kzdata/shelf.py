"""The functions of `import kzdata`: the tables that it brings along, and packages from elsewhere.

Each only says which package is meant; what is done with it is `kzdata.catalog` and `kzdata.remote`.
"""

# Imported late on purpose: a plain `load` needs none of it.
# ruff: noqa: PLC0415

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from kzdata.catalog.opening import BUILT, located, open_package
from kzdata.catalog.package import Frame, Package
from kzdata.errors import CallError

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from kzdata.catalog.cells import Evidence
    from kzdata.catalog.filters import Filters
    from kzdata.catalog.listings import Listing

_VERSION = re.compile(r"\d+\.\d+\.\d+(?:[-+].*)?", re.ASCII)

_HERE = Path(__file__).parent

PLACES = (_HERE / "published", _HERE.parent / BUILT)
"""Where the package lies that kzdata brings along: in a wheel, and in a checkout."""


def bundled() -> Package:
    """The package that kzdata brings along, opened once.

    Opened anew when a build has put another one in its place.
    """
    for place in PLACES:
        sums = place / "SHA256SUMS"
        if sums.is_file():
            status = sums.stat()
            return _opened(place, status.st_ino, status.st_mtime_ns)
    raise CallError(f"kzdata brings no tables along: there is no package at `{PLACES[-1]}`")


@lru_cache(maxsize=1)
def _opened(place: Path, _inode: int, _changed: int) -> Package:
    return open_package(place)


def tables() -> "Listing":
    """The tables: a list of `name`, `title`, `rows`, `fields` and `description`, which prints well.

    >>> import kzdata
    >>> "figures" in [table["name"] for table in kzdata.tables()]
    True
    """
    return bundled().tables()


@overload
def load(
    table: str,
    as_: Literal["arrow"] = "arrow",
    *,
    columns: Iterable[str] | None = None,
    filters: "Filters | None" = None,
) -> "pa.Table": ...
@overload
def load(
    table: str,
    as_: Literal["pandas"],
    *,
    columns: Iterable[str] | None = None,
    filters: "Filters | None" = None,
) -> "pd.DataFrame": ...
@overload
def load(
    table: str,
    as_: Literal["polars"],
    *,
    columns: Iterable[str] | None = None,
    filters: "Filters | None" = None,
) -> "pl.DataFrame": ...
@overload
def load(
    table: str,
    as_: Literal["duckdb"],
    *,
    columns: Iterable[str] | None = None,
    filters: "Filters | None" = None,
) -> "duckdb.DuckDBPyRelation": ...
def load(
    table: str,
    as_: Frame = "arrow",
    *,
    columns: Iterable[str] | None = None,
    filters: "Filters | None" = None,
) -> Any:
    """A table: a `pyarrow.Table`, or by `as_` that of pandas, Polars or DuckDB.

    `columns` are those wanted, in their order; `filters` are conditions such as
    `[("value", ">", 100)]`, all of which hold, or a list of such lists, one of which holds. Row
    groups that cannot hold a row wanted are not read. A null satisfies no condition. A value is
    compared as what it is, a number with numbers, a date with dates, and never cut to fit.

    Raises `CallError`, naming the nearest, for a table, column, operator or form that is not there,
    and for a value that does not fit its column; `DataError` when the file is not the one that was
    published.

    >>> import kzdata
    >>> kzdata.load("figures", columns=["figure_id"]).num_columns
    1
    """
    return bundled().load(table, as_, columns=columns, filters=filters)


def evidence(table: str, record: object, field: str | None = None) -> "Evidence":
    """The words behind a cell, or behind all cells of a record, in the order of the fields.

    `record` is its primary key: a text, a number, or a tuple where the key has several fields. A
    sequence of pieces comes back, which prints the words marked in their context. A null cell has
    none. Raises `CallError`, naming the nearest, for what is not there.

    >>> import kzdata
    >>> kzdata.evidence("figures", "contingent-abroad", "value")[0].basis
    'quoted'
    """
    return bundled().evidence(table, record, field)


def sources() -> "Listing":
    """The sources: the table that lists them, row by row, with file name and SHA-256.

    >>> import kzdata
    >>> len(kzdata.sources())
    3
    """
    return bundled().sources()


def cite(style: str = "text") -> str:
    """How to cite the tables: as `text`, `bibtex`, `csl-json` or `ris`.

    >>> import kzdata
    >>> kzdata.cite("bibtex").startswith("@misc{")
    True
    """
    return bundled().cite(style)


def open(place: str | Path) -> Package:
    """A package in a folder or zip file, in the cache (by version), or at a URL.

    Nothing is unpacked; the package has the same calls as `kzdata` (`load`, `evidence`, ...). A URL
    carries the hash of what it leads to, `https://…/name-1.0.0.zip#sha256=…`. A version is one that
    was fetched: for others there is `kzdata.fetch`.

    Raises `CallError` when there is nothing, and `DataError` for what is no package.

    >>> import kzdata
    >>> kzdata.open("no/such/folder")
    Traceback (most recent call last):
    kzdata.errors.CallError: there is no package at `no/such/folder`
    """
    from kzdata.remote import releases as remote

    if remote.is_remote(place):
        return fetch(str(place))
    if not located(place, "a package").exists() and _VERSION.fullmatch(str(place)):
        return open_package(_fetched(str(place)))
    return open_package(place)


def _fetched(version: str) -> Path:
    from kzdata.remote import releases as remote

    index = releases()
    if found := remote.cached(version, index=index):
        return found
    listed = f"by the index `{index}`" if index else "by an index: set KZDATA_RELEASES"
    raise CallError(f"there is no package at `{version}`, and none was fetched {listed}")


def fetch(what: str, *, sha256: str | None = None, index: str | None = None) -> Package:
    """A released package, downloaded once: by version, URL or DOI (`10.…`, `doi:10.…` or its URL).

    A version is looked up in `index`, the URL of a `releases.json`; without it in that of
    `KZDATA_RELEASES`, or beside the dataset's homepage. A URL or DOI needs the SHA-256, as `sha256`
    or behind the URL (`#sha256=…`). What was fetched before is opened without a network.

    Raises `CallError` for what names nothing, `DataError` for a package that is not the one named,
    and `MachineError` when the network or the disk fails.

    >>> import kzdata
    >>> kzdata.fetch("http://example.org/tiny-1.0.0.zip", sha256="0" * 64)
    Traceback (most recent call last):
    kzdata.errors.CallError: `http://example.org/tiny-1.0.0.zip` is not HTTPS
    """
    from kzdata.remote import releases as remote

    return open_package(remote.fetch(what, sha256=sha256, index=index or releases()))


def releases() -> str | None:
    """The URL of the index of releases: `KZDATA_RELEASES`, or beside the dataset's homepage."""
    import os

    if setting := os.environ.get("KZDATA_RELEASES"):
        return setting
    try:
        homepage = bundled().descriptor.properties.get("homepage")
    except CallError:
        return None
    return f"{homepage.rstrip('/')}/releases.json" if isinstance(homepage, str) else None
