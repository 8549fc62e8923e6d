"""Progress on a terminal, for work that takes more than two seconds; silence when piped."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 2.0
"""Seconds before anything is shown."""

INTERVAL = 0.2
"""Seconds between two updates."""


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """What takes a name, the steps done and all steps, and shows them on standard error.

    The line is wiped when the block ends, well or not, so that what follows begins a line.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    begun = shown = time.monotonic() + PATIENCE - INTERVAL

    def show(what: str, done: int, total: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown >= INTERVAL:
            shown = now
            _write(f"\r{what}: {done} of {total}\x1b[K")

    try:
        yield show
    finally:
        if shown != begun:
            _write("\r\x1b[K")


def _write(words: str) -> None:
    sys.stderr.write(words)
    sys.stderr.flush()
