"""How the time of some work grows with its size: no second is asserted anywhere."""

import time
from collections.abc import Callable

MORE = 5
"""So many times as much work is compared with some."""

LINEAR = 12
"""Below it the time grows with the size; with its square it would be 25."""


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long `work` takes for five times `size`, of the quickest of three runs."""
    return _seconds(work, MORE * size) / _seconds(work, size)


def _seconds(work: Callable[[int], object], size: int) -> float:
    return min(_once(work, size) for _ in range(3))


def _once(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
