"""Who does the work of the batches: this process, others of this machine, or any executor.

What comes back is the same, whoever did it. A worker that dies costs the batches that it held, not
the build.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context

from kzdata.checks import gate
from kzdata.checks.work import Batch, Outcome
from kzdata.errors import CallError, MachineError

PAYS = 6
"""From how many batches on other processes are worth their start."""

AHEAD = 2
"""How many batches wait for each worker: enough to keep it busy, and no more in memory."""

DEATHS = 3
"""How many times in a row processes may die, and nothing be done, before the build is given up."""

_Do = Callable[[Sequence[Batch]], Iterator[Outcome]]


def worker(jobs: int | None = 1, executor: Executor | None = None) -> _Do:
    """What does batches, and gives their outcomes in order.

    Any `executor` of `concurrent.futures` does them, or `jobs` processes of this machine: None is
    as many as there are cores where there is enough to do, and 1 is this very process. Raises
    CallError for less.
    """
    if jobs is not None and jobs < 1:
        raise CallError(f"`jobs` is {jobs}: it takes 1 or more")
    if executor is not None:
        return lambda batches: _handed_out(batches, executor, AHEAD * _workers(executor))
    return lambda batches: _on_this_machine(batches, jobs)


@contextmanager
def executor(address: str | None) -> Iterator[Executor | None]:
    """The workers of the Dask cluster whose scheduler has this address; without one, None.

    They need kzdata, and see the project under the same path. Raises CallError where `distributed`
    is not installed, MachineError where nobody answers.
    """
    if address is None:
        yield None
        return
    try:
        from distributed import Client  # noqa: PLC0415 - only this needs it, and it takes a second
    except ModuleNotFoundError as error:
        message = "a scheduler is reached by Dask: pip install 'kzdata[cluster]'"
        raise CallError(message) from error
    try:
        client = Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise MachineError(f"no scheduler answers at `{address}`") from error
    with client:
        yield client.get_executor(pure=False, retries=DEATHS)  # type: ignore[no-untyped-call]


def cores() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _workers(executor: Executor) -> int:
    """About how many workers an executor has: it need not say."""
    return int(getattr(executor, "_max_workers", 0)) or 64


def _on_this_machine(batches: Sequence[Batch], jobs: int | None) -> Iterator[Outcome]:
    if jobs is None:
        jobs = cores() if len(batches) >= PAYS else 1
    processes = min(jobs, len(batches))
    return _in_processes(batches, processes) if processes > 1 else map(gate.check, batches)


def _in_processes(batches: Sequence[Batch], processes: int) -> Iterator[Outcome]:
    """The outcomes, from processes that are started anew where one of them dies."""
    done = deaths = 0
    while done < len(batches):
        before = done
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            try:
                for outcome in _handed_out(batches[done:], pool, AHEAD * processes, lost=_raise):
                    yield outcome
                    done += 1
            except BrokenExecutor as error:
                deaths = 1 if done > before else deaths + 1
                if deaths == DEATHS:
                    why = "worker processes die again and again, perhaps for want of memory"
                    raise MachineError(f"{why}: try --jobs 1") from error
            finally:
                pool.shutdown(cancel_futures=True)


def _handed_out(
    batches: Sequence[Batch],
    executor: Executor,
    ahead: int,
    lost: Callable[[Batch, Exception], Outcome] | None = None,
) -> Iterator[Outcome]:
    """The outcomes in order; `ahead` batches are with the executor at a time.

    A batch that the executor loses goes to `lost`, and without that is done here.
    """
    lost = lost or _do
    waiting: deque[tuple[Batch, Future[Outcome] | Exception]] = deque()
    for batch in batches:
        waiting.append((batch, _submitted(executor, batch)))
        if len(waiting) == ahead:
            yield _outcome(*waiting.popleft(), lost)
    for batch, future in waiting:
        yield _outcome(batch, future, lost)


def _submitted(executor: Executor, batch: Batch) -> Future[Outcome] | Exception:
    try:
        return executor.submit(gate.check, batch)
    except BrokenExecutor as error:
        return error


def _outcome(
    batch: Batch,
    future: Future[Outcome] | Exception,
    lost: Callable[[Batch, Exception], Outcome],
) -> Outcome:
    if isinstance(future, Exception):
        return lost(batch, future)
    try:
        return future.result()
    except (BrokenExecutor, CancelledError) as error:
        return lost(batch, error)


def _do(batch: Batch, _: Exception) -> Outcome:
    return gate.check(batch)


def _raise(_: Batch, error: Exception) -> Outcome:
    raise error
