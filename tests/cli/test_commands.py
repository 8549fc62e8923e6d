"""Every command says in one line what is wrong, and ends with the status that is documented."""

import io
import json
import os
import shlex
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kzdata.cli import COMMANDS
from kzdata.escapes import terminal_width
from kzdata.render import FORMATS
from kzdata.rules import rules
from tests import small, tiny
from tests.command import ROOT, arguments, environment, process, run, without_extra

Output = pytest.CaptureFixture[str]


def test_each_command_has_its_help(
    file_regression: FileRegressionFixture, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = []
    for words in [(), *((name,) for name in COMMANDS), *CACHE]:
        assert run(*words, "--help") == 0
        shown.append(f"$ kzdata {' '.join((*words, '--help'))}\n{capsys.readouterr().out}")
    file_regression.check("\n".join(shown))


CACHE = [("cache", "list"), ("cache", "verify"), ("cache", "remove")]


EXAMPLES_IN_TURN = (
    *("init", "validate", "sift", "coverage", "build", "verify", "release", "diff"),
    *("list", "show", "evidence", "cite", "explain", "read", "cache", "add", "fetch"),
)
"""Each command where what its examples are about is there."""


def test_the_examples_of_each_command_run(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for those of `fetch`, which name a host that nobody has."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KZDATA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"More than 800 people")))
    outcomes = {}
    for name in EXAMPLES_IN_TURN:
        for call in examples(name, capsys):
            program, *args = shlex.split(call.rpartition("| ")[2])
            assert (program, args[0]) == ("kzdata", name)
            outcomes[call] = run(*args)
        if name == "init":
            monkeypatch.chdir("my-dataset")
            Path("my-dataset").symlink_to(".")
            for text in ("article.txt", "download.txt"):
                Path(text).write_text(f"{text} of 14 April 2024\n")
    assert set(EXAMPLES_IN_TURN) == set(COMMANDS)
    wrong = {call for call, status in outcomes.items() if status}
    assert wrong == {*examples("fetch", capsys), "kzdata cache remove 3f9a"}


def examples(command: str, capsys: Output) -> list[str]:
    """The examples that a command's help shows, and those of its own commands."""
    calls: list[str] = []
    for words in [(command,), *(words for words in CACHE if words[0] == command)]:
        capsys.readouterr()
        assert run(*words, "--help") == 0
        calls += capsys.readouterr().out.partition("Examples:\n")[2].splitlines()
    assert calls
    return [call.strip() for call in calls]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_s_line_in_the_list_is_a_sentence(command: str) -> None:
    assert COMMANDS[command].endswith(".")
    assert len(COMMANDS[command]) <= 75


WRONG: dict[str, tuple[list[str], int, str]] = {
    "no such command": (["validat"], 2, "there is no command `validat`; did you mean `validate`?"),
    "no such option": (["validate", "--formt", "x"], 2, "No such option"),
    "no such format": (["validate", "--format", "x"], 2, "'x' is not one of"),
    "too many arguments": (["validate", ".", "b"], 2, "unexpected extra argument"),
    "no argument": (["show"], 2, "Missing argument 'TABLE'."),
    "no such folder": (["validate", "no/such"], 2, "does not exist"),
    "a file for a folder": (["validate", __file__], 2, "is a file"),
    "no such rule": (["explain", "quote-not-fund"], 2, "did you mean `quote-not-found`?"),
    "no rule like it": (["explain", "x"], 2, "`kzdata explain` lists all"),
    "no such table": (["show", "figurs"], 2, "the nearest is `figures`"),
    "no such column": (["show", "figures", "--columns", "valu"], 2, "the nearest is `value`"),
    "no column": (["show", "figures", "--columns", ""], 2, "no field `` in `figures`"),
    "no condition": (["show", "figures", "--filter", "value"], 2, "typed as `value >= 100`"),
    "no such filter": (["show", "figures", "--filter", "valu=1"], 2, "the nearest is `value`"),
    "no operator": (["show", "figures", "--filter", "value=>9"], 2, "did you mean `>=`?"),
    "no such value": (["show", "figures", "--filter", "value=x"], 2, "does not fit `value`"),
    "no such record": (["evidence", "figures", "x"], 2, "no record `x` in `figures`"),
    "a key that is no JSON": (["evidence", "figures", "[x"], 2, "no record `[x` in `figures`"),
    "no such field": (["evidence", "figures", "un-missions", "valu"], 2, "`value`"),
    "no such style": (["cite", "apa"], 2, "no style of citation `apa`"),
    "no such package": (["list", "--package", "no/such"], 2, "there is no package at `no/such`"),
    "a project for its package": (
        ["list", "--package", str(ROOT)],
        2,
        f"is a project: its package is `{ROOT / 'data/package'}`",
    ),
    "a package that is none": (["verify", str(ROOT / "docs")], 1, ""),
    "not HTTPS": (["fetch", "http://example.org/a.zip"], 2, "is not HTTPS"),
    "a file that is here": (["fetch", __file__], 2, "is here, and need not be fetched"),
    "nothing to remove": (["cache", "remove"], 2, "give the beginning of a SHA-256, or --all"),
    "a sum and all": (["cache", "remove", "--all", "ab"], 2, "or --all"),
    "no text to add": (["add", "no-such.txt"], 2, "does not exist"),
    "a folder that is not empty": (["init", str(ROOT)], 2, "is not empty"),
    "a folder that cannot be": (["init", "/proc/no/such"], 3, "cannot be written"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_one_line_and_its_status(case: str, capsys: Output) -> None:
    args, status, words = WRONG[case]
    assert run(*args) == status
    out, err = capsys.readouterr()
    (line,) = (out + err).splitlines()
    assert line.startswith("error: ")
    assert words in line


def test_in_a_project_one_is_told_that_the_package_shown_is_another(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny.write(tmp_path / "project"))
    assert run("cite", "bibtex") == 0
    out, err = capsys.readouterr()
    assert out.startswith("@misc{kazakhstan-peacekeepers")
    assert err == (
        "note: this is `kazakhstan-peacekeepers`, which kzdata brings along;"
        " that of this project is `--package data/package`\n"
    )


def test_without_arguments_the_help_is_shown_and_the_status_is_2(capsys: Output) -> None:
    assert run() == 2
    assert capsys.readouterr().err.startswith("Usage: kzdata [OPTIONS] COMMAND [ARGS]...\n")


@pytest.mark.parametrize("command", ["validate", "build", "coverage"])
def test_a_folder_that_is_no_project_is_wrong_data(
    command: str, tmp_path: Path, capsys: Output
) -> None:
    assert run(command, tmp_path) == 1
    assert "Traceback" not in "".join(capsys.readouterr())


def test_a_folder_that_is_no_project_has_one_fault(tmp_path: Path, capsys: Output) -> None:
    assert run("validate", tmp_path) == 1
    out = capsys.readouterr().out
    assert "name the folder of a project, or start one with `kzdata init FOLDER`" in out
    assert out.endswith("error: 1 error in 1 file\n")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A project with one fault, in a line that commands a terminal and a workflow log."""
    root = tiny.write(tmp_path / "faulty")
    records = root / "data/records/b.yaml"
    records.write_text(records.read_text().replace("value: 800", "value: 801"))
    return root


def test_findings_are_shown_for_people(faulty: Path, capsys: Output) -> None:
    assert run("validate", faulty) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        "error[value-not-in-evidence]: `value` is 801, but the evidence says more_than 800\n"
    )
    assert out.endswith("error: 1 error in 1 file\n")
    assert "\x1b" not in out


def test_findings_are_told_in_sarif(faulty: Path, capsys: Output) -> None:
    assert run("build", faulty, "--format", "sarif") == 1
    (one,) = json.loads(capsys.readouterr().out)["runs"]
    assert [result["ruleId"] for result in one["results"]] == ["value-not-in-evidence"]


FILE = "data/records/b.yaml"
CALLED: dict[str, Callable[[str], str]] = {
    "text": lambda out: out.partition("--> ")[2].partition(":")[0],
    "json": lambda out: str(json.loads(out)["findings"][0]["labels"][0]["path"]),
    "sarif": lambda out: _located(json.loads(out)["runs"][0]),
    "github": lambda out: out.partition("file=")[2].partition(",")[0],
    "junit": lambda out: str(next(ET.fromstring(out).iter("testcase")).get("classname")),
}
"""What a form calls the file of the first finding."""


def _located(log: Any) -> str:
    """The path of the first result, below what the log says it is relative to."""
    at = log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    if "uriBaseId" not in at:
        return str(at["uri"]).removeprefix("file://")
    base = unquote(log["originalUriBaseIds"][at["uriBaseId"]]["uri"])
    assert Path(base.removeprefix("file://")) / at["uri"] == Path(at["uri"]).absolute()
    return str(at["uri"])


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_called_as_from_where_one_stands(
    form: str, faulty: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {
        faulty: (".", FILE),
        faulty.parent: ("faulty", f"faulty/{FILE}"),
        faulty / "data": ("..", f"{faulty}/{FILE}"),
        Path(): (str(faulty), f"{faulty}/{FILE}"),
    }
    for folder, (project, expected) in places.items():
        monkeypatch.chdir(folder)
        assert run("validate", project, "--format", form) == 1
        assert CALLED[form](capsys.readouterr().out) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_a_code_host_is_told_files_as_from_the_root_of_its_workspace(
    form: str, faulty: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty.parent))
    monkeypatch.chdir(faulty)
    run("validate", "--format", form)
    out = capsys.readouterr().out
    monkeypatch.chdir(faulty.parent)
    hosted = form in ("github", "sarif")
    assert CALLED[form](out) == (f"faulty/{FILE}" if hosted else FILE)


def test_a_record_is_called_by_the_path_of_its_finding(
    faulty: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty.parent)
    run("validate", "faulty", "--format", "json")
    (told,) = json.loads(capsys.readouterr().out)["findings"]
    assert [record["path"] for record in told["records"]] == [f"faulty/{FILE}"]


def test_what_a_command_has_written_is_called_as_from_the_working_folder(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny.write(tmp_path / "p").parent)
    Path("new.txt").write_text("Nothing.\n")
    told = {
        ("build", "p"): "built p/data/package: ",
        ("build", "--check", "p"): "ok: p/data/package is ",
        ("release", "p"): "first release\n",
        ("sift", "p"): "0 records moved to p/data/refused\n",
        ("add", "new.txt", "p"): "added p/seeds/new.txt, ",
    }
    for words, start in told.items():
        assert run(*words) == 0
        assert capsys.readouterr().out.startswith(start)


def test_a_release_says_which_package_is_not_the_one_of_its_project(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny.write(tmp_path / "p").parent)
    assert run("release", "p") == 1
    assert "error: `p/data/package` is not what the build gives" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("width", "rows", "aligned"), [(500, "2", True), (80, "2", False), (80, "0", True)]
)
def test_a_table_wider_than_the_terminal_is_printed_as_records(
    width: int, rows: str, aligned: bool
) -> None:
    second = _on_a_terminal(width, "show", "deployments", "--rows", rows)[1]
    assert second.startswith("  deployment_id") is aligned


def test_a_form_that_is_asked_for_is_printed_on_a_narrow_terminal_too() -> None:
    shown = _on_a_terminal(20, "show", "deployments", "--rows", "1", "--format", "csv")
    assert shown[0].startswith("deployment_id,")


def _on_a_terminal(width: int, *args: str) -> list[str]:
    """The lines that the command line prints on a terminal of so many columns."""
    ours, theirs = os.openpty()
    call = arguments(*args)
    subprocess.run(call, stdout=theirs, env=environment(COLUMNS=str(width)), check=True)
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        return terminal.read1(1 << 16).decode().splitlines()


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
@pytest.mark.parametrize("command", ["validate", "build"])
def test_a_clean_project_is_told_in_the_same_form(
    command: str, form: str, tmp_path: Path, capsys: Output
) -> None:
    assert run(command, tiny.write(tmp_path), "--format", form) == 0
    out = capsys.readouterr().out
    if form in ("json", "sarif"):
        json.loads(out)
    elif form == "junit":
        ET.fromstring(out.encode())
    else:
        assert out == ""


def test_the_real_project_is_clean_and_nothing_is_open(capsys: Output) -> None:
    assert run("validate", ROOT) == 0
    out = capsys.readouterr().out
    assert out.startswith("ok: 3 sources, ")
    assert out.endswith(" 0 open in the ledger\n")


def test_of_the_real_cells_that_are_not_assigned_one_in_eight_is_inferred_at_most(
    capsys: Output,
) -> None:
    assert run("coverage", ROOT, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    inferred = sum(cells["inferred"] for cells in told["cells"].values())
    quoted = sum(cells["quoted"] for cells in told["cells"].values())
    assert inferred * 8 <= quoted + inferred
    assert all(states["open"] == 0 for states in told["ledger"].values())
    assert all(states["used"] > 0 for states in told["ledger"].values())


def test_coverage_for_people_has_the_same_counts(capsys: Output) -> None:
    run("coverage", ROOT, "--json")
    cells = json.loads(capsys.readouterr().out)["cells"]
    assert run("coverage", ROOT) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["cells", "quoted", "inferred", "assigned"]
    for name, counts in cells.items():
        assert [name, *map(str, counts.values())] in lines


def test_coverage_counts_what_passes_of_a_faulty_project(faulty: Path, capsys: Output) -> None:
    assert run("coverage", faulty) == 0
    assert capsys.readouterr().out.endswith("\nerrors besides, see `kzdata validate`: 1\n")


@pytest.mark.parametrize("ledger", ["reported", "decided"])
def test_coverage_lists_what_is_open_with_its_place(
    ledger: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In 12 towns 30 people met.\nOn 3 May 2021 they left.\n"
    record = {"id": "a", "value": 30, "source": "s", "evidence": "30 people"}
    small.write(tmp_path / "p", {"s": text}, {"t": [small.NUMBER]}, {"t": [record]}, ledger=ledger)
    monkeypatch.chdir(tmp_path)
    assert run("coverage", "p") == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert shown[:4] == [
        ["open", "kind", "words"],
        ["p/seeds/s.txt:1:4", "number", "12"],
        ["p/seeds/s.txt:2:4", "date", "3", "May", "2021"],
        [],
    ]
    assert run("coverage", "p", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["errors"] == 0
    assert [text[one["start"] : one["end"]] for one in told["open"]] == ["12", "3 May 2021"]
    for one in told["open"]:
        assert one["path"] == "p/seeds/s.txt"
        line = text.splitlines()[one["line"] - 1]
        assert line[one["column"] - 1 : one["end_column"] - 1] == one["text"]
    assert len(told["open"]) == told["ledger"]["s.txt"]["open"]


def test_coverage_aligns_names_of_wide_characters(tmp_path: Path, capsys: Output) -> None:
    texts = {"漢字": "In 12 towns people met.\n", "ab": "On 3 May 2021 they left.\n"}
    small.write(tmp_path, texts, {"t": [small.NUMBER]}, {}, ledger="reported")
    assert run("coverage", tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    ledger = lines[lines.index("") + 1 :][-7:-3]
    assert [line.split()[0] for line in ledger[1:3]] == ["漢字.txt", "ab.txt"]
    assert len({terminal_width(line) for line in ledger}) == 1


def test_coverage_asks_for_schemas_that_can_be_read(faulty: Path, capsys: Output) -> None:
    (faulty / "schemas/figures.yaml").write_text("[")
    assert run("coverage", faulty) == 1
    message = "error: the project's schemas cannot be read: see `kzdata validate`\n"
    assert capsys.readouterr().err == message


@pytest.mark.parametrize("typed", ["unit = day", 'unit = "day"', "unit='day'"])
def test_a_filter_takes_a_text_with_or_without_quotation_marks(typed: str, capsys: Output) -> None:
    assert run("show", "figures", "--filter", typed, "--columns", "value", "--format", "csv") == 0
    assert capsys.readouterr().out == "value\n10\n2\n"


def test_a_date_that_may_be_another_or_none_is_told_as_unsure(
    tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "a.txt").write_text("His rating is 1900 since 06/01/2022, in May 2020.")
    assert run("read", tmp_path / "a.txt", "--language", "en") == 0
    dates = [line for line in capsys.readouterr().out.splitlines() if " date " in line]
    assert dates == [
        "14-18 date `1900`: 1900, unsure",
        "25-35 date `06/01/2022`: 2022-01-06, unsure",
        "25-35 date `06/01/2022`: 2022-06-01, unsure",
        "40-48 date `May 2020`: 2020-05",
    ]
    assert run("read", tmp_path / "a.txt", "--language", "en", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["sure"] for one in told if one["reader"] == "date"] == [False, False, False, True]


def test_a_date_that_is_counted_is_counted_from_that_of_the_text(
    tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "a.txt").write_text(
        "They left on Friday. The raid on Monday will be debated. On January 6."
    )
    words = ["read", tmp_path / "a.txt", "--language", "en"]
    assert run(*words, "--date", "2024-04-14") == 0
    dates = [line for line in capsys.readouterr().out.splitlines() if " date " in line]
    assert dates == [
        "13-19 date `Friday`: 2024-04-12",
        "33-39 date `Monday`: 2024-04-08, unsure",
        "33-39 date `Monday`: 2024-04-15, unsure",
        "60-69 date `January 6`: XXXX-01-06",
    ]
    assert run(*words) == 0
    assert "date `Friday`: counted from another day" in capsys.readouterr().out
    assert run(*words, "--date", "April 14") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


WORDS = "Over 30 soldiers and a few thousand others left Lebanon on 6 January 2022: “we go”."


def test_what_readers_read_is_told_with_its_place(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    assert run("read", tmp_path / "a.txt", "--language", "en") == 0
    assert capsys.readouterr().out.splitlines() == [
        "5-7 quantity `30`: 30, more_than, of `soldiers`",
        "21-35 quantity `a few thousand`: vague, of `others`",
        "48-55 country `Lebanon`: LB",
        "59-73 date `6 January 2022`: 2022-01-06",
        "76-81 quotation `we go`",
    ]
    assert run("read", tmp_path / "a.txt", "--language", "en", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["words"] for one in told] == [WORDS[one["start"] : one["end"]] for one in told]
    assert told[0]["units"] == ["soldiers"]


def test_a_language_without_tables_is_not_read(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    assert run("read", tmp_path / "a.txt", "--language", "eng") == 2
    assert "they know en, it, kk, ru" in capsys.readouterr().err


def test_a_text_that_is_none_is_not_read(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    assert run("read", tmp_path / "a.txt", "--language", "en") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_all_rules_are_listed_with_what_they_check(capsys: Output) -> None:
    assert run("explain") == 0
    out = capsys.readouterr().out
    for rule in rules().values():
        assert f"{rule.name} ({rule.severity})\n    {rule.doc[:6]}" in out


@pytest.mark.parametrize(
    ("args", "start"),
    [
        (["list", "--json"], '[\n  {\n    "name": "articles",\n'),
        (["show", "figures", "--rows", "1", "--format", "csv"], "figure_id,article_id,"),
        (["show", "figures", "--rows", "1", "--format", "jsonl"], '{"figure_id": "'),
        (["show", "figures", "--columns", "value,figure_id"], "figures\n  value"),
        (["show", "figures", "--columns", " value, figure_id"], "figures\n  value"),
        (
            ["show", "figures", "--columns", "value", "--filter", "value>100", "--format", "csv"],
            "value\n800\n150\n",
        ),
        (
            ["show", "figures", "--filter", "value > 100", "--filter", "figure_id<personnel-t"],
            "figures\n  figure_id         article_id",
        ),
        (["cite", "bibtex"], "@misc{kazakhstan-peacekeepers"),
        (["evidence", "figures", "un-missions", "--json"], '[\n  {\n    "table": "figures",\n'),
        (
            ["verify", str(ROOT / "data/package")],
            f"ok: {ROOT / 'data/package'}\nheld to their hashes alone: CITATION.cff, README.md,",
        ),
        (["verify", str(ROOT / "data/package"), "--json"], "[]\n"),
    ],
    ids=lambda value: " ".join(value[:-1]) if isinstance(value, list) else "",
)
def test_what_a_reader_calls(args: list[str], start: str, capsys: Output) -> None:
    assert run(*args) == 0
    out = capsys.readouterr().out
    assert out.startswith(start)
    assert out.endswith("\n")
    assert not out.endswith("\n\n")


def test_the_module_is_the_command_line() -> None:
    outcome = process("list")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith("kazakhstan-peacekeepers")


@pytest.mark.parametrize(
    "args", [["explain"], ["show", "evidence"], ["show", "evidence", "--help"]]
)
def test_a_reader_that_has_had_enough_is_no_failure(args: list[str]) -> None:
    with subprocess.Popen(
        arguments(*args), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as command:
        assert command.stdout
        assert command.stderr
        command.stdout.read(1)
        command.stdout.close()
        assert command.stderr.read() == b""
        assert command.wait() == 0


def unread(*args: str | Path) -> int:
    """The exit status of the command line whose output nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return subprocess.run(
            arguments(*args),
            stdout=writer,
            stderr=writer,
            env=environment(),
            check=False,
        ).returncode
    finally:
        os.close(writer)


@pytest.mark.parametrize("form", FORMATS)
def test_findings_that_nobody_reads_keep_their_status(form: str, faulty: Path) -> None:
    assert unread("validate", faulty, "--format", form) == 1


def test_a_wrong_call_of_which_nobody_reads_keeps_its_status() -> None:
    assert unread("show", "no-such-table") == 2


def test_a_build_of_which_nobody_reads_is_done(tmp_path: Path) -> None:
    root = tiny.write(tmp_path)
    records = root / "data/records/b.yaml"
    records.write_text(records.read_text().replace("14 missions worldwide", "people"))
    assert unread("build", root) == 0
    assert unread("build", root, "--check") == 0
    (root / "data/package/README.md").unlink()
    assert unread("build", root, "--check") == 1
    assert unread("verify", root / "data/package") == 1


def test_a_closed_output_is_told() -> None:
    command = " ".join(map(shlex.quote, arguments("list")))
    outcome = subprocess.run(
        ["/bin/sh", "-c", f"{command} >&-"],
        stderr=subprocess.PIPE,
        env=environment(),
        encoding="utf-8",
        check=False,
    )
    assert outcome.returncode == 3
    assert outcome.stderr.startswith("error: standard output is closed")


@pytest.mark.parametrize("args", [["list"], ["explain"], ["validate", str(ROOT)], ["cite"]])
def test_a_full_disk_is_the_machine_s_failure(args: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        outcome = subprocess.run(
            arguments(*args),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            encoding="utf-8",
            check=False,
        )
    assert (outcome.returncode, outcome.stderr) == (3, "error: No space left on device\n")


@pytest.mark.parametrize(
    ("encoding", "quote"), [("latin-1", "\\u2019"), pytest.param("ascii", "’", id="none is set")]
)
def test_what_the_terminal_has_no_character_for_is_an_escape(encoding: str, quote: str) -> None:
    shown = process("show", "quotes", PYTHONIOENCODING=encoding)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert f"mission{quote}s" in shown.stdout


@pytest.mark.parametrize("form", ["csv", "spreadsheet", "jsonl"])
def test_what_is_for_programs_is_in_utf_8_on_every_machine(form: str) -> None:
    outputs = {
        subprocess.run(
            arguments("show", "quotes", "--format", form),
            capture_output=True,
            env=environment(PYTHONIOENCODING=encoding),
            check=True,
        ).stdout
        for encoding in ("cp1252", "utf-8")
    }
    (output,) = outputs
    assert not output.decode("utf-8").isascii()
    assert b"\r" not in output


def test_no_progress_is_shown_where_nobody_looks() -> None:
    outcome = process("validate", ROOT)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert len(outcome.stdout.splitlines()) == 1


@pytest.mark.parametrize("args", [["validate", str(ROOT)], ["build", str(ROOT)], ["explain"]])
def test_a_command_that_needs_the_build_extra_says_so(args: list[str]) -> None:
    outcome = without_extra(*args)
    message = "error: this command needs more: pip install 'kzdata[build]'\n"
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (2, "", message)


@pytest.mark.parametrize(
    "args",
    [["list"], ["show", "figures"], ["cite"], ["--help"], ["verify", str(ROOT / "data/package")]],
)
def test_a_command_for_readers_needs_no_extra(args: list[str]) -> None:
    outcome = without_extra(*args)
    assert (outcome.returncode, outcome.stderr) == (0, "")


def test_a_finding_cannot_command_the_terminal(tmp_path: Path, capsys: Output) -> None:
    root = tiny.write(tmp_path)
    records = root / "data/records/b.yaml"
    records.write_text(records.read_text().replace("value: 800", 'value: "\\e[31m8"'))
    assert run("validate", root) == 1
    assert "\x1b" not in capsys.readouterr().out
