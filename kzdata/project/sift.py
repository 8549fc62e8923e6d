"""Moving refused records out of `data/records`, so that the others can be published.

What programs wrote is moved, line by line and row by row; YAML, which people write, stays.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import parquet

from kzdata.errors import CallError
from kzdata.findings import Finding, Record
from kzdata.project.check import Checked, Progress, check, silent
from kzdata.project.workers import Workers
from kzdata.records.read import FOLDER

REFUSED = "data/refused"
"""Where refused records go, under the names of their files."""

REASONS = f"{REFUSED}/reasons.jsonl"
"""Why: a line for each record, in the order in which they were moved."""


class Sifted(NamedTuple):
    """How many records were moved, and the project as it was then found."""

    moved: int
    checked: Checked


def sift(root: Path, *, workers: Workers | None = None, progress: Progress = silent) -> Sifted:
    """Move the records that errors refuse to `data/refused`, until no more are refused.

    A record that refers to one that was moved is moved after it. The files of `data/refused` hold
    the lines and rows as they were written, behind those of earlier runs; `reasons.jsonl` gives
    each one's `path` and `number` there, and its `findings`. A record is written there before it
    is taken out of its file, and each file is replaced whole. Errors that are left are about whole
    files, or about YAML. Raises CallError where a link stands in the way, and OSError when a file
    cannot be written.
    """
    moved = 0
    while True:
        checked = check(root, workers=workers or Workers(), progress=progress)
        refused = _by_file(checked.refused)
        if not refused:
            return Sifted(moved, checked)
        why = _reasons(checked.findings)
        for path, numbers in sorted(refused.items()):
            _move(root, path, numbers, why)
            moved += len(numbers)


def _by_file(records: Iterable[Record]) -> Mapping[str, Collection[int]]:
    """The numbers of the records of each file from which records can be taken."""
    found: dict[str, set[int]] = defaultdict(set)
    for record in records:
        if record.path.rpartition(".")[2] in _TAKE:
            found[record.path].add(record.number)
    return found


def _reasons(findings: Iterable[Finding]) -> Mapping[tuple[str, int], list[dict[str, Any]]]:
    """What is wrong with each record, by its file and number."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for one in findings:
        said = {"rule": one.rule, "severity": one.severity, "field": one.field or None}
        for record in one.records:
            found[record.path, record.number].append(
                said | {"message": one.message, "help": one.help}
            )
    return found


def _move(
    root: Path,
    path: str,
    numbers: Collection[int],
    why: Mapping[tuple[str, int], list[dict[str, Any]]],
) -> None:
    """Move the records of these numbers out of one file."""
    there = REFUSED + path.removeprefix(FOLDER)
    for name in (there, REASONS):
        _refuse_links(root, name)
    (root / there).parent.mkdir(parents=True, exist_ok=True)
    first = _TAKE[path.rpartition(".")[2]](root / path, root / there, numbers)
    reasons = (
        {"path": there, "number": new, "findings": why[path, old]}
        for new, old in enumerate(sorted(numbers), first)
    )
    with (root / REASONS).open("a", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(reason, ensure_ascii=False)}\n" for reason in reasons)


def _refuse_links(root: Path, name: str) -> None:
    """Raise CallError where a part of the name is a link, which may lead out of the project."""
    for part in (Path(name), *Path(name).parents):
        if part.name and (root / part).is_symlink():
            raise CallError(f"`{part.as_posix()}` is a link: nothing is written there")


def _take_lines(source: Path, target: Path, numbers: Collection[int]) -> int:
    """Move lines, byte for byte; the number of the first where they now are."""
    lines = source.read_bytes().split(b"\n")
    before = target.read_bytes() if target.exists() else b""
    taken = b"".join(lines[number] + b"\n" for number in sorted(numbers))
    _replace(target, lambda new: new.write_bytes(before + taken))
    left = [line for number, line in enumerate(lines) if number not in numbers]
    _replace(source, lambda new: new.write_bytes(b"\n".join(left)))
    return before.count(b"\n")


def _take_rows(source: Path, target: Path, numbers: Collection[int]) -> int:
    """Move rows; the number of the first where they now are."""
    rows = _rows(source)
    before = _rows(target) if target.exists() else rows[:0]
    taken = rows.take(pa.array(sorted(numbers), pa.int64()))
    both = pa.concat_tables([before, taken], promote_options="default")
    _replace(target, lambda new: parquet.write_table(both, new))
    left = [number for number in range(len(rows)) if number not in numbers]
    _replace(source, lambda new: parquet.write_table(rows.take(pa.array(left, pa.int64())), new))
    return len(before)


def _rows(path: Path) -> pa.Table:
    with parquet.ParquetFile(path) as file:
        return file.read()


_TAKE: Mapping[str, Callable[[Path, Path, Collection[int]], int]] = {
    "jsonl": _take_lines,
    "parquet": _take_rows,
}
"""What moves records, by the end of their file's name."""


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file beside this one, and put it in its place."""
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    write(new)
    new.replace(path)
