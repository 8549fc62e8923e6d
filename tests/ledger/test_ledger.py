"""Every number, date and quotation of a source is used, set aside or open."""

from pathlib import Path
from typing import Any

import pytest

from kzdata.ledger import Kind, State, close, items
from kzdata.project.check import Checked, check
from kzdata.selectors import Span
from tests import small


def words(text: str) -> list[tuple[Kind, str]]:
    return [(item.kind, text[slice(*item.words)]) for item in items(text, "en")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They sent 30 people.", [("number", "30")]),
        ("On January 6, 2022, it rained.", [("date", "January 6, 2022")]),
        ("“We were ready,” he said.", [("quotation", "We were ready,")]),
        ("A few thousand came.", [("number", "A few thousand")]),
        ("Nobody came.", []),
        ("", []),
    ],
)
def test_what_a_source_says(text: str, found: list[tuple[Kind, str]]) -> None:
    assert [(kind, said.casefold()) for kind, said in words(text)] == [
        (kind, said.casefold()) for kind, said in found
    ]


def test_items_stand_in_the_order_of_the_text_and_each_once() -> None:
    found = items("In 2003 and 2004, 30 people said: “It is 2003, and we are 30.”", "en")
    assert found == sorted(found, key=lambda item: item.words)
    assert len({item.words for item in found}) == len(found)


TEXT = "He said “We were ready,” and thirty left."


@pytest.mark.parametrize(
    ("used", "aside", "state"),
    [
        ([], [], "open"),
        ([Span(9, 23)], [], "used"),
        ([Span(9, 22)], [], "used"),  # without the comma
        ([Span(8, 24)], [], "used"),  # with the marks
        ([Span(9, 21)], [], "open"),  # without a letter
        ([Span(9, 15), Span(15, 23)], [], "open"),  # in two halves
        ([Span(0, 5), Span(9, 23), Span(10, 12)], [], "used"),
        ([], [Span(9, 22)], "set_aside"),
        ([Span(9, 22)], [Span(9, 22)], "used"),
        ([Span(29, 31)], [], "open"),
    ],
)
def test_an_item_is_used_set_aside_or_open(
    used: list[Span], aside: list[Span], state: State
) -> None:
    quoted, _ = close("a.txt", items(TEXT, "en"), used, aside)
    assert (quoted.source, quoted.kind, quoted.state) == ("a.txt", "quotation", state)
    assert (quoted.start, quoted.end) == (9, 23)


def test_an_item_without_a_letter_is_taken_as_it_is() -> None:
    (entry,) = close("a.txt", items("“…”", "en"), [Span(1, 2)], [])
    assert (entry.core_start, entry.core_end, entry.state) == (1, 2, "used")


def test_what_counts_of_an_item_has_no_punctuation_at_either_end() -> None:
    (entry,) = close("a.txt", items("“…we came!” she said", "en"), [Span(2, 9)], [])
    assert (entry.start, entry.end) == (1, 10)
    assert (entry.core_start, entry.core_end, entry.state) == (2, 9, "used")


SOURCE = (
    "There are 14 missions, four involving officers. On January 6, 2022, “we came”, said Ann.\n"
)
FIELDS = (small.NUMBER, {"name": "said"}, {"name": "place"})
FOURTEEN = {"id": "a", "value": 14, "evidence": "14 missions"}
REST = [
    {"evidence": "four involving officers", "reason": "not ours"},
    {"evidence": "On January 6, 2022, “we came”", "reason": "not ours"},
]


def project(root: Path, records: list[Any], aside: list[Any], ledger: str = "decided") -> Checked:
    tables = {"things": records} | ({"set_aside": aside} if aside else {})
    return check(small.write(root, {"a": SOURCE}, {"things": FIELDS}, tables, ledger=ledger))


def states(checked: Checked) -> dict[str, str]:
    text = checked.sources["a.txt"].text
    return {text[one["start"] : one["end"]]: one["state"] for one in checked.ledger.to_pylist()}


def told(checked: Checked) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message) for finding in checked.findings]


def test_what_is_neither_used_nor_set_aside_is_open(tmp_path: Path) -> None:
    checked = project(tmp_path, [FOURTEEN], REST[:1])
    assert states(checked) == {
        "14": "used",
        "four": "set_aside",
        "January 6, 2022": "open",
        "we came": "open",
    }
    assert told(checked) == [
        ("open-in-ledger", "the date `January 6, 2022` of `a.txt` is neither used nor set aside"),
        ("open-in-ledger", "the quotation `we came` of `a.txt` is neither used nor set aside"),
    ]
    assert checked.findings[0].place.path == "seeds/a.txt"


def test_a_ledger_that_is_reported_is_counted_and_no_error(tmp_path: Path) -> None:
    checked = project(tmp_path, [FOURTEEN], REST[:1], "reported")
    assert told(checked) == []
    assert list(states(checked).values()).count("open") == 2


def test_a_ledger_that_is_decided_is_clean(tmp_path: Path) -> None:
    assert told(project(tmp_path, [FOURTEEN], REST)) == []


def test_words_of_an_inferred_cell_are_used_where_they_name_it(tmp_path: Path) -> None:
    infer = {"id": "b", "place": "here", "inferred": {"place": "who else has officers"}}
    named = {**infer, "evidence": {"exact": "four involving officers", "fields": ["place"]}}
    assert states(project(tmp_path, [FOURTEEN, named], []))["four"] == "used"
    bare = {**infer, "evidence": "four involving officers"}
    assert states(project(tmp_path, [FOURTEEN, bare], []))["four"] == "open"


def test_a_number_beside_the_one_that_is_read_stays_open(tmp_path: Path) -> None:
    """The cited words hold both; only one was read in them."""
    wide = {**FOURTEEN, "evidence": "14 missions, four involving"}
    checked = project(tmp_path, [wide], REST[1:])
    assert states(checked)["four"] == "open"
    assert [rule for rule, _ in told(checked)] == ["weak-evidence", "open-in-ledger"]


@pytest.mark.parametrize(
    "words",
    ["14 missions", "officers", "said Ann"],
    ids=["used by a record", "no number", "no number either"],
)
def test_a_decision_about_nothing_is_a_warning(words: str, tmp_path: Path) -> None:
    checked = project(tmp_path, [FOURTEEN], [*REST, {"evidence": words, "reason": "?"}])
    ((rule, _),) = told(checked)
    assert rule == "set-aside-idle"
    assert checked.clean
    assert checked.findings[0].place.excerpt.strip() == f'"evidence": "{words}",'


def test_each_piece_of_a_decision_counts(tmp_path: Path) -> None:
    aside = [{"evidence": ["four involving officers", "said Ann"], "reason": "not ours"}, REST[1]]
    checked = project(tmp_path, [FOURTEEN], aside)
    assert [rule for rule, _ in told(checked)] == ["set-aside-idle"]
    assert checked.findings[0].place.excerpt.strip() == '"said Ann"'


def test_words_that_are_set_aside_stand_in_the_source(tmp_path: Path) -> None:
    aside = [{"evidence": "five involving officers", "reason": "not ours"}]
    checked = project(tmp_path, [FOURTEEN], aside, "reported")
    assert [rule for rule, _ in told(checked)] == ["quote-not-found"]


@pytest.mark.parametrize("key", ["a", "b"])
def test_a_decision_names_its_source(key: str, tmp_path: Path) -> None:
    aside = [{"source": key, "evidence": "four", "reason": "not ours"}]
    sources = {"a": "One of four.\n", "b": "Two of four.\n"}
    checked = check(small.write(tmp_path, sources, {}, {"set_aside": aside}))
    assert told(checked) == []
    entries = checked.ledger.to_pylist()
    assert {e["source"] for e in entries if e["state"] == "set_aside"} == {f"{key}.txt"}


@pytest.mark.parametrize(
    "entry",
    [
        {"evidence": "four"},
        {"reason": "not ours"},
        {"evidence": "four", "reason": " "},
        {"evidence": "four", "reason": "not ours", "raeson": "x"},
        {"evidence": "four", "reason": ["not ours"]},
        {"evidence": "four", "raeson": "not ours"},
    ],
)
def test_a_decision_has_words_and_a_reason_and_nothing_else(
    entry: dict[str, Any], tmp_path: Path
) -> None:
    checked = project(tmp_path, [FOURTEEN], [entry], "reported")
    assert [rule for rule, _ in told(checked)] == ["set-aside-malformed"]


@pytest.mark.parametrize(
    ("entry", "lacking"),
    [
        ({"evidence": "four"}, "its `reason`"),
        ({"reason": "not ours"}, "its `evidence`"),
        ({"source": "a"}, "its `evidence` and its `reason`"),
    ],
)
def test_what_a_decision_lacks_is_named(
    entry: dict[str, Any], lacking: str, tmp_path: Path
) -> None:
    (finding,) = project(tmp_path, [FOURTEEN], [entry], "reported").findings
    assert finding.message == f"an entry of `set_aside` lacks {lacking}"


def test_a_quotation_that_is_not_found_leaves_its_source_s_ledger_unsettled(
    tmp_path: Path,
) -> None:
    """What the lost words would have used is not open as well: one fault is one finding."""
    checked = project(tmp_path, [{**FOURTEEN, "evidence": "14 misions"}], [])
    assert [rule for rule, _ in told(checked)] == ["quote-not-found"]


def test_a_wrong_value_is_not_told_by_the_ledger_too(tmp_path: Path) -> None:
    checked = project(tmp_path, [{**FOURTEEN, "value": 15}], REST)
    assert [rule for rule, _ in told(checked)] == ["value-not-in-evidence"]


@pytest.mark.parametrize(
    ("record", "aside", "rule"),
    [
        ({**FOURTEEN, "source": "b"}, REST, "no-such-source"),
        ({**FOURTEEN, "value": "fourteeen"}, REST, "wrong-type"),
        (
            {**FOURTEEN, "evidence": {"exact": "14 missions", "start": "x"}},
            REST,
            "evidence-malformed",
        ),
        ({**FOURTEEN, "valeu": 14}, [], "unknown-field"),
        (FOURTEEN, [{"evidence": REST[0]["evidence"]}, REST[1]], "set-aside-malformed"),
    ],
)
def test_what_a_record_at_fault_may_use_is_not_told_as_open(
    record: Any, aside: list[Any], rule: str, tmp_path: Path
) -> None:
    checked = project(tmp_path, [record], aside)
    assert [found for found, _ in told(checked)] == [rule]


def test_a_fault_uses_the_words_that_are_cited_for_its_own_fields_alone(tmp_path: Path) -> None:
    pieces = [
        {"exact": "14 missions", "fields": ["value"]},
        {"exact": "four involving officers", "fields": ["said"]},
    ]
    record = {"id": "a", "value": 15, "said": "officers", "evidence": pieces}
    found = states(project(tmp_path, [record], [], "reported"))
    assert (found["14"], found["four"]) == ("used", "open")


def test_of_a_long_quotation_that_is_open_the_beginning_is_shown(tmp_path: Path) -> None:
    said = "we came " * 20
    root = small.write(tmp_path, {"a": f"“{said}”, said Ann.\n"}, {}, {}, ledger="decided")
    (finding,) = check(root).findings
    assert finding.message == (
        f"the quotation `{said[:79]}…` of `a.txt` is neither used nor set aside"
    )
