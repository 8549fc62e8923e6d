"""How a process of ours runs, and that who called it gets it back: pandas may be used again."""

import gc
import signal
import subprocess
import sys
from threading import Barrier, Thread

import pytest

from kzdata import own_process
from tests.command import ROOT, environment

AFTER = """
import sys
from kzdata.cli import main
sys.argv = ["kzdata", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    print(ended.code)
print("pandas" in sys.modules)
import kzdata
print(type(kzdata.load("units", "pandas")).__module__.partition(".")[0])
"""


@pytest.mark.parametrize("args", [["validate", str(ROOT)], ["build", "--check", str(ROOT)]])
def test_a_command_imports_no_pandas_and_takes_it_from_nobody(args: list[str]) -> None:
    pytest.importorskip("pandas")
    done = subprocess.run(
        [sys.executable, "-c", AFTER, *args],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-3:] == ["0", "False", "pandas"]


def imported(*args: str) -> set[str]:
    """The modules that a command imports in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kzdata", *args],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}


@pytest.mark.parametrize("module", ["numpy", "pandas"])
@pytest.mark.parametrize(
    "args", [["validate", str(ROOT)], ["build", "--check", str(ROOT)], ["show", "units"]]
)
def test_the_installed_command_imports_neither(args: list[str], module: str) -> None:
    pytest.importorskip(module)
    names = imported(*args)
    assert "pyarrow.lib" in names
    # A module that is asked for and not there is in the list, too; what it would import is not.
    assert not any(name.startswith(f"{module}.") for name in names)


def test_what_only_checks_imports_nothing_that_writes() -> None:
    names = imported("validate", str(ROOT))
    assert "kzdata.project.check" in names
    assert not {"kzdata.package", "kzdata.page", "pyarrow.parquet", "ssl"} & names


def test_the_process_is_given_back_as_it_was() -> None:
    """A program that calls the command in its own process keeps its settings."""
    finders, often = list(sys.meta_path), gc.get_threshold()
    ending = signal.getsignal(signal.SIGTERM)
    with own_process.ours():
        assert gc.get_threshold()[0] > often[0]
        assert sys.meta_path != finders
        assert signal.getsignal(signal.SIGTERM) != ending
    assert (sys.meta_path, gc.get_threshold()) == (finders, often)
    assert signal.getsignal(signal.SIGTERM) == ending


def test_a_program_that_has_its_own_way_with_a_signal_keeps_it() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with own_process.ours():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_batch_of_ours_has_its_rest_from_collections_in_any_process() -> None:
    often = gc.get_threshold()
    meanwhile: list[int] = []

    def one(wait: Barrier) -> None:
        meanwhile.append(gc.get_threshold()[0])
        wait.wait()
        wait.wait()

    first, second = Barrier(2), Barrier(2)
    threads = [Thread(target=own_process.rarely, args=(one, wait)) for wait in (first, second)]
    for thread in threads:
        thread.start()
    for wait in (first, second):
        wait.wait()
    first.wait()
    threads[0].join()
    assert gc.get_threshold()[0] == meanwhile[0] == meanwhile[1] > often[0]
    second.wait()
    threads[1].join()
    assert gc.get_threshold() == often


def test_a_batch_that_fails_leaves_collections_as_they_were() -> None:
    often = gc.get_threshold()
    with pytest.raises(ValueError, match="invalid literal"):
        own_process.rarely(int, "no number")
    assert gc.get_threshold() == often
