"""Every quoted cell of the real records refuses wrong values, at that very cell."""

import json
import shutil
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

import pytest

from kzdata import schema
from kzdata.checks.claims import refers_to
from kzdata.project.check import check
from kzdata.records import read as records
from kzdata.records.places import Places
from kzdata.schema import Dataset, Field, Table
from tests.dataset.forgeries import forgeries

ROOT = Path(__file__).parents[2]

At = tuple[str, int, int]
"""File, line and column."""


def _dataset() -> Dataset:
    dataset = schema.read(ROOT, [])
    assert dataset
    return dataset


DATASET = _dataset()
RECORDS = records.read(ROOT, DATASET, [])


def _quoted() -> Iterator[tuple[Table, int, Field, str]]:
    """Every cell that its record does not infer and its schema does not assign: row and text."""
    for table in DATASET.tables:
        mine = RECORDS.tables[table.name]
        inferred = set(
            zip(*(mine.reasons.column(n).to_pylist() for n in ("row", "field")), strict=True)
        )
        for field in table.fields:
            for row, value in enumerate(_column(table, field.name)):
                if value is not None and field.reading and (row, field.name) not in inferred:
                    yield table, row, field, value


def _column(table: Table, field: str) -> list[str | None]:
    chunks = RECORDS.tables[table.name].chunks
    return [value for chunk in chunks for value in chunk.fields[field].to_pylist()]


CELLS = list(_quoted())
FIELDS = list(dict.fromkeys((table.name, field.name) for table, _, field, _ in CELLS))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without its package."""
    root = tmp_path_factory.mktemp("project")
    for name in ("seeds", "schemas", "data/records"):
        shutil.copytree(ROOT / name, root / name)
    return root


def test_the_untouched_records_have_no_error_and_no_warning() -> None:
    assert check(ROOT).findings == ()


def test_there_are_quoted_cells() -> None:
    assert len(CELLS) > 150


@pytest.mark.slow
@pytest.mark.parametrize("name", FIELDS, ids="-".join)
def test_forged_values_of_a_field_are_refused_each_at_its_cell(
    name: tuple[str, str], project: Path
) -> None:
    """All its records at once, with one wrong value each at a time: they are judged one by one."""
    cells = [cell for cell in CELLS if (cell[0].name, cell[2].name) == name]
    wrong = [_wrong(*cell) for cell in cells]
    places = [_place(*cell) for cell in cells]
    assert min(map(len, wrong)) >= 2
    for values in zip_longest(*wrong):
        forged = {at: value for at, value in zip(places, values, strict=True) if value is not None}
        refused = _refused(project, forged)
        accepted = {at: value for at, value in forged.items() if at not in refused}
        assert accepted == {}


def _wrong(table: Table, _: int, field: Field, value: str) -> list[str]:
    other = refers_to(table, field.name)
    keys = _column(DATASET.table(other), DATASET.table(other).primary_key[0]) if other else ()
    return forgeries(DATASET, table, field, value, [key for key in keys if key])


def _place(table: Table, row: int, field: Field, _: str) -> At:
    """Where a cell's value stands, which goes on to the end of its line."""
    origin = RECORDS.tables[table.name].chunks[0].origin
    file = RECORDS.files[origin.column("file")[row].as_py()]
    number = origin.column("number")[row].as_py()
    at = Places(ROOT).find(file, table.name, number, (field.name,))
    return file, at.line, at.column


def _refused(project: Path, forged: Mapping[At, str]) -> set[At]:
    """Where the project has an error once its records say this."""
    texts = {file: (ROOT / file).read_text("utf-8").split("\n") for file, _, _ in forged}
    for (file, line, column), value in forged.items():
        kept = texts[file][line - 1][: column - 1]
        texts[file][line - 1] = kept + json.dumps(value, ensure_ascii=False)
    for file, lines in texts.items():
        (project / file).write_text("\n".join(lines), "utf-8")
    errors = [one.place for one in check(project).findings if one.severity == "error"]
    for file in texts:
        shutil.copyfile(ROOT / file, project / file)
    return {(at.path, at.line, at.column) for at in errors}
