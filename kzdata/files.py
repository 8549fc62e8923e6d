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
from kzdata.findings import Finding, Place, Rule

LIMIT = 64 * 1024 * 1024
"""How many bytes a file may hold unless the caller says otherwise."""

DEPTH = 64
"""How many parts a name may have."""

_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK

_CHUNK = 1024 * 1024

OUTSIDE = Rule(
    name="path-outside-project",
    doc="""\
Checks that a file's name is relative and does not climb: no leading `/`, no `..`.

A name that leaves the project would let a record or a package read any file of the
machine.

Example: `../../etc/passwd` in `seeds/SHA256SUMS`.

Instead: copy the file into the project and name it from the project's root.""",
)

MALFORMED = Rule(
    name="path-malformed",
    doc="""\
Checks that a file's name is a plain POSIX path of at most 64 parts: no empty part, no
`.`, no backslash, no control or invisible character, valid UTF-8.

Such a name means different files on different systems, or reads as another name.

Example: `seeds//a.txt`, `seeds\\a.txt`.

Instead: rename the file, with letters, digits, `.`, `-` and `_`.""",
)

LINK = Rule(
    name="symbolic-link",
    doc="""\
Checks that no part of a file's name is a symbolic link.

A link may point outside the project, and to something else tomorrow.

Example: `seeds/a.txt` linked to `/home/ann/a.txt`.

Instead: put the file itself into the project.""",
)

NOT_REGULAR = Rule(
    name="not-a-regular-file",
    doc="""\
Checks that what is read is a regular file, and what is listed is a folder: no device,
pipe or socket.

Reading a pipe or device may wait for ever, or never end.

Example: a FIFO `data/records/a.yaml`.

Instead: put a regular file there.""",
)

TOO_LARGE = Rule(
    name="file-too-large",
    doc="""\
Checks that a file is within its size limit.

A file that was not meant to be read could fill the memory of the machine.

Example: a source of 3 GB.

Instead: split the file, or keep large tables as Parquet.""",
)

MISSING = Rule(
    name="file-missing",
    doc="""\
Checks that a file or folder that the project needs is there.

Without it, the rest cannot be checked.

Example: `schemas/dataset.yaml` is missing.

Instead: add the file, or correct the name where it is named.""",
)

UNREADABLE = Rule(
    name="file-unreadable",
    doc="""\
Checks that the system lets a file be read.

What cannot be read cannot be checked.

Example: a file without read permission.

Instead: give yourself the permission, or look at the disk.""",
)


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
        return _Fault(OUTSIDE, "is an absolute path")
    if ".." in parts:
        return _Fault(OUTSIDE, "climbs out by `..`")
    if "" in parts or "." in parts:
        return _Fault(MALFORMED, "has an empty part")
    if "\\" in name or not name.isprintable():
        return _Fault(MALFORMED, "holds a character that no file name may hold")
    if len(parts) > DEPTH:
        return _Fault(MALFORMED, f"has {len(parts)} parts, more than {DEPTH}")
    return None


def _fault_of(mode: int) -> _Fault | None:
    """What is wrong with a folder's entry of this `st_mode`."""
    if stat.S_ISLNK(mode):
        return _Fault(LINK, "is a symbolic link")
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return _Fault(NOT_REGULAR, "is not a regular file")
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
                return _Fault(NOT_REGULAR, "is not a regular file")
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
        return _Fault(TOO_LARGE, f"holds {size:,} bytes or more, the limit is {limit:,}")
    return b"".join(chunks)


def _entries(root: Path, folder: str) -> Sequence[tuple[str, int]] | _Fault:
    """The names in one folder, hidden ones left out, each with its `st_mode`."""
    try:
        handle = _descend(root, folder)
        try:
            if not stat.S_ISDIR(os.fstat(handle).st_mode):
                return _Fault(NOT_REGULAR, "is not a folder")
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
        return _Fault(LINK, "is, or lies below, a symbolic link")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _Fault(MISSING, "is missing")
    if error.errno == errno.ENXIO:
        return _Fault(NOT_REGULAR, "is not a regular file")
    return _Fault(UNREADABLE, f"cannot be read: {os.strerror(error.errno or errno.EIO).lower()}")


def _finding(fault: _Fault, name: str) -> Finding:
    shown = name if name.isprintable() else ascii(name)[1:-1]
    return fault.rule(f"`{shown}` {fault.what}", at=Place(path=shown))
