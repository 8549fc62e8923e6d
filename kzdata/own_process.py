"""How processes of our own run: the command's, and its workers'.

They do without NumPy and pandas, also where these are installed: nothing here needs them, but
pyarrow imports the one when it is imported, and the other to look at the first list that becomes a
column, and both take longer than checking a small project. And they look for garbage in cycles a
hundred times less often than Python does by itself: hardly any is made, and to look takes a tenth
of a large build. Nor do they look through all that is installed for plugins of pydantic: none has a
say here. A program that calls kzdata is left alone; what works for somebody's executor does
so for as long as it has a batch of ours in hand.

No worker outlives who started it: one that is terminated ends its workers, as with Ctrl-C, and
where nobody had the time to, each notices.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Thread, current_thread, main_thread
from types import FrameType
from typing import Never, TypeVar

_OBJECTS = 100_000
"""How many more objects there are before cycles are looked for: a few megabytes of small ones."""


_Task = TypeVar("_Task")
_Done = TypeVar("_Done")


class _Rarely:
    """A context in which cycles are looked for rarely; several threads may be in it at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._often: tuple[int, int, int] = gc.get_threshold()

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._often = gc.get_threshold()
                gc.set_threshold(_OBJECTS, *self._often[1:])

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                gc.set_threshold(*self._often)


_RARELY = _Rarely()


class _NotThere:
    """Says of some modules that they are not installed."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def find_spec(self, name: str, *_: object) -> None:
        """None, so that others are asked; of these modules nobody is."""
        if name in self._names:
            raise ModuleNotFoundError(f"{name} is not imported by this command", name=name)


def begin() -> None:
    """Make this process one that does nothing but our own work, before it imports pyarrow."""
    sys.meta_path.insert(0, _NotThere("numpy", "pandas"))
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    _RARELY.__enter__()


def begin_worker() -> None:
    """Make this process one that works for the process that started it, and ends with that."""
    Thread(target=_end_with_parent, daemon=True).start()
    begin()


def _end_with_parent() -> None:
    """Wait until the process that started this one is gone, and end at once."""
    # Only workers need it, and have it already.
    from multiprocessing import connection, parent_process  # noqa: PLC0415

    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def rarely(do: Callable[[_Task], _Done], task: _Task) -> _Done:
    """What `do` makes of a task, cycles being looked for rarely meanwhile, whosever the process."""
    with _RARELY:
        return do(task)


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
    """While this lasts the process is ours; where pandas was imported, it stays.

    NumPy is let in: pyarrow does without it once and for all, or not.
    """
    finder = _NotThere("pandas")
    sys.meta_path.insert(0, finder)
    try:
        with _RARELY, _terminable():
            yield
    finally:
        sys.meta_path.remove(finder)


@contextmanager
def _terminable() -> Iterator[None]:
    """While this lasts, SIGTERM raises SystemExit, so that what was begun is cleared away.

    A program that has its own way with that signal keeps it.
    """
    usual = signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    if not usual or current_thread() is not main_thread():
        yield
        return
    signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _exit(number: int, _: FrameType | None) -> Never:
    """End with the status that shells give to a process that a signal ended."""
    sys.exit(128 + number)
