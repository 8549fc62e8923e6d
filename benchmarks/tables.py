"""Types, constraints and keys of a table of 8 columns without faults, beside what else there is.

Each judge is a function of a folder that holds the table, and says what its best run took;
it raises SystemExit when it finds a fault. The others' are `table_peers`.
"""

import datetime as dt
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from benchmarks.measure import Took, best
from kzdata.checks import constraints, keys
from kzdata.columns import lexical
from kzdata.schema import Table
from kzdata.threads import each

UNIT_COUNT = 1_000

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
PARQUET, CSV, UNITS_CSV = "figures.parquet", "figures.csv", "units.csv"


def write(folder: str, rows: int, seed: int) -> None:
    """Write the table as Parquet and as CSV, and the table of units that it refers to."""
    chance = random.Random(seed)
    first = dt.date(1990, 1, 1)
    days = [(first + dt.timedelta(days=n)).isoformat() for n in range(12_000)]
    bounds = [category.value for category in FIGURES.field("bound").categories]
    table = pa.table(
        {
            "figure_id": [f"figure-{n}" for n in range(rows)],
            "unit_id": [f"unit-{chance.randrange(UNIT_COUNT)}" for _ in range(rows)],
            "value": [str(chance.randrange(10**6)) for _ in range(rows)],
            "share": [repr(chance.uniform(0, 100)) for _ in range(rows)],
            "day": chance.choices(days, k=rows),
            "bound": chance.choices(bounds, k=rows),
            "checked": chance.choices(["true", "false"], k=rows),
            "words": [f"{chance.randrange(10**6)} service members" for _ in range(rows)],
        }
    )
    into = Path(folder)
    pyarrow.csv.write_csv(table, into / CSV)
    pyarrow.csv.write_csv(pa.table({"unit_id": units()}), into / UNITS_CSV)
    pyarrow.parquet.write_table(pa.table(_checked(table)), into / PARQUET)


def units() -> list[str]:
    """The keys of the table of units."""
    return [f"unit-{n}" for n in range(UNIT_COUNT)]


def typed(folder: str) -> Took:
    """What kzdata's checks take from Parquet, with reading it."""
    path = Path(folder) / PARQUET
    return best(lambda: _checked(pa.parquet.ParquetFile(path).read()))


def text(folder: str) -> Took:
    """What they take from columns of text, as JSON Lines and YAML give them."""
    table = as_text(Path(folder))
    return best(lambda: _checked(table))


def as_text(folder: Path) -> pa.Table:
    """The table as columns of text, read from its CSV."""
    names = [field.name for field in FIGURES.fields]
    form = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    return pyarrow.csv.read_csv(folder / CSV, convert_options=form)


def _checked(table: pa.Table) -> dict[str, pa.Array]:
    """The typed columns of a table that has no fault."""
    read = each(
        lambda field: lexical.column(field, table[field.name]), FIGURES.fields, table.num_rows
    )
    columns: dict[str, pa.Array] = {}
    for field, (values, faults) in zip(FIGURES.fields, read, strict=True):
        columns[field.name] = values
        if faults:
            raise SystemExit(faults[0].message)
    faults = constraints.check(FIGURES, columns)
    known = {"units": {"unit_id": pa.array(units())}, "figures": columns}
    faults += keys.check([UNITS, FIGURES], known)["figures"]
    if faults:
        raise SystemExit(faults[0].message)
    return columns
