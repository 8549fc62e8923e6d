"""A build gives the same bytes anywhere, and nothing but a whole package."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from pyarrow import parquet

import kzdata
from kzdata.errors import DataError
from kzdata.project.check import check
from kzdata.project.publish import differences, publish
from kzdata.render import FORMATS
from tests import small, tiny
from tests.command import ROOT, arguments, environment, process, run
from tests.project.sealing import reseal

PACKAGE = "data/package"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The tiny project with its package."""
    root = tiny.write(tmp_path / "built")
    assert run("build", root) == 0
    return root


def test_a_second_build_gives_the_same_bytes_and_leaves_nothing_beside(built: Path) -> None:
    first = small.content(built)
    assert run("build", built) == 0
    assert small.content(built) == first


@pytest.mark.parametrize("name", ["s3:x", "file:x", "data:v2", "~", os.fsdecode(b"x\xff")])
def test_a_folder_is_a_folder_whatever_its_name_would_mean_elsewhere(
    name: str, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = small.content(built)
    built.rename(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for options in ((), ("--check",)):
        assert run("build", *options, name) == 0
        assert small.content(tmp_path / name) == content


@pytest.mark.parametrize(
    "setting",
    [
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Caracas", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"},
        {"PYTHONHASHSEED": "random", "PYTHONUTF8": "0", "LC_ALL": "POSIX", "COLUMNS": "30"},
    ],
    ids=lambda setting: ",".join(setting.values()),
)
def test_neither_place_nor_time_nor_language_goes_in(
    setting: dict[str, str], built: Path, tmp_path: Path
) -> None:
    other = tmp_path / "another folder é"
    shutil.copytree(built, other)
    shutil.rmtree(other / PACKAGE)
    outcome = process("build", ".", cwd=other, **setting)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert small.unlike(built / PACKAGE, other / PACKAGE) == []


def test_the_names_and_the_order_of_record_files_do_not_go_in(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(built, other)
    records = other / "data/records"
    (records / "a.yaml").rename(records / "z.yaml")
    (records / "deeper").mkdir()
    (records / "b.yaml").rename(records / "deeper/0.yml")
    assert run("build", other) == 0
    assert small.unlike(built / PACKAGE, other / PACKAGE) == []


def test_batches_of_one_source_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = check(ROOT)
    monkeypatch.setattr("kzdata.project.batches.SIZE", 1)
    cut = check(ROOT)
    assert cut.findings == whole.findings
    assert list(cut.evidence) == list(whole.evidence)


def test_a_project_with_an_error_is_not_written(built: Path, capsys: Output) -> None:
    before = small.content(built / PACKAGE)
    records = built / "data/records/b.yaml"
    records.write_text(records.read_text().replace("value: 800", "value: 801"))
    assert run("build", built) == 1
    assert "error[value-not-in-evidence]" in capsys.readouterr().out
    assert small.content(built / PACKAGE) == before
    with pytest.raises(DataError, match=r"errors \(1\): `value` is 801, but the evidence"):
        publish(built, check(built))


def test_a_warning_forbids_nothing(built: Path, capsys: Output) -> None:
    records = built / "data/records/b.yaml"
    records.write_text(records.read_text().replace("14 missions worldwide", "people have served"))
    assert run("build", built) == 0
    out = capsys.readouterr().out
    assert out.startswith("warning[set-aside-idle]")
    assert out.splitlines()[-1].startswith(f"built {built}/data/package: ")


def test_a_project_without_records_is_built(tmp_path: Path) -> None:
    root = small.write(tmp_path, {"a": "Nobody came.\n"}, {"t": small.QUANTITY}, {})
    assert run("build", root) == 0
    assert parquet.ParquetFile(root / PACKAGE / "t.parquet").read().num_rows == 0


def test_a_list_that_holds_no_number_is_the_same_in_both_forms(tmp_path: Path) -> None:
    field = {"name": "shares", "type": "list", "itemType": "number", "basis": "assigned"}
    records = [{"id": "a", "shares": '[1.5,"NaN"]'}, {"id": "b", "shares": "[]"}]
    root = small.write(tmp_path, {"a": "Nobody came.\n"}, {"t": [field]}, {"t": records})
    assert run("build", root) == 0
    assert run("build", "--check", root) == 0
    package = root / PACKAGE
    assert kzdata.verify(package) == []
    written = (package / "t.csv").read_text("utf-8")
    for other in ("[1.5,2]", '[""NaN"",1.5]', '[1.5,""NaN"",""NaN""]', "[1.5]"):
        (package / "t.csv").write_text(written.replace('[1.5,""NaN""]', other), "utf-8")
        reseal(package)
        problem, *content = kzdata.verify(package)
        assert "`t.csv` row 1, `shares`: " in problem
        assert ["`kzdata:contentHash`" in one for one in content] == [True, True]


FILES = (
    "CITATION.cff",
    "README.md",
    "SHA256SUMS",
    "articles.csv",
    "articles.parquet",
    "datapackage.json",
    "evidence.csv",
    "evidence.parquet",
    "figures.csv",
    "figures.parquet",
    "index.html",
)


def test_the_package_has_these_files(built: Path) -> None:
    assert tuple(small.content(built / PACKAGE)) == FILES


def test_a_check_of_what_was_built_is_clean(built: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert run("build", "--check", built) == 0
    assert capsys.readouterr().out == f"ok: {built}/data/package is what the build gives\n"


@pytest.mark.parametrize("name", FILES)
def test_a_check_notices_a_changed_byte(name: str, built: Path, capsys: Output) -> None:
    path = built / PACKAGE / name
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.write_bytes(bytes(data))
    before = small.content(built)
    capsys.readouterr()
    assert run("build", "--check", built) == 1
    assert f"`{name}`" in capsys.readouterr().out
    assert small.content(built) == before


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file is missing": (lambda folder: (folder / "figures.csv").unlink(), "is missing"),
    "a file is too many": (
        lambda folder: (folder / "more.csv").write_text("a\n"),
        "is not part of the package any more",
    ),
    "a file is a link": (
        lambda folder: ((folder / "README.md").unlink(), (folder / "README.md").symlink_to("x")),
        "`README.md`",
    ),
    "the folder is missing": (shutil.rmtree, "is missing"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_a_check_notices_files_that_came_and_went(case: str, built: Path) -> None:
    change, said = CHANGES[case]
    change(built / PACKAGE)
    found = differences(built, check(built))
    assert any(said in line for line in found.values())


def test_a_package_that_is_not_there_is_one_finding(built: Path, capsys: Output) -> None:
    shutil.rmtree(built / PACKAGE)
    capsys.readouterr()
    assert run("build", "--check", built, "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["message"] for one in told["findings"]] == ["`data/package` is missing"]


COUNTED: dict[str, Callable[[str], list[str]]] = {
    "text": lambda out: re.findall(r"^error\[(.*)\]", out, re.MULTILINE),
    "json": lambda out: list(json.loads(out)["rules"]) * json.loads(out)["errors"],
    "sarif": lambda out: [one["ruleId"] for one in json.loads(out)["runs"][0]["results"]],
    "github": lambda out: re.findall(r"^::error file=.*title=(.*?)::", out, re.MULTILINE),
    "junit": lambda out: [str(one.get("type")) for one in ET.fromstring(out).iter("failure")],
}
"""The rules of the errors that a form tells."""


def _unseen(_: Path) -> list[str]:
    return ["`figures`: a cell of another type"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("rule", ["package-stale", "package-not-valid"])
def test_what_is_wrong_with_the_package_is_told_in_every_form(
    rule: str, form: str, built: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One document, in which it is counted, and nothing behind it."""
    if rule == "package-stale":
        (built / PACKAGE / "README.md").unlink()
    else:
        monkeypatch.setattr("kzdata.project.publish.judge", _unseen)
    before = small.content(built)
    capsys.readouterr()
    checking = ["--check"] if rule == "package-stale" else []
    assert run("build", built, *checking, "--format", form) == 1
    out, err = capsys.readouterr()
    assert COUNTED[form](out) == [rule]
    assert err == ""
    assert small.content(built) == before


def test_a_call_that_builds_what_is_not_valid_raises(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzdata.project.publish.judge", _unseen)
    with pytest.raises(DataError, match="frictionless finds the package wrong: `figures`: a cell"):
        kzdata.build(built)


@pytest.mark.parametrize(
    ("type_", "values"),
    [("list", ["a,b", "c"]), ("object", ['{"a":1}', "{}"]), ("number", ["0.5", "NaN"])],
)
def test_keys_may_be_of_types_that_frictionless_cannot_look_up(
    type_: str, values: list[str], tmp_path: Path
) -> None:
    key = {"name": "key", "type": type_, "basis": "assigned", "constraints": {"unique": "true"}}
    records = [{"id": f"r{at}", "key": value} for at, value in enumerate(values)]
    tables, filled = {"one": [key], "other": [key]}, {"one": records, "other": records}
    root = small.write(tmp_path, {"s": "They met.\n"}, tables, filled)
    for name in tables:
        path = root / f"schemas/{name}.yaml"
        schema = json.loads(path.read_text()) | {"primaryKey": "key", "uniqueKeys": [["key"]]}
        leads = {"fields": "key", "reference": {"resource": "one", "fields": "key"}}
        small.put(path, schema | ({"foreignKeys": [leads]} if name == "other" else {}))
    assert run("build", root) == 0
    assert kzdata.verify(root / PACKAGE, root / "seeds") == []


def test_a_package_that_nobody_could_open_does_not_take_the_place_of_one_that_all_can(
    built: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzdata.catalog.manifest.FILES", 9)
    before = small.content(built)
    capsys.readouterr()
    assert run("build", built) == 1
    said = "error[package-not-valid]: `data/package`: `SHA256SUMS` lists 10 files, more than 9\n"
    assert capsys.readouterr().out.startswith(said)
    assert small.content(built) == before


def test_a_seed_may_have_any_name_until_its_text_is_published_under_it(tmp_path: Path) -> None:
    sources, tables = {"note 10:30": "Nobody came.\n"}, {"t": small.QUANTITY}
    assert check(small.write(tmp_path, sources, tables, {})).findings == ()
    root = small.write(tmp_path, sources, tables, {}, redistribute="full")
    (finding,) = check(root).findings
    assert (finding.rule, finding.message) == (
        "source-name-not-portable",
        "the name `note 10:30.txt` names a drive or stream, and the text is published under it",
    )


@pytest.mark.parametrize(("most", "rules"), [(11, ["too-many-files"]), (12, [])])
@pytest.mark.parametrize("csv", [True, False])
def test_more_whole_texts_than_a_package_may_carry_are_told_before_it_is_built(
    most: int, rules: list[str], csv: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tiny.write(tmp_path)
    declared = root / "schemas/dataset.yaml"
    forms = "" if csv else "csv: false\n"
    declared.write_text(f"{declared.read_text()}redistribute: full\n{forms}")
    monkeypatch.setattr("kzdata.catalog.manifest.FILES", most if csv else most - 3)
    assert [one.rule for one in check(root).findings] == rules
    assert run("build", root) == len(rules)


def test_a_check_passes_over_who_wrote_the_parquet_file(built: Path) -> None:
    """Another version of pyarrow writes other bytes, and its name."""
    path = built / PACKAGE / "figures.parquet"
    table = parquet.ParquetFile(path).read()
    parquet.write_table(table, path, compression="gzip", version="1.0")
    unsealed = ["`figures.parquet` is not the file that `SHA256SUMS` lists"]
    assert list(differences(built, check(built)).values()) == unsealed
    reseal(built / PACKAGE)
    assert differences(built, check(built)) == {}
    parquet.write_table(table.slice(1), path)
    assert list(differences(built, check(built)).values()) == [
        f"`figures.parquet` has other values in `{table.column_names[0]}`"
    ]


def test_a_check_notices_another_description(built: Path) -> None:
    path = built / PACKAGE / "figures.parquet"
    table = parquet.ParquetFile(path).read()
    field = table.schema.field(0).with_metadata({"title": "Other"})
    parquet.write_table(table.cast(table.schema.set(0, field)), path)
    assert list(differences(built, check(built)).values()) == [
        "`figures.parquet` has other columns, types or descriptions"
    ]


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_the_old_package_or_the_new_one(built: Path) -> None:
    old = small.content(built / PACKAGE)
    records = built / "data/records/b.yaml"
    records.write_text(records.read_text().replace("figure_id: served", "figure_id: serving"))
    new = shutil.copytree(built, built.with_name("new"))
    assert run("build", new) == 0
    whole = [old, small.content(new / PACKAGE)]
    assert whole[0] != whole[1]
    start = time.monotonic()
    process("build", new)
    takes = time.monotonic() - start
    moments = random.Random(20)
    for _ in range(20):
        build = subprocess.Popen(
            arguments("build", built), env=environment(), stdout=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.3, 1.05) * takes)
        os.kill(build.pid, signal.SIGKILL)
        build.wait()
        assert small.content(built / PACKAGE) in whole
    assert run("build", built) == 0
    assert small.content(built / PACKAGE) == whole[1]
    assert sorted(path.name for path in (built / "data").iterdir()) == ["package", "records"]


def test_the_key_may_have_any_type(tmp_path: Path) -> None:
    """Rows are sorted by it, and evidence names it in text."""
    keys = [
        {"name": "day", "type": "date", "basis": "assigned"},
        {"name": "sort", "basis": "assigned", "categories": ["b", "a"]},
        {"name": "yes", "type": "boolean", "basis": "assigned"},
    ]
    root = small.write(
        tmp_path,
        {"a": "Nobody came.\n"},
        {"t": keys},
        {
            "t": [
                {"id": "x", "day": "2022-01-02", "sort": "a", "yes": True},
                {"id": "x", "day": "2022-01-02", "sort": "b", "yes": True},
                {"id": "x", "day": "2022-01-01", "sort": "a", "yes": False},
            ]
        },
    )
    schema = root / "schemas/t.yaml"
    schema.write_text(
        schema.read_text().replace('"primaryKey": "id"', '"primaryKey": ["day", "sort", "yes"]')
    )
    assert run("build", root) == 0
    rows = parquet.ParquetFile(root / PACKAGE / "t.parquet").read().to_pylist()
    assert [str(row["day"]) for row in rows] == ["2022-01-01", "2022-01-02", "2022-01-02"]
    evidence = parquet.ParquetFile(root / PACKAGE / "evidence.parquet").read()
    assert '["2022-01-01", "a", "false"]' in evidence["record"].to_pylist()
