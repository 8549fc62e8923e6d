"""What a record says beside its fields is understood whole, or is a fault at its place."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from kzdata.project.check import check
from tests import small

TEXT = "Twenty people came. Thirty officers left.\n"
FIELDS = (small.NUMBER, {"name": "word"}, {"name": "tags", "type": "list"})
GOOD = {"id": "one", "value": 20, "evidence": "Twenty people"}


def project(root: Path, *records: Any) -> Path:
    return small.write(root, {"first": TEXT}, {"things": FIELDS}, {"things": records})


def told(root: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in check(root).findings]


MALFORMED: dict[str, tuple[dict[str, Any], str]] = {
    "a piece that is a list": ({"evidence": [["Twenty"]]}, "neither the quoted words"),
    "an unknown key": ({"evidence": {"exakt": "Twenty"}}, "no key `exakt`"),
    "no words": ({"evidence": {"start": 3}}, "quotes no words"),
    "white space": ({"evidence": "  "}, "quotes no words"),
    "a list with nothing in it": ({"evidence": [None]}, "neither the quoted words"),
    "a prefix that is no text": (
        {"evidence": {"exact": "Twenty people", "prefix": ["a"]}},
        "`prefix` of a piece",
    ),
    "a position that is none": (
        {"evidence": {"exact": "Twenty people", "start": "-1"}},
        "`start` is `-1`",
    ),
    "a huge position": (
        {"evidence": {"exact": "Twenty people", "end": "9" * 16}},
        "no position",
    ),
    "fields that are none": (
        {"evidence": {"exact": "Twenty people", "fields": ["valeu"]}},
        "`fields` names `valeu`",
    ),
    "fields that are no list": (
        {"evidence": {"exact": "Twenty people", "fields": {"value": 1}}},
        "no list of fields",
    ),
    "value_of beside exact": (
        {"evidence": {"exact": "Twenty people", "value_of": "word"}},
        "`value_of` is `word`",
    ),
    "value_of no field": ({"evidence": {"value_of": "wort"}}, "`value_of` is `wort`"),
    "value_of no text": ({"evidence": {"value_of": {"a": "b"}}}, "it takes a field"),
    "names that are none": ({**GOOD, "known_as": [""]}, "`known_as` is no list"),
    "a name that is a mapping": ({**GOOD, "known_as": {"a": "b"}}, "`known_as` is no list"),
    "a source that is a list": ({**GOOD, "source": ["first"]}, "`source` is no key"),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_annotation_is_one_fault(case: str, tmp_path: Path) -> None:
    record, words = MALFORMED[case]
    ((rule, message),) = told(project(tmp_path, {"id": "one", "value": 20, **record}))
    assert rule == "evidence-malformed"
    assert words in message


@pytest.mark.parametrize(
    "inferred",
    [{"word": ""}, {"word": None}, {"wort": "because"}, {"tags": "it has none"}, "because", ["w"]],
)
def test_a_reason_is_a_text_for_a_field_with_a_value(inferred: Any, tmp_path: Path) -> None:
    record = {**GOOD, "word": "Twenty", "inferred": inferred}
    assert [rule for rule, _ in told(project(tmp_path, record))] == ["inferred-without-reason"]


def test_one_name_and_one_field_need_no_list(tmp_path: Path) -> None:
    record = {**GOOD, "known_as": "A", "evidence": {"exact": "Twenty people", "fields": "value"}}
    root = project(tmp_path, record)
    assert told(root) == []
    assert check(root).known_as == {"things": {"one": ["A"]}}


def test_a_record_without_evidence_is_one_fault_however_many_fields_it_has(
    tmp_path: Path,
) -> None:
    record = {"id": "one", "value": 20, "word": "Twenty", "tags": '["people"]'}
    assert [rule for rule, _ in told(project(tmp_path, record))] == ["no-evidence"]


HIDDEN = "peo\u200bple"
UNSEEN: dict[str, tuple[dict[str, Any], str]] = {
    "a value": ({**GOOD, "word": HIDDEN, "inferred": {"word": "because"}}, "`word` holds U+200B"),
    "a reason": ({**GOOD, "inferred": {"value": HIDDEN}}, "`inferred` holds U+200B"),
    "a name": ({**GOOD, "known_as": [HIDDEN]}, "`known_as` holds U+200B"),
    "evidence": ({**GOOD, "evidence": f"Twenty {HIDDEN}"}, "`evidence` holds U+200B"),
    "a prefix": (
        {**GOOD, "evidence": [{"exact": "people", "prefix": "\u202e"}]},
        "`evidence` holds U+202E",
    ),
    "a value that is the quotation": (
        {"id": "one", "word": HIDDEN, "evidence": {"value_of": "word"}},
        "`word` holds U+200B",
    ),
    "a NUL": ({**GOOD, "word": "\0", "inferred": {"word": "because"}}, "`word` holds U+0000"),
}


@pytest.mark.parametrize("case", UNSEEN)
def test_an_escape_brings_no_invisible_character_in(case: str, tmp_path: Path) -> None:
    """JSON's own escapes pass the check of the text that is read."""
    record, words = UNSEEN[case]
    root = project(tmp_path)
    written = json.dumps({**record, "source": "first"}, ensure_ascii=True)
    (root / "data/records/things.jsonl").write_text(written)
    ((rule, message),) = told(root)
    assert rule == "forbidden-character"
    assert words in message


def test_yaml_s_escapes_bring_no_invisible_character_in(tmp_path: Path) -> None:
    root = project(tmp_path)
    written = 'things:\n  - {id: "o\\u200bne", tags: "[]", inferred: {tags: "none"}}\n'
    (root / "data/records/more.yaml").write_text(written)
    assert [rule for rule, _ in told(root)] == ["forbidden-character"]


def table(**columns: Any) -> pa.Table:
    return pa.table({"id": ["one"], "source": ["first"], **columns})


BROKEN = pa.Array.from_buffers(
    pa.string(), 1, [None, pa.array([0, 2], pa.int32()).buffers()[1], pa.py_buffer(b"\xff\xfe")]
)
PARQUET = {
    "a column that is no field": (table(valeu=[20]), "unknown-field"),
    "an invisible character": (table(word=[HIDDEN]), "forbidden-character"),
    "an invisible character in a dictionary": (
        table(word=pa.array([HIDDEN]).dictionary_encode()),
        "forbidden-character",
    ),
    "a value that is no UTF-8": (table(word=BROKEN), "records-malformed"),
    "evidence that is no UTF-8": (table(evidence=BROKEN), "records-malformed"),
    "bytes": (table(word=[b"Twenty"]), "wrong-type"),
    "evidence in bytes": (table(evidence=[b"Twenty"]), "evidence-malformed"),
    "evidence that is a number": (table(evidence=[20]), "evidence-malformed"),
    "evidence that is a moment of no zone": (
        table(evidence=pa.array([0], pa.timestamp("us", "Mars/X"))),
        "evidence-malformed",
    ),
    "evidence of two members of one name": (
        table(evidence=pa.StructArray.from_arrays([pa.array(["a"])] * 2, ["exact", "exact"])),
        "evidence-malformed",
    ),
    "a reason twice": (
        table(
            word=["Twenty"],
            evidence=["Twenty people"],
            inferred=pa.array([[("word", "a"), ("word", "b")]], pa.map_(pa.string(), pa.string())),
        ),
        "inferred-without-reason",
    ),
    "two columns of one name": (
        pa.Table.from_arrays([pa.array(["one"]), pa.array(["two"])], names=["id", "id"]),
        "records-malformed",
    ),
}


@pytest.mark.parametrize("case", PARQUET)
def test_a_parquet_file_is_refused_by_name(case: str, tmp_path: Path) -> None:
    columns, rule = PARQUET[case]
    root = project(tmp_path)
    parquet.write_table(columns, root / "data/records/things.parquet")
    (finding,) = check(root).findings
    assert (finding.rule, finding.place.path) == (rule, "data/records/things.parquet")


def test_a_parquet_file_without_rows_is_checked_for_its_columns(tmp_path: Path) -> None:
    root = project(tmp_path)
    empty = table(valeu=[20]).slice(0, 0)
    parquet.write_table(empty, root / "data/records/things.parquet")
    assert [rule for rule, _ in told(root)] == ["unknown-field"]


def test_a_parquet_row_names_its_source(tmp_path: Path) -> None:
    root = small.write(tmp_path, {"a": "Ten people.\n", "b": TEXT}, {"things": FIELDS}, {})
    columns = pa.table(
        {"id": ["x", "y"], "value": [10, 20], "source": ["a", "b"], "evidence": ["Ten", "Twenty"]}
    )
    parquet.write_table(columns, root / "data/records/things.parquet")
    found = check(root)
    assert found.findings == ()
    assert {row[5] for row in found.evidence if row[0] == "things" and row[5]} == {"a.txt", "b.txt"}
