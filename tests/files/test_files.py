"""Nothing outside the project, no link, no pipe and nothing endless is ever read."""

import os
import socket
from pathlib import Path

import pytest

from kzdata import files
from kzdata.findings import Finding


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project's folder beside a file that nobody may read."""
    (tmp_path / "secret.txt").write_text("secret")
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "a.txt").write_bytes(b"Astana\n")
    return root


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_regular_file_is_read_whole(root: Path) -> None:
    findings: list[Finding] = []
    assert files.read(root, "seeds/a.txt", findings) == b"Astana\n"
    assert files.text(root, "seeds/a.txt", findings) == "Astana\n"
    assert findings == []


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("/etc/passwd", "path-outside-project"),
        ("../secret.txt", "path-outside-project"),
        ("seeds/../../secret.txt", "path-outside-project"),
        ("", "path-malformed"),
        ("seeds//a.txt", "path-malformed"),
        ("./seeds/a.txt", "path-malformed"),
        ("seeds/", "path-malformed"),
        ("seeds\\a.txt", "path-malformed"),
        ("seeds/a.txt\0.yaml", "path-malformed"),
        ("seeds/a\n.txt", "path-malformed"),
        ("seeds/\u202etxt.a", "path-malformed"),
        ("seeds/\udcff.txt", "path-malformed"),
        ("a/" * 64 + "a", "path-malformed"),
        ("seeds/b.txt", "file-missing"),
        ("seeds/a.txt/b", "file-missing"),
        ("nowhere/a.txt", "file-missing"),
        ("seeds", "not-a-regular-file"),
        ("a" * 300, "file-unreadable"),
    ],
)
def test_a_name_that_is_no_file_of_the_project_is_one_finding(
    root: Path, name: str, rule: str
) -> None:
    findings: list[Finding] = []
    assert files.read(root, name, findings) is None
    assert rules(findings) == [rule]
    assert findings[0].message.isprintable()
    assert findings[0].place.path.isprintable()


@pytest.mark.parametrize("target", ["../../secret.txt", "a.txt", "nowhere", "link.txt"])
def test_a_link_is_never_followed_wherever_it_leads(root: Path, target: str) -> None:
    (root / "seeds" / "link.txt").symlink_to(target)
    findings: list[Finding] = []
    assert files.read(root, "seeds/link.txt", findings) is None
    assert rules(findings) == ["symbolic-link"]


def test_a_linked_folder_is_never_walked_through(root: Path) -> None:
    (root / "linked").symlink_to("seeds")
    findings: list[Finding] = []
    assert files.read(root, "linked/a.txt", findings) is None
    assert files.listing(root, "linked", findings) == []
    assert rules(findings) == ["symbolic-link", "symbolic-link"]


def test_the_root_itself_may_be_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    assert files.read(tmp_path / "link", "seeds/a.txt", []) == b"Astana\n"


def test_a_pipe_does_not_block(root: Path) -> None:
    os.mkfifo(root / "seeds" / "pipe.txt")
    findings: list[Finding] = []
    assert files.read(root, "seeds/pipe.txt", findings) is None
    assert rules(findings) == ["not-a-regular-file"]


def test_a_socket_is_no_regular_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        findings: list[Finding] = []
        assert files.read(root, "s", findings) is None
    assert rules(findings) == ["not-a-regular-file"]


def test_a_device_is_no_regular_file() -> None:
    findings: list[Finding] = []
    assert files.read(Path("/dev"), "null", findings) is None
    assert rules(findings) == ["not-a-regular-file"]


@pytest.mark.parametrize(("limit", "found"), [(7, b"Astana\n"), (6, None)])
def test_the_limit_is_the_largest_size_that_is_read(
    root: Path, limit: int, found: bytes | None
) -> None:
    findings: list[Finding] = []
    assert files.read(root, "seeds/a.txt", findings, limit=limit) == found
    assert rules(findings) == ([] if found else ["file-too-large"])


def test_a_file_that_hides_its_size_is_cut_off_at_the_limit() -> None:
    findings: list[Finding] = []
    assert files.read(Path("/proc"), "self/status", findings, limit=10) is None
    assert rules(findings) in (["file-too-large"], ["symbolic-link"])


def test_what_the_system_refuses_is_said_without_the_path_of_the_machine(root: Path) -> None:
    findings: list[Finding] = []
    assert files.read(root, "b" * 300, findings) is None
    assert findings[0].message == f"`{'b' * 300}` cannot be read: file name too long"


def test_a_listing_is_sorted_and_goes_down(root: Path) -> None:
    for name in ("seeds/c/d.txt", "seeds/c/B.txt", "seeds/c.txt", "seeds/.hidden", ".git/x"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"")
    findings: list[Finding] = []
    expected = ["seeds/a.txt", "seeds/c.txt", "seeds/c/B.txt", "seeds/c/d.txt"]
    assert files.listing(root, "seeds", findings) == expected
    assert files.listing(root, "", findings) == expected
    assert findings == []


def test_a_listing_names_every_entry_that_it_refuses(root: Path) -> None:
    os.mkfifo(root / "seeds" / "pipe")
    (root / "seeds" / "link").symlink_to("a.txt")
    (root / "seeds" / "x\ny").write_bytes(b"")
    Path(os.fsdecode(os.fsencode(root / "seeds") + b"/\xff")).write_bytes(b"")
    findings: list[Finding] = []
    assert files.listing(root, "seeds", findings) == ["seeds/a.txt"]
    assert sorted(rules(findings)) == [
        "not-a-regular-file",
        "path-malformed",
        "path-malformed",
        "symbolic-link",
    ]


@pytest.mark.parametrize(
    ("folder", "rule"),
    [
        ("nowhere", "file-missing"),
        ("seeds/a.txt", "not-a-regular-file"),
        ("..", "path-outside-project"),
        ("/", "path-outside-project"),
    ],
)
def test_a_folder_that_is_none_is_one_finding(root: Path, folder: str, rule: str) -> None:
    findings: list[Finding] = []
    assert files.listing(root, folder, findings) == []
    assert rules(findings) == [rule]


def test_no_descriptor_is_left_open(root: Path) -> None:
    (root / "seeds" / "link").symlink_to("a.txt")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for name in ("seeds/a.txt", "seeds/link", "seeds", "seeds/a.txt/b", "none/b"):
        files.read(root, name, [])
        files.listing(root, name, [])
    assert len(list(Path("/proc/self/fd").iterdir())) == before
