"""From a clean check to the published package: rows in order, folder swapped in whole."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from kzdata.errors import DataError
from kzdata.evidence import COLUMNS, KEY
from kzdata.package import compare
from kzdata.package.content import Content
from kzdata.package.judge import judge
from kzdata.package.swap import replacing
from kzdata.package.write import write
from kzdata.project.check import Checked
from kzdata.project.columns import Columns
from kzdata.schema import Table
from kzdata.tables import arrow

FOLDER = "data/package"

_ARROW = {"string": pa.string(), "integer": pa.int64()}


def content(checked: Checked) -> Content:
    """What a clean project publishes. Raises DataError when it is not clean."""
    if checked.dataset is None or not checked.clean:
        raise DataError("the project has errors: nothing is published of it")
    return Content(
        dataset=checked.dataset,
        tables={
            table.name: in_key_order(table, checked.columns[table.name])
            for table in checked.dataset.tables
        },
        evidence=_evidence(checked.evidence),
        known_as=checked.known_as,
        sources=tuple(checked.sources[name] for name in sorted(checked.sources)),
    )


def in_key_order(table: Table, columns: Columns) -> pa.Table:
    """The columns as one table with its published schema, in the order of the primary key."""
    schema = arrow.schema(table)
    unsorted = pa.table([columns[name] for name in schema.names], schema=schema)
    return unsorted.sort_by([(field, "ascending") for field in table.primary_key])


def _evidence(rows: tuple[tuple[object, ...], ...]) -> pa.Table:
    """The evidence table, in the order of its key."""
    schema = pa.schema([(column.name, _ARROW[column.type]) for column in COLUMNS])
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema).sort_by([(name, "ascending") for name in KEY])


def publish(root: Path, checked: Checked) -> None:
    """Write the package of a clean project in one sweep, in place of the one that is there.

    Raises DataError when the project is not clean or frictionless finds the descriptor wrong, and
    MachineError when the disk fails; the old package is then left as it was.
    """
    published = content(checked)
    with replacing(root / FOLDER) as folder:
        write(published, folder)
        if problems := judge(folder):
            raise DataError(f"frictionless finds the package wrong: {problems[0]}")


def differences(root: Path, checked: Checked) -> list[str]:
    """How the package that is there differs from what a build would write, a line a file."""
    with TemporaryDirectory(prefix="kzdata-") as folder:
        write(content(checked), Path(folder))
        return compare.differences(root / FOLDER, Path(folder))
