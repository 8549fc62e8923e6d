"""The wheel, as `pip install kzdata` would unpack it: small, whole, enough without a network."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEGABYTE = 1_000_000

LOAD = """
import sys
sys.addaudithook(lambda name, args: name.startswith("socket.") and sys.exit(f"{name}: a network"))
import kzdata
figures = kzdata.load("figures")
build = {"pydantic", "yaml", "frictionless"} & set(sys.modules)
print(kzdata.__file__, figures.num_rows, sorted(build))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = ["hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_source_distribution_holds_no_text_of_others_and_both_licences(tmp_path: Path) -> None:
    command = ["hatchling", "build", "--target", "sdist", "--directory", str(tmp_path)]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, capture_output=True)
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "LICENSE-DATA.md", "data/package/datapackage.json"} <= names
    assert not [name for name in names if name.startswith(("seeds", "tests"))]


@pytest.mark.slow
def test_the_wheel_names_the_licences_of_the_code_and_of_the_dataset(unpacked: Path) -> None:
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    text = metadata.read_text("utf-8")
    assert "License-Expression: Apache-2.0 AND CC-BY-4.0\n" in text
    for name in ("LICENSE", "LICENSE-DATA.md"):
        assert f"License-File: {name}\n" in text


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(unpacked: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Python, with the unpacked wheel in front of everything, in another folder."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    return subprocess.run(
        [sys.executable, *args],
        cwd=unpacked.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= 2 * MEGABYTE


@pytest.mark.slow
def test_two_lines_give_a_table_without_a_network(unpacked: Path) -> None:
    done = run(unpacked, "-c", LOAD)
    place, rows, build = done.stdout.strip().split(" ", 2)
    assert (Path(place).parents[1], int(rows) > 0, build) == (unpacked, True, "[]"), done.stderr


@pytest.mark.slow
def test_the_wheel_brings_the_committed_package(unpacked: Path) -> None:
    brought = unpacked / "kzdata/published"
    committed = ROOT / "data/package"
    names = sorted(path.name for path in committed.iterdir())
    assert sorted(path.name for path in brought.iterdir()) == names
    assert all((brought / n).read_bytes() == (committed / n).read_bytes() for n in names)


@pytest.mark.slow
def test_the_wheel_brings_what_init_writes(unpacked: Path, tmp_path: Path) -> None:
    done = run(unpacked, "-m", "kzdata", "init", str(tmp_path / "new"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "new/schemas/dataset.yaml").is_file()
    assert "seeds/* -text" in (tmp_path / "new/.gitattributes").read_text().splitlines()


@pytest.mark.slow
def test_without_its_extra_the_build_says_what_to_install(unpacked: Path) -> None:
    hide = "import sys; sys.modules['pydantic'] = None; import kzdata; kzdata.build('.')"
    done = run(unpacked, "-c", hide)
    assert done.stderr.splitlines()[-1] == (
        "kzdata.errors.CallError: `kzdata.build` needs more: pip install 'kzdata[build]'"
    )
