"""Moving refused records out of `data/records`, so that the others can be published.

What programs wrote is moved, line by line and row by row; YAML, which people write, stays.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import parquet

from kzdata.digests import digest
from kzdata.errors import CallError, DataError, MachineError
from kzdata.findings import Finding, Record
from kzdata.placing import Data, flush, place
from kzdata.project.check import Checked, Progress, check, silent
from kzdata.project.workers import Workers
from kzdata.records.read import FOLDER

REFUSED = "data/refused"
"""Where refused records go, under the names of their files."""

REASONS = f"{REFUSED}/_reasons.jsonl"
"""Why: a line for each record, in the order in which they were moved. No table has such a name."""


class Sifted(NamedTuple):
    """How many records were moved, the project as it was then found, and why they were.

    `reasons` holds the rule and the field of each fault of the records that were moved; the field
    is empty where the fault is the whole record's.
    """

    moved: int
    checked: Checked
    reasons: tuple[tuple[str, str], ...]


def sift(root: Path, *, workers: Workers | None = None, progress: Progress = silent) -> Sifted:
    """Move the records that errors refuse to `data/refused`, until no more are refused.

    A record that refers to one that was moved is moved after it. The files of `data/refused` hold
    the lines and rows as they were written, behind those of earlier runs; `_reasons.jsonl` gives
    each one's `path` and `number` there, and its `findings`. A record is written there, and its
    reasons, and both are flushed, before it is taken out of its file; each file is replaced whole.
    Errors that are left are about whole files, or about YAML. Raises CallError where a link stands
    in the way or a file changes meanwhile, DataError where a file of `data/refused` takes no rows
    such as these, and MachineError when the disk refuses; what is moved until then is whole.
    """
    moved = 0
    reasons: list[tuple[str, str]] = []
    while True:
        seen = _digests(root)
        checked = check(root, workers=workers or Workers(), progress=progress)
        refused = _by_file(checked.refused)
        if not refused:
            return Sifted(moved, checked, tuple(reasons))
        why = _reasons(checked.findings)
        for path, numbers in sorted(refused.items()):
            _move(root, path, numbers, why, seen.get(path))
            moved += len(numbers)
            faults = (said for number in sorted(numbers) for said in why[path, number])
            reasons.extend((said["rule"], said["field"] or "") for said in faults)


def _digests(root: Path) -> Mapping[str, str]:
    """The SHA-256 of each file from which records can be taken, by its path in the project."""
    files = (path for path in (root / FOLDER).rglob("*") if path.suffix[1:] in _PARTED)
    return {
        path.relative_to(root).as_posix(): digest(path)
        for path in files
        if path.is_file() and not path.is_symlink()
    }


def _by_file(records: Iterable[Record]) -> Mapping[str, Collection[int]]:
    """The numbers of the records of each file from which records can be taken."""
    found: dict[str, set[int]] = defaultdict(set)
    for record in records:
        if record.path.rpartition(".")[2] in _PARTED:
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
    seen: str | None,
) -> None:
    """Move the records of these numbers out of one file, whose SHA-256 was `seen`."""
    there = REFUSED + path.removeprefix(FOLDER)
    for name in (there, REASONS):
        _refuse_others(root, name)
    parted = _PARTED[path.rpartition(".")[2]](root, path, there, sorted(numbers))
    if digest(root / path) != seen:
        raise CallError(
            f"`{path}` was changed while it was checked, and nothing is taken out of it:"
            " sift again when nobody writes to it"
        )
    reasons = (
        {"path": there, "number": new, "findings": why[path, old]}
        for new, old in enumerate(sorted(numbers), parted.first)
    )
    place({root / there: parted.moved})
    _append(root / REASONS, reasons)
    place({root / path: parted.left})


def _refuse_others(root: Path, name: str) -> None:
    """Raise CallError where a part of the name is a link, which may lead out, or no such file."""
    for part in (Path(name), *Path(name).parents):
        if part.name and (root / part).is_symlink():
            raise CallError(f"`{part.as_posix()}` is a link: nothing is written there")
    if (root / name).exists() and not (root / name).is_file():
        raise CallError(f"`{name}` is no regular file: nothing is written there")


class _Parted(NamedTuple):
    """What becomes of a file: the number of the first record moved, and what each part holds.

    `moved` are the records that are moved, behind those that are there; `left` those that stay.
    """

    first: int
    moved: Data
    left: Data


def _lines(root: Path, path: str, there: str, numbers: Sequence[int]) -> _Parted:
    """Lines, byte for byte."""
    lines = (root / path).read_bytes().split(b"\n")
    before = _ended((root / there).read_bytes()) if (root / there).exists() else b""
    taken = b"".join(lines[number] + b"\n" for number in numbers)
    out = frozenset(numbers)
    left = b"\n".join(line for number, line in enumerate(lines) if number not in out)
    return _Parted(before.count(b"\n"), [before, taken], [left])


def _rows(root: Path, path: str, there: str, numbers: Sequence[int]) -> _Parted:
    """Rows, of the types that they have. Raises DataError where those moved before have others."""
    rows = _table(root, path)
    before = _table(root, there) if (root / there).exists() else rows[:0]
    taken = rows.take(pa.array(numbers, pa.int64()))
    try:
        both = pa.concat_tables([before, taken], promote_options="default")
    except pa.ArrowException as error:
        raise DataError(
            f"`{there}` has columns of other types than `{path}` ({str(error).splitlines()[0]}):"
            " put it elsewhere, and sift again"
        ) from error
    out = frozenset(numbers)
    staying = [number for number in range(len(rows)) if number not in out]
    left = rows.take(pa.array(staying, pa.int64()))
    return _Parted(len(before), _parquet(both), _parquet(left))


def _parquet(rows: pa.Table) -> Iterator[memoryview]:
    """The Parquet file of these rows, made when it is asked for."""
    sink = pa.BufferOutputStream()
    parquet.write_table(rows, sink)
    yield memoryview(sink.getvalue())


def _table(root: Path, name: str) -> pa.Table:
    try:
        # Opened here, since pyarrow takes a relative folder named `s3:x` for an address.
        with (root / name).open("rb") as opened, parquet.ParquetFile(opened) as file:
            return file.read()
    except pa.ArrowException as error:
        raise DataError(
            f"`{name}` cannot be read ({str(error).splitlines()[0]}): put it elsewhere"
        ) from error


_PARTED: Mapping[str, Callable[[Path, str, str, Sequence[int]], _Parted]] = {
    "jsonl": _lines,
    "parquet": _rows,
}
"""What parts a file of the project at `root`, by the end of its name."""


def _ended(lines: bytes) -> bytes:
    """Lines, the last of which ends, too: an editor may have left its end away."""
    return lines + b"\n" if lines and not lines.endswith(b"\n") else lines


def _append(path: Path, values: Iterable[dict[str, Any]]) -> None:
    """Write values behind those of a JSON Lines file, and flush it."""
    try:
        before = path.read_bytes() if path.exists() else b""
        with path.open("ab") as file:
            file.write(_ended(before)[len(before) :])
            file.writelines(f"{json.dumps(one, ensure_ascii=False)}\n".encode() for one in values)
        flush(path)
        flush(path.parent)
    except OSError as error:
        raise MachineError(f"`{path}` cannot be written: {error.strerror}") from error
