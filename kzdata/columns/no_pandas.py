"""Our own processes run without pandas, also where it is installed.

Nothing here needs it. But pyarrow imports it to look at the first list that becomes a column, and
that takes longer than checking a small project. A Python program that calls kzdata is left alone.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder


class _NotThere(MetaPathFinder):
    """Says of pandas that it is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """None, so that others are asked; of pandas nobody is."""
        if name == "pandas":
            raise ModuleNotFoundError("pandas is not imported by this command", name=name)


def never() -> None:
    """Leave pandas out of this process, which does nothing but our own work."""
    sys.meta_path.insert(0, _NotThere())


@contextmanager
def without_pandas() -> Iterator[None]:
    """While this lasts pandas cannot be imported; where it was, it stays."""
    finder = _NotThere()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
