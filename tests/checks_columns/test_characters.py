"""What no text may hold is found in what is published, however it came in."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.checks import characters
from kzdata.columns import lexical
from kzdata.decoding import forbidden
from kzdata.project.check import check
from kzdata.schema import Field
from tests import small

TURN = "a\u202eb"
NUL = "\0"


def field(type_: str) -> Field:
    return Field.model_validate({"name": "f", "type": type_})


@pytest.mark.parametrize(
    ("type_", "raw"),
    [
        ("object", pa.array([json.dumps({"a": TURN})])),
        ("object", pa.array([json.dumps({TURN: 1})])),
        ("object", pa.array([{"a": TURN}])),
        ("object", pa.array([{"a": {"b": [NUL]}}])),
        ("array", pa.array([json.dumps([[NUL]])])),
        ("array", pa.array([["\b"]])),
        ("geojson", pa.array([json.dumps({"type": "Point", "coordinates": [1, 2], "x": TURN})])),
        ("list", pa.array([[TURN]])),
        ("list", pa.array([json.dumps(["\u200b"])])),
        ("list", pa.array([json.dumps(["\x7f"])])),
        ("string", pa.array([{"a": TURN}])),
        ("any", pa.array([[TURN]])),
    ],
    ids=str,
)
def test_a_character_within_a_value_is_a_fault(type_: str, raw: pa.Array) -> None:
    values, _ = lexical.column(field(type_), raw)
    found, [fault] = characters.visible_within(field(type_), values)
    assert found.to_pylist() == [None]
    assert (fault.rule.name, fault.row) == ("forbidden-character", 0)


PARTS = st.sampled_from(["a", "é", "\u202e", "\0", "\n", "\r", "\t", "\\", '"', "u0000"])
TEXTS = st.lists(PARTS, max_size=4).map("".join)
VALUES = st.recursive(
    TEXTS | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)


def texts(value: Any) -> list[str]:
    if isinstance(value, list | dict):
        keys = list(value) if isinstance(value, dict) else []
        inner = value.values() if isinstance(value, dict) else value
        return [*keys, *(text for each in inner for text in texts(each))]
    return [value] if isinstance(value, str) else []


@given(st.lists(st.lists(VALUES, max_size=3), max_size=4))
def test_a_value_is_at_fault_where_one_of_its_texts_is(rows: list[list[Any]]) -> None:
    values, _ = lexical.column(field("array"), pa.array([json.dumps(row) for row in rows]))
    _, faults = characters.visible_within(field("array"), values)
    expected = [at for at, row in enumerate(rows) if any(map(forbidden, texts(row)))]
    assert [fault.row for fault in faults] == expected


@given(st.lists(st.none() | st.lists(TEXTS, max_size=3), max_size=4))
def test_a_list_is_at_fault_where_one_of_its_items_is(rows: list[list[str] | None]) -> None:
    values = pa.array(rows, pa.list_(pa.string()))
    found, faults = characters.visible_within(field("list"), values)
    expected = [at for at, row in enumerate(rows) if any(map(forbidden, row or ()))]
    assert [fault.row for fault in faults] == expected
    assert found.to_pylist() == [None if at in expected else row for at, row in enumerate(rows)]


LINE = r'{"id": "a", "thing": "{\"a\": \"\\u202e\"}"}'
YAML = r't: [{id: a, thing: "{\"a\": \"\\u202e\"}"}]'


@pytest.mark.parametrize(("name", "text"), [("t.jsonl", LINE), ("t.yaml", YAML)])
def test_an_escape_within_json_in_a_text_is_found_when_a_project_is_checked(
    name: str, text: str, tmp_path: Path
) -> None:
    small.write(tmp_path, {"a": "Ten.\n"}, {"t": ({"name": "thing", "type": "object"},)}, {})
    (tmp_path / "data/records/records.yaml").unlink()
    (tmp_path / "data/records" / name).write_text(text)
    rules = [finding.rule for finding in check(tmp_path).findings]
    assert "forbidden-character" in rules
