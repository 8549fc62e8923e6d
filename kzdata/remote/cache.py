"""The cache: files named for their SHA-256, each of which is whole or not there.

A file is written under a name of its own in the same folder, flushed, and renamed when its hash is
right; so a crash leaves at most a left-over, which the next call clears away.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kzdata.digests import digest
from kzdata.errors import CallError, MachineError
from kzdata.placing import flush

if sys.platform != "win32":
    import fcntl

SUFFIX = ".zip"

OUTCOME = ".outcome"
"""How the names end of what builds keep."""

_PART = ".part-"


class Entry(NamedTuple):
    """A cached package: its SHA-256, its size in bytes, and where it is."""

    sha256: str
    size: int
    path: Path


def folder() -> Path:
    """The folder of the cache: `KZDATA_CACHE`, or where the system keeps a user's caches."""
    if setting := os.environ.get("KZDATA_CACHE"):
        return Path(setting)
    # Of all commands, few ask for the folder.
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("kzdata")


def outcomes() -> Path:
    """The folder in which builds keep what they found in unchanged sources."""
    return folder() / "outcomes"


def entries() -> list[Entry]:
    """What is in the cache, by SHA-256."""
    return _entries(folder(), SUFFIX)


def _entries(place: Path, suffix: str) -> list[Entry]:
    try:
        found = sorted(place.glob(f"*{suffix}"))
        return [Entry(path.stem, path.stat().st_size, path) for path in found]
    except OSError as error:
        raise refusal(error) from None


def get(sha256: str) -> Path | None:
    """The cached package of this SHA-256, hashed again; None when there is none.

    A file that has another hash was damaged on the disk: it is removed, and is none.
    """
    path = folder() / f"{sha256}{SUFFIX}"
    try:
        if not path.is_file():
            return None
        if digest(path) == sha256:
            return path
        path.unlink(missing_ok=True)
    except OSError as error:
        raise refusal(error) from None
    return None


def verify() -> list[str]:
    """What is wrong with the cache: a line for each file that is not what its name says."""
    try:
        return [
            f"`{entry.path}` has the SHA-256 {found}"
            for entry in entries()
            if (found := digest(entry.path)) != entry.sha256
        ]
    except OSError as error:
        raise refusal(error) from None


def remove(sha256: str | None = None) -> list[Entry]:
    """Remove the package whose SHA-256 begins so, or all with None; what was removed comes back.

    Raises `CallError` when there is none such, or more than one.
    """
    found = [entry for entry in entries() if entry.sha256.startswith(sha256 or "")]
    if sha256 is not None and len(found) != 1:
        raise CallError(f"{len(found)} cached packages have a SHA-256 that begins with `{sha256}`")
    try:
        for entry in found:
            entry.path.unlink(missing_ok=True)
        _clear(folder())
    except OSError as error:
        raise refusal(error) from None
    return found


def kept() -> list[Entry]:
    """What builds keep, by name."""
    return _entries(outcomes(), OUTCOME)


def forget() -> int:
    """Remove what builds keep; how many outcomes there were comes back."""
    found = kept()
    try:
        for entry in found:
            entry.path.unlink(missing_ok=True)
        _clear(outcomes())
    except OSError as error:
        raise refusal(error) from None
    return len(found)


def publish(name: str, write: Callable[[BinaryIO], object], *, place: Path | None = None) -> Path:
    """Let `write` fill a new file, and put it in the cache under `name`, whole or not at all.

    `place` is a folder of the cache, which is the whole of it unless given.

    What `write` raises leaves no file. Any number of processes may do this at once.
    """
    place = place or folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        _clear(place)
        with _new(place) as (path, file):
            write(file)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # an open file cannot be renamed there
            path.replace(place / name)
        flush(place)
    except OSError as error:
        raise refusal(error) from None
    return place / name


def refusal(error: OSError) -> MachineError:
    """The error for what the disk refused."""
    return MachineError(f"the cache `{folder()}` fails: {error.strerror or error}")


@contextmanager
def _new(place: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file that no other process touches; removed, unless it was renamed."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_PART, dir=place)
        path = Path(name)
        # Between the two steps another process may have taken it for a left-over.
        if _locked(handle) and path.exists():
            break
        os.close(handle)
    try:
        with os.fdopen(handle, "wb") as file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def _clear(place: Path) -> None:
    """Remove what crashed downloads left: files that no process holds locked."""
    for path in place.glob(f"{_PART}*"):
        with suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            try:
                if _locked(handle):
                    path.unlink(missing_ok=True)
            finally:
                os.close(handle)


def _locked(handle: int) -> bool:
    """Whether the open file could be locked for this process, until it closes it or dies."""
    if sys.platform == "win32":
        return True  # an open file cannot be removed there anyway
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
