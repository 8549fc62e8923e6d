"""Who judges a table: the jobs of `tables` and `table_peers`, in the order of the report."""

from typing import NamedTuple


class Judge(NamedTuple):
    """Who judges the table, from which form, and how many rows of it at most."""

    name: str
    module: str
    function: str
    most: int = 10**9

    def __str__(self) -> str:
        return self.name


JUDGES = (
    Judge("kzdata, from Parquet", "tables", "typed"),
    Judge("kzdata, from text", "tables", "text"),
    Judge("DuckDB queries on Parquet", "table_peers", "duckdb"),
    Judge("pandera on Polars, from Parquet", "table_peers", "pandera"),
    Judge("pydantic TypeAdapter, from Parquet", "table_peers", "pydantic", 100_000),
    Judge("frictionless-py on CSV", "table_peers", "frictionless", 10_000),
    Judge("pyarrow.csv, read alone", "table_peers", "read"),
)
