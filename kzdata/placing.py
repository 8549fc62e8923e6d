"""Putting new files in their places: first all of them beside, then one by one into place.

A disk that is full is met before anything is replaced; a crash leaves each file old or new,
and those that come later in the order old.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from kzdata.errors import MachineError

Data = Iterable[bytes | memoryview]
"""What a file shall hold, piece by piece."""

_RANDOM = 8
"""How many random bytes tell new files beside the old one apart."""


def place(files: Mapping[Path, Data]) -> None:
    """Write each file and flush it, then put them in place in their order.

    A file that is replaced keeps its permissions.

    Raises `MachineError` when the disk refuses; what is not yet in place is then removed.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> place({folder / "dist" / "a.txt": [b"one ", b"two"]})
    >>> [path.name for path in folder.rglob("*.txt")]
    ['a.txt']
    """
    with ExitStack() as left:
        written = [(_written(path, data, left), path) for path, data in files.items()]
        for new, path in written:
            with _writing(path):
                new.replace(path)
                flush(path.parent)


def _written(path: Path, data: Data, left: ExitStack) -> Path:
    """The new file beside `path`; it is removed at the end unless it was renamed."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(_RANDOM)}")
    with _writing(path):
        _make(path.parent)
        with new.open("xb") as file:
            left.callback(new.unlink, missing_ok=True)
            _permit_as(path, new)
            for piece in data:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    return new


def _permit_as(old: Path, new: Path) -> None:
    """Give the new file the permissions of the one that it will replace, if there is one."""
    with suppress(FileNotFoundError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Let an error of the system name its file: a full disk names none, it is `path` then."""
    try:
        yield
    except OSError as error:
        meant = _meant(error.filename) if error.filename else path
        reason = error.strerror or str(error)
        raise MachineError(f"`{meant}` cannot be written: {reason}") from error


def _meant(name: str) -> Path:
    """The file that is to be written, where `name` may be that of the new one beside it."""
    path = Path(name)
    meant = re.fullmatch(rf"\.(.+)\.[0-9a-f]{{{2 * _RANDOM}}}", path.name)
    return path.with_name(meant[1]) if meant else path


def _make(folder: Path) -> None:
    """Make a folder and those above that are not there, each flushed into the one above it."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        flush(folder.parent)


def flush(path: Path) -> None:
    """Have what was written to a file or folder on the disk, where the system has a way to."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
