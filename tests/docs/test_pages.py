"""What the pages show is what happens, and what they name is there."""

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kzdata
from kzdata.cli import COMMANDS
from kzdata.findings import Finding
from kzdata.marked import json, nodes, yaml
from kzdata.rules import rules
from kzdata.schema.fields import BESIDE_FIELDS
from tests.command import ROOT, run
from tests.docs.pages import PAGES, Block, blocks, prose

README = (ROOT / "README.md").read_text("utf-8")
Output = pytest.CaptureFixture[str]


def sessions() -> Iterator[tuple[str, str]]:
    """Each command on the pages that shows its output, and that output."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


@pytest.mark.parametrize(("command", "output"), list(sessions()))
def test_a_command_prints_what_its_page_shows(
    command: str, output: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command may read what `echo` prints."""
    *echo, command = command.split(" | ")
    printed = [" ".join(shlex.split(one)[1:]) for one in echo]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("".join(printed).encode())))
    name, *args = shlex.split(command)
    assert name == "kzdata"
    assert run(*args) == 0
    assert capsys.readouterr().out == output


@pytest.mark.parametrize("block", [b for b in blocks("python") if "fetch" not in b.text], ids=str)
def test_an_example_in_python_runs(block: Block) -> None:
    """Examples that show output are run as doctests, by the tests of the room that they are of."""
    if ">>>" in block.text:
        assert block.page.name == "use.md"
        return
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(block.text, str(block.page), "exec"), {})


def test_the_readme_s_table_is_the_published_one() -> None:
    lines = [line for line in README.splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    heads, *shown = rows[: rows.index(["page", "what it says"])]
    loaded = kzdata.load("figures", columns=heads).to_pylist()
    published = [["" if cell is None else str(cell) for cell in row.values()] for row in loaded]
    assert shown
    assert [row for row in shown if row not in published] == []


def test_the_readme_shows_what_the_gate_says_of_its_wrong_record(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record of the page is the real one with one value changed, and so is the diagnostic."""
    for name in ("seeds", "schemas", "data/records"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (wrong,) = records(block("README.md", "figures:"))["figures"]
    path = tmp_path / "data/records/kazcent-training.yaml"
    text = path.read_text("utf-8")
    (real,) = [r for r in records(text)["figures"] if r["figure_id"] == wrong["figure_id"]]
    assert {key for key, value in wrong.items() if real[key] != value} == {"value"}
    start = text.index(f"figure_id: {wrong['figure_id']}")
    old, new = f"value: {real['value']}\n", f"value: {wrong['value']}\n"
    path.write_text(text[:start] + text[start:].replace(old, new, 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("validate") == 1
    assert capsys.readouterr().out == block("README.md", "error[value-not-in-evidence]")


def block(page: str, start: str) -> str:
    """The one block of a page that begins so."""
    text = (ROOT / page).read_text("utf-8")
    (found,) = re.findall(rf"^```\w*\n({re.escape(start)}.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return str(found)


def records(text: str) -> dict[str, Any]:
    """The records of a YAML text, as plain values by table."""
    findings: list[Finding] = []
    tree = yaml.read(text, "a.yaml", findings)
    assert tree
    assert findings == []
    plain = nodes.plain(tree)
    assert isinstance(plain, dict)
    return plain


@pytest.mark.parametrize("block", list(blocks("yaml")), ids=str)
def test_an_example_of_records_is_yaml_that_the_reader_takes(block: Block) -> None:
    assert records(block.text)


def test_the_page_on_records_shows_a_real_record() -> None:
    (shown,) = records(block("docs/records.md", "source:"))["figures"]
    real = records((ROOT / "data/records/kazcent-training.yaml").read_text("utf-8"))["figures"]
    assert any(shown.items() <= record.items() for record in real)


@pytest.mark.parametrize("block", list(blocks("json")), ids=str)
def test_an_example_of_a_line_is_json_with_known_keys(block: Block) -> None:
    findings: list[Finding] = []
    record = json.loads_strict(block.text.strip(), "a.jsonl", 1, findings)
    assert findings == []
    (table,) = [table for table in kzdata.tables() if table["name"] == "figures"]
    fields = kzdata.load("figures").column_names
    assert table
    assert set(record) <= {*fields, *BESIDE_FIELDS}


def commands() -> list[tuple[str, str]]:
    """The commands that the pages name in code, each once: page and command."""
    inline = re.compile(r"`kzdata ([a-z]+)")
    lines = re.compile(r"(?:^|^\$ |&& |bin/)kzdata ([a-z]+)", re.MULTILINE)
    found = {(page.name, name) for page in PAGES for name in inline.findall(prose(page))}
    for block in (*blocks("sh"), *blocks("console"), *blocks("")):
        found |= {(block.page.name, name) for name in lines.findall(block.text)}
    return sorted(found)


@pytest.mark.parametrize(("page", "command"), commands())
def test_a_command_that_a_page_names_is_there(page: str, command: str) -> None:
    assert command in COMMANDS


def links() -> list[tuple[Path, str]]:
    """The links of the pages to files, with the page on which they stand."""
    found = re.compile(r"\]\(([^)\s]+)\)")
    return [
        (page, target)
        for page in PAGES
        for target in found.findall(prose(page))
        if not target.startswith(("http:", "https:", "mailto:"))
    ]


@pytest.mark.parametrize(
    ("page", "target"), links(), ids=lambda value: value.name if isinstance(value, Path) else value
)
def test_a_link_leads_to_a_file_and_its_heading(page: Path, target: str) -> None:
    name, _, heading = target.partition("#")
    file = (page.parent / name) if name else page
    assert file.exists()
    if heading:
        heads = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE)
        slugs = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
        assert heading in slugs


def test_the_readme_leads_to_every_page() -> None:
    assert [
        p.name for p in sorted((ROOT / "docs").glob("*.md")) if f"docs/{p.name}" not in README
    ] == []


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            rule
            for page in PAGES
            for rule in re.findall(r"(?:error|warning)\[([a-z0-9-]+)\]", page.read_text("utf-8"))
        }
    ),
)
def test_a_rule_that_a_page_shows_is_one(name: str) -> None:
    assert name in rules()
