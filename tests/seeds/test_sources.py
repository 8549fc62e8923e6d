"""A source is what its line in SHA256SUMS says, or it is a finding at that line."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kzdata.errors import DataError
from kzdata.findings import Finding
from kzdata.seeds import load
from kzdata.seeds import read as read_sources

ROOT = Path(__file__).parents[2]


def line(name: str, data: bytes, mark: str = " ") -> str:
    return f"{hashlib.sha256(data).hexdigest()} {mark}{name}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two sources, listed."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_bytes(b"Astana\n")
    (seeds / "b.txt").write_bytes("Алматы\n".encode())
    sums = line("a.txt", b"Astana\n") + line("b.txt", "Алматы\n".encode(), "*")
    (seeds / "SHA256SUMS").write_text(sums)
    return tmp_path


def read(root: Path) -> tuple[list[str], list[Finding]]:
    """The names of the sources that can be read, and what is wrong with the others."""
    findings: list[Finding] = []
    sources = read_sources(root, findings)
    return [name for name, one in sources.items() if one and load(one, findings)], findings


def add(root: Path, name: str, data: bytes) -> None:
    (root / "seeds" / name).write_bytes(data)
    with (root / "seeds" / "SHA256SUMS").open("a") as sums:
        sums.write(line(name, data))


def test_a_clean_project_has_its_sources_and_no_finding(project: Path) -> None:
    findings: list[Finding] = []
    found = read_sources(project, findings)
    assert findings == []
    assert found["b.txt"]
    assert found["b.txt"].text == "Алматы\n"
    assert found["a.txt"]
    assert found["a.txt"].sha256 == hashlib.sha256(b"Astana\n").hexdigest()


def test_the_project_s_own_seeds_are_clean() -> None:
    names, findings = read(ROOT)
    assert (len(names), findings) == (3, [])


def test_what_sha256sum_writes_is_read_and_what_is_read_sha256sum_checks(project: Path) -> None:
    seeds = project / "seeds"
    program = shutil.which("sha256sum")
    assert program is not None
    subprocess.run([program, "-c", "SHA256SUMS"], cwd=seeds, check=True, capture_output=True)
    written = subprocess.run(
        [program, "b.txt", "a.txt"], cwd=seeds, check=True, capture_output=True
    )
    (seeds / "SHA256SUMS").write_bytes(written.stdout)
    assert read(project) == (["b.txt", "a.txt"], [])


@pytest.mark.parametrize(
    "written",
    [
        "a.txt",
        "d41d8cd98f00b204e9800998ecf8427e  a.txt",
        f"{'0' * 64}\ta.txt",
        f"{'0' * 64} a.txt",
        f"{'0' * 64}  ",
        f"{'A' * 64}  a.txt",
        f"\\{'0' * 64}  a.txt",
        f"{'0' * 64}  a.txt\r",
        f" {'0' * 64}  a.txt",
    ],
)
def test_a_line_of_another_form_is_malformed_at_its_line(project: Path, written: str) -> None:
    sums = project / "seeds" / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes() + written.encode() + b"\n")
    names, findings = read(project)
    assert names == ["a.txt", "b.txt"]
    assert [finding.rule for finding in findings] == ["sums-malformed"]
    assert (findings[0].place.path, findings[0].place.line) == ("seeds/SHA256SUMS", 3)


def only(findings: list[Finding], rule: str, line: int = 2) -> Finding:
    assert [finding.rule for finding in findings] == [rule]
    assert (findings[0].place.path, findings[0].place.line) == ("seeds/SHA256SUMS", line)
    return findings[0]


def test_a_file_listed_twice_is_one_finding_that_shows_both_lines(project: Path) -> None:
    with (project / "seeds" / "SHA256SUMS").open("a") as sums:
        sums.write(line("a.txt", b"another"))
    names, findings = read(project)
    assert names == ["a.txt", "b.txt"]
    assert only(findings, "source-listed-twice", 3).labels[1].place.line == 1


def test_a_missing_file_is_said_at_its_line(project: Path) -> None:
    (project / "seeds" / "b.txt").unlink()
    names, findings = read(project)
    assert names == ["a.txt"]
    finding = only(findings, "source-missing")
    assert finding.message == "`seeds/b.txt` is missing"
    assert "delete this line and its row" in finding.help


def test_a_changed_file_is_no_source(project: Path) -> None:
    (project / "seeds" / "b.txt").write_bytes("Алмата\n".encode())
    names, findings = read(project)
    assert names == ["a.txt"]
    assert "`" + hashlib.sha256("Алмата\n".encode()).hexdigest() in (
        only(findings, "source-changed").message
    )


def test_a_list_with_other_line_ends_is_told_of_by_its_lines_alone(project: Path) -> None:
    sums = project / "seeds/SHA256SUMS"
    sums.write_bytes(sums.read_bytes().replace(b"\n", b"\r\n"))
    findings = read(project)[1]
    assert [finding.rule for finding in findings] == ["sums-malformed"] * 2
    assert findings[0].help == "end the line with LF, not CR LF"


def test_a_source_of_which_the_line_ends_changed_is_said_to_be_such(project: Path) -> None:
    (project / "seeds/b.txt").write_bytes((project / "seeds/b.txt").read_bytes() + b"\r\n")
    assert "line ends" not in only(read(project)[1], "source-changed").help
    add(project, "c.txt", b"one\ntwo\n")
    (project / "seeds/c.txt").write_bytes(b"one\r\ntwo\r\n")
    assert "only its line ends differ" in read(project)[1][-1].help


def test_nothing_is_decoded_before_its_hash_is_checked(project: Path) -> None:
    (project / "seeds" / "b.txt").write_bytes(b"\xff\xfe\0")
    only(read(project)[1], "source-changed")


def test_two_swapped_files_are_said_to_be_swapped(project: Path) -> None:
    seeds = project / "seeds"
    (seeds / "a.txt").rename(seeds / "c")
    (seeds / "b.txt").rename(seeds / "a.txt")
    (seeds / "c").rename(seeds / "b.txt")
    names, findings = read(project)
    assert names == []
    assert [(finding.rule, finding.message) for finding in findings] == [
        ("source-changed", "`seeds/a.txt` holds the bytes that are listed for `seeds/b.txt`"),
        ("source-changed", "`seeds/b.txt` holds the bytes that are listed for `seeds/a.txt`"),
    ]
    assert all("swapped" in finding.help for finding in findings)


def test_a_file_that_is_not_listed_is_no_source(project: Path) -> None:
    (project / "seeds" / "c.txt").write_bytes(b"c")
    names, findings = read(project)
    assert names == ["a.txt", "b.txt"]
    assert [(finding.rule, finding.place.path) for finding in findings] == [
        ("source-not-listed", "seeds/c.txt")
    ]


def test_one_content_under_two_names_is_a_warning(project: Path) -> None:
    add(project, "c.txt", b"Astana\n")
    names, findings = read(project)
    assert names == ["a.txt", "b.txt", "c.txt"]
    assert only(findings, "source-duplicated", 3).severity == "warning"


@pytest.mark.parametrize("data", [b"", b" \n\n"], ids=["no byte", "white space"])
def test_an_empty_source_is_said_at_its_line(project: Path, data: bytes) -> None:
    add(project, "c.txt", data)
    names, findings = read(project)
    assert names == ["a.txt", "b.txt"]
    only(findings, "source-empty", 3)


@pytest.mark.parametrize(
    ("data", "rule", "line_number"),
    [
        (b"one\n\xe9", "not-utf8", 2),
        (b"\xef\xbb\xbfa", "byte-order-mark", 1),
        (b"a\0", "forbidden-character", 1),
    ],
)
def test_a_source_that_is_no_text_is_said_in_the_source(
    project: Path, data: bytes, rule: str, line_number: int
) -> None:
    add(project, "c.txt", data)
    names, findings = read(project)
    assert names == ["a.txt", "b.txt"]
    assert [(f.rule, f.place.path, f.place.line) for f in findings] == [
        (rule, "seeds/c.txt", line_number)
    ]


def test_a_source_may_hold_what_a_curator_may_not_write(project: Path) -> None:
    add(project, "c.txt", "a\u200b\x83\r\nb".encode())
    assert read(project) == (["a.txt", "b.txt", "c.txt"], [])


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("../x.txt", "path-outside-project"),
        ("/etc/passwd", "path-outside-project"),
        ("./a.txt", "path-malformed"),
        ("a\\b", "path-malformed"),
    ],
)
def test_a_listed_name_never_leaves_the_folder(project: Path, name: str, rule: str) -> None:
    (project / "x.txt").write_bytes(b"x")
    with (project / "seeds" / "SHA256SUMS").open("a") as sums:
        sums.write(line(name, b"x"))
    only(read(project)[1], rule, 3)


def test_a_listed_link_is_one_finding_at_its_line(project: Path) -> None:
    (project / "seeds" / "b.txt").unlink()
    (project / "seeds" / "b.txt").symlink_to("a.txt")
    only(read(project)[1], "symbolic-link")


def test_a_pipe_beside_the_sources_is_a_finding(project: Path) -> None:
    os.mkfifo(project / "seeds" / "pipe")
    assert [finding.rule for finding in read(project)[1]] == ["not-a-regular-file"]


def test_without_its_list_a_project_has_no_sources(tmp_path: Path) -> None:
    names, findings = read(tmp_path)
    assert names == []
    assert [(finding.rule, finding.place.path) for finding in findings] == [
        ("file-missing", "seeds/SHA256SUMS")
    ]


def test_a_source_is_read_when_it_is_asked_for_and_checked_each_time(project: Path) -> None:
    source = read_sources(project, [])["a.txt"]
    assert source
    assert source.text == "Astana\n"
    (project / "seeds/a.txt").write_text("Almaty\n")
    with pytest.raises(DataError, match="it is listed with"):
        _ = source.text
