"""What a user would pick instead to check a table: the same types, constraints and keys.

Each function says what its best run took, and raises SystemExit when it finds a fault.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Annotated, Literal

import pyarrow.csv
from pyarrow.parquet import ParquetFile

from benchmarks.measure import Took, best
from benchmarks.tables import CSV, FIGURES, PARQUET, UNITS, UNITS_CSV, units
from kzdata.schema import descriptor


def read(folder: str) -> Took:
    """Reading the CSV by pyarrow, with nothing checked but what it infers."""
    return best(lambda: pyarrow.csv.read_csv(Path(folder) / CSV))


def frictionless(folder: str) -> Took:
    """frictionless-py on CSV; one run, since it is slow."""
    from frictionless import Package, system  # noqa: PLC0415 - each peer is loaded by its own job

    described = [
        {"name": "units", "path": UNITS_CSV, "schema": descriptor(UNITS)},
        {"name": "figures", "path": CSV, "schema": descriptor(FIGURES)},
    ]
    path = Path(folder) / "datapackage.json"
    path.write_text(json.dumps({"name": "p", "resources": described}))

    def judge() -> None:
        with system.use_context(trusted=True):
            report = Package(str(path)).validate()
        if not report.valid:
            raise SystemExit(str(report.flatten()[0]))

    return best(judge, 1)


def pandera(folder: str) -> Took:
    """What pandera does on a Polars frame, read from Parquet."""
    import pandera.polars as pap  # noqa: PLC0415
    import polars as pl  # noqa: PLC0415
    from pandera.errors import SchemaErrors  # noqa: PLC0415

    bounds = [category.value for category in FIGURES.field("bound").categories]
    schema = pap.DataFrameSchema(
        {
            "figure_id": pap.Column(pl.String, pap.Check.str_matches("^[a-z0-9-]+$"), unique=True),
            "unit_id": pap.Column(pl.String, pap.Check.isin(units())),
            "value": pap.Column(pl.Int64, pap.Check.ge(0), nullable=True),
            "share": pap.Column(pl.Float64, pap.Check.le(100), nullable=True),
            "day": pap.Column(pl.Date, pap.Check.ge(dt.date(1990, 1, 1)), nullable=True),
            "bound": pap.Column(pl.String, pap.Check.isin(bounds), nullable=True),
            "checked": pap.Column(pl.Boolean, nullable=True),
            "words": pap.Column(pl.String, pap.Check.str_length(max_value=80), nullable=True),
        },
        unique=["unit_id", "value", "words"],
        strict=True,
    )

    def judge() -> None:
        frame = pl.read_parquet(Path(folder) / PARQUET)
        try:
            schema.validate(frame.with_columns(pl.col("bound").cast(pl.String)), lazy=True)
        except SchemaErrors as faults:
            raise SystemExit(str(faults)) from None

    return best(judge)


_FAULTS = """
SELECT
  (SELECT count(*) FROM f WHERE figure_id IS NULL OR NOT regexp_full_match(figure_id, '[a-z0-9-]+'))
+ (SELECT count(*) - count(DISTINCT figure_id) FROM f)
+ (SELECT count(*) FROM f WHERE unit_id IS NULL OR value < 0 OR share > 100)
+ (SELECT count(*) FROM f WHERE day < DATE '1990-01-01')
+ (SELECT count(*) FROM f WHERE bound NOT IN ('exactly', 'more_than', 'at_least', 'about'))
+ (SELECT count(*) FROM f WHERE length(words) > 80)
+ (SELECT count(*) FROM (SELECT 1 FROM f GROUP BY unit_id, value, words HAVING count(*) > 1))
+ (SELECT count(*) FROM f ANTI JOIN u USING (unit_id))
"""


def duckdb(folder: str) -> Took:
    """Queries of DuckDB on the Parquet file; the types are those that the file declares."""
    import duckdb as engine  # noqa: PLC0415

    link = engine.connect()
    link.execute(f"CREATE VIEW f AS SELECT * FROM '{Path(folder) / PARQUET}'")
    link.execute(f"CREATE TABLE u AS SELECT * FROM '{Path(folder) / UNITS_CSV}'")

    def judge() -> None:
        declared = [row[1] for row in link.execute("DESCRIBE f").fetchall()]
        if "VARCHAR" in declared[2:5] or link.execute(_FAULTS).fetchall() != [(0,)]:
            raise SystemExit("DuckDB finds a fault")

    return best(judge)


def pydantic(folder: str) -> Took:
    """What pydantic's TypeAdapter does on the rows as Python objects, the keys by sets."""
    from pydantic import Field, TypeAdapter, ValidationError  # noqa: PLC0415
    from typing_extensions import TypedDict  # noqa: PLC0415

    class Figure(TypedDict):
        figure_id: Annotated[str, Field(pattern="^[a-z0-9-]+$")]
        unit_id: str
        value: Annotated[int, Field(ge=0)] | None
        share: Annotated[float, Field(le=100)] | None
        day: Annotated[dt.date, Field(ge=dt.date(1990, 1, 1))] | None
        bound: Literal["exactly", "more_than", "at_least", "about"] | None
        checked: bool | None
        words: Annotated[str, Field(max_length=80)] | None

    adapter = TypeAdapter(list[Figure])
    known = set(units())

    def judge() -> None:
        given = ParquetFile(Path(folder) / PARQUET).read().to_pylist()
        try:
            rows = adapter.validate_python(given)
        except ValidationError as faults:
            raise SystemExit(str(faults)) from None
        keys = {row["figure_id"] for row in rows}
        others = {(row["unit_id"], row["value"], row["words"]) for row in rows}
        if len(keys) + len(others) != 2 * len(rows) or {row["unit_id"] for row in rows} - known:
            raise SystemExit("pydantic's rows break a key")

    return best(judge)
