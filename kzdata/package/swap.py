"""Putting a folder in another's place, so that a crash leaves the old one or the new one, whole.

POSIX only. What the folder holds does not matter here, but for `datapackage.json`: a folder of
files without one is somebody's own and is never replaced.
"""

import ctypes
import errno
import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kzdata.catalog.tableschema import NAME
from kzdata.errors import CallError, MachineError
from kzdata.placing import flush

_LEFT_OVER = re.compile(r"\.package-[0-9a-f]{16}")
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new, empty folder beside `folder`, which takes its place when the block ends well.

    When the block fails the new folder is removed and the old one stays. What a crash left behind
    earlier is removed first, unless another process still writes there. Raises `CallError` when
    `folder` is a link, no folder, or holds files that are no package, `MachineError` when the disk
    refuses.

    >>> import tempfile
    >>> package = Path(tempfile.mkdtemp()) / "package"
    >>> with replacing(package) as new:
    ...     _ = (new / "datapackage.json").write_text("{}")
    >>> [path.name for path in package.parent.iterdir()]
    ['package']
    """
    try:
        _refuse(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(folder.parent)
        new, lock = _new(folder.parent)
        try:
            yield new
            swap(new, folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
            os.close(lock)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(f"`{folder}` cannot be written: {reason}") from error


def swap(new: Path, old: Path) -> None:
    """Put the folder `new` where `old` is, or shall be; what was there is at `new` afterwards.

    Both lie on one file system. Every file is flushed first. Where the system can exchange two
    names (Linux, `renameat2`), there is no moment without a whole folder at `old`; elsewhere the
    old one is moved aside first.
    """
    _flush(new)
    if not old.exists():
        new.rename(old)
    elif not _exchange(new, old):
        aside = new.with_name(f".package-{secrets.token_hex(8)}")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)
    flush(old.parent)


def _refuse(folder: Path) -> None:
    if folder.is_symlink():
        raise CallError(f"`{folder}` is a link: a package is written to a folder of its own")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise CallError(f"`{folder}` is no folder: a package is written to a folder of its own")
    if any(folder.iterdir()) and not (folder / NAME).is_file():
        raise CallError(f"`{folder}` holds files but no `{NAME}`: it is left as it is")


def _new(parent: Path) -> tuple[Path, int]:
    """A new folder, and its lock, by which other processes know that it is in use."""
    while True:
        new = parent / f".package-{secrets.token_hex(8)}"
        new.mkdir()
        # Between the two steps another process may have taken it for a left-over.
        with suppress(FileNotFoundError, BlockingIOError):
            lock = _lock(new)
            if new.exists():
                return new, lock
            os.close(lock)


def _clear(parent: Path) -> None:
    for path in sorted(parent.iterdir()):
        if not _LEFT_OVER.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
            continue
        with suppress(OSError):
            lock = _lock(path)
            shutil.rmtree(path, ignore_errors=True)
            os.close(lock)


def _lock(folder: Path) -> int:
    """The open folder, marked as in use until this process closes it or dies."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def _flush(folder: Path) -> None:
    for place, _, names in os.walk(folder):
        for name in names:
            flush(Path(place, name))
        flush(Path(place))


def _exchange(one: Path, other: Path) -> bool:
    """Whether the two names could be exchanged in one step; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), os.fspath(other))
