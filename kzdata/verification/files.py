"""Whether a package's files are those of its manifest, and of its kind: all, and no other."""

import zlib
from collections.abc import Iterator

from kzdata.catalog import manifest, tableschema
from kzdata.catalog.archive import Archive
from kzdata.catalog.package import Package
from kzdata.errors import DataError

PROSE = ("CITATION.cff", "README.md", "index.html")
"""What is made of the tables for people to read. It is held to its hash, and not made again: only
the version of kzdata that wrote it writes the same bytes."""

CARRIED = "sources"
"""The folder of a package that carries its sources whole."""


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
    if isinstance(package.files, Archive):
        for name, crc in package.files.checksums().items():
            if zlib.crc32(package.files.view(name)) != crc:
                yield f"`{place}`: the CRC-32 of `{name}` is not what the zip says"


def strangers(package: Package) -> Iterator[str]:
    """A line for each file that no package holds, though the manifest lists it.

    The tables are known to be sound.
    """
    tables = package.descriptor.tables.values()
    known = {tableschema.NAME, *PROSE}
    known |= {file for table in tables for file in (table.parquet, table.csv) if file}
    if any(name.startswith(f"{CARRIED}/") for name in package.digests):
        place = package.sources_table()
        listed = package.load(place["table"], columns=[place["file"]])[place["file"]]
        known |= {f"{CARRIED}/{name}" for name in listed.to_pylist()}
    for name in package.digests:
        if name not in known:
            yield f"`{package.place}`: `{name}` is no file that a package of kzdata holds"
