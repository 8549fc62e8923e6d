"""Releasing a project: what is written, and what is refused without a trace."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzdata
from kzdata import placing
from kzdata.errors import CallError, DataError, KzdataError, MachineError
from kzdata.release import archive
from kzdata.release.release import release
from tests import tiny
from tests.release.made import (
    DATASET,
    FIGURES,
    MORE,
    RECORDS,
    Edit,
    built,
    edited,
    rebuilt,
    version,
)
from tests.remote.server import Server, serving

ZIP = "tiny-1.0.0.zip"
CORRECTION = Edit(RECORDS, "took: P6M", "took: P7M")
ROW = Edit(MORE, "figure_id: served", "figure_id: has-served")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built and released once."""
    project = built(tmp_path_factory.mktemp("template") / "project")
    release(project)
    return project


@pytest.fixture
def released(template: Path, tmp_path: Path) -> Path:
    """A copy of the released project."""
    return shutil.copytree(template, tmp_path / "project")


def traces(project: Path) -> dict[str, bytes]:
    """What releases leave: the folder of releases and the changelog, by name."""
    paths = [*(project / "dist").glob("**/*"), *project.glob("*CHANGELOG*")]
    return {path.name: path.read_bytes() for path in sorted(paths) if path.is_file()}


def listed(project: Path) -> list[str]:
    """The versions in the index."""
    index = json.loads((project / "dist/releases.json").read_bytes())
    return [each["version"] for each in index["releases"]]


def test_a_release_is_a_zip_its_digest_an_index_and_an_entry(released: Path) -> None:
    left = traces(released)
    assert sorted(left) == ["CHANGELOG-DATA.md", "releases.json", ZIP, f"{ZIP}.sha256"]
    sha256 = hashlib.sha256(left[ZIP]).hexdigest()
    assert left[f"{ZIP}.sha256"].decode() == f"{sha256}  {ZIP}\n"
    assert json.loads(left["releases.json"]) == {
        "name": "tiny",
        "releases": [{"version": "1.0.0", "url": ZIP, "sha256": sha256, "bytes": len(left[ZIP])}],
    }
    assert "## 1.0.0, 2026-01-02\n\nFirst release.\n\n- articles: 2 rows\n" in (
        left["CHANGELOG-DATA.md"].decode()
    )


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of releases, which `kzdata.fetch` asks for versions, and an empty cache."""
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path / "cache"))
    with serving() as server:
        monkeypatch.setenv("KZDATA_RELEASES", server.url("/tiny/releases.json"))
        yield server


@pytest.mark.parametrize("redistribute", ["excerpts", "full"])
def test_a_release_opens_verifies_and_is_fetched_by_version(
    redistribute: str, tmp_path: Path, server: Server
) -> None:
    terms = Edit(DATASET, "ledger:", f"redistribute: {redistribute}\nledger:")
    project = built(tmp_path / "project", terms)
    path = release(project).path
    assert kzdata.verify(path) == []
    assert kzdata.verify(path, project / "seeds") == []
    assert kzdata.open(path).load("figures").num_rows == 4
    for name, data in traces(project).items():
        server.files[f"/tiny/{name}"] = data
    package = kzdata.fetch("1.0.0")
    assert package.evidence("figures", "trained", "value")[0].exact == "Over 150 soldiers"
    carried = {name for name in package.digests if name.startswith("sources/")}
    assert carried == ({"sources/a.txt", "sources/b.txt"} if redistribute == "full" else set())


SCRIPT = """\
import os, sys, pathlib
os.umask(int(sys.argv[2], 8))
from kzdata.release.release import release
from tests.release.made import built
print(release(built(pathlib.Path(sys.argv[1]))).sha256)
"""


def test_a_release_is_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    settings = [
        ("one", "077", {"TZ": "Asia/Almaty", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        (
            "two/three",
            "000",
            {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
        ),
    ]
    zips = []
    for folder, umask, environment in settings:
        arguments = [sys.executable, "-c", SCRIPT, str(tmp_path / folder), umask]
        subprocess.run(arguments, check=True, env=os.environ | environment, capture_output=True)
        zips.append((tmp_path / folder / "dist" / ZIP).read_bytes())
    assert zips[0] == zips[1]


def test_the_standard_library_reads_the_zip(released: Path) -> None:
    shutil.unpack_archive(released / "dist" / ZIP, released / "unpacked")
    unpacked = released / "unpacked" / "tiny-1.0.0"
    assert kzdata.verify(unpacked) == []
    names = {path.name for path in unpacked.iterdir()}
    assert names == {path.name for path in (released / "data/package").iterdir()}


def test_the_next_release_has_its_entry_with_both_values_and_quotations(released: Path) -> None:
    rebuilt(
        released,
        version("1.1.0"),
        CORRECTION,
        Edit(RECORDS, "took: so", "took: it says seven"),
        Edit(MORE, "    unit: person\n", "    unit: person\n    as_written: More than 800\n"),
    )
    before = traces(released)
    assert release(released).diff is not None
    after = traces(released)
    assert after[ZIP] == before[ZIP]
    assert listed(released) == ["1.0.0", "1.1.0"]
    text = after["CHANGELOG-DATA.md"].decode()
    assert text.index("## 1.1.0") < text.index("## 1.0.0")
    assert (
        "- patch: cell corrected: figures · ready · took: P6M → P7M\n"
        "  - old: inferred, ““We were ready,” said Bee” (a.txt, 90 to 115), so\n"
        "  - new: inferred, ““We were ready,” said Bee” (a.txt, 90 to 115), it says seven\n"
    ) in text
    assert "- minor: null filled: figures · served · as\\_written: null → More than 800\n" in text


def test_a_release_without_a_change_says_so(released: Path) -> None:
    rebuilt(released, version("1.0.1"))
    release(released)
    text = (released / "CHANGELOG-DATA.md").read_text(encoding="utf-8")
    assert "## 1.0.1, 2026-01-02\n\nNothing changed.\n\n## 1.0.0" in text


def day(text: str) -> Edit:
    return Edit(DATASET, "created: 2026-01-02", f"created: {text}")


def test_a_version_of_a_moment_has_releases_after_it(tmp_path: Path) -> None:
    project = built(tmp_path / "project", version("1.0.20261122093000"))
    release(project)
    rebuilt(project, Edit(DATASET, "20261122093000", "20261122093001"))
    release(project)
    assert listed(project) == ["1.0.20261122093000", "1.0.20261122093001"]


def test_a_version_has_a_day_of_its_own(released: Path) -> None:
    rebuilt(released, version("1.0.1"), day("2026-02-03"))
    assert "created" not in release(released).told
    text = (released / "CHANGELOG-DATA.md").read_text(encoding="utf-8")
    assert text.index("## 1.0.1, 2026-02-03") < text.index("## 1.0.0, 2026-01-02")
    citation = (released / "data/package/CITATION.cff").read_text(encoding="utf-8")
    assert 'date-released: "2026-02-03"' in citation


def test_a_version_that_keeps_the_day_of_the_last_is_told_of_it(released: Path) -> None:
    rebuilt(released, version("1.0.1"))
    assert release(released).told.endswith("; `created` is still the day of 1.0.0")


REFUSED = {
    "day-before-the-last": (
        [version("1.0.1"), day("2025-12-31")],
        "`created` is 2025-12-31, and 1.0.0 is of 2026-01-02: give the day of 1.0.1",
    ),
    "patch-for-a-row": (
        [version("1.0.1"), ROW],
        "1.0.1 is a patch step after 1.0.0, but a major one is needed: row removed .* · served",
    ),
    "minor-for-a-row": ([version("1.1.0"), ROW], "1.1.0 is a minor step .* a major one is needed"),
    "patch-for-a-null": (
        [
            version("1.0.1"),
            Edit(MORE, "    unit: person\n", "    unit: person\n    as_written: More than 800\n"),
        ],
        "but a minor one is needed: null filled: figures · served · as_written",
    ),
    "lower": ([version("0.9.0")], "version 0.9.0 is not greater than 1.0.0, the previous release"),
    "pre-release-of-the-same": ([version("1.0.0-rc.1")], "1.0.0-rc.1 is not greater than 1.0.0"),
    "same-version": ([CORRECTION], f"`{ZIP}` was released with the SHA-256 .* would now have"),
    "build-metadata-alone": ([version("1.0.0+b"), CORRECTION], "is not greater than 1.0.0"),
    "other-name": (
        [version("2.0.0"), Edit(DATASET, "name: tiny", "name: small")],
        "`releases.json` lists the releases of 'tiny', not of `small`",
    ),
}


@pytest.mark.parametrize(("edits", "message"), REFUSED.values(), ids=REFUSED)
def test_a_version_that_does_not_go_far_enough_is_refused(
    edits: list[Edit], message: str, released: Path
) -> None:
    rebuilt(released, *edits)
    before = traces(released)
    with pytest.raises(DataError, match=message):
        release(released)
    assert traces(released) == before


def test_a_changed_source_is_refused_whatever_the_version(released: Path) -> None:
    edited(released, Edit("seeds/b.txt", "worldwide", "world-wide"))
    edited(released, Edit(MORE, "worldwide", "world-wide"))
    (released / "seeds/SHA256SUMS").write_text(tiny.sums(released), encoding="utf-8")
    rebuilt(released, version("2.0.0"))
    with pytest.raises(DataError, match=r"source's text changed: b.txt: a source never changes"):
        release(released)


def test_a_project_with_errors_is_refused(released: Path) -> None:
    edited(released, Edit(RECORDS, "value: 150", "value: 151"))
    with pytest.raises(DataError, match="the project has errors: see `kzdata validate`"):
        release(released)


def test_a_package_that_is_not_what_the_build_gives_is_refused(released: Path) -> None:
    edited(released, CORRECTION)
    with pytest.raises(DataError, match="is not what the build gives: `SHA256SUMS` differs"):
        release(released)


def test_a_package_whose_list_of_digests_is_wrong_is_refused(released: Path) -> None:
    sums = released / "data/package/SHA256SUMS"
    lines = sums.read_text().splitlines(keepends=True)
    sums.write_text("".join("0" * 64 + line[64:] if ".parquet" in line else line for line in lines))
    with pytest.raises(DataError, match="is not the file that `SHA256SUMS` lists"):
        release(released)


def test_what_was_released_already_is_left_as_it_is(released: Path) -> None:
    before = traces(released)
    assert release(released).again
    assert traces(released) == before


def test_an_index_that_a_crash_left_behind_is_made_up_for(released: Path) -> None:
    (released / "dist/releases.json").unlink()
    before = traces(released)
    release(released)
    assert listed(released) == ["1.0.0"]
    assert traces(released).items() >= before.items()


def test_an_index_that_was_lost_is_not_begun_anew(released: Path) -> None:
    shutil.rmtree(released / "dist")
    rebuilt(released, version("1.0.1"), ROW)
    with pytest.raises(DataError, match=r"tells of 1.0.0, which `releases.json` does not list"):
        release(released)


def test_a_zip_of_that_name_is_never_overwritten(released: Path) -> None:
    (released / "dist/releases.json").unlink()
    (released / "dist" / ZIP).write_bytes(b"other")
    with pytest.raises(DataError, match="a release never changes"):
        release(released)
    assert (released / "dist" / ZIP).read_bytes() == b"other"


def test_a_previous_zip_that_was_changed_is_refused(released: Path) -> None:
    with (released / "dist" / ZIP).open("ab") as file:
        file.write(b"x")
    rebuilt(released, version("1.0.1"))
    with pytest.raises(DataError, match="but was released with"):
        release(released)


def test_a_previous_zip_that_is_missing_is_asked_for(released: Path) -> None:
    moved = (released / "dist" / ZIP).rename(released / "kept.zip")
    rebuilt(released, version("1.0.1"), CORRECTION)
    with pytest.raises(CallError, match="is not there: give it with --previous"):
        release(released)
    found = release(released, previous=str(moved)).diff
    assert found is not None
    assert found.step.word == "patch"


def test_an_older_version_is_continued_by_naming_it(released: Path) -> None:
    rebuilt(released, version("2.0.0"), ROW)
    release(released)
    rebuilt(released, Edit(DATASET, "version: 2.0.0", "version: 1.0.1"))
    rebuilt(released, Edit(MORE, ROW.new, ROW.old), CORRECTION)
    with pytest.raises(DataError, match=r"1.0.1 is not greater than 2.0.0"):
        release(released)
    release(released, previous="1.0.0")
    assert listed(released) == ["1.0.0", "2.0.0", "1.0.1"]


def test_a_pre_release_is_not_what_the_next_release_is_compared_with(released: Path) -> None:
    rebuilt(released, version("2.0.0-rc.1"), ROW)
    release(released)
    rebuilt(released, Edit(DATASET, "2.0.0-rc.1", "2.0.0"), CORRECTION)
    found = release(released).diff
    assert found is not None
    assert (found.old, found.step.word) == ("1.0.0", "major")


def test_a_previous_release_is_fetched_from_where_the_index_says(
    released: Path, server: Server
) -> None:
    server.files[f"/{ZIP}"] = (released / "dist" / ZIP).read_bytes()
    index = released / "dist/releases.json"
    index.write_text(index.read_text().replace(f'"{ZIP}"', f'"{server.url("/" + ZIP)}"'))
    (released / "dist" / ZIP).unlink()
    rebuilt(released, version("1.0.1"), CORRECTION)
    assert release(released).diff is not None


def test_a_name_that_no_zip_may_hold_is_refused_before_it_is_released(tmp_path: Path) -> None:
    project = built(tmp_path / "project", Edit(DATASET, "name: tiny", "name: con.tiny"))
    message = r"`con.tiny-1.0.0/CITATION.cff` names a device, and would be a file of the released"
    with pytest.raises(DataError, match=message):
        release(project)
    assert traces(project) == {}


def test_a_package_that_no_plain_zip_can_hold_is_refused(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "SIZE", 10_000)
    with pytest.raises(DataError, match="takes more than 10,000 bytes, which no plain zip"):
        release(released)


def test_a_dist_that_is_no_folder_is_refused(released: Path) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        release(released, out=released / "schemas/dataset.yaml")


GOOD = {"version": "0.1.0", "url": "tiny-0.1.0.zip", "sha256": "0" * 64, "bytes": 1}


def index(*releases: object) -> str:
    """An index of these releases."""
    return json.dumps({"name": "tiny", "releases": releases})


NO_INDEX = "`releases.json` is no index of releases"
INDEXES = {
    "no-json": ("releases", NO_INDEX),
    "no-object": ("[]", NO_INDEX),
    "no-list": ('{"name": "tiny", "releases": 1}', NO_INDEX),
    "no-objects": (index(1), NO_INDEX),
    "no-name": ('{"releases": []}', NO_INDEX),
    "nested": ("[" * 100_000, NO_INDEX),
    "no-text": (index(GOOD | {"url": 1}), NO_INDEX),
    "no-digest": (index(GOOD | {"sha256": "x"}), NO_INDEX),
    "no-size": (index(GOOD | {"bytes": "1"}), NO_INDEX),
    "true-for-a-size": (index(GOOD | {"bytes": True}), NO_INDEX),
    "nothing-for-a-size": (index(GOOD | {"bytes": 0}), NO_INDEX),
    "twice": (index(GOOD, GOOD), "`releases.json` lists a version twice"),
    "climbing-version": (index(GOOD | {"version": "../../data/package"}), "is no semantic version"),
    "climbing-url": (
        index(GOOD | {"url": "../../data/package"}),
        r"tiny-0\.1\.0\.zip`, is not there",
    ),
    "local-url": (index(GOOD | {"url": "file:///etc/passwd"}), "`file:///etc/passwd` is not HTTPS"),
}


@pytest.mark.parametrize(("index", "why"), INDEXES.values(), ids=INDEXES)
def test_an_index_that_is_none_is_refused(index: str, why: str, released: Path) -> None:
    (released / "dist/releases.json").write_text(index)
    # It tells of a version that none of these indexes has, which is refused by itself.
    (released / "CHANGELOG-DATA.md").unlink()
    rebuilt(released, version("1.0.1"))
    before = traces(released)
    with pytest.raises(KzdataError, match=why):
        release(released)
    assert traces(released) == before


def test_a_link_is_no_changelog(released: Path) -> None:
    (released / "CHANGELOG-DATA.md").unlink()
    (released / "CHANGELOG-DATA.md").symlink_to(released / "schemas/dataset.yaml")
    rebuilt(released, version("1.0.1"))
    with pytest.raises(DataError, match="symbolic link"):
        release(released)


def test_files_are_placed_all_or_none_when_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError):
        placing.place({tmp_path / "a": [b"a"], tmp_path / "file/b": [b"b"]})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_names_from_the_project_command_nothing_in_the_changelog(released: Path) -> None:
    title = Edit(FIGURES, "title: Figures", 'title: "<script> ](x) \\n## 9.9.9 | *b*"')
    rebuilt(released, version("1.0.1"), title)
    release(released)
    text = (released / "CHANGELOG-DATA.md").read_text(encoding="utf-8")
    assert "\\<script\\> \\](x) \\#\\# 9.9.9 \\| \\*b\\*" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## 1.0.1, 2026-01-02",
        "## 1.0.0, 2026-01-02",
    ]


def command(*arguments: str | Path) -> tuple[int, str, str]:
    """The exit status of the command line, and what it prints to both streams."""
    call = [sys.executable, "-m", "kzdata", *map(str, arguments)]
    run = subprocess.run(call, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


def test_the_command_says_in_one_line_why_it_refuses(released: Path) -> None:
    rebuilt(released, version("1.0.1"), ROW)
    status, out, error = command("release", released)
    assert (status, out) == (1, "")
    assert error.count("\n") == 1
    assert error.startswith("error: version 1.0.1 is a patch step after 1.0.0, but a major one")


def test_the_command_prints_the_digest_as_sha256sum_does(released: Path, tmp_path: Path) -> None:
    status, out, error = command("release", released, "--out", tmp_path / "out")
    assert (status, error) == (0, "")
    path = tmp_path / "out" / ZIP
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert out == f"first release\n{sha256}  {path}\n"


def test_a_disk_that_refuses_names_the_file_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(MachineError) as raised:
        placing.place({tmp_path / "a.zip": [b"a"]})
    assert str(raised.value) == f"`{tmp_path}/a.zip` cannot be written: Permission denied"


FULL = """
import resource, signal, sys
from pathlib import Path
from kzdata.errors import MachineError
from kzdata.placing import place
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    place({Path(sys.argv[1], name): [bytes(size)] for name, size in [("a", 9), ("b", 9999)]})
except MachineError as error:
    print(error)
"""


def test_a_disk_that_is_full_names_the_file_that_had_no_room(tmp_path: Path) -> None:
    call = [sys.executable, "-c", FULL, str(tmp_path)]
    said = subprocess.run(call, capture_output=True, text=True, check=False)
    assert (said.stdout, said.stderr) == (f"`{tmp_path}/b` cannot be written: File too large\n", "")
    assert not list(tmp_path.iterdir())
