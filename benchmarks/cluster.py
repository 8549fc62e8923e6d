"""A Dask cluster on this machine, in processes of its own; on request one worker dies."""

import argparse
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.measure import ROOT


@contextmanager
def running(*, workers: int, kill: float | None = None) -> Iterator[str]:
    """The address of a cluster; it ends with the block. After `kill` seconds one worker dies."""
    arguments = [sys.executable, "-m", "benchmarks.cluster", str(workers)]
    if kill is not None:
        arguments.append(str(kill))
    with subprocess.Popen(
        arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise SystemExit("the cluster has no pipes")
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


def main() -> None:
    """Print the address of a cluster, and keep it until standard input ends."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("workers", type=int)
    options.add_argument("kill", type=float, nargs="?")
    chosen = options.parse_args()

    from distributed import LocalCluster  # noqa: PLC0415 - the parent's side does without

    with LocalCluster(
        n_workers=chosen.workers, threads_per_worker=1, memory_limit=0, dashboard_address=None
    ) as cluster:
        print(cluster.scheduler_address, flush=True)
        if chosen.kill is not None:
            pid = cluster.workers[0].pid
            timer = threading.Timer(chosen.kill, os.kill, (pid, signal.SIGKILL))
            timer.daemon = True
            timer.start()
        sys.stdin.read()


if __name__ == "__main__":
    main()
