"""YAML: what a file says, where it says it, and what is refused, with and without libyaml."""

from typing import TYPE_CHECKING, Any

import pytest
import yaml as pyyaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kzdata.marked import yaml
from kzdata.marked.nodes import Node, Scalar, find, plain

if TYPE_CHECKING:
    from kzdata.findings import Finding

LOADERS = [
    pytest.param(pyyaml.SafeLoader, id="python"),
    pytest.param(
        getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader),
        id="libyaml",
    ),
]


@pytest.fixture(params=LOADERS, autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "_LOADER", request.param)


def read(text: str) -> Node:
    """The tree of a text that is right."""
    found: list[Finding] = []
    node = yaml.read(text, "a.yaml", found)
    assert found == []
    assert node is not None
    return node


def faults(text: str) -> list["Finding"]:
    """The findings of a text that is wrong."""
    found: list[Finding] = []
    assert yaml.read(text, "a.yaml", found) is None
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("NO", "NO", id="norway"),
        pytest.param("1:30", "1:30", id="sexagesimal"),
        pytest.param("010", "010", id="octal"),
        pytest.param("1_000", "1_000", id="underscore"),
        pytest.param("2022-01-06", "2022-01-06", id="date"),
        pytest.param("true", "true", id="boolean"),
        pytest.param("Null", "Null", id="a name"),
        pytest.param("null", None, id="null"),
        pytest.param("~", None, id="tilde"),
        pytest.param("", None, id="empty"),
        pytest.param('"null"', "null", id="quoted null"),
        pytest.param("''", "", id="quoted empty"),
        pytest.param("'it''s'", "it's", id="single quotes"),
        pytest.param('"\\u00e9\\n"', "é\n", id="escapes"),
        pytest.param("|\n  a\n   b\n", "a\n b\n", id="literal"),
        pytest.param(">-\n  a\n  b\n", "a b", id="folded"),
        pytest.param("a\n  b", "a b", id="plain on two lines"),
    ],
)
def test_a_scalar_stays_text(text: str, value: str | None) -> None:
    assert plain(read(f"key: {text}\n")) == {"key": value}


@pytest.mark.parametrize(
    ("pointer", "raw"),
    [
        pytest.param(("é",), "'it''s'", id="quoted"),
        pytest.param(("list", 0), "😀", id="behind two characters of one byte each"),
        pytest.param(("list", 1, "b"), "|-\n      words\n", id="block scalar"),
        pytest.param(("list",), "- 😀\n  - b: |-\n      words\n", id="block sequence"),
        pytest.param(("flow",), "[1, {c: 2}]", id="flow sequence"),
        pytest.param(("flow", 1), "{c: 2}", id="flow mapping"),
        pytest.param(("none",), "", id="empty"),
    ],
)
def test_a_place_holds_what_was_written(pointer: tuple[str | int, ...], raw: str) -> None:
    text = (
        "é: 'it''s'\nlist:\n  - 😀\n  - b: |-\n      words\nflow: [1, {c: 2}]\nnone:\n# the end\n"
    )
    node = find(read(text), pointer)
    assert node is not None
    assert text[node.start : node.end] == raw


def test_a_key_is_found_apart_from_its_value() -> None:
    assert find(read("a:\n  b: 1\n"), ("a", "b"), key=True) == Scalar("b", 5, 6)


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        pytest.param("", "yaml-empty", 1, 1, id="empty"),
        pytest.param("# only words\n", "yaml-empty", 1, 1, id="comments"),
        pytest.param("---\n", "yaml-empty", 2, 1, id="an empty document"),
        pytest.param("~\n", "yaml-empty", 1, 1, id="a null document"),
        pytest.param("a: &x b\n", "yaml-alias", 1, 4, id="anchor"),
        pytest.param("&x a: b\n", "yaml-alias", 1, 1, id="anchor of a key"),
        pytest.param("a: *x\n", "yaml-alias", 1, 4, id="alias"),
        pytest.param("*x : a\n", "yaml-alias", 1, 1, id="alias as a key"),
        pytest.param("a: 1\n<<: b\n", "yaml-alias", 2, 1, id="merge key"),
        pytest.param("a: !!int 1\n", "yaml-tag", 1, 4, id="tag of YAML"),
        pytest.param("a: !x [1]\n", "yaml-tag", 1, 4, id="own tag"),
        pytest.param("a: ! b\n", "yaml-tag", 1, 4, id="tag without a name"),
        pytest.param("!!python/object/apply:os.system [x]\n", "yaml-tag", 1, 1, id="attack"),
        pytest.param("%YAML 1.1\n---\na: b\n", "yaml-directive", 1, 1, id="version"),
        pytest.param("# 9%\n%YAML 1.1\n---\na: b\n", "yaml-directive", 2, 1, id="later version"),
        pytest.param("%YAML 3.0\n---\na: b\n", "yaml-directive", 1, 1, id="wrong version"),
        pytest.param("%TAG ! tag:x,2000:\n---\na\n", "yaml-directive", 1, 1, id="tag prefix"),
        pytest.param("a: 1\n---\nb: 2\n", "yaml-many-documents", 2, 1, id="two documents"),
        pytest.param("a: 1\na: 2\n", "duplicate-key", 2, 1, id="equal keys"),
        pytest.param('{a: 1, "a": 2}\n', "duplicate-key", 1, 8, id="equal keys, one quoted"),
        pytest.param("[a]: 1\n", "key-not-text", 1, 1, id="a list as a key"),
        pytest.param("{unit}: 1\n", "key-not-text", 1, 1, id="braces as a key"),
        pytest.param("~: 1\n", "key-not-text", 1, 1, id="null as a key"),
        pytest.param("[" * 100_000, "too-deep", 1, 65, id="100,000 brackets"),
        pytest.param("[" * 65 + "]" * 65, "too-deep", 1, 65, id="65 brackets"),
        pytest.param("{a: " * 100_000, "too-deep", 1, 257, id="100,000 braces"),
        pytest.param("- " * 100_000, "too-deep", 1, 129, id="100,000 dashes"),
        pytest.param("a: b\u2028c\n", "yaml-line-separator", 1, 5, id="line separator"),
        pytest.param("a: b\x85c\n", "yaml-line-separator", 1, 5, id="next line"),
        pytest.param("é: \ud800\n", "yaml-syntax", 1, 4, id="lone surrogate"),
        pytest.param("é: \x07\n", "yaml-syntax", 1, 4, id="control"),
    ],
)
def test_what_is_refused_is_found_once_and_in_its_place(
    text: str, rule: str, line: int, column: int
) -> None:
    found = [(one.rule, one.place.line, one.place.column) for one in faults(text)]
    assert found == [(rule, line, column)]


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        pytest.param("a: b: c", "a `:` stands where no key ends", 1, 5, id="colon in text"),
        pytest.param("a: @b", "a value cannot begin with `@`", 1, 4, id="reserved sign"),
        pytest.param("a: `b`", "a value cannot begin with a grave accent", 1, 4, id="accent"),
        pytest.param("a: %b", "a value cannot begin with `%`", 1, 4, id="per cent"),
        pytest.param("a: *", "a value cannot begin with `&` or `*`", 1, None, id="star"),
        pytest.param("a: - b", "a list begins where none can stand", 1, 4, id="dash"),
        pytest.param("a: |b", "text stands behind `|` or `>` on the same line", 1, 5, id="bar"),
        pytest.param("a:\n\t- b", "a tab indents this line", 2, 1, id="tab"),
        pytest.param('a: "b\n', "a quotation mark is never closed", 1, 4, id="open quotes"),
        pytest.param("a: [b", "a `[` is not closed, or a comma is missing", 1, 4, id="open ["),
        pytest.param("{a: b", "a `{` is not closed, or a comma is missing", 1, 1, id="open {"),
        pytest.param("a: 'b'c'", "text stands behind a value that is complete", 1, 7, id="it's"),
        pytest.param('a: "\\q"', "a backslash and `q` are no escape", 1, None, id="escape"),
        pytest.param(
            "a:\n  b: c\n d: e",
            "this line does not fit what stands above it",
            3,
            2,
            id="indentation",
        ),
        pytest.param(
            "- a\nb: c",
            "this line does not fit what stands above it",
            2,
            1,
            id="a key behind a list",
        ),
        pytest.param("a: 1\nb\nc: 2\n", "a key is not followed by `:`", None, 1, id="no colon"),
    ],
)
def test_what_is_no_yaml_is_said_in_plain_words(
    text: str, message: str, line: int | None, column: int | None
) -> None:
    [found] = faults(text)
    assert found.rule == "yaml-syntax"
    assert found.message == message
    assert found.place.line == (line or found.place.line)
    assert found.place.column == (column or found.place.column)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("a:\n  b: c\n d: e", (1, 1, "begins here"), id="a mapping"),
        pytest.param("a: [b\nc: d", (1, 4, "opened"), id="a bracket"),
    ],
)
def test_where_it_began_is_shown_too(text: str, label: tuple[int, int, str]) -> None:
    [found] = faults(text)
    [_, began] = found.labels
    assert (began.place.line, began.place.column, began.message) == label


def test_the_first_of_two_keys_is_shown_too() -> None:
    [found] = faults("a: 1\nb: 2\na: 3\n")
    assert [label.place.line for label in found.labels] == [3, 1]


def test_all_faults_of_a_file_are_found_in_one_reading() -> None:
    found = faults("a: &x 1\nb: !t 2\nb: *x\n")
    assert [one.rule for one in found] == ["yaml-alias", "yaml-tag", "yaml-alias", "duplicate-key"]


def test_a_file_of_faults_is_given_up() -> None:
    found = faults("[" + "*a, " * 10_000 + "]")
    assert len(found) == yaml.FAULTS + 1
    assert found[-1].rule == "too-many-faults"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: &{name} b", id="anchor"),
        pytest.param("a: *{name}", id="alias"),
        pytest.param("a: !{name} b", id="tag"),
        pytest.param("? {name}\n: 1\n? {name}\n: 2\n", id="key"),
    ],
)
def test_a_name_of_a_megabyte_makes_no_message_of_a_megabyte(text: str) -> None:
    [found] = faults(text.format(name="x" * 1_000_000))
    assert len(found.message) < 150
    assert len(found.place.excerpt) < 1500


def test_sixty_four_brackets_are_not_too_deep() -> None:
    assert plain(read("[" * 64 + "]" * 64)) is not None


TREES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inside: (
        st.lists(inside, max_size=4) | st.dictionaries(st.text("ab: é😀#"), inside, max_size=4)
    ),
    max_leaves=10,
)
BOTH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@BOTH
@given(TREES, st.sampled_from(["'", '"']), st.booleans())
def test_what_is_dumped_is_read(tree: Any, style: str, flow: bool) -> None:
    text = pyyaml.safe_dump(tree, default_style=style, default_flow_style=flow)
    text = text.replace("!!str ", "")
    assert plain(read(text)) == tree


@BOTH
@given(st.text(st.sampled_from("ab: -[]{},'\"\n\t#&*!|>%@`?~<\\é😀\u2028\x07\ud800")))
@example("? ? ? a")
@example("...\n")
@example('"\\UFFFFFFFF"')
@example(f"%YAML {'9' * 5000}.1\n---\na")
def test_every_text_is_read_or_refused(text: str) -> None:
    found: list[Finding] = []
    assert (yaml.read(text, "a.yaml", found) is None) == bool(found)
    assert all("\n" not in one.message for one in found)
