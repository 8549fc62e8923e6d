"""What programs that write records get wrong is told record by record, and hides nothing else."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

import kzdata
from kzdata.findings import Finding, Record
from tests import small

TEXT = "On 3 May 2021, twelve soldiers left. Nine officers came back."
LINES = "data/records/things.jsonl"
ROWS = "data/records/things.parquet"
TWELVE = {"exact": "twelve soldiers left"}
NINE = {"exact": "Nine officers came back"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose things refer to others of which there is one, and may have a day."""
    fields = (
        *small.QUANTITY,
        {"name": "day", "type": "date"},
        {"name": "part", "basis": "assigned"},
    )
    records = {"parts": [{"id": "p"}]}
    keys = {"things": {"part": "parts"}}
    return small.write(tmp_path, {"a": TEXT}, {"parts": (), "things": fields}, records, keys=keys)


def thing(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "value": 12, "source": "a", "evidence": TWELVE, **more}


def found(root: Path, *lines: Mapping[str, Any] | str | bytes) -> Sequence[Finding]:
    """The findings on a project with these lines of records."""
    written = [
        line
        if isinstance(line, bytes)
        else (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)).encode()
        for line in lines
    ]
    (root / LINES).write_bytes(b"\n".join(written) + b"\n")
    return kzdata.validate(root).findings


def in_rows(root: Path, **columns: pa.Array) -> Sequence[Finding]:
    """The findings on a project with these columns of records."""
    parquet.write_table(pa.table(columns), root / ROWS)
    return kzdata.validate(root).findings


def told(findings: Sequence[Finding]) -> list[tuple[str, list[int], str]]:
    """Of each finding the rule, the numbers of its records and the field."""
    return [(one.rule, [at.number for at in one.records], one.field) for one in findings]


BROKEN: dict[str, tuple[str, str | bytes]] = {
    "cut off": ("json-syntax", '{"id": "x", "val'),
    "NaN": ("json-syntax", '{"id": "x", "value": NaN}'),
    "half a character": ("json-syntax", '{"id": "\\ud83d"}'),
    "no object": ("records-malformed", "[1]"),
    "a key twice": ("duplicate-key", '{"id": "x", "id": "y"}'),
    "too deep": ("too-deep", '{"id": ' + "[" * 9999 + "]" * 9999 + "}"),
    "a soft hyphen": ("forbidden-character", '{"id": "x\u00ady"}'),
    "no UTF-8": ("not-utf8", b'{"id": "caf\xe9"}'),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_line_is_told_alone(case: str, root: Path) -> None:
    rule, line = BROKEN[case]
    findings = found(root, thing("a"), line, thing("b", value=13))
    assert told(findings) == [(rule, [1], ""), ("value-not-in-evidence", [2], "value")]
    assert [finding.place.line for finding in findings] == [2, 3]
    assert findings[0].records == (Record("things", LINES, 1),)


def test_lines_may_end_as_on_windows(root: Path) -> None:
    line = json.dumps(thing("a")).encode() + b"\r"
    assert found(root, line, "\r", json.dumps(thing("b", unit="mission")) + "\r")[0].place.line == 3


HARMLESS: dict[str, dict[str, Any]] = {
    "an extra key": {"confidence": 0.9},
    "an empty reason": {"inferred": {"bound": ""}},
    "malformed evidence": {"evidence": {"words": "twelve"}},
}


@pytest.mark.parametrize("case", HARMLESS)
def test_a_malformed_record_does_not_hide_what_others_refer_to(case: str, root: Path) -> None:
    findings = found(root, thing("a", **HARMLESS[case]), thing("b", part="q"))
    assert ("foreign-key-unknown", [1], "part") in told(findings)


def test_what_a_broken_line_may_hold_is_not_called_missing(root: Path) -> None:
    (root / "data/records/parts.jsonl").write_text('{"id": "q"\n')
    findings = found(root, thing("a", part="q"), thing("b", source="nowhere"))
    assert {finding.rule for finding in findings} == {"json-syntax", "no-such-source"}


def test_the_key_of_a_source_that_was_meant_is_named(root: Path) -> None:
    (finding,) = found(root, thing("b", source="aa"))
    assert finding.help == "did you mean `a`?"
    (finding,) = found(root, thing("b", source="nowhere"))
    assert finding.help == "name the key of a source"


def test_an_unknown_source_is_told_once_with_all_its_records(root: Path) -> None:
    findings = found(root, thing("a"), *(thing(name, source="nowhere") for name in "bcd"))
    assert told(findings) == [("no-such-source", [1, 2, 3], "")]


def test_a_source_that_is_called_by_its_file_is_told_its_key(root: Path) -> None:
    (finding,) = found(root, thing("b", source="a.txt"))
    assert finding.help == "that is its file: name its key, `a`"


def test_a_key_that_stands_twice_is_shown_at_both_places(root: Path) -> None:
    (finding,) = found(root, thing("a"), thing("b"), thing("a"))
    assert told([finding]) == [("primary-key-duplicate", [2], "id")]
    assert [label.place.line for label in finding.labels] == [3, 1]


def test_each_row_of_parquet_is_told_of_by_its_number(root: Path) -> None:
    findings = in_rows(
        root,
        id=pa.array(["a", "b", "c", "d"]),
        value=pa.array([12, 13, 13, 12]),
        source=pa.array(["a"] * 4),
        evidence=pa.array([TWELVE, TWELVE, TWELVE, {"exact": " "}]),
    )
    assert told(findings) == [
        ("value-not-in-evidence", [1], "value"),
        ("value-not-in-evidence", [2], "value"),
        ("evidence-malformed", [3], "evidence"),
    ]
    assert [finding.place.row for finding in findings] == [1, 2, 3]


def test_a_column_of_parquet_that_is_no_field_is_no_fault_of_a_row(root: Path) -> None:
    (finding,) = in_rows(root, id=pa.array(["a"]), confidence=pa.array([0.5]))
    assert told([finding]) == [("unknown-field", [], "confidence")]
    assert finding.place.row is None


def test_pandas_writes_days_as_midnights_and_positions_as_floats(root: Path) -> None:
    days = ["2021-05-03", None]
    pieces = [{**TWELVE, "start": 15.0, "end": 35.0}, {**NINE, "start": None, "end": None}]
    assert not in_rows(
        root,
        id=pa.array(["a", "b"]),
        value=pa.array([12.0, 9.0]),
        source=pa.array(["a", "a"]),
        day=pa.array(days).cast(pa.timestamp("ns")),
        evidence=pa.array([[{"exact": "On 3 May 2021"}, pieces[0]], [pieces[1]]]),
    )


def test_a_time_within_a_day_is_no_day(root: Path) -> None:
    days = pa.array(["2021-05-03", "2021-05-03T01:00"]).cast(pa.timestamp("us"))
    ids = pa.array(["a", "b"])
    findings = in_rows(root, id=ids, source=pa.array(["a"] * 2), day=days)
    assert ("wrong-type", [1], "day") in told(findings)
    assert ("wrong-type", [0], "day") not in told(findings)


HELPED: dict[str, tuple[dict[str, Any], str]] = {
    "a key that is no slip": ({"confidence": 0.9}, "leave it out, or add the field"),
    "a key that is a slip": ({"unyt": "person"}, "did you mean `unit`?"),
    "bytes": (
        {"evidence": {**NINE, "start": 40, "end": 63}},
        "stand at 37 to 60, and `start` counts bytes, not code points; correct",
    ),
    "UTF-16 units": ({"evidence": {**NINE, "start": 38}}, "`start` counts UTF-16 units"),
    "a wrong place": ({"evidence": {**NINE, "start": 3}}, "the words stand at 37 to 60; correct"),
}


@pytest.mark.parametrize("case", HELPED)
def test_the_help_says_what_the_program_has_to_do(case: str, tmp_path: Path) -> None:
    more, help = HELPED[case]
    text = TEXT.replace("left.", "left\U0001f600")
    root = small.write(tmp_path, {"a": text}, {"things": small.QUANTITY}, {})
    assert help in found(root, {**thing("a", value=9, evidence=NINE), **more})[0].help


def test_records_of_a_table_that_was_renamed_are_told_the_tables(root: Path) -> None:
    (root / "data/records/old.yaml").write_text("counts:\n  - id: a\n")
    (finding,) = kzdata.validate(root).findings
    assert finding.help == "the tables are `articles`, `parts`, `things`"


def test_no_number_is_no_number_of_json(root: Path) -> None:
    assert "`null`" in found(root, '{"id": "a", "value": NaN}')[0].help
