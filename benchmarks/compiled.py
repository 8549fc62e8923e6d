"""What `make compiled` gives: readers, quotations and builds, beside the same code as plain Python.

Both are measured in turns, each in processes of its own; of each figure the best round counts.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import build, measure
from benchmarks.measure import ROOT

FOLDER = ROOT / "build/compiled"
"""Where `make compiled` leaves a copy of this tree with its compiled modules."""

PARTS = ("readers", "quotations")
ROUNDS = 2

_PEERS = ("str.find", "rapidfuzz")


def rows(project: Path) -> list[dict[str, Any]]:
    """Each figure, in so many a second, as `plain` Python and `compiled`; the project is built.

    SystemExit where nothing is compiled, or where the two packages differ.
    """
    _compiled()
    best: list[dict[tuple[str, str], float]] = [{}, {}]
    packages = set()
    for _ in range(ROUNDS):
        for known, folder in zip(best, (ROOT, FOLDER), strict=True):
            taken = _built(project, folder).processor
            records = measure.call("stages", "counted", str(project))[1]["records"]
            figures = {(f"build of {records:,} records", "records"): records / taken}
            figures |= _figures(_measured(folder))
            packages.add(build.package(project))
            for name, value in figures.items():
                known[name] = max(value, known.get(name, 0.0))
    if len(packages) > 1:
        raise SystemExit("the compiled code gives another package than plain Python")
    plain, compiled = best
    return [
        {"of": of, "name": name, "plain": value, "compiled": compiled[of, name]}
        for (of, name), value in plain.items()
    ]


def _compiled() -> None:
    """Make sure that what is measured as compiled is."""
    program = "import kzdata.ledger; print(kzdata.ledger.__file__)"
    if FOLDER.is_dir():
        told = subprocess.run(
            [sys.executable, "-c", program], cwd=FOLDER, env=_paths(FOLDER),
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        if not told.stdout.strip().endswith(".py"):
            return
    raise SystemExit(f"no compiled modules in `{FOLDER.relative_to(ROOT)}`: run `make compiled`")


def _built(project: Path, folder: Path) -> measure.Usage:
    """What a build by the kzdata in a folder takes; `-P` keeps that of this tree out of the way."""
    command = (sys.executable, "-P", "-m", "kzdata", "build", "--jobs", "1", "--no-cache")
    return measure.command([*command, str(project)], settings=_paths(folder))[0]


def _measured(folder: Path) -> Mapping[str, Any]:
    """What a run of the benchmark in a folder, with its own kzdata, has in its JSON."""
    with TemporaryDirectory() as work:
        told = Path(work) / "figures.json"
        command = [sys.executable, "-m", "benchmarks", "--parts", *PARTS, "--json", str(told)]
        subprocess.run(
            command, cwd=folder, env=_paths(folder), check=True, stdout=subprocess.DEVNULL
        )
        result: Mapping[str, Any] = json.loads(told.read_text("utf-8"))
        return result


def _paths(folder: Path) -> Mapping[str, str]:
    return os.environ | {"PYTHONPATH": str(folder)}


def _figures(result: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], float]]:
    for row in result["readers"]:
        of = f"{row['name']}, {row['language']}"
        yield (of, "short spans"), row["a_second"]
        if "articles_a_second" in row:
            yield (of, "articles"), row["articles_a_second"]
    for row in result["quotations"]:
        if not row["name"].startswith(_PEERS):
            yield (f"quotations in {row['texts']}", row["name"]), row["a_second"]
