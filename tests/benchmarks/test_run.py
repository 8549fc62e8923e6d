"""One small run goes through, and what is published of the last large one is made from its JSON."""

import argparse
import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import cluster, floor, machine, measure, plot, report, run


@pytest.mark.slow
def test_a_small_run_measures_every_build_and_prints_what_the_page_would_say(
    tmp_path: Path,
) -> None:
    project = ("--project", str(measure.ROOT), "--work", str(tmp_path))
    sizes = ("--sizes", "100", "--books", "0", "--faulty", "100", "--beside", "100")
    parts = (
        "--rows",
        "500",
        "--parts",
        "build",
        "faulty",
        "beside",
        "tables",
        "--json",
        str(tmp_path / "r.json"),
    )
    command = [sys.executable, "-m", "benchmarks", *parts, *project, *sizes]
    printed = subprocess.run(command, cwd=measure.ROOT, check=False, text=True, capture_output=True)
    assert printed.returncode == 0, printed.stderr
    result = json.loads((tmp_path / "r.json").read_text("utf-8"))
    for key in ("build", "stages", "evidence", "faulty", "beside", "tables"):
        assert report.section(key, result) in printed.stdout
    assert result["faulty"]["found"] == result["faulty"]["planted"] > 0
    rows = {row["name"]: row for row in result["build"]}
    lines, columns = rows["100 from JSON Lines"], rows["100 from Parquet"]
    assert (lines["records"], lines["sources"]) == (110, 10)
    assert lines["source_bytes"] == columns["source_bytes"]
    assert rows[measure.ROOT.name]["sources"] == 3
    assert all(row["times_the_floor"] > 1 for row in rows.values())
    assert all(row["same_bytes"] for row in result["beside"]["rows"][1:] if row["wall"])


def test_a_part_that_is_measured_again_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "r.json"
    usage = measure.Usage(1, 1, 1)._asdict()
    kept = {"commands": ["before"], "seed": 5, **machine.described(), "small": {}, "build": [1]}
    file.write_text(json.dumps(kept))
    part = {"small": lambda *_: iter([("small", usage)]), "build": None}
    monkeypatch.setattr(run, "PARTS", part)
    given = argparse.ArgumentParser()
    run.options(given)
    run.run(given.parse_args(["--parts", "small", "--json", str(file)]))
    found = json.loads(file.read_text())
    assert (found["small"], found["build"], found["commands"][0]) == (usage, [1], "before")
    assert len(found["commands"]) == 2
    with pytest.raises(SystemExit, match="another machine, seed or version"):
        run.run(given.parse_args(["--parts", "small", "--seed", "6", "--json", str(file)]))


def test_the_memory_and_time_of_children_are_counted() -> None:
    child = "x = b'1' * 200_000_000; sum(range(10_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    usage, _ = measure.command([sys.executable, "-c", parent])
    assert usage.peak > 200_000_000
    assert usage.processor > 0.1


def test_a_job_that_fails_ends_the_run() -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        measure.command([sys.executable, "-c", "raise SystemExit(3)"])


def test_the_floor_writes_the_tables_again(tmp_path: Path) -> None:
    took = floor.floor(str(measure.ROOT), str(tmp_path))
    package = measure.ROOT / "data/package"
    assert {path.name for path in tmp_path.iterdir()} == {
        path.name for form in ("parquet", "csv") for path in package.glob(f"*.{form}")
    }
    for path in package.glob("*.csv"):
        assert _rows(tmp_path / path.name) == _rows(path)
    assert took["written"] == sum(path.stat().st_size for path in tmp_path.iterdir())


def test_a_cluster_ends_with_its_block() -> None:
    with cluster.running(workers=1) as address:
        assert address.startswith("tcp://127.0.0.1:")


def test_the_page_is_made_from_the_committed_run() -> None:
    assert report.PAGE.read_text("utf-8") == report.page(_committed())


def test_the_plot_is_made_from_the_committed_run(tmp_path: Path) -> None:
    assert plot.digest(_committed()) in report.PLOT.read_text("utf-8")
    plot.write(_committed(), tmp_path / "a.svg")
    plot.write(_committed(), tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def _rows(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def _committed() -> dict[str, Any]:
    result: dict[str, Any] = json.loads(report.RESULTS.read_text("utf-8"))
    return result
