"""Who does the work of the batches: this process, others of this machine, or any executor.

What comes back is the same, whoever did it. A worker that dies costs the batches that it held, not
the build.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from functools import partial
from typing import NamedTuple

from kzdata import own_process
from kzdata.checks import gate
from kzdata.checks.work import Batch, Outcome
from kzdata.errors import CallError, MachineError
from kzdata.project import kept
from kzdata.project.executors import AHEAD, DEATHS, DYING, Do, handed_out
from kzdata.remote.cache import outcomes

PAYS = 6
"""From how many batches on other processes are worth their start."""


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
            yield from handed_out(batches, self.executor, ahead, partial(own_process.rarely, do))
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
            raise MachineError(f"{DYING}: give them more") from error


def cores() -> int:
    """How many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(executor: Executor) -> int:
    """About how many workers an executor has: it need not say."""
    return int(getattr(executor, "_max_workers", 0)) or 64


def _on_this_machine(batches: Sequence[Batch], processes: int, do: Do) -> Iterator[Outcome]:
    if processes < 2:
        return map(do, batches)
    from kzdata.project.processes import in_processes  # noqa: PLC0415 - only this needs multiprocessing

    return in_processes(batches, processes, do)
