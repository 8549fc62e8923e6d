"""`kzdata cache`: what it lists, finds damaged and removes of the packages that were downloaded."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.command import run

Output = pytest.CaptureFixture[str]

SHA256 = sha256(b"a").hexdigest()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one package in the cache."""
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path))
    path = tmp_path / f"{SHA256}.zip"
    path.write_bytes(b"a")
    return path


def test_a_package_is_listed_with_its_size(package: Path, capsys: Output) -> None:
    assert run("cache", "list") == 0
    assert capsys.readouterr().out == f"{SHA256}  1  {package}\n"


def test_a_package_that_was_damaged_is_told_and_is_wrong_data(
    package: Path, capsys: Output
) -> None:
    assert run("cache", "verify") == 0
    assert capsys.readouterr().out.startswith("ok: every package in the cache")
    package.write_bytes(b"b")
    assert run("cache", "verify") == 1
    assert capsys.readouterr().out == (
        f"error: `{package}` has the SHA-256 {sha256(b'b').hexdigest()}\n"
    )


@pytest.mark.parametrize("what", [SHA256[:8], "--all"])
def test_a_package_is_removed_by_the_beginning_of_its_name_or_with_all(
    what: str, package: Path, capsys: Output
) -> None:
    assert run("cache", "remove", what) == 0
    assert capsys.readouterr().out == f"removed {package}\n"
    assert not package.exists()


@pytest.mark.parametrize("what", [[], [SHA256, "--all"]], ids=["nothing", "both"])
def test_what_to_remove_is_said_in_one_way(what: list[str], package: Path, capsys: Output) -> None:
    assert run("cache", "remove", *what) == 2
    assert "give the beginning of a SHA-256, or --all" in capsys.readouterr().err
    assert package.exists()
