"""Reading the files of a project or package: below its root, through no link, within a size.

Everything that is opened because a file names it is opened here. What its bytes mean is not
known here. POSIX only: a name is walked folder by folder with `dir_fd`, so that nobody can swap a
folder for a link between a check and the opening.
"""

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kzdata.decoding import decode
from kzdata.files import rules as rules
from kzdata.findings import Finding, Place, Rule

LIMIT = 64 * 1024 * 1024
"""How many bytes a file may hold unless the caller says otherwise."""

DEPTH = 64
"""How many parts a name may have."""

_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK

_CHUNK = 1024 * 1024


class _Fault(NamedTuple):
    rule: Rule
    what: str


def read(
    root: Path,
    name: str,
    findings: list[Finding],
    *,
    limit: int = LIMIT,
) -> bytes | None:
    """The bytes of the regular file `name` below `root`; None, and a finding, when there are none.

    `name` is a relative POSIX path; no part of it may be a link (`root` itself may). `limit` is in
    bytes.
    """
    contents = _fault_in(name) or _contents(root, name, limit)
    if isinstance(contents, bytes):
        return contents
    findings.append(_finding(contents, name))
    return None


def text(
    root: Path,
    name: str,
    findings: list[Finding],
    *,
    limit: int = LIMIT,
    written: bool = True,
) -> str | None:
    """The text of the file `name` below `root`: `read`, then `decode`."""
    data = read(root, name, findings, limit=limit)
    return None if data is None else decode(data, name, findings, written=written)


def listing(root: Path, folder: str, findings: list[Finding]) -> list[str]:
    """The regular files below `folder` (`""`: the root), at any depth, as sorted names from `root`.

    Names that begin with a dot are passed over, with what is below them. A link, a device or an odd
    name is a finding each and not among the names.
    """
    names: list[str] = []
    folders = [folder]
    while folders:
        here = folders.pop()
        entries = (here and _fault_in(here)) or _entries(root, here)
        if isinstance(entries, _Fault):
            findings.append(_finding(entries, here))
            continue
        for entry, mode in entries:
            name = f"{here}/{entry}" if here else entry
            if fault := _fault_in(name) or _fault_of(mode):
                findings.append(_finding(fault, name))
            elif stat.S_ISDIR(mode):
                folders.append(name)
            else:
                names.append(name)
    return sorted(names)


def _fault_in(name: str) -> _Fault | None:
    """What is wrong with a name as it is written, before anything is opened."""
    parts = name.split("/")
    if name.startswith("/"):
        return _Fault(rules.OUTSIDE, "is an absolute path")
    if ".." in parts:
        return _Fault(rules.OUTSIDE, "climbs out by `..`")
    if "" in parts or "." in parts:
        return _Fault(rules.MALFORMED, "has an empty part")
    if "\\" in name or not name.isprintable():
        return _Fault(rules.MALFORMED, "holds a character that no file name may hold")
    if len(parts) > DEPTH:
        return _Fault(rules.MALFORMED, f"has {len(parts)} parts, more than {DEPTH}")
    return None


def _fault_of(mode: int) -> _Fault | None:
    """What is wrong with a folder's entry of this `st_mode`."""
    if stat.S_ISLNK(mode):
        return _Fault(rules.LINK, "is a symbolic link")
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _Fault(rules.NOT_REGULAR, "is not a regular file")
    return None


def _descend(root: Path, name: str) -> int:
    """An open descriptor of `name` (`""`: of `root`), or OSError. Never follows, never waits."""
    handle = os.open(root, _FLAGS & ~os.O_NOFOLLOW)
    for part in name.split("/") if name else ():
        try:
            below = os.open(part, _FLAGS, dir_fd=handle)
        finally:
            os.close(handle)
        handle = below
    return handle


def _contents(root: Path, name: str, limit: int) -> bytes | _Fault:
    try:
        handle = _descend(root, name)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return _Fault(rules.NOT_REGULAR, "is not a regular file")
            chunks: list[bytes] = []
            size = status.st_size
            while size <= limit and (chunk := os.read(handle, _CHUNK)):
                chunks.append(chunk)
                size = max(size, sum(map(len, chunks)))
        finally:
            os.close(handle)
    except OSError as error:
        return _refusal(error)
    if size > limit:
        return _Fault(rules.TOO_LARGE, f"holds {size:,} bytes or more, the limit is {limit:,}")
    return b"".join(chunks)


def _entries(root: Path, folder: str) -> Sequence[tuple[str, int]] | _Fault:
    """The names in one folder, hidden ones left out, each with its `st_mode`."""
    try:
        handle = _descend(root, folder)
        try:
            if not stat.S_ISDIR(os.fstat(handle).st_mode):
                return _Fault(rules.NOT_REGULAR, "is not a folder")
            return [
                (name, os.stat(name, dir_fd=handle, follow_symlinks=False).st_mode)
                for name in os.listdir(handle)  # noqa: PTH208 (a Path has no descriptor)
                if not name.startswith(".")
            ]
        finally:
            os.close(handle)
    except OSError as error:
        return _refusal(error)


def _refusal(error: OSError) -> _Fault:
    """What the system's refusal means; `O_NOFOLLOW` on a link is ELOOP, EMLINK on FreeBSD."""
    if error.errno in (errno.ELOOP, errno.EMLINK):
        return _Fault(rules.LINK, "is, or lies below, a symbolic link")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _Fault(rules.MISSING, "is missing")
    if error.errno == errno.ENXIO:
        return _Fault(rules.NOT_REGULAR, "is not a regular file")
    return _Fault(
        rules.UNREADABLE, f"cannot be read: {os.strerror(error.errno or errno.EIO).lower()}"
    )


def _finding(fault: _Fault, name: str) -> Finding:
    shown = name if name.isprintable() else ascii(name)[1:-1]
    return fault.rule(f"`{shown}` {fault.what}", at=Place(path=shown))
