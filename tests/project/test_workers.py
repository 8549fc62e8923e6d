"""Whoever does the work, what comes back is the same, also where workers die."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kzdata.errors import CallError, MachineError
from kzdata.project import processes, workers
from kzdata.project.check import Checked, check
from kzdata.project.workers import Workers
from tests import small
from tests.command import environment, process, run

SOURCES = {f"s{number:02}": f"In {number} towns 30 people met.\n" for number in range(2, 30)}
FIELDS = (small.NUMBER, {"name": "note", "basis": "assigned"})
RECORDS = [{"id": key, "value": 30, "source": key, "evidence": "30 people"} for key in SOURCES]
NOTHING: Any = None
WRONG = {"id": "wrong", "value": 31, "source": "s05", "evidence": "30 people"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a batch a source, with one false record."""
    monkeypatch.setattr("kzdata.project.batches.SIZE", 1)
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path / "cache"))
    return small.write(tmp_path / "project", SOURCES, {"t": FIELDS}, {"t": [*RECORDS, WRONG]})


def same(one: Checked, other: Checked) -> bool:
    return (
        one.findings == other.findings
        and list(one.evidence) == list(other.evidence)
        and one.ledger.to_pylist() == other.ledger.to_pylist()
    )


@pytest.fixture
def alone(project: Path) -> Checked:
    found = check(project)
    assert [finding.rule for finding in found.findings] == ["value-not-in-evidence"]
    return found


@pytest.mark.parametrize("make", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_gives_the_same(make: Any, project: Path, alone: Checked) -> None:
    with make(2) as executor:
        assert same(check(project, workers=Workers(executor=executor)), alone)


def test_more_processes_give_the_same(project: Path, alone: Checked) -> None:
    assert same(check(project, workers=Workers(2)), alone)
    assert multiprocessing.active_children() == []


def test_a_worker_that_is_killed_costs_its_batches_only(project: Path, alone: Checked) -> None:
    killed: list[int] = []

    def kill(what: str, done: int, _: int) -> None:
        if what == "reading evidence" and done in (2, 9):
            victim = multiprocessing.active_children()[0].pid
            assert victim
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)

    assert same(check(project, workers=Workers(2), progress=kill), alone)
    assert len(killed) == 2


def test_a_process_of_ours_imports_no_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyarrow does so for the first list; a worker would wait for it a second."""
    started: list[ProcessPoolExecutor] = []
    real = ProcessPoolExecutor

    def pool(*args: Any) -> ProcessPoolExecutor:
        started.append(real(*args))
        return started[-1]

    monkeypatch.setattr(processes, "ProcessPoolExecutor", pool)
    found = processes.in_processes([NOTHING], 1, _ask)
    assert list(found) == [False]
    assert len(started) == 1


def _ask(_: Any) -> Any:
    """Whether pandas is there once pyarrow has seen a list."""
    pa.array([1])
    return "pandas" in sys.modules


class _Breaking(Executor):
    """Does some batches, and then nothing more: as a pool of which a process died."""

    def __init__(self, takes: int, does: int) -> None:
        self.takes, self.does = takes, does

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.takes == 0:
            raise BrokenProcessPool
        self.takes -= 1
        future: Future[Any] = Future()
        if self.does:
            self.does -= 1
            future.set_result(fn(*args, **kwargs))
        else:
            future.set_exception(BrokenProcessPool())
        return future


@pytest.mark.parametrize(("takes", "does"), [(0, 0), (5, 0), (5, 5), (12, 4)])
def test_what_an_executor_loses_is_done_here(
    takes: int, does: int, project: Path, alone: Checked
) -> None:
    assert same(check(project, workers=Workers(executor=_Breaking(takes, does))), alone)


def test_processes_that_always_die_are_given_up(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "handed_out", _dying)
    with pytest.raises(MachineError, match="--jobs 1"):
        check(project, workers=Workers(2))


def _dying(*_: Any, **__: Any) -> Iterator[Any]:
    raise BrokenProcessPool
    yield


_INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from kzdata.project import batches, check, workers

batches.SIZE = 1
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    check.check(
        Path(sys.argv[1]),
        workers=workers.Workers(2, keep=False),
        progress=lambda *_: os.killpg(0, signal.SIGINT),
    )
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_ctrl_c_ends_the_workers_without_a_word_of_theirs(project: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED, project],
        env=environment(),
        start_new_session=True,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (130, "")


_ENDED = """
import os, sys
from contextlib import nullcontext
from kzdata import cli
from kzdata.cli import validate_command
from kzdata.project import batches

batches.SIZE = 1
number = int(sys.argv.pop())
validate_command.progress = lambda: nullcontext(lambda *_: os.kill(os.getpid(), number))
cli.main()
"""


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_no_worker_outlives_who_started_it(number: int, status: int, project: Path) -> None:
    """Workers hold the pipes of who started them, so that the pipes end when the workers have."""
    command = ["validate", "--jobs", "2", "--no-cache", str(project), str(int(number))]
    ended = subprocess.run(
        [sys.executable, "-c", _ENDED, *command],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (status, False)


def test_an_error_in_a_batch_is_not_taken_for_a_lost_worker(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzdata.checks.gate.check", lambda _: 1 / 0)
    with ThreadPoolExecutor(2) as executor, pytest.raises(ZeroDivisionError):
        check(project, workers=Workers(executor=executor))


@pytest.mark.parametrize(
    ("batches", "jobs", "processes"),
    [(1, None, 1), (5, None, 1), (6, None, 3), (100, None, 3), (100, 1, 1), (2, 8, 2), (1, 8, 1)],
)
def test_processes_are_started_where_they_pay(
    batches: int, jobs: int | None, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    def pool(_: Any, count: int, __: Any) -> Iterator[Any]:
        started.append(count)
        return iter([])

    monkeypatch.setattr(workers, "cores", lambda: 3)
    monkeypatch.setattr("kzdata.project.processes.in_processes", pool)
    monkeypatch.setattr("kzdata.checks.gate.check", lambda _: None)
    list(Workers(jobs, keep=False).outcomes([NOTHING] * batches))
    assert (started or [1]) == [processes]


def test_there_is_one_process_at_least(project: Path) -> None:
    with pytest.raises(CallError, match="takes 1 or more"):
        check(project, workers=Workers(0))
    assert run("validate", project, "--jobs", "0") == 2


@pytest.mark.slow
@pytest.mark.parametrize("kill", [False, True])
def test_a_dask_cluster_gives_the_same(kill: bool, project: Path, alone: Checked) -> None:
    distributed = pytest.importorskip("distributed", reason="needs kzdata[cluster]")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address=None
    ) as cluster:

        def progress(what: str, done: int, _: int) -> None:
            if kill and what == "reading evidence" and done == 3:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)

        with workers.cluster(cluster.scheduler_address) as executor:
            assert same(
                check(project, workers=Workers(executor=executor), progress=progress), alone
            )


@pytest.mark.slow
def test_a_cluster_whose_workers_always_die_is_an_error_of_one_line() -> None:
    distributed = pytest.importorskip("distributed", reason="needs kzdata[cluster]")
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        pytest.raises(MachineError, match="die again and again"),
        workers.cluster(cluster.scheduler_address),
    ):
        raise distributed.KilledWorker("gate", "a worker", 3)


def test_jobs_and_a_scheduler_are_one_too_many(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("validate", project, "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "give `--jobs` or `--scheduler`" in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_an_error_of_one_line(project: Path) -> None:
    outcome = process("validate", str(project), "--scheduler", "tcp://127.0.0.1:9")
    assert outcome.returncode == 3
    assert outcome.stderr.splitlines() == ["error: no scheduler answers at `tcp://127.0.0.1:9`"]


def test_without_dask_the_option_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run("validate", project, "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "pip install 'kzdata[cluster]'" in capsys.readouterr().err
