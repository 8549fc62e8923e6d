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

from benchmarks.measure import ROOT

FOLDER = ROOT / "build/compiled"
"""Where `make compiled` leaves a copy of this tree with its compiled modules."""

PARTS = ("readers", "quotations", "build")
ROUNDS = 2

_PEERS = ("str.find", "rapidfuzz")


def rows(records: int, seed: int) -> list[dict[str, Any]]:
    """Each figure, in so many a second, as `plain` Python and `compiled`.

    SystemExit where nothing is compiled.
    """
    _compiled()
    best: list[dict[tuple[str, str], float]] = [{}, {}]
    for _ in range(ROUNDS):
        for known, folder in zip(best, (ROOT, FOLDER), strict=True):
            for name, value in _figures(_measured(folder, records, seed)):
                known[name] = max(value, known.get(name, 0.0))
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


def _measured(folder: Path, records: int, seed: int) -> Mapping[str, Any]:
    """What a run of the benchmark in a folder, with its own kzdata, has in its JSON."""
    with TemporaryDirectory() as work:
        told = Path(work) / "figures.json"
        arguments = (
            "--parts", *PARTS, "--sizes", str(records), "--books", "0", "--seed", str(seed),
            "--json", str(told),
        )  # fmt: skip
        command = [sys.executable, "-m", "benchmarks", *arguments]
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
    for row in result["build"]:
        yield (f"build of {row['name']}", "records"), 1e6 / row["microseconds_a_record"]
