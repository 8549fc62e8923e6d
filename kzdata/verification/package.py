"""The order of the checks: nothing is parsed before its hash, and nothing is judged by halves."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pyarrow as pa

from kzdata.catalog.opening import located, open_package
from kzdata.catalog.package import Package
from kzdata.errors import DataError
from kzdata.evidence_table import EVIDENCE
from kzdata.verification import cells, constraints, described, files, forms, keys, texts, types
from kzdata.verification.constraints import Shapes

Reread = Callable[[Package, Mapping[str, str]], Iterable[str]]
"""Reads every value again from the sources' texts (by file name); what is wrong comes back."""


def verify(
    place: str | Path,
    sources: str | Path | None = None,
    *,
    reread: Reread | None = None,
    shapes: Shapes | None = None,
) -> list[str]:
    """What is wrong with the package at `place`, a line each; an empty list when nothing is.

    Checked are: every file's SHA-256, that there is no other file, and none that no package has;
    the descriptor, and what it states of files, rows and sources; that CSV and Parquet hold the
    same values; primary, unique and foreign keys, and what the schema asks of values (its
    `jsonSchema` where `shapes` judges by it); that every cell has evidence as its field and its
    basis ask, and its words agree with their positions. With `sources`, a
    folder of the source texts (or where the package carries them), also that each is the text that
    was quoted, and that the words stand there; `reread` may then read the values again. Of the
    files for people (`by_hash_alone`) the SHA-256 is all that is checked.

    Raises `CallError` when there is nothing at `place`, `MachineError` when the disk refuses.

    >>> import kzdata
    >>> from kzdata.shelf import bundled
    >>> kzdata.verify(bundled().place)
    []
    """
    try:
        package = open_package(place)
    except DataError as error:
        return [str(error)]
    # What is told of one step would only be told again, in other words, by the next.
    for step in (files.problems, partial(_tables, shapes=shapes), _cells, files.strangers):
        if problems := _told(package, step(package)):
            return problems
    folder = None if sources is None else located(sources, "a folder of sources")
    return _told(package, _texts(package, folder, reread))


def by_hash_alone(place: str | Path) -> list[str]:
    """The files of the package at `place` of which `verify` checks the SHA-256, and no more."""
    return [name for name in files.PROSE if name in open_package(place).digests]


def _told(package: Package, problems: Iterable[str]) -> list[str]:
    """The problems, and as the last of them what stopped the search for more."""
    found: list[str] = []
    try:
        for problem in problems:
            found.append(problem)  # noqa: PERF402 - what was found before an error is told
    except DataError as error:
        found.append(str(error))
    except pa.ArrowException as error:
        why = str(error).partition("\n")[0]
        found.append(f"`{package.place}` cannot be checked: {why:.200}")
    return found


def _tables(package: Package, shapes: Shapes | None) -> Iterator[str]:
    loaded: dict[str, pa.Table] = {}
    for name in package:
        info = package.info(name)
        try:
            if wrong := list(types.problems(package.parquet(name), info)):
                yield from wrong
                continue
            loaded[name] = package.load(name)
            yield from forms.problems(package, info, loaded[name])
        except DataError as error:
            yield str(error)
    if len(loaded) == len(package):
        yield from keys.problems(package, loaded)
        yield from constraints.problems(package, loaded, shapes)
        yield from described.problems(package, loaded)


def _cells(package: Package) -> Iterator[str]:
    if EVIDENCE not in package.descriptor.tables:
        yield f"`{package.place}`: there is no table `{EVIDENCE}`"
        return
    yield from cells.problems(package)


def _texts(package: Package, folder: Path | None, reread: Reread | None) -> Iterator[str]:
    problems: list[str] = []
    found = texts.read(package, folder, problems)
    yield from problems
    if found is None or problems:
        return
    wrong = list(texts.problems(package, found))
    yield from wrong
    if reread is not None and not wrong:
        yield from reread(package, found)
