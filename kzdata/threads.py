"""Work side by side: Arrow does not hold the interpreter, so threads use all cores.

Small tables are done in line, and need not even the import. All threads have ended before the
answer is given, which those of Arrow itself need not have.
"""

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

LARGE = 100_000
"""How many rows are worth threads, which a small table would only wait for."""

Given = TypeVar("Given")
Found = TypeVar("Found")


def each(work: Callable[[Given], Found], items: Sequence[Given], rows: int) -> list[Found]:
    """What `work` gives for each of the items, in their order; in threads where `rows` are many.

    >>> each(str.upper, ["a", "b"], rows=2)
    ['A', 'B']
    """
    lanes = min(len(items), os.cpu_count() or 1)
    if rows < LARGE or lanes < 2:
        return list(map(work, items))
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    with ThreadPoolExecutor(lanes) as threads:
        return list(threads.map(work, items))
