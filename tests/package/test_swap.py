import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kzdata
from kzdata.errors import CallError, MachineError
from kzdata.package import swap
from kzdata.package.swap import replacing
from tests.package.crash import build, state, whole

ROOT = Path(kzdata.__file__).parent.parent


def test_a_new_folder_appears_whole_and_alone(tmp_path: Path) -> None:
    build(tmp_path / "data/package", "1")
    assert state(tmp_path) == {f"data/package/{name}": text for name, text in whole("1").items()}


def test_the_old_folder_is_replaced_whole(tmp_path: Path) -> None:
    build(tmp_path / "package", "1")
    (tmp_path / "package/left.txt").write_text("over")
    build(tmp_path / "package", "2")
    assert state(tmp_path / "package") == whole("2")
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    build(tmp_path / "package", "1")
    assert state(tmp_path / "package") == whole("1")


def test_where_names_cannot_be_exchanged_the_old_folder_is_moved_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    build(tmp_path / "package", "1")
    build(tmp_path / "package", "2")
    assert state(tmp_path / "package") == whole("2")
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_a_failure_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path / "package", "1")

    def fail() -> None:
        with replacing(tmp_path / "package") as new:
            (new / "datapackage.json").write_text("half")
            raise CallError("no")

    with pytest.raises(CallError, match="no"):
        fail()
    assert state(tmp_path / "package") == whole("1")
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def _link(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "package").symlink_to(tmp_path / "elsewhere")
    return tmp_path / "package"


def _file(tmp_path: Path) -> Path:
    (tmp_path / "package").write_text("mine")
    return tmp_path / "package"


def _own(tmp_path: Path) -> Path:
    (tmp_path / "package").mkdir()
    (tmp_path / "package/thesis.odt").write_text("mine")
    return tmp_path / "package"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param(_link, "is a link", id="link"),
        pytest.param(_file, "is no folder", id="file"),
        pytest.param(_own, "holds files but no `datapackage.json`", id="somebody's own folder"),
    ],
)
def test_what_is_no_package_is_never_replaced(
    place: Callable[[Path], Path], said: str, tmp_path: Path
) -> None:
    folder = place(tmp_path)
    before = {path: path.is_file() and path.read_text() for path in tmp_path.rglob("*")}
    with pytest.raises(CallError, match=said):
        build(folder, "1")
    assert {path: path.is_file() and path.read_text() for path in tmp_path.rglob("*")} == before


def test_left_overs_of_a_crash_are_cleared_but_nothing_that_is_like_them(tmp_path: Path) -> None:
    for name in (".package-0123456789abcdef", ".package-notes", ".package-0123456789ABCDEF"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text("x")
    (tmp_path / ".package-fedcba9876543210").symlink_to(tmp_path / ".package-notes")
    build(tmp_path / "package", "1")
    assert {path.name for path in tmp_path.iterdir()} == {
        "package",
        ".package-notes",
        ".package-0123456789ABCDEF",
        ".package-fedcba9876543210",
    }


def test_a_folder_in_which_another_process_writes_is_no_left_over(tmp_path: Path) -> None:
    other = tmp_path / ".package-0123456789abcdef"
    other.mkdir()
    handle = os.open(other, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    build(tmp_path / "package", "1")
    assert other.is_dir()
    os.close(handle)


@pytest.mark.parametrize("moment", ["locked", "removed", "removed while it is opened"])
def test_a_new_folder_that_another_process_takes_for_a_left_over_is_made_again(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, taken = swap._lock, list[int]()

    def late(folder: Path) -> int:
        if taken:
            return lock(folder)
        opened = os.open(folder, os.O_RDONLY)
        taken.extend((opened, lock(folder)))
        if moment != "locked":
            folder.rmdir()
        return os.dup(opened) if moment == "removed while it is opened" else lock(folder)

    monkeypatch.setattr(swap, "_lock", late)
    build(tmp_path / "package", "1")
    for handle in taken:
        os.close(handle)
    assert state(tmp_path / "package") == whole("1")


FULL = """
import resource, signal, sys
from pathlib import Path
from kzdata.errors import MachineError
from kzdata.package.swap import replacing
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with replacing(Path(sys.argv[1])) as new:
        (new / "datapackage.json").write_bytes(b"x" * 2000)
except MachineError as error:
    print(error)
"""


def test_a_disk_that_refuses_leaves_the_old_package_and_says_so(tmp_path: Path) -> None:
    build(tmp_path / "package", "1")
    said = run(FULL, tmp_path / "package").stdout
    assert "cannot be written: File too large" in said
    assert state(tmp_path) == {f"package/{name}": text for name, text in whole("1").items()}


def test_an_error_of_the_system_is_the_machines(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        build(tmp_path / ("x" * 300), "1")


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("exchange", ["exchange", "aside"])
def test_a_kill_at_any_step_leaves_the_old_or_the_new_package(
    exchange: str, tmp_path: Path
) -> None:
    """Killed before and after each of the calls to the system that a replacement makes."""
    program = "import sys; from tests.package import crash; crash.main(*sys.argv[1:])"
    ended = run(program, tmp_path / "package", exchange)
    assert ended.returncode == 0, ended.stderr
    seen = json.loads(ended.stdout)
    assert seen.pop("points") > 60
    assert seen.keys() == ({"old", "new"} if exchange == "exchange" else {"old", "new", "none"})
    assert seen.get("none", 0) <= 3, "only between moving the old one aside and the new one in"
