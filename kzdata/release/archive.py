"""The zip of a released package, byte for byte as `kzdata.catalog.archive` reads it.

Stored, sorted, without gaps, all of one time and mode, below one top folder: nothing of the machine
goes in, and the same files give the same bytes. The form is PKWARE APPNOTE 6.3, section 4.3.
"""

import struct
import zlib
from collections.abc import Iterator

from kzdata.catalog import names
from kzdata.catalog.archive import Member
from kzdata.catalog.package import Package
from kzdata.errors import DataError

MOMENT = (0, 1 << 5 | 1)
"""The time of every member, as DOS writes it: the first moment of 1980, its earliest."""

SIZE = 2**32 - 1
"""How many bytes a zip that is no zip64 may have, less one."""

_END = struct.Struct("<4s4H2IH")


def pieces(package: Package, top: str) -> Iterator[bytes | memoryview]:
    """The bytes of the zip of `package`, below the folder `top`, piece by piece.

    Raises `DataError` for a package that a zip of this form cannot hold.
    """
    members: list[Member] = []
    at = 0
    for name in sorted(package.files.sizes(), key=lambda each: f"{top}/{each}"):
        view = package.files.view(name)
        if why := names.fault(f"{top}/{name}"):
            raise DataError(f"`{top}/{name}` {why}, and would be a file of the released zip")
        member = Member(f"{top}/{name}", at, len(view), zlib.crc32(view), MOMENT)
        at = member.end
        _check(at)
        members.append(member)
        yield member.local()
        yield view
    directory = b"".join(member.central() for member in members)
    _check(at + len(directory) + _END.size)
    yield directory
    yield _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(directory), at, 0)


def _check(size: int) -> None:
    if size >= SIZE:
        raise DataError(f"the package takes more than {SIZE:,} bytes, which no plain zip can hold")
