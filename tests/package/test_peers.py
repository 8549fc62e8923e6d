"""What others read in a published package: pandas, Polars, DuckDB, Python's own csv."""

import csv
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from kzdata.package import parquet

TABLES = ["things", "documents", "pairs", "evidence"]


def rows(table: pa.Table) -> list[dict[str, Any]]:
    plain = [
        column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        for column in table.columns
    ]
    return pa.table(plain, table.column_names).to_pylist()


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_reads_the_same_values(name: str, package: Path) -> None:
    with duckdb.connect() as connection:
        read = connection.sql(f"FROM '{package / name}.parquet'").to_arrow_table()
    assert rows(read) == rows(parquet.read(package / f"{name}.parquet"))


@pytest.mark.parametrize("name", TABLES)
def test_polars_reads_the_same_values(name: str, package: Path) -> None:
    read = pl.read_parquet(package / f"{name}.parquet").to_arrow()
    assert rows(read) == rows(parquet.read(package / f"{name}.parquet"))


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_the_same_values(name: str, package: Path) -> None:
    read = pd.read_parquet(package / f"{name}.parquet", dtype_backend="pyarrow")
    assert rows(pa.Table.from_pandas(read, preserve_index=False)) == rows(
        parquet.read(package / f"{name}.parquet")
    )


@pytest.mark.parametrize("name", TABLES)
def test_pythons_csv_reads_the_same_text_with_null_as_the_empty_field(
    name: str, package: Path
) -> None:
    with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    table = parquet.read(package / f"{name}.parquet")
    assert list(read[0]) == table.column_names
    for column in table.column_names:
        empty = [row[column] == "" for row in read]
        assert empty == pc.is_null(table[column]).to_pylist(), column
        if pa.types.is_string(table[column].type):
            assert [row[column] or None for row in read] == table[column].to_pylist()
