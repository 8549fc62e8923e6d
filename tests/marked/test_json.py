"""Lines of JSON: what is refused and where, and that the quick and the placed reader agree."""

import json as stdlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.marked import json
from kzdata.marked.nodes import Mapping, Node, Sequence, find, plain

if TYPE_CHECKING:
    from kzdata.findings import Finding


def read(line: str) -> Node:
    """The tree of a line that is right."""
    node = json.read(line, "a.jsonl", [])
    assert node is not None
    return node


def loads(line: str) -> object:
    """The plain values of a line that is right."""
    found: list[Finding] = []
    value = json.loads_strict(line, "a.jsonl", 1, found)
    assert found == []
    return value


REFUSED = [
    pytest.param("", "json-syntax", 1, id="empty"),
    pytest.param("{", "json-syntax", 2, id="object not closed"),
    pytest.param('{"a": 1', "json-syntax", 8, id="object not closed behind a value"),
    pytest.param("[1 2]", "json-syntax", 4, id="no comma"),
    pytest.param("[1,]", "json-syntax", 4, id="comma behind the last value"),
    pytest.param('{"a": 1,}', "json-syntax", 9, id="comma behind the last key"),
    pytest.param('{"a" 1}', "json-syntax", 6, id="no colon"),
    pytest.param("{'a': 1}", "json-syntax", 2, id="single quotation marks"),
    pytest.param('{"v": NaN}', "json-syntax", 7, id="NaN"),
    pytest.param('{"v": -Infinity}', "json-syntax", 7, id="minus infinity"),
    pytest.param("[True]", "json-syntax", 2, id="a word of Python"),
    pytest.param("[01]", "json-syntax", 3, id="leading zero"),
    pytest.param("[.5]", "json-syntax", 2, id="no digit in front of the point"),
    pytest.param('"a', "json-syntax", 1, id="string not closed"),
    pytest.param('"a\tb"', "json-syntax", 1, id="a tab inside a string"),
    pytest.param('"a\\q"', "json-syntax", 3, id="no such escape"),
    pytest.param('"\\ud800"', "json-syntax", 1, id="half a character"),
    pytest.param("1 2", "json-syntax", 3, id="two values"),
    pytest.param('{"é": 1, "é": 2}', "duplicate-key", 10, id="equal keys"),
    pytest.param('{"a": 1, "\\u0061": 2}', "duplicate-key", 10, id="equal keys, one escaped"),
    pytest.param('{"a": {"b": 1, "b": 1}}', "duplicate-key", 16, id="equal keys, deeper"),
    pytest.param("[" * 65 + "]" * 65, "too-deep", 65, id="65 brackets"),
    pytest.param('{"a":' * 65 + "1" + "}" * 65, "too-deep", 321, id="65 braces"),
    pytest.param('[{"a":' * 33 + "1" + "}]" * 33, "too-deep", 193, id="66 of both"),
    pytest.param("[" * 100_000, "too-deep", 65, id="100,000 brackets"),
]


@pytest.mark.parametrize(("line", "rule", "column"), REFUSED)
def test_a_line_that_breaks_a_rule_is_refused_at_its_place(
    line: str, rule: str, column: int
) -> None:
    found: list[Finding] = []
    assert json.read(line, "a.jsonl", found, number=7) is None
    assert [(one.rule, one.place.line, one.place.column) for one in found] == [(rule, 7, column)]


@pytest.mark.parametrize(("line", "rule", "column"), REFUSED)
def test_the_quick_reader_finds_what_the_placed_one_finds(
    line: str, rule: str, column: int
) -> None:
    found: list[Finding] = []
    assert json.loads_strict(line, "a.jsonl", 7, found) is None
    assert [(one.rule, one.place.line, one.place.column) for one in found] == [(rule, 7, column)]


def test_brackets_inside_a_string_are_no_depth() -> None:
    assert loads(stdlib.dumps("[" * 100)) == "[" * 100


VALUES = st.recursive(
    st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inside: st.lists(inside) | st.dictionaries(st.text('ab\n😀"\\'), inside),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_both_readers_read_the_same_values(value: object, escaped: bool) -> None:
    line = stdlib.dumps(value, ensure_ascii=escaped)
    assert plain(read(line)) == loads(line)


@given(VALUES)
def test_a_place_holds_the_json_of_its_value(value: object) -> None:
    line = stdlib.dumps(value)
    for node in _nodes(read(line)):
        assert plain(read(line[node.start : node.end])) == plain(node)


@given(st.text())
def test_every_line_is_read_or_refused_with_one_finding(line: str) -> None:
    found: list[Finding] = []
    assert (json.read(line, "a.jsonl", found) is None) == (len(found) == 1)


@given(st.text(st.sampled_from('[]{}",:0-1.eE \\utrnla')) | st.text())
def test_both_readers_refuse_the_same_lines(line: str) -> None:
    placed: list[Finding] = []
    quick: list[Finding] = []
    json.read(line, "a.jsonl", placed)
    json.loads_strict(line, "a.jsonl", 1, quick)
    assert quick == placed


def test_a_key_is_found_apart_from_its_value() -> None:
    node = read('{"a": [{"b": 1}]}')
    assert find(node, ("a", 0, "b"), key=True) == ("b", 8, 11, "text")
    assert find(node, ("a", 1)) is None


def _nodes(node: Node) -> list[Node]:
    """The node and all those inside it."""
    inside: list[Node] = []
    if isinstance(node, Sequence):
        inside = [*node.items]
    elif isinstance(node, Mapping):
        inside = [entry.value for entry in node.entries.values()]
    return [node, *(deeper for one in inside for deeper in _nodes(one))]


@pytest.mark.parametrize(
    "line", ["```json", "Here are the rows:", '{"a": 1},', "```", '{"a": 1} ok']
)
def test_what_a_model_writes_around_an_object_is_said_to_stand_there(line: str) -> None:
    found: list[Finding] = []
    assert json.loads_strict(line, "a.jsonl", 1, found) is None
    (finding,) = found
    assert "nothing around it" in (finding.help or "")
