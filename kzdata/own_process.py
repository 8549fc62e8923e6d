"""How processes of our own run: the command's, and its workers'.

They do without pandas, also where it is installed: nothing here needs it, but pyarrow imports it to
look at the first list that becomes a column, and that takes longer than checking a small project.
And they look for garbage in cycles a hundred times less often than Python does by itself: hardly
any is made, and to look takes a tenth of a large build. A program that calls kzdata is left alone.
"""

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder

_OBJECTS = 100_000
"""How many more objects there are before cycles are looked for: a few megabytes of small ones."""


class _NotThere(MetaPathFinder):
    """Says of pandas that it is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        """None, so that others are asked; of pandas nobody is."""
        if name == "pandas":
            raise ModuleNotFoundError("pandas is not imported by this command", name=name)


def begin() -> None:
    """Make this process one that does nothing but our own work."""
    _arrange(_NotThere())


@contextmanager
def deaf() -> Iterator[None]:
    """While this lasts, processes that are started do not hear Ctrl-C, for as long as they live.

    Who starts them does, and ends them; else each would print where it was. What is typed
    meanwhile is heard afterwards (POSIX; elsewhere nothing changes).
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ours() -> Iterator[None]:
    """While this lasts the process is ours; where pandas was imported, it stays."""
    finder, often = _NotThere(), gc.get_threshold()
    _arrange(finder)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        sys.meta_path.remove(finder)


def _arrange(finder: MetaPathFinder) -> None:
    sys.meta_path.insert(0, finder)
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
