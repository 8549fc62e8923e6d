"""The forms for programs: their shape, and that nothing in a finding can command who reads them."""

import json
import re
import unicodedata
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from kzdata.errors import CallError
from kzdata.findings import Label, Place, Record
from kzdata.render import FORMATS, render
from tests.render import GONE, LOOSE, UNREAD, findings, hostile

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture

RULES = {rule.name: rule for rule in (GONE, LOOSE, UNREAD)}


def test_sarif(file_regression: "FileRegressionFixture") -> None:
    shown = render(findings(), "sarif", rules=RULES, base=Path("/here/or there"))
    shown = shown.replace(f'"version": "{version("kzdata")}"', '"version": "of kzdata"')
    file_regression.check(shown, extension=".sarif")


def test_a_finding_keeps_its_fingerprint_when_it_only_moves() -> None:
    def prints(*lines: int) -> list[str]:
        found = [GONE("`x` is not there", at=Place(path="a", line=line)) for line in lines]
        run = json.loads(render(found, "sarif", rules=RULES))["runs"][0]
        return [one["partialFingerprints"]["kzdata/v1"] for one in run["results"]]

    assert prints(3, 8) == prints(4, 90)
    assert len(set(prints(3, 8))) == 2
    other = json.loads(render(findings(), "sarif", rules=RULES))["runs"][0]["results"]
    assert prints(3)[0] not in [one["partialFingerprints"]["kzdata/v1"] for one in other]


def test_junit(file_regression: "FileRegressionFixture") -> None:
    file_regression.check(render(findings(), "junit", rules=RULES), extension=".xml")


def test_github_gives_one_command_a_finding() -> None:
    first, second, third = render(findings(), "github", rules=RULES).splitlines()
    assert first == (
        "::error file=data/records/a.yaml,line=3,endLine=3,col=12,endColumn=14,"
        "title=value-not-in-evidence::`value` is 25, but the evidence says 20"
        "%0Aseeds/002.txt:3:157: read as 20"
        "%0Ahelp: correct the value, or list `value` under `inferred` and say why"
    )
    assert second.startswith("::warning file=data/records/b.yaml,line=1,")
    assert third == ("::error file=seeds/SHA256SUMS,title=no-such-seed::`seeds/x.txt` is not there")


def test_github_names_a_place_of_which_nothing_is_said() -> None:
    found = GONE("x", at=Place(path="a"), also=[Label(place=Place(path="b", line=2, column=3))])
    assert (
        render([found], "github", rules=RULES) == "::error file=a,title=no-such-seed::x%0Ab:2:3\n"
    )


def test_json_counts_and_gives_every_label() -> None:
    document = json.loads(render(findings(), "json", rules=RULES))
    assert (document["version"], document["errors"], document["warnings"]) == (1, 2, 1)
    first = document["findings"][0]
    assert first["rule"] == "value-not-in-evidence"
    assert first["labels"][0] == {
        "path": "data/records/a.yaml",
        "message": "curated value",
        "line": 3,
        "column": 12,
        "end_column": 14,
        "row": None,
        "excerpt": "    value: 25",
        "excerpt_column": 1,
    }
    assert first["labels"][1]["message"] == "read as 20"


def test_json_has_no_line_for_a_whole_file() -> None:
    document = json.loads(render(findings()[2:], "json", rules=RULES))
    label = document["findings"][0]["labels"][0]
    assert (label["line"], label["column"], label["end_column"]) == (None, None, None)


def test_every_result_of_sarif_points_at_its_rule() -> None:
    run = _run()
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert listed[result["ruleIndex"]] == result["ruleId"]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("see [here](https://a.example)", "see \\[here\\](https://a.example)"),
        ("`[a-z]+` is no `\\d`", "`[a-z]+` is no `\\d`"),
    ],
    ids=["a link", "brackets"],
)
def test_sarif_holds_no_link_of_a_message(message: str, text: str) -> None:
    log = json.loads(render([GONE(message, at=findings()[2].place)], "sarif", rules=RULES))
    assert log["runs"][0]["results"][0]["message"]["text"] == text


def test_sarif_writes_paths_as_references() -> None:
    path = "data/records/ä b#%.yaml"
    found = GONE("x", at=Place(path=path))
    log = json.loads(render([found], "sarif", rules=RULES))
    location = log["runs"][0]["results"][0]["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "data/records/%C3%A4%20b%23%25.yaml"


def test_sarif_takes_a_whole_path_for_what_it_is() -> None:
    log = json.loads(render([GONE("x", at=Place(path="/a b"))], "sarif", rules=RULES))
    location = log["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "file:///a%20b"}


def test_sarif_names_a_rule_that_nobody_explains() -> None:
    log = json.loads(render([GONE("x", at=Place(path="a"))], "sarif", rules={}))
    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": "no-such-seed"}]


@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_without_findings_a_document_is_whole(form: str) -> None:
    shown = render([], form, rules=RULES)
    document = ET.fromstring(shown) if form == "junit" else json.loads(shown)
    assert document is not None


def test_junit_passes_without_findings() -> None:
    suites = ET.fromstring(render([], "junit", rules=RULES))
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")


def test_a_warning_fails_no_test() -> None:
    suites = ET.fromstring(render(findings()[1:2], "junit", rules=RULES))
    assert suites.get("failures") == "0"
    assert suites.find(".//system-out") is not None


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(CallError, match="`pdf` is no form of findings"):
        render([], "pdf", rules=RULES)


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_text_holds_no_command(form: str) -> None:
    shown = render([hostile()], form, rules=RULES)
    for character in shown:
        assert character == "\n" or unicodedata.category(character)[0] in "LMNPSZ"
    assert "##[" not in shown
    assert not [line for line in shown.splitlines() if re.match(r"\s*::(?!error file=)", line)]


def test_hostile_text_adds_no_element_to_xml() -> None:
    suites = ET.fromstring(render([hostile()], "junit", rules=RULES))
    tags = [element.tag for element in suites.iter()]
    assert tags == ["testsuites", "testsuite", "testcase", "failure"]


def test_hostile_text_adds_no_command_to_a_log() -> None:
    assert len(render([hostile()], "github", rules=RULES).splitlines()) == 1


def _run() -> Any:
    [run] = json.loads(render(findings(), "sarif", rules=RULES))["runs"]
    return run


ROW = GONE(
    "`x` is not there",
    at=Place(path="data/records/a.parquet", row=7),
    records=(Record("figures", "data/records/a.parquet", 7), Record("figures", "b.jsonl", 0)),
    field="seed",
)


def test_json_names_the_records_that_a_finding_refuses() -> None:
    document = json.loads(render([ROW], "json", rules=RULES))
    (finding,) = document["findings"]
    assert finding["records"] == [
        {"table": "figures", "path": "data/records/a.parquet", "number": 7},
        {"table": "figures", "path": "b.jsonl", "number": 0},
    ]
    assert (finding["field"], finding["labels"][0]["row"]) == ("seed", 7)
    assert document["rules"] == {"no-such-seed": 1}


def test_json_has_no_field_where_no_single_one_is_at_fault() -> None:
    document = json.loads(render([replace(ROW, field="")], "json", rules=RULES))
    assert document["findings"][0]["field"] is None


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("text", " --> data/records/a.parquet, row 7\n  = in 2 records\n"),
        ("github", "::row 7: `x` is not there"),
        ("junit", 'name="row 7 no-such-seed: `x` is not there"'),
        ("sarif", '"fullyQualifiedName": "figures[7].seed"'),
    ],
)
def test_a_row_of_parquet_is_shown_by_its_number(form: str, shown: str) -> None:
    assert shown in render([ROW], form, rules=RULES)


def test_sarif_names_the_record_alone_where_no_field_is_at_fault() -> None:
    shown = render([replace(ROW, field="")], "sarif", rules=RULES)
    assert '"fullyQualifiedName": "figures[7]"' in shown


def test_many_findings_are_summed_up_by_rule_and_field() -> None:
    at = Place(path="a")
    many = [GONE(f"`{n}` is not there", at=at, field="seed") for n in range(30)]
    rest = [GONE(f"`{n}` is not there", at=at) for n in range(2)]
    assert render([*many, *rest], "text", rules=RULES).endswith(
        "\n\n30 no-such-seed: `seed`\n 2 no-such-seed\nerror: 32 errors in 1 file\n"
    )


def test_many_findings_of_one_kind_are_not_summed_up_twice() -> None:
    many = [GONE(f"`{n}` is not there", at=Place(path="a"), field="seed") for n in range(30)]
    assert "30 no-such-seed" not in render(many, "text", rules=RULES)
