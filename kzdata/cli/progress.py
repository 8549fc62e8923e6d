"""Progress on a terminal, for work that takes more than two seconds; silence when piped."""

import sys
import time
from collections.abc import Callable

PATIENCE = 2.0
"""Seconds before anything is shown."""

INTERVAL = 0.2
"""Seconds between two updates."""


def progress() -> Callable[[str, int, int], None]:
    """What takes a name, the steps done and all steps, and shows them on standard error."""
    if not sys.stderr.isatty():
        return lambda _what, _done, _total: None
    shown = time.monotonic() + PATIENCE - INTERVAL

    def show(what: str, done: int, total: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown >= INTERVAL:
            shown = now
            sys.stderr.write(f"\r{what}: {done} of {total}\x1b[K")
            if done == total:
                sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    return show
