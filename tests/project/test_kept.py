"""A kept outcome is reused where nothing changed, and nowhere else; and it is never trusted."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kzdata.checks import gate
from kzdata.checks.work import Batch, Outcome
from kzdata.columns import streams
from kzdata.project import kept
from kzdata.project.check import Checked, check
from kzdata.project.workers import Workers
from kzdata.remote.cache import outcomes
from tests import small
from tests.command import run

SOURCES = {f"s{number}": f"In {number} towns 30 people met.\n" for number in range(2, 9)}
FIELDS = (small.NUMBER, {"name": "note", "basis": "assigned"})
WRONG = {"id": "wrong", "value": 31, "source": "s5", "evidence": "30 people"}
LOST = {"id": "lost", "value": 31, "source": "s6", "evidence": "31 people"}
WEAK = {"id": "weak", "value": 30, "source": "s4", "evidence": "4 towns 30 people"}
ASIDE = [{"source": "s3", "evidence": "In 3", "reason": "not ours"}]
IDLE = {"source": "s2", "evidence": "towns", "reason": "idle"}


def records() -> list[dict[str, Any]]:
    true = [{"id": key, "value": 30, "source": key, "evidence": "30 people"} for key in SOURCES]
    return [*true, WRONG, LOST, WEAK]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("kzdata.project.batches.SIZE", 1)
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path / "cache"))
    return write(tmp_path / "project", records())


def write(root: Path, rows: list[dict[str, Any]], **changes: Any) -> Path:
    tables = {"t": rows, "set_aside": [*ASIDE, IDLE]}
    return small.write(root, SOURCES, {"t": FIELDS}, tables, **changes)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[Batch]:
    """The batches that were not found kept."""
    batches: list[Batch] = []
    real = gate.check

    def check(batch: Batch) -> Outcome:
        batches.append(batch)
        return real(batch)

    monkeypatch.setattr("kzdata.checks.gate.check", check)
    return batches


def again(root: Path) -> Checked:
    return check(root, workers=Workers(keep=True))


def same(one: Checked, other: Checked) -> bool:
    return (
        one.findings == other.findings
        and list(one.evidence) == list(other.evidence)
        and one.ledger.to_pylist() == other.ledger.to_pylist()
    )


def test_what_did_not_change_is_not_read_again(root: Path, done: list[Batch]) -> None:
    plain = check(root, workers=Workers(keep=False))
    assert {finding.rule for finding in plain.findings} == {
        "value-not-in-evidence",
        "quote-not-found",
        "weak-evidence",
        "set-aside-idle",
    }
    done.clear()
    assert same(again(root), plain)
    assert len(done) >= len(SOURCES)
    done.clear()
    assert same(again(root), plain)
    assert done == []


def test_a_changed_record_is_read_again_alone(root: Path, done: list[Batch]) -> None:
    again(root)
    done.clear()
    rows = [row for row in records() if row["id"] != "s7"]
    write(root, [*rows, {"id": "s7", "value": 31, "source": "s7", "evidence": "30 people"}])
    found = again(root)
    assert [batch.home for batch in done] == [("s7.txt",)]
    assert same(found, check(root, workers=Workers(keep=False)))


def test_what_is_declared_of_a_source_counts(root: Path, done: list[Batch]) -> None:
    again(root)
    every = len(done)
    done.clear()
    write(root, records(), date="2022-01-02")
    again(root)
    assert len(done) == every


def test_another_schema_is_another_batch(root: Path, done: list[Batch]) -> None:
    again(root)
    every = len(done)
    done.clear()
    path = root / "schemas/t.yaml"
    schema = json.loads(path.read_text())
    schema["fields"].append({"name": "other", "reading": "name"})
    path.write_text(json.dumps(schema))
    again(root)
    assert len(done) == every


def test_another_version_of_the_library_reads_again(
    root: Path, done: list[Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(root)
    every = len(done)
    done.clear()
    monkeypatch.setattr(kept, "_library", lambda: b"another")
    again(root)
    assert len(done) == every


def test_a_source_that_was_changed_is_found_out(root: Path) -> None:
    """The list of hashes is as it was: only the file says that it is another."""
    again(root)
    (root / "seeds/s4.txt").write_text("In 4 towns 31 people met.\n")
    rules = [finding.rule for finding in again(root).findings]
    assert "source-changed" in rules
    (root / "seeds/s4.txt").unlink()
    assert "source-missing" in [finding.rule for finding in again(root).findings]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _garbled(path: Path) -> None:
    path.write_bytes(b"\x80\x04K\x01." * 50)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _with_other_columns(path: Path) -> None:
    _parts(path, lambda parts: [*parts[:-1], streams.write(pa.table({"x": [1]}))])


def _without_a_table(path: Path) -> None:
    _parts(path, lambda parts: [parts[0], *parts[2:]])


def _parts(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the parts of a kept outcome: what is said of it, then its tables."""
    parts = change(streams.read(path.read_bytes())["part"].to_pylist())
    path.write_bytes(streams.write(pa.table({"part": pa.array(parts, pa.binary())})))


@pytest.mark.parametrize(
    "damage", [_cut, _emptied, _garbled, _folder, _with_other_columns, _without_a_table]
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(
    damage: Callable[[Path], None], root: Path, done: list[Batch]
) -> None:
    first = again(root)
    every = len(done)
    done.clear()
    for path in outcomes().iterdir():
        damage(path)
    assert same(again(root), first)
    assert len(done) == every


def test_a_disk_that_takes_nothing_costs_nothing_else(root: Path) -> None:
    outcomes().parent.mkdir(parents=True)
    outcomes().write_text("a file where the folder should be")
    assert same(again(root), check(root, workers=Workers(keep=False)))


def test_what_was_not_used_for_longest_goes_first(
    root: Path, done: list[Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(root)
    every = len(done)
    paths = sorted(outcomes().iterdir())
    for age, path in enumerate(paths):
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    monkeypatch.setattr(kept, "MOST", sum(path.stat().st_size for path in paths[:3]))
    kept.prune(outcomes())
    assert sorted(outcomes().iterdir()) == paths[:3]
    done.clear()
    again(root)
    assert len(done) == every - 3


def test_nothing_is_kept_where_it_does_not_pay_unless_it_is_asked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzdata.project.workers.PAYS", 100)
    run("validate", root)
    assert not outcomes().exists()
    run("validate", "--cache", root)
    assert len(list(outcomes().iterdir())) >= len(SOURCES)


def test_where_it_pays_it_is_kept_unless_it_is_not_wanted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzdata.project.workers.PAYS", 2)
    run("validate", "--no-cache", root)
    assert not outcomes().exists()
    run("validate", "--jobs", "1", root)
    assert len(list(outcomes().iterdir())) >= len(SOURCES)


def test_the_cache_tells_of_outcomes_and_forgets_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again(root)
    count = len(list(outcomes().iterdir()))
    (outcomes() / ".part-left").write_bytes(b"of a build that was killed")
    assert run("cache", "list") == 0
    assert capsys.readouterr().out.startswith(f"{count} outcomes of builds, ")
    assert run("cache", "remove", "--all") == 0
    assert capsys.readouterr().out == f"removed {count} outcomes of builds\n"
    assert list(outcomes().iterdir()) == []
    assert run("cache", "list") == 0
    assert capsys.readouterr().out == ""


def test_one_outcome_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path))
    outcomes().mkdir()
    (outcomes() / "a.outcome").write_bytes(b"kept")
    assert run("cache", "list") == 0
    assert capsys.readouterr().out == f"1 outcome of builds, 4  {outcomes()}\n"
    assert run("cache", "remove", "--all") == 0
    assert capsys.readouterr().out == "removed 1 outcome of builds\n"
