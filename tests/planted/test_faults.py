"""Each planted fault is told of by its own rule, at its own place, and nothing is written."""

from pathlib import Path

import pytest

from tests import tiny
from tests.command import run
from tests.planted.faults import FAULTS, Fault


def test_the_tiny_project_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run("validate", tiny.write(tmp_path))
    assert capsys.readouterr().out.startswith("ok: 2 sources, 6 records")
    assert status == 0


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_told_of(
    fault: Fault,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fault.plant(tiny.write(tmp_path))
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    status = run("build", tmp_path)

    out, err = capsys.readouterr()
    headline, arrow, *rest = out.splitlines()
    path, _, position = arrow.partition("--> ")[2].partition(":")
    shown = "\n".join(rest)
    assert (status, headline.partition("]")[0], path) == (1, f"error[{fault.rule}", fault.path)
    assert fault.line in shown.partition("\n -->")[0]
    assert bool(position) or not fault.line
    assert "Traceback" not in out + err
    assert out.count("\nerror[") + 1 == fault.count, out
    assert sorted(tmp_path.rglob("*")) == before


def test_there_are_enough_planted_faults() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 60
