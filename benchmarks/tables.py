"""Types, constraints and keys of a table of 8 columns, in rows a second, beside what else there is.

Run as `python benchmarks/tables.py [ROWS ...]`. All figures of one run are of one machine and one
moment; the ratios hold better than the figures. frictionless-py judges fewer rows: it is slow.
"""

import datetime as dt
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from frictionless import Package, system

from kzdata.checks import constraints, keys
from kzdata.columns import lexical
from kzdata.schema import Table, descriptor

OTHERS = 10_000
"""How many rows frictionless-py is given."""

UNITS = Table.model_validate(
    {"name": "units", "fields": [{"name": "unit_id"}], "primaryKey": "unit_id"}
)
FIGURES = Table.model_validate(
    {
        "name": "figures",
        "fields": [
            {"name": "figure_id", "constraints": {"pattern": "[a-z0-9-]+"}},
            {"name": "unit_id", "constraints": {"required": "true"}},
            {"name": "value", "type": "integer", "constraints": {"minimum": "0"}},
            {"name": "share", "type": "number", "constraints": {"maximum": "100"}},
            {"name": "day", "type": "date", "constraints": {"minimum": "1990-01-01"}},
            {"name": "bound", "categories": ["exactly", "more_than", "at_least", "about"]},
            {"name": "checked", "type": "boolean"},
            {"name": "words", "constraints": {"maxLength": "80"}},
        ],
        "primaryKey": "figure_id",
        "uniqueKeys": [["unit_id", "value", "words"]],
        "foreignKeys": [
            {"fields": "unit_id", "reference": {"resource": "units", "fields": "unit_id"}}
        ],
    }
)


def made(rows: int) -> pa.Table:
    """A table of text without faults: the same at each run."""
    chance = random.Random(2026)
    first = dt.date(1990, 1, 1)
    days = [(first + dt.timedelta(days=n)).isoformat() for n in range(12_000)]
    bounds = [category.value for category in FIGURES.field("bound").categories]
    return pa.table(
        {
            "figure_id": [f"figure-{n}" for n in range(rows)],
            "unit_id": [f"unit-{chance.randrange(1000)}" for _ in range(rows)],
            "value": [str(chance.randrange(10**6)) for _ in range(rows)],
            "share": [repr(chance.uniform(0, 100)) for _ in range(rows)],
            "day": chance.choices(days, k=rows),
            "bound": chance.choices(bounds, k=rows),
            "checked": chance.choices(["true", "false"], k=rows),
            "words": [f"{chance.randrange(10**6)} service members" for _ in range(rows)],
        }
    )


def checked(table: pa.Table) -> dict[str, pa.Array]:
    """The typed columns of a table that has no fault."""
    units = {"unit_id": pa.array([f"unit-{n}" for n in range(1000)])}
    columns: dict[str, pa.Array] = {}
    for field in FIGURES.fields:
        columns[field.name], faults = lexical.column(field, table[field.name])
        if faults:
            raise SystemExit(faults[0].message)
    faults = constraints.check(FIGURES, columns)
    faults += keys.check([UNITS, FIGURES], {"units": units, "figures": columns})["figures"]
    if faults:
        raise SystemExit(faults[0].message)
    return columns


def frictionless(folder: Path) -> None:
    """The same checks by frictionless-py on CSV."""
    pyarrow.csv.write_csv(
        pa.table({"unit_id": [f"unit-{n}" for n in range(1000)]}), folder / "u.csv"
    )
    described = [
        {"name": "units", "path": "u.csv", "schema": descriptor(UNITS)},
        {"name": "figures", "path": f"{OTHERS}.csv", "schema": descriptor(FIGURES)},
    ]
    (folder / "p.json").write_text(json.dumps({"name": "p", "resources": described}))
    with system.use_context(trusted=True):
        report = Package(str(folder / "p.json")).validate()
    if not report.valid:
        raise SystemExit(report.flatten()[0])


def timed(name: str, rows: int, run: Callable[[], Any]) -> float:
    """Rows a second of the best of three runs, printed."""
    seconds = []
    for _ in range(3 if rows > OTHERS else 1):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    speed = rows / min(seconds)
    print(f"{name:34} {rows:>9,} rows {min(seconds):8.3f} s {speed:>12,.0f} rows/s", flush=True)
    return speed


def measured(folder: Path, rows: int) -> float:
    """Print the figures for a table of so many rows; rows a second from Parquet."""
    texts = made(rows)
    csv, parquet = folder / f"{rows}.csv", folder / f"{rows}.parquet"
    pyarrow.csv.write_csv(texts, csv)
    pyarrow.parquet.write_table(pa.table(checked(texts)), parquet)
    timed("floor: pyarrow.csv read", rows, lambda: pyarrow.csv.read_csv(csv))
    timed("from text", rows, lambda: checked(texts))
    return timed(
        "from Parquet, with reading it",
        rows,
        lambda: checked(pyarrow.parquet.ParquetFile(parquet).read()),
    )


def main() -> None:
    """Print the figures of one run."""
    sizes = [int(size) for size in sys.argv[1:]] or [100_000, 1_000_000]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for rows in sizes:
            mine = measured(folder, rows)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory {peak:,.0f} MB")
        pyarrow.csv.write_csv(made(OTHERS), folder / f"{OTHERS}.csv")
        other = timed("frictionless-py on CSV", OTHERS, lambda: frictionless(folder))
        print(
            f"kzdata from Parquet is {mine / other:,.0f} times as quick as frictionless-py on CSV"
        )


if __name__ == "__main__":
    main()
