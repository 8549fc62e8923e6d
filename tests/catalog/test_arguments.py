"""A wrong argument of a public function is a `CallError` that says what is taken."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import kzdata

CALLS: dict[str, tuple[Callable[[Any], object], Any, str]] = {
    "open nothing": (kzdata.open, None, "a package is named by a path, not by None"),
    "open no text": (kzdata.open, "", "a package is named by a path, not by ''"),
    "open bytes": (kzdata.open, b"x", "a package is named by a path, not by b'x'"),
    "open a name with NUL": (kzdata.open, "a\0b", "there is no package at"),
    "open a project": (kzdata.open, Path(), "is a project: its package is `data/package`"),
    "verify a number": (kzdata.verify, 3, "a package is named by a path, not by 3"),
    "validate nothing": (kzdata.validate, None, "a project is named by a path, not by None"),
    "sift nothing": (kzdata.sift, None, "a project is named by a path, not by None"),
    "build nothing": (kzdata.build, None, "a project is named by a path, not by None"),
    "validate what is not there": (kzdata.validate, "no/such", "there is no folder `no/such`"),
    "sift a file": (kzdata.sift, "README.md", "there is no folder `README.md`"),
    "build what is not there": (kzdata.build, "no/such", "there is no folder `no/such`"),
    "load a list": (kzdata.load, [], "no table `[]`"),
    "sources that are no folder": (
        lambda folder: kzdata.verify("data/package", folder),
        3,
        "a folder of sources is named by a path, not by 3",
    ),
    "jobs in a text": (
        lambda jobs: kzdata.validate(".", jobs=jobs),
        "2",
        "`jobs` is a whole number or None, not '2'",
    ),
    "jobs that are a truth": (
        lambda jobs: kzdata.sift(".", jobs=jobs),
        True,
        "`jobs` is a whole number or None, not True",
    ),
    "executor": (
        lambda executor: kzdata.build(".", executor=executor),
        3,
        "`executor` is one of `concurrent.futures` or None, not 3",
    ),
    "cache": (
        lambda cache: kzdata.validate(".", cache=cache),
        "yes",
        "`cache` is True, False or None, not 'yes'",
    ),
}


@pytest.mark.parametrize(("call", "value", "words"), CALLS.values(), ids=CALLS)
def test_a_wrong_argument_is_a_wrong_call(
    call: Callable[[Any], object], value: Any, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    with pytest.raises(kzdata.CallError) as raised:
        call(value)
    assert words in str(raised.value)


@pytest.mark.parametrize("call", [kzdata.open, kzdata.validate, kzdata.build])
def test_a_name_that_no_disk_takes_is_no_traceback(call: Callable[[Any], object]) -> None:
    with pytest.raises(kzdata.KzdataError):
        call("x" * 5000)


def test_the_version_is_the_installed_one() -> None:
    assert kzdata.__version__ == version("kzdata")


def test_what_the_functions_give_has_a_public_name(tmp_path: Path) -> None:
    checked = kzdata.validate(tmp_path)
    assert isinstance(checked, kzdata.Checked)
    assert isinstance(checked.findings[0], kzdata.Finding)
