"""Batches handed out to an executor, so many at a time."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future

from kzdata.checks.work import Batch, Outcome

AHEAD = 2
"""How many batches wait for each worker: enough to keep it busy, and no more in memory."""

DEATHS = 3
"""How many times in a row processes may die, and nothing be done, before the build is given up."""

DYING = "worker processes die again and again, perhaps for want of memory"

Do = Callable[[Batch], Outcome]
"""What is done with a batch: something that can be pickled."""


def handed_out(
    batches: Sequence[Batch],
    executor: Executor,
    ahead: int,
    do: Do,
    lost: Callable[[Batch, Exception], Outcome] | None = None,
) -> Iterator[Outcome]:
    """The outcomes in order; `ahead` batches are with the executor at a time.

    A batch that the executor loses goes to `lost`, and without that is done here.
    """
    waiting: deque[tuple[Batch, Future[Outcome] | Exception]] = deque()

    def next_outcome() -> Outcome:
        batch, future = waiting.popleft()
        try:
            if isinstance(future, Exception):
                raise future
            return future.result()
        except (BrokenExecutor, CancelledError) as error:
            return lost(batch, error) if lost else do(batch)

    for batch in batches:
        waiting.append((batch, _submitted(executor, do, batch)))
        if len(waiting) == ahead:
            yield next_outcome()
    while waiting:
        yield next_outcome()


def _submitted(executor: Executor, do: Do, batch: Batch) -> Future[Outcome] | Exception:
    try:
        return executor.submit(do, batch)
    except BrokenExecutor as error:
        return error
