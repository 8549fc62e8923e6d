"""SHA256SUMS: the files of a package with their digests, in the form that `sha256sum -c` reads."""

from collections.abc import Mapping

from kzdata.catalog import names
from kzdata.digests import is_digest
from kzdata.errors import DataError

NAME = "SHA256SUMS"

FILES = 10_000
"""How many files a package may list: some hundred tables in two forms, or as many sources."""


def parse(data: bytes) -> Mapping[str, str]:
    r"""Name to digest (64 lower-case hexadecimal digits) of every file that the manifest lists.

    The form is that of GNU coreutils: digest, two spaces, name, LF, one a line. Each name stands
    once, and no two are one name where case does not count. Anything else is a `DataError`.

    >>> parse(b"0" * 64 + b"  figures.csv\n")["figures.csv"][:8]
    '00000000'
    """
    if not data.endswith(b"\n"):
        raise DataError(f"`{NAME}` is empty or cut short: its last line has no end")
    try:
        lines = data.decode("utf-8").split("\n")[:-1]
    except UnicodeDecodeError as error:
        raise DataError(f"`{NAME}` is not UTF-8 at byte {error.start}") from None
    if len(lines) > FILES:
        raise DataError(f"`{NAME}` lists {len(lines):,} files, more than {FILES:,}")
    digests: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        digest, name = line[:64], line[66:]
        if line[64:66] != "  " or not name or not is_digest(digest):
            raise DataError(f"`{NAME}` line {number} is not a SHA-256, two spaces and a name")
        if why := names.fault(name):
            raise DataError(f"`{NAME}` line {number}: the name {name!r} {why}")
        if name == NAME or name in digests:
            raise DataError(
                f"`{NAME}` line {number} lists `{name}`, which it may not or did before"
            )
        digests[name] = digest
    if pair := names.clash(list(digests)):
        raise DataError(
            f"`{NAME}` lists `{pair[0]}` and `{pair[1]}`, which differ in case or normal form alone"
        )
    return digests
