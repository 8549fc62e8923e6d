"""Every quoted cell of the real records refuses wrong values, at that very cell."""

import json
import shutil
from collections.abc import Iterator
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


def _name(cell: tuple[Table, int, Field, str]) -> str:
    table, row, field, _ = cell
    return f"{table.name}-{_column(table, table.primary_key[0])[row]}-{field.name}"


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
@pytest.mark.parametrize("cell", CELLS, ids=map(_name, CELLS))
def test_a_forged_value_is_refused_at_its_cell(
    cell: tuple[Table, int, Field, str], project: Path
) -> None:
    table, row, field, value = cell
    origin = RECORDS.tables[table.name].chunks[0].origin
    name = RECORDS.files[origin.column("file")[row].as_py()]
    at = Places(ROOT).find(name, table.name, origin.column("number")[row].as_py(), (field.name,))
    lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
    other = refers_to(table, field.name)
    keys = _column(DATASET.table(other), DATASET.table(other).primary_key[0]) if other else ()
    wrong = forgeries(DATASET, table, field, value, [key for key in keys if key])
    assert len(wrong) >= 2
    for forged in wrong:
        line = lines[at.line - 1][: at.column - 1] + json.dumps(forged, ensure_ascii=False)
        text = "\n".join([*lines[: at.line - 1], line, *lines[at.line :]])
        (project / name).write_text(text, encoding="utf-8")
        checked = check(project)
        errors = [one for one in checked.findings if one.severity == "error"]
        places = {(one.place.path, one.place.line, one.place.column) for one in errors}
        (project / name).write_text("\n".join(lines), encoding="utf-8")
        assert (name, at.line, at.column) in places, f"`{forged}` was accepted for `{value}`"
