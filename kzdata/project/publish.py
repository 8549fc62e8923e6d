"""From a clean check to the published package: rows in order, folder swapped in whole."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog import manifest
from kzdata.catalog.opening import open_package
from kzdata.columns import arrow
from kzdata.errors import DataError
from kzdata.findings import Finding, Place, Rule
from kzdata.package import compare, sums
from kzdata.package.content import Content
from kzdata.package.judge import judge
from kzdata.package.swap import replacing
from kzdata.package.write import write
from kzdata.project.check import Checked
from kzdata.project.columns import Columns, texts
from kzdata.schema import Table

FOLDER = "data/package"

PACKAGE_STALE = Rule(
    name="package-stale",
    doc="""\
Checks, for `kzdata build --check`, that the package is what a build would write.

What was committed is else not what its records say, or was changed by hand.

Example: a corrected record, and in data/package the value from before.

Instead: run `kzdata build`, and commit what it writes.""",
)

PACKAGE_NOT_VALID = Rule(
    name="package-not-valid",
    doc="""\
Checks that frictionless, a program that shares no code with this one, finds the package
valid, and that kzdata itself opens it, before it takes the place of the one that is
there.

Others read the package by its standards, and what these forbid they may refuse.

Example: a value that a type of the standard cannot hold.

Instead: change what the message names in schemas/ or data/records.""",
)


class NotValidError(DataError):
    """A package that frictionless finds wrong, or that nobody could open: why, as findings."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings[0].message)
        self.findings = findings


def content(checked: Checked) -> Content:
    """What a clean project publishes. Raises DataError when it is not clean."""
    if checked.dataset is None or not checked.clean:
        errors = [one.message for one in checked.findings if one.severity == "error"]
        raise DataError(
            f"nothing is published of a project with errors ({len(errors)}): {errors[0]}"
        )
    return Content(
        dataset=checked.dataset,
        tables={
            table.name: in_key_order(table, checked.columns[table.name])
            for table in checked.dataset.tables
        },
        evidence=checked.evidence.tables,
        known_as=checked.known_as,
        sources=tuple(checked.sources[name] for name in sorted(checked.sources)),
    )


def in_key_order(table: Table, columns: Columns) -> pa.Table:
    """The columns as one table with its published schema, in the order of the primary key."""
    schema = arrow.schema(table)
    unsorted = pa.table([columns[name] for name in schema.names], schema=schema)
    key = pa.table({name: _sortable(table, columns, name) for name in table.primary_key})
    order = pc.sort_indices(key, [(name, "ascending") for name in table.primary_key])
    return unsorted.take(order)


def _sortable(table: Table, columns: Columns, field: str) -> pa.Array:
    """The column, or its text form where Arrow cannot sort its type."""
    type_ = columns[field].type
    unordered = pa.types.is_dictionary(type_) or pa.types.is_nested(type_)
    return pa.array(texts(table, columns, field), pa.string()) if unordered else columns[field]


def publish(root: Path, checked: Checked) -> None:
    """Write the package of a clean project in one sweep, in place of the one that is there.

    Raises DataError when the project is not clean, NotValidError when frictionless finds the
    package wrong or kzdata itself would not open it, and MachineError when the disk fails; the old
    package is then left as it was.
    """
    published = content(checked)
    with replacing(root / FOLDER) as folder:
        write(published, folder)
        problems = [f"frictionless finds the package wrong: {one}" for one in judge(folder)]
        if problems := problems or _unopened(folder):
            raise NotValidError([_not_valid(problem) for problem in problems])


def _unopened(folder: Path) -> list[str]:
    """Why kzdata would not open the package in the folder, or one of its tables."""
    try:
        package = open_package(folder)
        for table in package:
            package.parquet(table)
    except DataError as error:
        return [str(error).replace(str(folder), FOLDER)]
    return []


def _not_valid(problem: str) -> Finding:
    return PACKAGE_NOT_VALID(
        problem,
        at=Place(path=FOLDER),
        help="the package is left as it was; change what this names in schemas/ or data/records",
    )


def stale(root: Path, checked: Checked) -> list[Finding]:
    """A finding for each file of the package of a clean project that is not as a build writes it.

    Where there is no package at all there is one.
    """
    found = differences(root, checked)
    if not (root / FOLDER).exists():
        found = {"": f"`{FOLDER}` is missing"}
    help = "run `kzdata build`"
    places = {name: Place(path=f"{FOLDER}/{name}".rstrip("/")) for name in found}
    return [PACKAGE_STALE(line, at=places[name], help=help) for name, line in found.items()]


def differences(root: Path, checked: Checked) -> dict[str, str]:
    """How the package that is there differs from what a build would write: by file, a line.

    A Parquet file may come from another version of pyarrow, but it is the one that was listed.
    """
    package = root / FOLDER
    with TemporaryDirectory(prefix="kzdata-") as folder:
        write(content(checked), Path(folder))
        found = compare.differences(package, Path(folder))
    return found or _unsealed(package)


def _unsealed(package: Path) -> dict[str, str]:
    """The files of a package that are not those of its own SHA256SUMS."""
    listed = (package / manifest.NAME).read_text("utf-8", "replace").splitlines()
    unlike = set(listed).symmetric_difference(sums.text(package).splitlines())
    names = sorted({line.partition("  ")[2] for line in unlike})
    return {name: f"`{name}` is not the file that `{manifest.NAME}` lists" for name in names}
