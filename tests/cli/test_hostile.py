"""Whatever names, titles and values a package or a project has, no command prints a command."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from kzdata.escapes import terminal
from kzdata.render import FORMATS
from tests import small
from tests.catalog import tiny
from tests.command import ROOT, run
from tests.remote.server import serving

Output = pytest.CaptureFixture[str]
Print = Callable[..., str]

HOSTILE = "::error::a\x1b]0;pwned\x07\n::error::b ##[error]c \x9b31m\u202e\u200b\r::d \x7f"
"""What sets a terminal's title, writes lines of its own and commands GitHub's runner."""

WORDS = ("tiny", "Tiny", "1.0.0", "Ann & Co", "Figures", "Value", "bound", "served", "report")
"""Names, titles and values of the package of which hostile ones are made."""


def test_nothing_is_printed_but_where_it_is_escaped() -> None:
    """Else each command would have to remember it."""
    printing = re.compile(r"\b(?:echo|secho|print)\(")
    files = (ROOT / "kzdata/cli").glob("*.py")
    assert {file.name for file in files if printing.search(file.read_text())} == {"output.py"}


@pytest.fixture
def printed(capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Print:
    """What a command prints, of which each line is what `terminal` makes of it."""
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path / "cache"))

    def checked(*args: str | Path, begins: str = "") -> str:
        run(*args)
        out = "".join(capsys.readouterr())
        assert out
        for line in out.splitlines():
            assert re.match(begins, line)
            shown = re.sub(f"^{begins}", "", line)
            assert terminal(shown) == shown
        return out

    return checked


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files of a package with hostile names, titles and values."""
    monkeypatch.setattr(tiny, "SOURCE", tiny.SOURCE.replace(".\n", f" {HOSTILE}\n"))
    monkeypatch.setattr(tiny, "SOURCE_NAME", HOSTILE)
    made = tiny.files()
    made["datapackage.json"] = hostile(made["datapackage.json"].decode()).encode()
    for name in ("articles", "figures", "evidence"):
        table = tiny.tables()[name]
        rows = json.loads(hostile(json.dumps(table.to_pylist())))
        schema = pa.schema([(json.loads(hostile(f'"{f.name}"')), f.type) for f in table.schema])
        made[f"{name}.csv"] = tiny.csv_bytes(pa.Table.from_pylist(rows, schema))
        made[f"{name}.parquet"] = tiny.parquet_bytes(pa.Table.from_pylist(rows, schema))
    return tiny.resealed(made)


def hostile(text: str) -> str:
    for word in WORDS:
        text = text.replace(f'"{word}"', json.dumps(HOSTILE))
    return text


def test_a_package_commands_nothing(
    package: dict[str, bytes], tmp_path: Path, printed: Print
) -> None:
    place = tiny.folder(package, tmp_path / "package")
    plain = tiny.folder(tiny.files(), tmp_path / "plain")
    given = ("--package", place)
    assert "pwned" in printed("list", *given)
    assert "pwned" in printed("list", "--json", *given)
    assert "pwned" in printed("show", "figures", *given)
    for arguments in (("contingent",), (HOSTILE,), (HOSTILE, HOSTILE), ("unknown", HOSTILE)):
        assert "pwned" in printed("evidence", "figures", *arguments, *given)
    assert "pwned" in printed("evidence", "figures", HOSTILE, "--json", *given)
    for style in ("text", "bibtex", "csl-json", "ris"):
        assert "pwned" in printed("cite", style, *given)
    for form in ("text", "markdown", "json"):
        assert "pwned" in printed("diff", "--format", form, plain, place)
    printed("verify", place)
    (place / "README.md").unlink()
    printed("verify", place)


def test_a_package_that_is_wrong_commands_nothing(
    package: dict[str, bytes], tmp_path: Path, printed: Print
) -> None:
    wrong = package | {"evidence.parquet": package["figures.parquet"]}
    place = tiny.folder(tiny.resealed(wrong), tmp_path / "package")
    for words in (["verify"], ["verify", "--json"], ["evidence", "figures", HOSTILE, "--package"]):
        printed(*words, place)


def test_a_download_commands_nothing(package: dict[str, bytes], printed: Print) -> None:
    data = tiny.zipped(package)
    with serving() as server:
        server.files["/a.zip"] = data
        digest = hashlib.sha256(data).hexdigest()
        assert "pwned" in printed("fetch", server.url("/a.zip"), "--sha256", digest)
        printed("fetch", server.url(f"/{HOSTILE}"), "--sha256", digest)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with hostile names, titles and values, some of them wrong."""
    text = f"Over 150 soldiers came. {HOSTILE}\n More than 800 people had left for 14 missions.\n"
    text = text.replace("\x07", "").replace("\x1b", "").replace("\x7f", "").replace("\x9b", "")
    titled = {"name": "said", "title": HOSTILE, "description": HOSTILE}
    record = {"id": HOSTILE, "value": 151, "evidence": "Over 150 soldiers", "said": HOSTILE}
    other = {"id": "b", "value": HOSTILE, HOSTILE: HOSTILE, "source": HOSTILE}
    sources = dict.fromkeys(("::error::x", "##[error]x"), text)
    tables = {"figures": (*small.QUANTITY, titled)}
    records = {"figures": [record, other]}
    root = small.write(tmp_path / "project", sources, tables, records, title=HOSTILE)
    for path in root.rglob("*.yaml"):
        path.write_text(json.dumps(json.loads(path.read_text())))
    (root / "seeds/::debug::unlisted.txt").write_text(text)
    return root


@pytest.mark.parametrize("form", FORMATS)
def test_a_project_commands_nothing(form: str, project: Path, printed: Print) -> None:
    begins = "::(error|warning) " if form == "github" else ""
    for command in ("validate", "build", "sift"):
        assert printed(command, project, "--format", form, begins=begins)


def test_a_project_s_sources_command_nothing(project: Path, printed: Print) -> None:
    assert "\\u{3a}:error::x.txt" in printed("coverage", project)
    printed("coverage", project, "--json")
    printed("release", project)
    printed("add", project / "seeds/::debug::unlisted.txt", project)
    for name in ("::error::x.txt", "##[error]x.txt"):
        assert "missions" in printed("read", project / "seeds" / name, "--language", "en")


@pytest.mark.parametrize(
    "words",
    [
        [HOSTILE],
        ["explain", HOSTILE],
        ["show", HOSTILE],
        ["list", "--package", HOSTILE],
        ["verify", HOSTILE],
        ["diff", HOSTILE, HOSTILE],
        ["cite", HOSTILE],
        ["fetch", HOSTILE],
        ["cache", "remove", HOSTILE],
        ["read", HOSTILE, "--language", "en"],
        ["validate", "--format", HOSTILE],
    ],
    ids=lambda words: " ".join(words[:-1]),
)
def test_an_argument_commands_nothing(words: list[str], printed: Print) -> None:
    printed(*words)


def test_a_file_s_name_commands_nothing(
    tmp_path: Path, printed: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / HOSTILE).write_text("14 missions\n")
    printed("init", f"{HOSTILE} project")
    for name in (HOSTILE, f"{HOSTILE}.zip"):
        (tmp_path / "cache").mkdir(exist_ok=True)
        (tmp_path / "cache" / name).write_text("")
    for words in (["cache", "list"], ["cache", "verify"], ["cache", "remove", "--all"]):
        printed(*words)
    printed("read", HOSTILE, "--language", "en")
    printed("add", HOSTILE, f"{HOSTILE} project")
    printed("add", HOSTILE, f"{HOSTILE} project", "--name", "a.txt")
