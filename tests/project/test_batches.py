"""How the work is cut does not show in what is found, and a change does not move all cuts."""

import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata import schema, seeds
from kzdata.project import columns
from kzdata.project.batches import Task, _stretches, batches, shares
from kzdata.project.check import check
from kzdata.project.documents import documents
from kzdata.records import read as records
from tests import small

SOURCES = {f"s{number}": f"In {number} towns 30 people met.\n" for number in range(2, 12)}
FIELDS = (small.NUMBER, {"name": "note", "basis": "assigned"})


def rows() -> list[dict[str, Any]]:
    cited = [
        {"id": key, "value": 30, "source": key, "evidence": "30 people"}
        for key in reversed(SOURCES)
    ]
    both = {"id": "both", "value": 7, "source": "s2", "evidence": ["In 2", {"exact": "In 7 towns"}]}
    both["evidence"][1]["source"] = "s7"
    return [*cited, {"id": "none", "note": "nothing is cited"}, both]


def project(root: Path) -> Path:
    aside = [{"source": "s3", "evidence": "In 3", "reason": "not ours"}]
    return small.write(root, SOURCES, {"t": FIELDS}, {"t": rows(), "set_aside": aside})


def tasks(root: Path) -> list[Task]:
    dataset = schema.read(root, [])
    assert dataset
    raw, listed = records.read(root, dataset, []), seeds.read(root, [])
    typed, _ = columns.of_all(dataset, raw, listed)
    known = documents(dataset, typed, listed, frozenset())
    whole = shares(dataset, raw, typed, known, frozenset())
    return list(batches(dataset, whole, raw.set_aside.pieces, {}, known))


@pytest.mark.parametrize("size", [1, 3, 20, 4096])
def test_each_record_and_each_source_is_in_one_batch(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzdata.project.batches.SIZE", size)
    found = tasks(project(tmp_path))
    homes = [name for task in found for name in task.batch.home]
    assert homes == sorted(f"{key}.txt" for key in SOURCES)
    taken = [row for task in found for row in task.rows["t"].to_pylist()]
    assert sorted(taken) == list(range(len(rows())))
    written = rows()
    for task in found:
        for row, one in zip(task.rows["t"].to_pylist(), task.batch.tables["t"].rows(), strict=True):
            assert one.key == written[row]["id"]
            cited = [citation.quotation.exact for citation in one.citations]
            evidence = written[row].get("evidence", [])
            assert len(cited) == (1 if isinstance(evidence, str) else len(evidence))


@pytest.mark.parametrize("size", [1, 3, 20])
def test_how_the_work_is_cut_does_not_show(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    whole = check(root)
    monkeypatch.setattr("kzdata.project.batches.SIZE", size)
    cut = check(root)
    assert cut.findings == whole.findings
    assert list(cut.evidence) == list(whole.evidence)
    assert cut.ledger.to_pylist() == whole.ledger.to_pylist()


def test_a_batch_can_be_pickled_and_says_the_same(tmp_path: Path) -> None:
    (task,) = [task for task in tasks(project(tmp_path)) if task.batch.home]
    again = pickle.loads(pickle.dumps(task.batch))
    assert again.home == task.batch.home
    assert again.sources == task.batch.sources
    assert list(again.tables["t"].rows()) == list(task.batch.tables["t"].rows())


def test_a_source_is_cited_by_its_key_and_not_by_its_file(tmp_path: Path) -> None:
    record = {"id": "a", "value": 30, "source": "s2.txt", "evidence": "30 people"}
    found = check(small.write(tmp_path, SOURCES, {"t": FIELDS}, {"t": [record]})).findings
    assert "no-such-source" in [finding.rule for finding in found]


NAMES = [f"{number:03}.txt" for number in range(200)]


@given(st.lists(st.integers(0, 30), min_size=200, max_size=200), st.integers(0, 199))
def test_a_change_of_one_source_moves_the_cuts_beside_it_only(sizes: list[int], at: int) -> None:
    before = _ends(sizes)
    after = _ends([*sizes[:at], sizes[at] + 9, *sizes[at + 1 :]])
    unlike = sorted(before ^ after)
    assert len(unlike) <= len(NAMES) // 4
    assert all(end >= at for end in unlike)


def test_a_batch_is_about_as_large_as_it_is_said_to_be() -> None:
    assert 15 <= len(_ends([15] * 200)) <= 30


def _ends(sizes: list[int]) -> set[int]:
    """Behind which sources a batch ends, where about ten sources make one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kzdata.project.batches.SIZE", 200)
        found = list(_stretches(NAMES, {"t": dict(enumerate(sizes))}))
    return {NAMES.index(homes[-1]) for homes, _ in found}


def test_records_without_a_source_are_cut_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzdata.project.batches.SIZE", 4)
    found = list(_stretches([], {"t": {-1: 10}, "u": {-1: 1}}))
    assert found == [([], {"t": 4}), ([], {"t": 4}), ([], {"t": 2}), ([], {"u": 1})]
