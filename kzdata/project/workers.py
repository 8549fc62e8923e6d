"""Who does the work of the batches: this process, others of this machine, or any executor.

What comes back is the same, whoever did it. A worker that dies costs the batches that it held, not
the build.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

from kzdata import own_process
from kzdata.checks import gate
from kzdata.checks.work import Batch, Outcome
from kzdata.errors import CallError, MachineError
from kzdata.project import kept
from kzdata.remote.cache import outcomes

PAYS = 6
"""From how many batches on other processes are worth their start."""

AHEAD = 2
"""How many batches wait for each worker: enough to keep it busy, and no more in memory."""

DEATHS = 3
"""How many times in a row processes may die, and nothing be done, before the build is given up."""

_DYING = "worker processes die again and again, perhaps for want of memory"

Do = Callable[[Batch], Outcome]
"""What is done with a batch: something that can be pickled."""


class Workers(NamedTuple):
    """Who does batches: any `executor`, or `jobs` processes of this machine.

    None is as many as there are cores where there is enough to do, and 1 is this very process.
    With `keep`, outcomes are kept for the next time (`kzdata.project.kept`); None is where there is
    enough to do.
    """

    jobs: int | None = 1
    executor: Executor | None = None
    keep: bool | None = None

    def outcomes(self, batches: Sequence[Batch]) -> Iterator[Outcome]:
        """The outcomes of the batches, in their order. Raises CallError for less than one job."""
        if self.jobs is not None and self.jobs < 1:
            raise CallError(f"`jobs` is {self.jobs}: it takes 1 or more")
        pays = len(batches) >= PAYS
        keeps = pays if self.keep is None else self.keep
        folder = outcomes() if keeps else None
        do: Do = partial(kept.outcome, folder=folder) if folder else gate.check
        if self.executor is not None:
            ahead = AHEAD * _size(self.executor)
            yield from _handed_out(batches, self.executor, ahead, partial(own_process.rarely, do))
        else:
            jobs = self.jobs or (cores() if pays else 1)
            yield from _on_this_machine(batches, min(jobs, len(batches)), do)
        if folder:
            kept.prune(folder)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of the Dask cluster whose scheduler has this address, as an executor.

    They need kzdata, and see the project under the same path. Raises CallError where `distributed`
    is not installed, MachineError where nobody answers or workers die of the same batch.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - only this needs it, and it takes a second
    except ModuleNotFoundError as error:
        message = "a scheduler is reached by Dask: pip install 'kzdata[cluster]'"
        raise CallError(message) from error
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise MachineError(f"no scheduler answers at `{address}`") from error
    with client:
        try:
            yield client.get_executor(pure=False, retries=DEATHS)
        except KilledWorker as error:
            raise MachineError(f"{_DYING}: give them more") from error


def cores() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(executor: Executor) -> int:
    """About how many workers an executor has: it need not say."""
    return int(getattr(executor, "_max_workers", 0)) or 64


def _on_this_machine(batches: Sequence[Batch], processes: int, do: Do) -> Iterator[Outcome]:
    return _in_processes(batches, processes, do) if processes > 1 else map(do, batches)


def _in_processes(batches: Sequence[Batch], processes: int, do: Do) -> Iterator[Outcome]:
    """The outcomes, from processes that are started anew where one of them dies."""
    done = deaths = 0
    while done < len(batches):
        before = done
        context = get_context("spawn")
        with ProcessPoolExecutor(processes, context, own_process.begin_worker) as pool:
            try:
                with own_process.deaf():
                    # A task starts a process where none of those that there are is idle.
                    while len(pool._processes) < processes:
                        pool.submit(bool)
                for outcome in _handed_out(
                    batches[done:], pool, AHEAD * processes, do, lost=_raise
                ):
                    yield outcome
                    done += 1
            except BrokenExecutor as error:
                deaths = 1 if done > before else deaths + 1
                if deaths == DEATHS:
                    raise MachineError(f"{_DYING}: try --jobs 1") from error
            finally:
                if done < len(batches):
                    _end(pool)
                pool.shutdown(cancel_futures=True)


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool at once: nobody waits for what they do."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _handed_out(
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


def _raise(_: Batch, error: Exception) -> Outcome:
    raise error
