"""What a job costs: it runs in a fresh process, and its children are counted with it.

This process stays small: Linux counts a parent's memory to a child that it has just forked. So all
that is large, generating and reading included, is done by `call`.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
"""Where jobs run: the folder of `benchmarks` and `kzdata`, so that this tree is measured."""

_EVERY = 0.2
"""Seconds between two looks at the memory of a job."""

_LEAST = 1.0
"""Seconds for which what is short is run again: one pause of the machine is longer than one run."""

ROUNDS = 10
"""How often what is measured in turns is run."""

_NONE: Mapping[str, str] = MappingProxyType({})


class Usage(NamedTuple):
    """What a process and its children took: seconds of wall and processor time, bytes at the peak.

    Memory that processes share is counted once where the system tells; else the peak is that of
    the largest process.
    """

    wall: float
    processor: float
    peak: int


def command(
    arguments: Sequence[str], *, status: int = 0, settings: Mapping[str, str] = _NONE
) -> tuple[Usage, str]:
    """Run a command to its end: what it took, and what it printed on standard output.

    `settings` are added to the environment. SystemExit when it ends with another `status`.
    """
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        environment = os.environ | settings
        process = subprocess.Popen(arguments, cwd=ROOT, stdout=printed, env=environment)
        watch = _Watch(process.pid)
        watch.start()
        _, ended, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        watch.ended.set()
        watch.join()
        process.returncode = os.waitstatus_to_exitcode(ended)
        printed.seek(0)
        text = printed.read().decode()
    if process.returncode != status:
        raise SystemExit(f"{' '.join(arguments)}\nended with {process.returncode}: {text}")
    peak = max(watch.peak, used.ru_maxrss * 1024)
    return Usage(wall, used.ru_utime + used.ru_stime, peak), text


def call(module: str, function: str, *arguments: Any) -> tuple[Usage, Any]:
    """Call a function of this package in a fresh process: what that took, and what it gives back.

    Arguments and result are what JSON can say.
    """
    given = json.dumps(arguments)
    run = [sys.executable, "-m", "benchmarks.measure", f"benchmarks.{module}", function, given]
    usage, text = command(run)
    return usage, json.loads(text.splitlines()[-1])


def kzdata(
    *arguments: str, status: int = 0, settings: Mapping[str, str] = _NONE
) -> tuple[Usage, str]:
    """Run the `kzdata` command of this tree, as `command` does."""
    return command([sys.executable, "-m", "kzdata", *arguments], status=status, settings=settings)


class Took(NamedTuple):
    """Seconds of wall time, and of processor time in all threads of this process."""

    wall: float
    processor: float


def best(work: Callable[[], object], times: int = 3, least: float = _LEAST) -> Took:
    """What the quickest of some runs took, in this process; short ones are run for `least` s."""
    taken: list[Took] = []
    while len(taken) < times or sum(one.wall for one in taken) < least:
        wall, processor = time.perf_counter(), time.process_time()
        work()
        taken.append(Took(time.perf_counter() - wall, time.process_time() - processor))
    return min(taken)


def in_turns(works: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> list[Took]:
    """What the quickest of some rounds of each took, in this process, one of each in turn.

    Where a machine is slow for seconds, that is a part of the rounds of all, not all of one. Each
    is run twice in its turn, so that it finds its own in the processor's cache, not another's.
    """
    taken = [[best(work, 2, least=0) for work in works] for _ in range(rounds)]
    return [min(ones) for ones in zip(*taken, strict=True)]


class _Watch(threading.Thread):
    """Looks at the memory of a process and all below it until `ended`."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(_EVERY):
            self.peak = max(self.peak, sum(map(_memory, _tree(self.pid))))


def _tree(pid: int) -> list[int]:
    """A process and all below it, as far as they live."""
    found = [pid]
    for one in found:
        try:
            for children in Path(f"/proc/{one}/task").glob("*/children"):
                found += map(int, children.read_text().split())
        except OSError:  # it has ended since it was named
            continue
    return found


def _memory(pid: int) -> int:
    """Bytes of a process, of shared ones its part; 0 where the system does not tell."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    lines = (line.split() for line in told.splitlines() if line.startswith("Pss:"))
    return sum(int(line[1]) * 1024 for line in lines)


def main() -> None:
    """Call the function that is named, and print what it gives back as one line of JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("module")
    options.add_argument("function")
    options.add_argument("arguments", type=json.loads)
    chosen = options.parse_args()
    function = getattr(importlib.import_module(chosen.module), chosen.function)
    result = function(*chosen.arguments)
    print(f"\n{json.dumps(result)}")


if __name__ == "__main__":
    main()
