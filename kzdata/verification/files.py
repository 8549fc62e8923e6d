"""Whether a package's files are those of its manifest, all of them and no other."""

import zlib
from collections.abc import Iterator

from kzdata.catalog import manifest, names
from kzdata.catalog.archive import Archive
from kzdata.catalog.package import Package
from kzdata.errors import DataError


def problems(package: Package) -> Iterator[str]:
    """A line for each file that is missing, changed, not listed, or damaged in its zip."""
    place = package.place
    try:
        there = package.files.sizes()
    except DataError as error:
        yield str(error)
        return
    for name in there:
        if name not in package.digests and name != manifest.NAME:
            yield f"`{place}`: `{name}` is not in `{manifest.NAME}`"
    for name in package.digests:
        try:
            package.checked(name)
        except DataError as error:
            yield str(error)
    if pair := names.clash(list(there)):
        yield f"`{place}`: `{pair[0]}` and `{pair[1]}` differ in case alone"
    if isinstance(package.files, Archive):
        for name, crc in package.files.checksums().items():
            if zlib.crc32(package.files.view(name)) != crc:
                yield f"`{place}`: the CRC-32 of `{name}` is not what the zip says"
