"""SHA-256 digests as they are written everywhere here: 64 lower-case hexadecimal digits."""

import hashlib
from pathlib import Path


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_digest(text: str) -> bool:
    """Whether `text` is a SHA-256 as we write it: 64 lower-case hexadecimal digits.

    >>> is_digest("0" * 64), is_digest("A" * 64)
    (True, False)
    """
    return len(text) == 64 and not text.strip("0123456789abcdef")
