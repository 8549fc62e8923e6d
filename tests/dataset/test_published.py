"""The published package, as people get it: valid to others, and the same values in every reader."""

import csv
import json
from importlib import resources
from pathlib import Path

import duckdb
import frictionless
import jsonschema
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pyarrow.parquet import ParquetFile

from kzdata.project.check import check
from kzdata.project.publish import differences
from kzdata.project.reread import reread
from kzdata.verification import verify
from tests.package.test_peers import rows

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "data/package"
TABLES = sorted(path.stem for path in PACKAGE.glob("*.parquet"))


def arrow(table: str) -> pa.Table:
    return ParquetFile(PACKAGE / f"{table}.parquet").read()


@pytest.mark.slow
def test_frictionless_finds_the_package_valid() -> None:
    report = frictionless.Package(str(PACKAGE / "datapackage.json")).validate()
    assert report.flatten(["name", "message"]) == []
    assert len(report.tasks) == 2 * len(TABLES)


def test_the_descriptor_passes_the_profile_of_data_package_2_0() -> None:
    profile = (resources.files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8")
    described = json.loads((PACKAGE / "datapackage.json").read_text("utf-8"))
    found = jsonschema.Draft7Validator(json.loads(profile)).iter_errors(described)
    assert [error.message for error in found] == []


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_reads_the_same_values(table: str) -> None:
    with duckdb.connect() as connection:
        read = connection.sql(f"FROM '{PACKAGE / table}.parquet'").to_arrow_table()
    assert rows(read) == rows(arrow(table))


@pytest.mark.parametrize("table", TABLES)
def test_polars_reads_the_same_values(table: str) -> None:
    read = pl.read_parquet(PACKAGE / f"{table}.parquet").to_arrow()
    assert rows(read) == rows(arrow(table))


@pytest.mark.parametrize("table", TABLES)
def test_pandas_reads_the_same_values(table: str) -> None:
    read = pd.read_parquet(PACKAGE / f"{table}.parquet", dtype_backend="pyarrow")
    assert rows(pa.Table.from_pandas(read, preserve_index=False)) == rows(arrow(table))


@pytest.mark.parametrize("table", TABLES)
def test_the_csv_says_the_same(table: str) -> None:
    with (PACKAGE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        read = [{name: cell or None for name, cell in row.items()} for row in csv.DictReader(file)]
    typed = [
        {name: None if cell is None else str(cell) for name, cell in row.items()}
        for row in rows(arrow(table))
    ]
    assert read == typed


def test_every_value_is_read_again_from_the_sources() -> None:
    assert verify(PACKAGE, ROOT / "seeds", reread=reread) == []


def test_the_committed_package_is_what_the_build_gives() -> None:
    assert differences(ROOT, check(ROOT)) == {}
