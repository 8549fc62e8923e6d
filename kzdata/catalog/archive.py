"""A package in a zip file: the one framing in which we write it, checked byte for byte.

Python's `zipfile` takes overlapping entries, the last of two entries of one name, and names cut at
NUL. So it is not used: each header is built anew from what it says, and must be these very bytes.
Members are stored, sorted and without gaps, and are read where they lie. The form is that of PKWARE
APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its end).
"""

import stat
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kzdata.catalog import names
from kzdata.catalog.folder import mapped
from kzdata.errors import DataError

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_VERSION = 20
_MADE_BY = 3 << 8 | _VERSION
_UTF8 = 0x800
_MODE = (stat.S_IFREG | 0o644) << 16


class Member(NamedTuple):
    """One file of the zip: its whole name, where its header stands, its size and CRC-32."""

    name: str
    offset: int
    size: int
    crc: int
    moment: tuple[int, int]

    @property
    def start(self) -> int:
        """Where its bytes begin."""
        return self.offset + _LOCAL.size + len(self.name.encode())

    @property
    def end(self) -> int:
        """The position behind its last byte."""
        return self.start + self.size

    def local(self) -> bytes:
        """The header in front of the member's bytes."""
        fields = (self.flags, 0, *self.moment, self.crc, self.size, self.size)
        name = self.name.encode()
        return _LOCAL.pack(b"PK\3\4", _VERSION, *fields, len(name), 0) + name

    def central(self) -> bytes:
        """The member's line in the central directory."""
        fields = (self.flags, 0, *self.moment, self.crc, self.size, self.size)
        name = self.name.encode()
        rest = (len(name), 0, 0, 0, 0, _MODE, self.offset)
        return _CENTRAL.pack(b"PK\1\2", _MADE_BY, _VERSION, *fields, *rest) + name

    @property
    def flags(self) -> int:
        """The general purpose flags: names that are not ASCII are UTF-8."""
        return 0 if self.name.isascii() else _UTF8


class Archive:
    """The members of a zip file by their names below its one top folder.

    A zip of any other form than kzdata's own is a `DataError` that says why.
    """

    def __init__(self, path: Path) -> None:
        self.place = str(path)
        self._view = mapped(path, f"`{path}`")
        try:
            members = list(_members(self._view))
        except DataError as error:
            raise DataError(f"`{path}`: {error}") from None
        top = {member.name.partition("/")[0] for member in members}
        if len(top) != 1 or any("/" not in member.name for member in members):
            raise DataError(f"`{path}`: its members do not stand in one top folder")
        self._members = {member.name.partition("/")[2]: member for member in members}

    def sizes(self) -> Mapping[str, int]:
        """Name to size in bytes of every member, sorted by name."""
        return {name: member.size for name, member in self._members.items()}

    def view(self, name: str) -> memoryview:
        """The bytes of the member `name`, where they lie in the mapped zip."""
        if name not in self._members:
            raise DataError(f"`{self.place}` is no package: `{name}` is missing")
        member = self._members[name]
        return self._view[member.start : member.end]

    def checksums(self) -> Mapping[str, int]:
        """Name to CRC-32 of every member, as the zip states it."""
        return {name: member.crc for name, member in self._members.items()}


def _members(view: memoryview) -> Iterator[Member]:
    """The members in order, each checked against its two headers and its neighbours."""
    if bytes(view[:4]) != b"PK\3\4":
        raise DataError("is not a zip file that begins with its first member")
    count, size, start = _end(view)
    directory = bytes(view[start : start + size])
    at = reached = 0
    last = ""
    moment: tuple[int, int] | None = None
    for _ in range(count):
        member = _entry(directory, at)
        at += len(member.central())
        moment = moment or member.moment
        _check_order(member, last, reached, start)
        if bytes(view[member.offset : member.start]) != member.local():
            raise DataError(f"the two headers of `{member.name}` do not agree")
        if member.moment != moment:
            raise DataError(f"`{member.name}` has another time than the first member")
        yield member
        last, reached = member.name, member.end
    if at != size or reached != start:
        raise DataError("bytes that belong to no member stand in or before the zip's directory")


def _end(view: memoryview) -> tuple[int, int, int]:
    """How many members the zip has; the size and the start of its central directory."""
    if len(view) < _END.size or bytes(view[-_END.size :][:4]) != b"PK\5\6":
        raise DataError("does not end as a zip file does: it is cut short, or something follows it")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack(view[-_END.size :])
    if 0xFFFF in (here, count) or 0xFFFFFFFF in (size, start):
        raise DataError("is a zip64 file, which a package of less than 4 GiB need not be")
    if disk or first_disk or here != count or comment:
        raise DataError("is one of several zip volumes, or has a comment")
    if start + size + _END.size != len(view):
        raise DataError("its directory does not end where the zip does")
    if not count:
        raise DataError("has no members")
    return count, size, start


def _entry(directory: bytes, at: int) -> Member:
    """The member that the line at `at` of the central directory describes."""
    if len(directory) < at + _CENTRAL.size or directory[at : at + 4] != b"PK\1\2":
        raise DataError("its directory has fewer lines than it says")
    line = _CENTRAL.unpack_from(directory, at)
    moment, (crc, _, size, length) = line[5:7], line[7:11]
    raw = directory[at + _CENTRAL.size : at + _CENTRAL.size + length]
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise DataError(f"the name {raw!r} is not UTF-8") from None
    if why := _fault(line):
        raise DataError(f"`{name}` {why}" if name.isprintable() else f"{name!r} {why}")
    if why := names.fault(name):
        raise DataError(f"the name {name!r} {why}")
    member = Member(name, line[16], size, crc, moment)
    if directory[at : at + len(member.central())] != member.central():
        raise DataError(f"the directory's line on `{name}` is not as kzdata writes it")
    return member


def _fault(line: tuple[Any, ...]) -> str | None:
    """Why a member cannot be what it is, by its line in the directory; None where it can."""
    _, _, _, flags, method, _, _, _, packed, size, _, extra, comment, *_ = line
    kind = stat.S_IFMT(line[15] >> 16)
    faults = {
        "is encrypted": flags & 1,
        "states its size only behind its bytes": flags & 8,
        f"is compressed (method {method}), not stored": method,
        "is of a zip64 size": 0xFFFFFFFF in (packed, size),
        f"is stored, but states two sizes, {packed:,} and {size:,}": packed != size,
        "has an extra field or a comment": extra or comment,
        "is a symbolic link": kind == stat.S_IFLNK,
        "is no regular file: a folder, device, pipe or socket": kind not in (0, stat.S_IFREG),
    }
    return next((why for why, found in faults.items() if found), None)


def _check_order(member: Member, last: str, reached: int, limit: int) -> None:
    """Refuse a member that stands twice, out of order, over another one, or behind a gap."""
    if member.name == last:
        raise DataError(f"`{member.name}` stands twice")
    if member.name < last:
        raise DataError(f"`{member.name}` stands behind `{last}`: not in order of the names")
    if member.offset < reached:
        raise DataError(f"`{member.name}` overlaps what stands before it")
    if member.offset > reached:
        raise DataError(f"bytes that belong to no member stand before `{member.name}`")
    if member.end > limit:
        raise DataError(f"`{member.name}` reaches past the members' end: its size is wrong")
