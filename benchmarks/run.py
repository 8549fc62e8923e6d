"""One run over all parts of the benchmark: tables on the screen, and a JSON file to keep.

Nothing is asserted: seconds are of one machine and one moment, and the ratios hold better. What is
measured runs in processes of its own; nothing large is imported here.
"""

import argparse
import json
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import build, compiled, machine, measure, report
from benchmarks.judges import JUDGES

SIZES = (1_000, 10_000, 100_000, 1_000_000)

Part = Iterator[tuple[str, Any]]


def options(parser: argparse.ArgumentParser) -> None:
    """The arguments of `python -m benchmarks`."""
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=BY_DEFAULT)
    parser.add_argument("--sizes", nargs="+", type=int, help="records of the generated projects")
    parser.add_argument("--books", type=int, default=20, help="books of the project of books")
    parser.add_argument("--project", type=Path, help="a real project, of which a copy is built")
    parser.add_argument("--faulty", type=int, default=20_000, help="records, a tenth of them false")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the checked table")
    parser.add_argument("--beside", type=int, default=200_000, help="records built side by side")
    parser.add_argument(
        "--compiled", type=int, default=100_000, help="records built by either code"
    )
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--json", type=Path, help="the file of figures to write, or to update")
    parser.add_argument("--work", type=Path, help="a folder with room for the projects")


def run(chosen: argparse.Namespace) -> None:
    """Measure the parts, print each when it is done, and write the JSON."""
    result = _begun(chosen)
    with tempfile.TemporaryDirectory(dir=chosen.work, prefix="kzdata-benchmark-") as folder:
        # What another run has kept is not to be found by this one.
        os.environ["KZDATA_CACHE"] = os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        # Modules are compiled once, as where kzdata is installed, whatever this shell says.
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for name in chosen.parts:
            for key, value in PARTS[name](Path(folder), chosen):
                result[key] = value
                print(report.section(key, result), flush=True)
    if chosen.json:
        chosen.json.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _begun(chosen: argparse.Namespace) -> dict[str, Any]:
    """What is known before anything is measured: parts that are not asked for stay in the JSON."""
    command = shlex.join(["python", "-m", "benchmarks", *sys.argv[1:]])
    of = {"seed": chosen.seed, **machine.described()}
    if not chosen.json or not chosen.json.exists() or set(chosen.parts) >= set(BY_DEFAULT):
        return {"commands": [command], **of}
    before: dict[str, Any] = json.loads(chosen.json.read_text("utf-8"))
    if any(before[key] != value for key, value in of.items()):
        raise SystemExit(f"`{chosen.json}` is of another machine, seed or version: measure all")
    others = [other for other in before["commands"] if other != command]
    return {**before, "commands": [*others, command]}


def _small(_: Path, chosen: argparse.Namespace) -> Part:
    """`kzdata validate` of this repository, or of the real project, as a whole process."""
    project = str(chosen.project.resolve() if chosen.project else measure.ROOT)
    usage = min(measure.kzdata("validate", project)[0] for _ in range(measure.ROUNDS))
    yield "small", usage._asdict()


def _build(folder: Path, chosen: argparse.Namespace) -> Part:
    """Whole builds: the sizes; one size from Parquet, and books; and the real project."""
    sizes = chosen.sizes or ([] if chosen.project else list(SIZES))
    middle = max((size for size in sizes if size <= build.ONCE), default=None)
    wanted = {f"{size:,} from JSON Lines": ("--records", str(size)) for size in sorted(sizes)}
    rows, others = [], {}
    if middle:
        others[f"{middle:,} from Parquet"] = ("--records", str(middle), "--form", "parquet")
    if chosen.books:
        others[f"{chosen.books} books"] = ("--records", "0", "--books", str(chosen.books))
    for name, arguments in (others | wanted).items():
        project = build.generated(folder, *arguments, "--seed", str(chosen.seed))
        rows.append({"name": name, **build.whole(project)})
        if arguments == ("--records", str(middle)):
            yield "stages", {"name": name, "rows": build.staged(project)}
        if arguments == wanted.get(f"{max(sizes):,} from JSON Lines"):
            yield "evidence", measure.call("evidence", "asked", str(project), chosen.seed)[1]
        shutil.rmtree(project)
    if chosen.project:
        project = build.copied(chosen.project, folder)
        rows.append({"name": chosen.project.resolve().name, **build.whole(project)})
        shutil.rmtree(project)
    yield "build", rows


def _faulty(folder: Path, chosen: argparse.Namespace) -> Part:
    """`kzdata validate` of a project with many faults, beside the same one without."""
    arguments = ("--records", str(chosen.faulty), "--seed", str(chosen.seed))
    alone = ("validate", "--jobs", "1", "--no-cache")
    clean, _ = measure.kzdata(*alone, str(build.generated(folder, *arguments)))
    project = build.generated(folder, *arguments, "--false", "0.1")
    usage, told = measure.kzdata(*alone, "--format", "github", str(project), status=1)
    planted = (project / "planted.jsonl").read_text().splitlines()
    found = [line for line in told.splitlines() if line.startswith("::error")]
    counts = {"records": chosen.faulty, "planted": len(planted), "found": len(found)}
    yield "faulty", {**counts, "clean": clean._asdict(), "faulty": usage._asdict()}
    shutil.rmtree(project)


def _beside(folder: Path, chosen: argparse.Namespace) -> Part:
    """One project built by one process, by two, and by Dask."""
    arguments = ("--records", str(chosen.beside), "--seed", str(chosen.seed))
    project = build.generated(folder, *arguments)
    yield "beside", {"records": chosen.beside, "rows": build.side_by_side(project)}
    shutil.rmtree(project)


def _tables(folder: Path, chosen: argparse.Namespace) -> Part:
    """The checks of a table, by us and by others."""
    rows = []
    for name, module, function, most in JUDGES:
        count = min(most, chosen.rows)
        made = folder / f"table-{count}"
        if not made.exists():
            made.mkdir()
            measure.call("tables", "write", str(made), count, chosen.seed)
        usage, (wall, processor) = measure.call(module, function, str(made))
        rates = {"rows_a_second": count / wall, "rows_a_processor_second": count / processor}
        rows.append({"name": name, "rows": count, **rates, "peak": usage.peak})
    yield "tables", rows


def _quotations(_: Path, chosen: argparse.Namespace) -> Part:
    yield "quotations", measure.call("quotations", "rows", chosen.seed)[1]


def _readers(_: Path, __: argparse.Namespace) -> Part:
    yield "readers", measure.call("readers", "rows")[1]


def _compiled(folder: Path, chosen: argparse.Namespace) -> Part:
    """What is compiled beside what is not; it is left out unless asked for."""
    arguments = ("--records", str(chosen.compiled), "--seed", str(chosen.seed))
    project = build.generated(folder, *arguments)
    yield "compiled", compiled.rows(project)
    shutil.rmtree(project)


PARTS: Mapping[str, Callable[[Path, argparse.Namespace], Part]] = {
    "small": _small,
    "build": _build,
    "faulty": _faulty,
    "beside": _beside,
    "tables": _tables,
    "quotations": _quotations,
    "readers": _readers,
    "compiled": _compiled,
}
BY_DEFAULT = [name for name in PARTS if name != "compiled"]
"""What is measured unless parts are named: the compiled code has to be made first."""
