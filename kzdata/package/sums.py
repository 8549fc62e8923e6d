"""SHA256SUMS: every published file but itself, in the format that `sha256sum -c` reads."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def text(folder: Path) -> str:
    """A line for each file below `folder` but SHA256SUMS itself, sorted by name."""
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    return "".join(f"{digest(folder / name)}  {name}\n" for name in names if name != NAME)
