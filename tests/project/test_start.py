"""A project is started whole and clean, and sources are added to it whole or not at all."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kzdata.findings import Finding
from kzdata.schema import read as read_schema
from tests import small
from tests.command import process, run


@pytest.fixture
def started(tmp_path: Path) -> Path:
    root = tmp_path / "mine"
    assert run("init", root) == 0
    return root


def test_the_starter_project_is_clean_and_is_built(
    started: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("validate", started) == 0
    assert capsys.readouterr().out.startswith("ok: 1 source, 3 records, ")
    assert run("build", started) == 0
    assert run("build", "--check", started) == 0
    assert run("verify", started / "data/package", "--sources", started / "seeds") == 0


def test_an_empty_folder_may_be_there_already(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert run("init", tmp_path / "mine") == 0


@pytest.mark.parametrize(
    ("folder", "name"), [("floods-2024", "floods-2024"), ("My Floods", "example")]
)
def test_the_dataset_has_the_folders_name_and_this_day(
    folder: str, name: str, tmp_path: Path
) -> None:
    before = datetime.now(UTC).date()
    assert run("init", tmp_path / folder) == 0
    findings: list[Finding] = []
    dataset = read_schema(tmp_path / folder, findings)
    assert dataset is not None
    assert dataset.name == name
    assert before <= dataset.created <= datetime.now(UTC).date()


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_nothing_is_written_over(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "mine"
    if kind == "folder":
        (place / "deeper").mkdir(parents=True)
    else:
        place.write_text("mine")
    assert run("init", place) == 2
    message = f"error: `{place}` is not empty: a project starts in a new folder\n"
    assert capsys.readouterr().err == message
    assert len(list(tmp_path.rglob("*"))) == (2 if kind == "folder" else 1)


def test_a_text_is_added_with_its_line(
    started: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "news.txt"
    text.write_text("Ten people came.\n")
    capsys.readouterr()
    assert run("add", text, started) == 0
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    assert capsys.readouterr().out == f"added {started}/seeds/news.txt, SHA-256 {digest}\n"
    assert (started / "seeds/news.txt").read_bytes() == text.read_bytes()
    sums = (started / "seeds/SHA256SUMS").read_text().splitlines()
    assert sums[-1] == f"{digest}  news.txt"
    assert run("validate", started) == 1
    out = capsys.readouterr().out
    assert "error[source-without-row]" in out
    assert "help: add a row of `articles` with `seed: news.txt` to data/records\n" in out


def test_a_text_is_added_under_another_name(started: Path, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    assert run("add", tmp_path / "news.txt", started, "--name", "002.txt") == 0
    assert (started / "seeds/002.txt").is_file()


def test_a_list_without_a_last_line_end_gets_one(started: Path, tmp_path: Path) -> None:
    sums = started / "seeds/SHA256SUMS"
    sums.write_text(sums.read_text().rstrip("\n"))
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    assert run("add", tmp_path / "news.txt", started) == 0
    assert len(sums.read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("example.txt", 2),
        ("SHA256SUMS", 2),
        ("../out.txt", 2),
        ("a/b.txt", 2),
        ("..", 2),
        ("", 2),
        (".hidden", 2),
        ("two\nlines.txt", 2),
        ("back\\slash.txt", 2),
        ("zero\u200bwidth.txt", 2),
        ("with space.txt", 2),
        ("aux.txt", 2),
        ("dot.", 2),
        (f"{'a' * 250}.txt", 2),
        ("EXAMPLE.txt", 2),
    ],
)
def test_a_name_that_is_none_or_taken_is_refused(
    name: str, status: int, started: Path, tmp_path: Path
) -> None:
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    before = small.content(tmp_path)
    assert run("add", tmp_path / "news.txt", started, "--name", name) == status
    assert small.content(tmp_path) == before


def test_a_name_that_is_listed_is_taken_though_its_file_is_gone(
    started: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (started / "seeds/example.txt").unlink()
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    before = small.content(tmp_path)
    assert run("add", tmp_path / "news.txt", started, "--name", "example.txt") == 2
    assert "`example.txt` is no new name in seeds/" in capsys.readouterr().err
    assert small.content(tmp_path) == before


def test_a_list_that_is_no_text_is_told_and_gets_no_line(
    started: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (started / "seeds/SHA256SUMS").write_bytes(b"\xff\n")
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    before = small.content(tmp_path)
    assert run("add", tmp_path / "news.txt", started) == 1
    assert "`seeds/SHA256SUMS` is not UTF-8: the byte 0xFF" in capsys.readouterr().err
    assert small.content(tmp_path) == before


def test_a_text_whose_line_cannot_be_written_is_not_left_there(
    started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    before = small.content(tmp_path)
    replace = Path.replace

    def refused(path: Path, other: Path) -> Path:
        if other.name == "SHA256SUMS":
            raise PermissionError(13, "Permission denied", str(path))
        return replace(path, other)

    monkeypatch.setattr(Path, "replace", refused)
    assert run("add", tmp_path / "news.txt", started) == 3
    assert small.content(tmp_path) == before


@pytest.mark.parametrize("data", [b"caf\xe9", b"\xef\xbb\xbfNews", b"a\0b", b"", b" \n"])
def test_what_is_no_source_is_refused(data: bytes, started: Path, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_bytes(data)
    before = small.content(tmp_path)
    assert run("add", tmp_path / "news.txt", started) == 1
    assert small.content(tmp_path) == before


def test_what_is_no_regular_file_is_refused_without_waiting(started: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    before = small.content(started)
    ended = process("add", tmp_path / "pipe.txt", started, timeout=60)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"error: `{tmp_path / 'pipe.txt'}` is no regular file")
    assert small.content(started) == before


def test_a_folder_without_seeds_is_no_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "news.txt").write_text("Ten people came.\n")
    assert run("add", tmp_path / "news.txt", tmp_path) == 2
    assert "is no project" in capsys.readouterr().err


def test_a_text_that_lies_in_seeds_is_listed(
    started: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (started / "seeds/late.txt").write_text("Ten people came.\n")
    assert run("add", started / "seeds/late.txt", started) == 0
    assert (started / "seeds/SHA256SUMS").read_text().splitlines()[-1].endswith("  late.txt")
    capsys.readouterr()
    assert run("add", started / "seeds/late.txt", started) == 2
    assert "no new name" in capsys.readouterr().err


def test_the_list_itself_is_no_source(started: Path) -> None:
    before = small.content(started)
    assert run("add", started / "seeds/SHA256SUMS", started) == 2
    assert small.content(started) == before


def test_a_project_that_lost_its_list_gets_one(started: Path) -> None:
    (started / "seeds/SHA256SUMS").unlink()
    assert run("add", started / "seeds/example.txt", started) == 0
    assert run("validate", started) == 0


def test_several_texts_are_added_at_once(started: Path, tmp_path: Path) -> None:
    texts = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for text in texts:
        text.write_text(f"{text.name} came.\n")
    assert run("add", *texts, started) == 0
    assert {"one.txt", "two.txt"} <= {path.name for path in (started / "seeds").iterdir()}


def test_texts_are_added_to_the_working_folder(
    started: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("One came.\n")
    monkeypatch.chdir(started)
    assert run("add", tmp_path / "one.txt") == 0
    assert (started / "seeds/one.txt").is_file()


WRONG = {
    "a folder alone": (["mine"], 2, "give a text to add"),
    "one name for two": (["a.txt", "b.txt", "mine", "--name", "c.txt"], 2, "for one text alone"),
    "a seed of that name": (
        ["example.txt", "mine"],
        2,
        "a corrected text takes another by `--name`",
    ),
    "a name with a space": (["a b.txt", "mine"], 2, "`--name` gives another"),
    "Latin-1": (["latin.txt", "mine"], 1, "`latin.txt` is not UTF-8: the byte 0xE9: save the file"),
    "bytes": (["bytes", "mine"], 1, "`bytes` holds U+0000: a source is plain text"),
    "a PDF": (["x.pdf", "mine"], 1, "`x.pdf` is a PDF: save what it says as plain text"),
    "a document": (["x.docx", "mine"], 1, "word processors are: save what it says as plain text"),
    "a web page": (["x.html", "mine"], 1, "`x.html` is a web page: save what it says as plain"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_refusal_says_what_to_do(
    case: str,
    started: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given, status, message = WRONG[case]
    for name in ("a.txt", "b.txt", "example.txt", "a b.txt"):
        (tmp_path / name).write_text("Ten people came.\n")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9\n")
    (tmp_path / "bytes").write_bytes(b"a\0")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7\n\xe2")
    (tmp_path / "x.docx").write_bytes(b"PK\3\4\0")
    (tmp_path / "x.html").write_text("\n<!DOCTYPE html>\n<p>Ten people came.</p>\n")
    monkeypatch.chdir(tmp_path)
    before = small.content(started)
    assert run("add", *given) == status
    assert message in capsys.readouterr().err
    assert small.content(started) == before


def test_the_next_command_can_be_pasted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", tmp_path / "my data") == 0
    assert f"next: kzdata validate '{tmp_path}/my data'" in capsys.readouterr().out
