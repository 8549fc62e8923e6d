"""How the time of some work grows with its size: no second is asserted anywhere."""

import gc
import time
from collections.abc import Callable

MORE = 16
"""So many times as much work is compared with some."""

LINEAR = 96
"""Below it the time grows with the size, even where noise makes it more, and what no longer fits
the caches of the processor; where it grows with the square, it is 256 times."""

RUNS = 3


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long `work` takes for sixteen times `size`, of the quickest of three runs.

    Nothing is collected meanwhile: how long that takes depends on what other tests left behind.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        pairs = [(_seconds(work, size), _seconds(work, MORE * size)) for _ in range(RUNS)]
    finally:
        if collects:
            gc.enable()
    few, many = map(min, zip(*pairs, strict=True))
    return many / few


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
