"""Opening the package at a place: a folder or a zip, read where it lies."""

from os import PathLike
from pathlib import Path

from kzdata.catalog import manifest
from kzdata.catalog.folder import Folder
from kzdata.catalog.package import Package
from kzdata.errors import CallError, DataError, MachineError

BUILT = "data/package"
"""Where a project has its package."""


def located(place: object, what: str) -> Path:
    """The path that `place` is, of `what` somebody asked for; `CallError` for what is no path.

    Raises `MachineError` where nothing can be looked for: a name that is too long, a closed folder.

    >>> located(None, "a package")
    Traceback (most recent call last):
    kzdata.errors.CallError: a package is named by a path, not by None
    """
    if not isinstance(place, str | PathLike) or not str(place):
        raise CallError(f"{what} is named by a path, not by {place!r:.60}")
    path = Path(place)
    try:
        path.exists()
    except OSError as error:
        raise MachineError(f"`{place!s:.60}` cannot be looked for: {error.strerror}") from None
    return path


def open_package(place: str | Path) -> Package:
    """The package in the folder or zip file at `place`, read where it lies.

    Raises `CallError` when there is nothing, or a project, and `DataError` for what is no package
    as kzdata publishes it.
    """
    path = located(place, "a package")
    if path.is_dir():
        if (path / BUILT).is_dir() and not (path / manifest.NAME).exists():
            raise CallError(f"`{place}` is a project: its package is `{path / BUILT}`")
        return Package(Folder(path))
    if not path.exists():
        raise CallError(f"there is no package at `{place}`")
    from kzdata.catalog.archive import Archive  # noqa: PLC0415 - a folder needs none of it

    archive = Archive(path)
    package = Package(archive)
    for name in archive.sizes():
        if name not in package.digests and name != manifest.NAME:
            raise DataError(f"`{place}`: `{name}` is not in `{manifest.NAME}`")
    return package
