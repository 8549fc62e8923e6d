"""The generated corpus is clean, its planted faults are all found, and its seed makes it."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import corpus
from kzdata.project.check import Checked, check
from kzdata.project.summary import summary


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_corpus_without_planted_faults_is_clean(tmp_path: Path, form: str) -> None:
    written = corpus.write(tmp_path / "p", 200, form=form)
    checked = check(tmp_path / "p")
    assert checked.findings == ()
    assert summary(checked).startswith("20 sources, 220 records,")
    assert (written.sources, written.records, written.planted) == (20, 200, 0)


def test_a_book_is_clean_and_quoted_across_its_lines(tmp_path: Path) -> None:
    corpus.write(tmp_path, 0, books=1)
    assert check(tmp_path).findings == ()
    text = (tmp_path / "seeds/000/b-0000.txt").read_text("utf-8")
    assert len(text) > 500_000
    records = (tmp_path / "data/records/claims/0000.jsonl").read_text("utf-8").splitlines()
    quoted = [json.loads(line)["evidence"] for line in records]
    alone = [exact for exact in quoted if isinstance(exact, str) and "\n" not in exact]
    assert 100 < sum(exact not in text for exact in alone) < len(alone)


@pytest.mark.parametrize("seed", [1, 2])
def test_exactly_the_planted_faults_are_found(tmp_path: Path, seed: int) -> None:
    written = corpus.write(tmp_path, 400, false=0.2, seed=seed)
    listed = (tmp_path / corpus.PLANTED).read_text().splitlines()
    planted = [json.loads(line) for line in listed]
    assert len(planted) == written.planted > 40
    assert {one["forgery"] for one in planted} == {one.name for one in corpus.FORGERIES}
    wanted = Counter((one["file"], one["line"], one["rule"]) for one in planted)
    assert _found(check(tmp_path)) == wanted


def test_the_same_seed_gives_the_same_bytes_and_small_is_the_start_of_large(
    tmp_path: Path,
) -> None:
    small, again, large, other = (tmp_path / name for name in ("s", "a", "l", "o"))
    corpus.write(small, 100)
    corpus.write(again, 100)
    corpus.write(large, 300)
    corpus.write(other, 100, seed=6)
    assert _files(small) == _files(again)
    seeds = {name: digest for name, digest in _files(small).items() if name.endswith(".txt")}
    assert len(seeds) == 10
    assert seeds.items() <= _files(large).items()
    assert not seeds.items() & _files(other).items()


def test_a_folder_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(SystemExit, match="not written by this program"):
        corpus.write(tmp_path, 10)
    assert (tmp_path / "thesis.tex").read_text() == "mine"


def _found(checked: Checked) -> Counter[tuple[str, int | None, str]]:
    places = ((finding.place, finding.rule) for finding in checked.findings)
    return Counter((place.path, place.line, rule) for place, rule in places)


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}
