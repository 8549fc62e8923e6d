"""Where a package's files lie: `kzdata.catalog.folder` and `.archive` are the two forms."""

from collections.abc import Mapping
from typing import Protocol


class Files(Protocol):
    """Where a package's files lie."""

    place: str

    def sizes(self) -> Mapping[str, int]:
        """Name to size in bytes of every file."""

    def view(self, name: str) -> memoryview:
        """The bytes of a file, mapped; `DataError` where it is missing or no regular file."""
