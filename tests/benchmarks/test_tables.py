"""The judges of the benchmark's table ask the same: none finds fault, each finds what we plant."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest

from benchmarks import tables
from benchmarks.judges import JUDGES, Judge
from benchmarks.measure import Took, best

ROWS = 500

CHECKING = [judge for judge in JUDGES if judge.function != "read"]

FAULTS: dict[str, dict[str, str]] = {
    "a number below its minimum": {"value": "-1"},
    "a number above its maximum": {"share": "100.5"},
    "a day before the first": {"day": "1989-12-31"},
    "an unknown category": {"bound": "perhaps"},
    "a text that is too long": {"words": "x" * 81},
    "a key against its pattern": {"figure_id": "Figure 7"},
    "a key that is there twice": {"figure_id": "figure-1"},
    "three fields that are unique together": {},
    "a key of no unit": {"unit_id": "unit-9999"},
}

PASSED_OVER = {("frictionless", "three fields that are unique together")}
"""frictionless-py does not know `uniqueKeys`, which the report says."""


@pytest.fixture(autouse=True)
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each judge judges once, not for a second: nothing is measured here."""
    monkeypatch.setattr(best, "__defaults__", (1, 0.0))


@pytest.mark.parametrize("judge", JUDGES, ids=str)
def test_the_table_has_no_fault(tmp_path: Path, judge: Judge) -> None:
    tables.write(str(tmp_path), ROWS, 5)
    assert _run(judge, tmp_path).wall > 0


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("judge", CHECKING, ids=str)
def test_each_judge_finds_what_is_planted(tmp_path: Path, judge: Judge, fault: str) -> None:
    tables.write(str(tmp_path), ROWS, 5)
    _plant(tmp_path, FAULTS[fault])
    if (judge.function, fault) in PASSED_OVER:
        assert _run(judge, tmp_path).wall > 0
        return
    with pytest.raises(SystemExit, match=r"."):
        _run(judge, tmp_path)


def _run(judge: Judge, folder: Path) -> Took:
    function: Callable[[str], Took] = getattr(
        importlib.import_module(f"benchmarks.{judge.module}"), judge.function
    )
    return function(str(folder))


def _plant(folder: Path, values: dict[str, str]) -> None:
    """Change a row of the table in both its forms."""
    text = tables.as_text(folder)
    rows = text.to_pylist()
    rows[7] |= values or {field: rows[3][field] for field in ("unit_id", "value", "words")}
    text = pa.Table.from_pylist(rows, text.schema)
    pyarrow.csv.write_csv(text, folder / tables.CSV)
    schema = pyarrow.parquet.ParquetFile(folder / tables.PARQUET).schema_arrow
    columns = [
        text[field.name].dictionary_encode() if field.name == "bound" else text[field.name]
        for field in schema
    ]
    typed = [column.cast(field.type) for column, field in zip(columns, schema, strict=True)]
    pyarrow.parquet.write_table(pa.table(typed, schema=schema), folder / tables.PARQUET)
