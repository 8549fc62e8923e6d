"""Batches done by processes of this machine, which are started anew where one of them dies."""

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context

from kzdata import own_process
from kzdata.checks.work import Batch, Outcome
from kzdata.errors import MachineError
from kzdata.project.executors import AHEAD, DEATHS, DYING, Do, handed_out


def in_processes(batches: Sequence[Batch], processes: int, do: Do) -> Iterator[Outcome]:
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
                for outcome in handed_out(batches[done:], pool, AHEAD * processes, do, lost=_raise):
                    yield outcome
                    done += 1
            except BrokenExecutor as error:
                deaths = 1 if done > before else deaths + 1
                if deaths == DEATHS:
                    raise MachineError(f"{DYING}: try --jobs 1") from error
            finally:
                if done < len(batches):
                    _end(pool)
                pool.shutdown(cancel_futures=True)


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool at once: nobody waits for what they do."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _raise(_: Batch, error: Exception) -> Outcome:
    raise error
