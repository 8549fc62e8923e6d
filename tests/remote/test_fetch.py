"""Downloads: a release arrives whole or not at all, and one line says why not."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kzdata
from kzdata.errors import CallError, DataError, KzdataError, MachineError
from kzdata.remote import cache, releases
from kzdata.remote.download import Limits
from tests.catalog import tiny
from tests.remote.server import Server, serving

LIMITS = Limits(size=1_000_000, seconds=2, silence=1)

FETCH = "import sys, kzdata; kzdata.fetch(sys.argv[1], sha256=sys.argv[2])"


@pytest.fixture(scope="module")
def release() -> bytes:
    """A released package."""
    return tiny.zipped(tiny.files())


@pytest.fixture(scope="module")
def sha256(release: bytes) -> str:
    """Its SHA-256."""
    return hashlib.sha256(release).hexdigest()


@pytest.fixture
def server(release: bytes) -> Iterator[Server]:
    """A server that has the release at `/tiny.zip`."""
    with serving() as server:
        server.files["/tiny.zip"] = release
        yield server


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("KZDATA_RELEASES", raising=False)
    return tmp_path / "cache"


def left(folder: Path) -> list[str]:
    """What is in the cache folder."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


FAULTS = [
    *((f"/cut/{tenths}", MachineError, "breaks off") for tenths in range(10)),
    ("/flipped", DataError, "SHA-256"),
    ("/short", DataError, "SHA-256"),
    ("/long", DataError, "SHA-256"),
    ("/unsized", DataError, "SHA-256"),
    ("/loop", MachineError, "redirects more than 5 times"),
    ("/away", DataError, "redirects to `http://example.org/tiny.zip`, which is not HTTPS"),
    ("/file", DataError, "redirects to `file:///etc/passwd`, which is not HTTPS"),
    ("/missing", MachineError, "answers 404"),
    ("/endless", DataError, "more than 1,000,000 bytes"),
    ("/packed", DataError, "packed as 'gzip'"),
    ("/silent", MachineError, "silent"),
    ("/slow", MachineError, "too slow"),
    ("/garbage", MachineError, "fails"),
]


@pytest.mark.parametrize(("path", "error", "words"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_faulty_download_is_one_line_and_leaves_nothing(
    path: str,
    error: type[KzdataError],
    words: str,
    server: Server,
    sha256: str,
    folder: Path,
) -> None:
    url = server.url(f"{path}/tiny.zip")
    with pytest.raises(error) as raised:
        releases.fetch(url, sha256=sha256, limits=LIMITS)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert left(folder) == []


def test_a_refused_connection_is_the_machines_fault(sha256: str) -> None:
    with pytest.raises(MachineError, match=r"fails: .*refused"):
        releases.fetch("http://127.0.0.1:9/tiny.zip", sha256=sha256, limits=LIMITS)


@pytest.mark.parametrize(
    ("what", "given"),
    [(5, {}), (None, {}), (b"1.0.0", {}), ("1.0.0", {"index": 5}), ("https://a.b", {"sha256": 5})],
    ids=repr,
)
def test_what_is_no_text_names_no_release(what: Any, given: dict[str, Any]) -> None:
    with pytest.raises(CallError, match="a release is fetched by texts alone, not by "):
        releases.fetch(what, **given)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("http://example.org/a.zip", "not HTTPS"),
        ("http://127.0.0.1.example.org/a.zip", "not HTTPS"),
        ("ftp://example.org/a.zip", "not HTTPS"),
        ("file:///etc/passwd", "not HTTPS"),
        ("https://user:secret@example.org/a.zip", "credentials"),
        ("https://example.org/a.zip", "needs its SHA-256"),
        ("https://example.org/a.zip#sha256=ABC", "needs its SHA-256"),
        ("https://example.org/a.zip#md5=00", "needs its SHA-256"),
        ("doi:10.5281/zenodo.1", "`https://doi.org/10.5281/zenodo.1` needs its SHA-256"),
        ("10.5281/zenodo.1", "`https://doi.org/10.5281/zenodo.1` needs its SHA-256"),
        ("1.0.0", "no index of releases is known"),
    ],
)
def test_a_wrong_call_asks_nobody(what: str, words: str) -> None:
    with pytest.raises(CallError) as raised:
        releases.fetch(what)
    assert words in str(raised.value)
    assert "secret" not in str(raised.value)


def test_a_release_is_fetched_once_and_then_opens_without_a_network(
    server: Server, sha256: str
) -> None:
    url = server.url("/to/tiny.zip")
    first = kzdata.fetch(f"{url}#sha256={sha256}")
    server.files.clear()
    again = kzdata.open(f"{url}#sha256={sha256}")
    assert first.load("figures").equals(again.load("figures"))
    assert server.asked == ["/to/tiny.zip", "/tiny.zip"]


def listed(server: Server, sha256: str, size: int, version: str = "1.0.0") -> str:
    """The URL of an index that lists the release."""
    release = {"version": version, "url": "tiny.zip", "sha256": sha256, "bytes": size}
    server.files["/releases.json"] = json.dumps({"name": "tiny", "releases": [release]}).encode()
    return server.url("/releases.json")


def test_a_version_is_found_in_the_index_and_later_without_it(
    server: Server, sha256: str, release: bytes
) -> None:
    index = listed(server, sha256, len(release))
    kzdata.fetch("1.0.0", index=index)
    server.files.clear()
    assert kzdata.fetch("1.0.0", index=index).version == "1.0.0"


def test_a_cached_version_opens_by_its_number(
    server: Server, sha256: str, release: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KZDATA_RELEASES", listed(server, sha256, len(release)))
    kzdata.fetch("1.0.0")
    assert kzdata.open("1.0.0").name == "tiny"


def test_a_version_that_was_not_fetched_says_how_it_is_found(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CallError, match=r"at `1\.0\.0`, .* by an index: set KZDATA_RELEASES$"):
        kzdata.open("1.0.0")
    index = server.url("/releases.json")
    monkeypatch.setenv("KZDATA_RELEASES", index)
    with pytest.raises(CallError, match=f"none was fetched by the index `{index}`$"):
        kzdata.open("1.0.0")


def test_an_unknown_version_names_those_that_are(
    server: Server, sha256: str, release: bytes
) -> None:
    index = listed(server, sha256, len(release))
    with pytest.raises(CallError, match=r"no release `1\.0\.1` .*nearest is `1\.0\.0`"):
        kzdata.fetch("1.0.1", index=index)


def test_a_release_that_changed_under_its_number_is_refused(
    server: Server, sha256: str, release: bytes, folder: Path
) -> None:
    index = listed(server, sha256, len(release))
    kzdata.fetch("1.0.0", index=index)
    cache.remove()
    listed(server, "0" * 64, len(release))
    with pytest.raises(DataError, match="a release never changes"):
        kzdata.fetch("1.0.0", index=index)


LISTED = (
    b'{"name": "tiny", "releases": [{"version": "1.0.0", "url": "a", "sha256": "'
    + b"0" * 64
    + b'", "bytes": 1}]}'
)


@pytest.mark.parametrize(
    "index",
    [
        b"",
        b"[]",
        b'{"name": "tiny", "releases": [1]}',
        b'{"name": "tiny", "releases": [{"version": "1.0.0"}]}',
        b"[" * 200_000,
        LISTED.replace(b"0" * 64, b"x"),
        LISTED.replace(b'"a"', b"5"),
        LISTED.replace(b'"1.0.0"', b"1"),
        LISTED.replace(b": 1}", b": true}"),
        LISTED.replace(b'"tiny"', b"1"),
        b'{"releases": []}',
    ],
    ids=[
        "empty", "list", "number", "keys", "deep", "hash", "url", "version", "size", "name", "none",
    ],
)  # fmt: skip
def test_a_broken_index_is_refused(index: bytes, server: Server) -> None:
    server.files["/releases.json"] = index
    with pytest.raises(DataError, match="is no index of releases"):
        kzdata.fetch("1.0.0", index=server.url("/releases.json"))


def test_a_file_damaged_in_the_cache_is_found_and_fetched_again(
    server: Server, sha256: str
) -> None:
    path = releases.fetch(server.url("/tiny.zip"), sha256=sha256)
    path.write_bytes(b"damaged")
    assert [sha256 in problem for problem in cache.verify()] == [True]
    releases.fetch(server.url("/tiny.zip"), sha256=sha256)
    assert cache.verify() == []


def test_a_file_is_closed_before_it_is_renamed_where_no_open_one_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def put(new: Path, path: Path) -> Path:
        assert new not in {each.resolve() for each in Path("/proc/self/fd").iterdir()}
        return replace(new, path)

    monkeypatch.setattr(Path, "replace", put)
    monkeypatch.setattr(sys, "platform", "win32")
    assert (
        cache.publish("a.zip", lambda file: file.write(b"x"), place=tmp_path).read_bytes() == b"x"
    )


def test_what_is_cached_is_listed_and_removed(server: Server, sha256: str, release: bytes) -> None:
    releases.fetch(server.url("/tiny.zip"), sha256=sha256)
    assert [(entry.sha256, entry.size) for entry in cache.entries()] == [(sha256, len(release))]
    with pytest.raises(CallError, match="0 cached packages"):
        cache.remove("x")
    cache.remove(sha256[:8])
    assert cache.entries() == []


def start(url: str, sha256: str) -> subprocess.Popen[bytes]:
    """Another process that fetches."""
    return subprocess.Popen([sys.executable, "-c", FETCH, url, sha256], stderr=subprocess.PIPE)


FETCH_EACH = """
import os, sys, kzdata
for line in sys.stdin:
    os.environ["KZDATA_CACHE"] = line.strip()
    kzdata.fetch(sys.argv[1], sha256=sys.argv[2])
    print(flush=True)
"""


def test_eight_processes_fetch_one_release_at_once_into_fifty_cold_caches(
    server: Server, sha256: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", FETCH_EACH, server.url("/tiny.zip"), sha256]
    pipe = subprocess.PIPE
    processes = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(8)
    ]
    for cold in (tmp_path / str(number) for number in range(50)):
        for process in processes:
            print(cold, file=process.stdin, flush=True)
        assert [process.stdout and process.stdout.readline() for process in processes] == ["\n"] * 8
        assert left(cold) == [f"{sha256}.zip"]
    outcomes = [(process.communicate()[1], process.returncode) for process in processes]
    assert outcomes == [("", 0)] * 8


def kill_after(seconds: float, server: Server, sha256: str, folder: Path) -> None:
    """Kill a process that fetches; what is left is nothing or a whole file, and heals."""
    process = start(server.url("/pieces/tiny.zip"), sha256)
    while not server.asked and process.poll() is None:
        time.sleep(0.005)
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    whole = [name for name in left(folder) if not name.startswith(".part-")]
    assert whole in ([], [f"{sha256}.zip"])
    assert cache.verify() == []
    releases.fetch(server.url("/tiny.zip"), sha256=sha256)
    assert left(folder)[-1:] == [f"{sha256}.zip"]
    cache.remove()
    assert left(folder) == []
    server.asked.clear()


def test_a_killed_download_leaves_nothing_that_passes_for_good(
    server: Server, sha256: str, folder: Path
) -> None:
    kill_after(0.02, server, sha256, folder)


@pytest.mark.slow
def test_a_download_may_be_killed_at_fifty_points(
    server: Server, sha256: str, folder: Path
) -> None:
    for point in range(50):
        kill_after(point * 0.02, server, sha256, folder)
