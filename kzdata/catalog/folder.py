"""A package in a folder: its files, mapped into memory, none of them through a link."""

import mmap
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from kzdata.catalog import names
from kzdata.errors import DataError, MachineError

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class Folder:
    """The files below a folder (which may itself be reached through a link)."""

    def __init__(self, root: Path) -> None:
        self.place = str(root)
        self._root = root

    def sizes(self) -> Mapping[str, int]:
        """Name to size in bytes of every file below the folder, sorted by name.

        A link, a device, a pipe or a name that no package may hold is a `DataError`.
        """
        return dict(sorted(self._walk(self._root, "")))

    def _walk(self, folder: Path, prefix: str) -> Iterator[tuple[str, int]]:
        try:
            entries = [(each.name, each.stat(follow_symlinks=False)) for each in os.scandir(folder)]
        except OSError as error:
            raise _refusal(self.place, prefix, error) from None
        for entry, status in entries:
            name = prefix + entry
            if why := names.fault(name) or _kind(status.st_mode):
                raise DataError(f"`{self.place}`: {name!r} {why}")
            if stat.S_ISDIR(status.st_mode):
                yield from self._walk(folder / entry, f"{name}/")
            else:
                yield name, status.st_size

    def view(self, name: str) -> memoryview:
        """The bytes of the file `name`, mapped and not read.

        The mapping stays as it is when another package is swapped into the folder's place.
        """
        if why := names.fault(name):
            raise DataError(f"`{self.place}`: {name!r} {why}")
        return mapped(self._checked(name), f"`{self.place}`: `{name}`")

    def _checked(self, name: str) -> Path:
        """The path of a file, when none of the folders on the way to it is a link."""
        path = self._root
        for part in name.split("/"):
            path /= part
            try:
                why = _kind(path.lstat().st_mode)
            except OSError as error:
                raise _refusal(self.place, name, error) from None
            if why:
                raise DataError(f"`{self.place}`: `{name}` {why}")
        return path


def mapped(path: Path, what: str) -> memoryview:
    """The bytes of one regular file, mapped; `what` names it in errors.

    Opened without following a link and without waiting: a pipe or device is a `DataError`.
    """
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        if path.is_symlink():
            raise DataError(f"{what} is a symbolic link") from None
        raise MachineError(f"{what} cannot be opened: {error.strerror}") from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise DataError(f"{what} {_kind(status.st_mode) or 'is a folder, not a file'}")
        if not status.st_size:
            return memoryview(b"")
        return memoryview(mmap.mmap(handle, 0, access=mmap.ACCESS_READ))
    except OSError as error:
        raise MachineError(f"{what} cannot be read: {error.strerror}") from None
    finally:
        os.close(handle)


def _kind(mode: int) -> str | None:
    if stat.S_ISLNK(mode):
        return "is a symbolic link"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "is no regular file: a device, pipe or socket"
    return None


def _refusal(place: str, name: str, error: OSError) -> DataError | MachineError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return DataError(f"`{place}` is no package: `{name}` is missing")
    return MachineError(f"`{place}`: `{name}` cannot be read: {error.strerror}")
