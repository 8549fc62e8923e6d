"""Who does the work of the batches: this process, others of this machine, or a Dask cluster.

What comes back is the same, whoever did it. A worker that dies costs the batches that it held, not
the build.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from kzdata.checks import gate
from kzdata.checks.work import Batch, Outcome
from kzdata.errors import CallError, MachineError

PAYS = 6
"""From how many batches on other processes are worth their start."""

AHEAD = 2
"""How many batches wait for each worker: enough to keep it busy, and no more in memory."""

DEATHS = 3
"""How many times in a row all processes may die before the build is given up."""


class Workers:
    """Does the work of batches. Leaving the context ends the processes that it started.

    `executor` is any that `concurrent.futures` knows; else `jobs` processes of this machine do it,
    1 being this one, and None as many as pay.
    """

    def __init__(self, *, jobs: int | None = 1, executor: Executor | None = None) -> None:
        if jobs is not None and jobs < 1:
            raise CallError(f"`jobs` is {jobs}: it takes 1 or more")
        self._jobs = jobs
        self._given = executor
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._end()

    def outcomes(self, batches: Sequence[Batch]) -> Iterator[Outcome]:
        """The outcome of each batch, in the order of the batches."""
        if self._given:
            return _handed_out(batches, self._given, _lines() * AHEAD, gate.check)
        processes = min(self._processes(len(batches)), len(batches))
        if processes < 2:
            return map(gate.check, batches)
        return self._in_processes(batches, processes)

    def _processes(self, batches: int) -> int:
        if self._jobs is not None:
            return self._jobs
        return _lines() if batches >= PAYS else 1

    def _in_processes(self, batches: Sequence[Batch], processes: int) -> Iterator[Outcome]:
        done = deaths = 0
        while done < len(batches):
            self._pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
            before = done
            try:
                for outcome in _handed_out(batches[done:], self._pool, processes * AHEAD, None):
                    yield outcome
                    done += 1
            except BrokenExecutor as error:
                deaths = 1 if done > before else deaths + 1
                if deaths == DEATHS:
                    message = "worker processes die again and again, perhaps for want of memory"
                    raise MachineError(f"{message}: try --jobs 1") from error
            finally:
                self._end()

    def _end(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _handed_out(
    batches: Sequence[Batch],
    executor: Executor,
    ahead: int,
    otherwise: Callable[[Batch], Outcome] | None,
) -> Iterator[Outcome]:
    """The outcomes in order, `ahead` batches being with the executor at a time.

    What an executor loses is done `otherwise`; without that, the loss is raised.
    """
    waiting: deque[tuple[Batch, Future[Outcome] | None]] = deque()
    todo = iter(batches)
    while True:
        while len(waiting) < ahead and (batch := next(todo, None)):
            waiting.append((batch, _submitted(executor, batch, otherwise)))
        if not waiting:
            return
        batch, future = waiting.popleft()
        yield _outcome(batch, future, otherwise)


def _submitted(
    executor: Executor, batch: Batch, otherwise: Callable[[Batch], Outcome] | None
) -> Future[Outcome] | None:
    """The batch on its way; None where the executor takes no more, and it is to be done here."""
    try:
        return executor.submit(gate.check, batch)
    except BrokenExecutor:
        if otherwise is None:
            raise
        return None


def _outcome(
    batch: Batch,
    future: Future[Outcome] | None,
    otherwise: Callable[[Batch], Outcome] | None,
) -> Outcome:
    if future is not None:
        try:
            return future.result()
        except (BrokenExecutor, CancelledError):
            if otherwise is None:
                raise
    return gate.check(batch)
