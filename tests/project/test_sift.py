"""What passes can be published, and what does not is kept, whole, with the reasons."""

import json
import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

import kzdata
from kzdata.errors import CallError, DataError
from kzdata.project.check import check
from kzdata.project.sift import REASONS
from tests import small
from tests.command import run

TEXT = "On 3 May 2021, twelve soldiers left. Nine officers came back."
GOOD = {"id": "good", "value": 12, "source": "a", "evidence": "twelve soldiers left"}
WRONG = {**GOOD, "id": "wrong", "value": 13}
LEANING = {**GOOD, "id": "leaning", "part": "lost"}
CUT = b'{"id": "cut", "val'
LINES, ROWS = "things.jsonl", "parts.parquet"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of a wrong thing, a cut line, a wrong part, and a thing that refers to that."""
    parts = (*small.QUANTITY, {"name": "whole", "basis": "assigned"})
    things = (*small.QUANTITY, {"name": "part", "basis": "assigned"})
    tables = {"parts": parts, "things": things}
    keys = {"things": {"part": "parts"}}
    root = small.write(tmp_path, {"a": TEXT}, tables, {}, keys=keys)
    records = root / "data/records"
    lines = [json.dumps(one).encode() for one in (GOOD, WRONG, LEANING)]
    (records / LINES).write_bytes(b"\n".join([*lines, b"", CUT]))
    rows = [{**GOOD, "id": "kept"}, {**GOOD, "id": "lost", "value": 13}]
    parquet.write_table(pa.Table.from_pylist(rows), records / ROWS)
    return root


def reasons(root: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (root / REASONS).read_text().splitlines()]


def test_what_passes_is_published_once_the_rest_is_moved(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", root) == 1
    capsys.readouterr()
    assert run("sift", root) == 0
    assert (
        capsys.readouterr().out
        == f"""2 value-not-in-evidence: `value`
1 json-syntax
1 foreign-key-unknown: `part`
4 records moved to {root}/data/refused; why: {root}/data/refused/_reasons.jsonl
"""
    )
    assert run("build", root) == 0
    package = kzdata.open(root / "data/package")
    assert package.load("things")["id"].to_pylist() == ["good"]
    assert package.load("parts")["id"].to_pylist() == ["kept"]


def test_what_is_moved_is_as_it_was_written(root: Path) -> None:
    assert kzdata.sift(root).moved == 4
    lines = (root / "data/refused" / LINES).read_bytes().splitlines()
    assert lines == [json.dumps(WRONG).encode(), CUT, json.dumps(LEANING).encode()]
    rows = parquet.read_table(root / "data/refused" / ROWS)
    assert rows["id"].to_pylist() == ["lost"]
    assert rows.schema == parquet.read_table(root / "data/records" / ROWS).schema


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
def test_what_stays_is_read_by_nobody_who_could_not_read_it_before(root: Path) -> None:
    path = root / "data/records" / LINES
    path.chmod(0o600)
    assert run("sift", root) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_moved_record_has_its_reasons(root: Path) -> None:
    kzdata.sift(root)
    found = {
        (Path(one["path"]).name, one["number"]): [finding["rule"] for finding in one["findings"]]
        for one in reasons(root)
    }
    assert found == {
        (ROWS, 0): ["value-not-in-evidence"],
        (LINES, 0): ["value-not-in-evidence"],
        (LINES, 1): ["json-syntax"],
        (LINES, 2): ["foreign-key-unknown"],
    }


def test_a_second_run_adds_to_what_the_first_has_moved(root: Path) -> None:
    kzdata.sift(root)
    again = json.dumps({**WRONG, "id": "again"})
    (root / "data/records/things.jsonl").write_text(again)
    rows = pa.Table.from_pylist([{**WRONG, "id": "too"}])
    parquet.write_table(rows, root / "data/records" / ROWS)
    assert kzdata.sift(root).moved == 2
    assert (root / "data/refused" / LINES).read_text().splitlines()[3:] == [again]
    assert parquet.read_table(root / "data/refused" / ROWS)["id"].to_pylist() == ["lost", "too"]
    assert [one["number"] for one in reasons(root)[4:]] == [1, 3]


def test_a_last_line_that_an_editor_left_open_is_ended_first(root: Path) -> None:
    kzdata.sift(root)
    for name in (f"data/refused/{LINES}", REASONS):
        path = root / name
        path.write_bytes(path.read_bytes().rstrip(b"\n"))
    again = json.dumps({**WRONG, "id": "again"})
    (root / "data/records/things.jsonl").write_text(again)
    kzdata.sift(root)
    assert (root / "data/refused" / LINES).read_text().splitlines()[3:] == [again]
    assert [one["number"] for one in reasons(root)[4:]] == [3]


def test_a_file_that_changes_while_it_is_checked_keeps_its_records(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "data/records" / LINES
    added = json.dumps({**GOOD, "id": "new"}).encode()

    def checked(*args: Any, **options: Any) -> Any:
        found = check(*args, **options)
        path.write_bytes(added + b"\n" + path.read_bytes())
        return found

    before = path.read_bytes()
    monkeypatch.setattr("kzdata.project.sift.check", checked)
    with pytest.raises(CallError, match=r"`data/records/things.jsonl` was changed while"):
        kzdata.sift(root)
    assert path.read_bytes() == added + b"\n" + before
    assert not (root / "data/refused" / LINES).exists()


def test_a_record_is_in_its_file_until_it_is_on_the_disk_elsewhere_with_its_reasons(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it dies at, no record and no reason is lost; a record may stand in both files."""
    fsync, replace = os.fsync, Path.replace
    flushed: set[str] = set()
    steps: list[str] = []

    def flush(handle: int) -> None:
        fsync(handle)
        flushed.add(os.path.realpath(f"/proc/self/fd/{handle}"))

    def put(new: Path, path: Path) -> Path:
        assert str(new) in flushed
        if path.is_relative_to(root / "data/records"):
            told = {Path(one["path"]).name for one in reasons(root)}
            assert path.name in told
            assert (root / "data/refused" / path.name).exists()
            kept = {str(root / name) for name in ("data", "data/refused", REASONS)}
            assert kept <= flushed
            flushed.difference_update(kept - {str(root / "data")})
        steps.append(path.relative_to(root).as_posix())
        return replace(new, path)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "replace", put)
    kzdata.sift(root)
    assert len(steps) == 6
    assert str(root / "data/records") in flushed


def test_the_reasons_stand_apart_from_the_records_of_a_table_of_that_name(tmp_path: Path) -> None:
    root = small.write(tmp_path, {"a": TEXT}, {"reasons": small.QUANTITY}, {})
    line = json.dumps(WRONG)
    (root / "data/records/reasons.jsonl").write_text(line)
    assert kzdata.sift(root).moved == 1
    assert (root / "data/refused/reasons.jsonl").read_text().splitlines() == [line]
    assert [one["path"] for one in reasons(root)] == ["data/refused/reasons.jsonl"]


def refuse_rows(root: Path, value: object) -> None:
    """Let a run meet one more wrong row, of a value of this type."""
    rows = pa.Table.from_pylist([{**WRONG, "id": "too", "value": value}])
    parquet.write_table(rows, root / "data/records" / ROWS)


def test_rows_are_moved_in_a_folder_whose_name_reads_as_an_address(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path_factory.mktemp("place")
    shutil.copytree(root, place / "s3:x")
    monkeypatch.chdir(place)
    assert kzdata.sift("s3:x").moved == kzdata.sift(root).moved


def test_rows_of_other_types_than_those_moved_before_are_refused_and_stay(root: Path) -> None:
    kzdata.sift(root)
    refuse_rows(root, "thirteen")
    before = small.content(root)
    with pytest.raises(DataError, match=r"`data/refused/parts.parquet` has columns of other types"):
        kzdata.sift(root)
    assert small.content(root) == before
    (root / "data/refused" / ROWS).rename(root / "data/elsewhere.parquet")
    assert kzdata.sift(root).moved == 1


def test_what_is_no_parquet_among_the_refused_is_told(root: Path) -> None:
    (root / "data/refused").mkdir()
    (root / "data/refused" / ROWS).write_text("junk")
    before = small.content(root)
    with pytest.raises(DataError, match=r"`data/refused/parts.parquet` cannot be read .*: put it"):
        kzdata.sift(root)
    assert small.content(root) == before


@pytest.mark.parametrize("name", [LINES, Path(REASONS).name])
def test_what_is_no_file_among_the_refused_is_told(name: str, root: Path) -> None:
    (root / "data/refused").mkdir()
    os.mkfifo(root / "data/refused" / name)
    (root / "data/records" / ROWS).unlink()
    with pytest.raises(CallError, match=f"`data/refused/{name}` is no regular file"):
        kzdata.sift(root)


def test_one_record_is_told_as_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kzdata.sift(root)
    refuse_rows(root, 13)
    assert run("sift", root) == 0
    assert "\n1 record moved to " in capsys.readouterr().out


def test_records_are_moved_out_of_the_folder_of_a_table(root: Path) -> None:
    (root / "data/records/things").mkdir()
    for number, record in enumerate((GOOD, WRONG)):
        line = json.dumps({**record, "id": f"t{number}"})
        (root / f"data/records/things/{number}.jsonl").write_text(line)
    assert kzdata.sift(root).moved == 5
    moved = root / "data/refused/things"
    assert [path.name for path in moved.iterdir()] == ["1.jsonl"]


def test_what_people_wrote_stays_and_is_told(root: Path) -> None:
    small.put(root / "data/records/more.yaml", {"source": "a", "things": [{**WRONG, "id": "mine"}]})
    before = (root / "data/records/more.yaml").read_bytes()
    (finding,) = kzdata.sift(root).checked.findings
    assert (finding.rule, finding.place.path) == ("value-not-in-evidence", "data/records/more.yaml")
    assert (root / "data/records/more.yaml").read_bytes() == before


def test_a_clean_project_is_left_as_it_is(root: Path) -> None:
    kzdata.sift(root)
    before = small.content(root)
    assert kzdata.sift(root).moved == 0
    assert small.content(root) == before


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="needs `/proc/self/mem`, which nobody can read"
)
def test_what_is_named_as_records_and_is_no_file_is_passed_over(root: Path) -> None:
    (root / "data/records/folder.jsonl").mkdir()
    (root / "data/records/leading-out.jsonl").symlink_to("/proc/self/mem")
    (finding,) = kzdata.sift(root).checked.findings
    assert finding.place.path == "data/records/leading-out.jsonl"


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "data/refused").symlink_to(elsewhere)
    before = small.content(root)
    with pytest.raises(CallError, match="`data/refused` is a link"):
        kzdata.sift(root)
    assert small.content(root) == before
