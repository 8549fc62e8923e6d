"""SHA256SUMS: every published file but itself, in the format that `sha256sum -c` reads."""

from pathlib import Path

from kzdata.catalog.manifest import NAME
from kzdata.digests import digest


def text(folder: Path) -> str:
    """A line for each file below `folder` but SHA256SUMS itself, sorted by name."""
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    return "".join(f"{digest(folder / name)}  {name}\n" for name in names if name != NAME)
