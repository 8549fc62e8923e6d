"""A message says what is wrong, and its help what to do: each kind of mistake has its own."""

from pathlib import Path
from typing import Any

import pytest

from kzdata.project.check import check
from tests import small
from tests.gate.test_gate import PEOPLE, gate

TERMS = "; other words for it go into its `terms`"

TOLD: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "the bound is left out of the quotation": (
        PEOPLE,
        {"value": 800, "evidence": "800 people"},
        "`value` is 800, and `More than 800` is cited only in part",
        "cite `More than 800 people` whole: a part of it may say something else",
    ),
    "the day is left out of the quotation": (
        "On January 6, 2022 it rained.\n",
        {"day": "2022-01-06", "evidence": "2022 it"},
        "`day` is 2022-01-06, but the evidence says 2022",
        "correct the value, or list `day` under `inferred` and say why",
    ),
    "an ordinal is left out of the quotation": (
        "It was the twenty-third time, with 30 people.\n",
        {"value": 23, "evidence": "time"},
        "`value` is 23, but no number is read in the evidence",
        "correct the value, or list `value` under `inferred` and say why",
    ),
    "the words of a quantity are others": (
        PEOPLE,
        {"value": 800, "as_written": "Over 800", "evidence": "More than 800 people"},
        "`as_written` is `Over 800`, which are not the words of more_than 800 in the evidence",
        "correct the value, or list `as_written` under `inferred` and say why",
    ),
    "many numbers are read": (
        "There were 1, 2, 3, 4 and 5 people.\n",
        {"value": 6, "evidence": "1, 2, 3, 4 and 5 people"},
        "`value` is 6, but the evidence says 1 and 2 and 3 and 4",
        "correct the value, or list `value` under `inferred` and say why",
    ),
    "the schema lacks the word for a unit": (
        "More than 800 peacekeepers served in 14 missions.\n",
        {"value": 800, "unit": "person", "evidence": "More than 800 peacekeepers"},
        "`unit` is person, but more_than 800 counts `peacekeepers`",
        f"correct the value, or list `unit` under `inferred` and say why{TERMS}",
    ),
    "what is counted is left out of the quotation": (
        PEOPLE,
        {"value": 800, "unit": "person", "evidence": "More than 800"},
        "`unit` is person, and what is counted is not cited: `people`",
        "cite `people`, too, or correct the value, or list `unit` under `inferred` and say why"
        + TERMS,
    ),
    "the unit is that of another number": (
        "800 soldiers came for 14 missions, 9.\n",
        {"value": 800, "unit": "mission", "evidence": "800 soldiers came for 14 missions, 9"},
        "`value` is 800, but the evidence says 800 of `soldiers` and 14 of `missions` and 9",
        "correct the value, or list `value` under `inferred` and say why",
    ),
    "no number is claimed beside the unit": (
        PEOPLE,
        {"unit": "person", "evidence": "14 missions"},
        "`unit` is person, but 14 counts `missions`",
        f"correct the value, or list `unit` under `inferred` and say why{TERMS}",
    ),
    "the thing is another's": (
        "They met 12 soldiers' wives.\n",
        {"value": 12, "unit": "person", "evidence": "12 soldiers' wives"},
        "`unit` is person, but 12 counts `soldiers' wives`",
        f"correct the value, or list `unit` under `inferred` and say why{TERMS}",
    ),
    "the unit and the words are others": (
        "They were twelve.\n",
        {"value": 12, "unit": "person", "as_written": "dozen", "evidence": "were twelve"},
        "`unit` is person, and no words are read for what is counted",
        f"correct the value, or list `unit` under `inferred` and say why{TERMS}",
    ),
    "the number, its bound and its unit are others": (
        PEOPLE,
        {"value": 80, "bound": "about", "unit": "mission", "evidence": "More than 800 people"},
        "`value` is 80, but the evidence says more_than 800",
        "correct the value, or list `value` under `inferred` and say why",
    ),
    "nothing is counted": (
        "They were twelve.\n",
        {"value": 12, "unit": "person", "evidence": "were twelve"},
        "`unit` is person, and no words are read for what is counted",
        f"correct the value, or list `unit` under `inferred` and say why{TERMS}",
    ),
    "the schema lacks the word for the unit of a column": (
        "Prices rose by 15%.\n",
        {"share": 15, "evidence": "rose by 15%"},
        "`share` is 15, but 15 counts `%`",
        f"correct the value, or list `share` under `inferred` and say why{TERMS}",
    ),
    "the schema lacks the word for a category": (
        PEOPLE,
        {"kind": "training", "evidence": "officers"},
        "`kind` is `training`, which the evidence does not say",
        f"correct the value, or list `kind` under `inferred` and say why{TERMS}",
    ),
    "a comma ends the words": (
        "More than 3,400 people came.\n",
        {"said": "3,400", "evidence": {"exact": "More than 3", "400 people": None}},
        "a piece of evidence has no key `400 people`",
        "put words with a comma in quotation marks: inside `{}` it begins another key",
    ),
    "a key of a piece is misspelt": (
        PEOPLE,
        {"value": 14, "evidence": {"exakt": "14 missions"}},
        "a piece of evidence has no key `exakt`",
        "did you mean `exact`?",
    ),
    "a field that is inferred is misspelt": (
        PEOPLE,
        {"value": 14, "inferred": {"valeu": "I say so"}, "evidence": "14 missions"},
        "`inferred` gives a reason for `valeu`, which has no value",
        "did you mean `value`?",
    ),
    "a word is left out of the quotation": (
        PEOPLE,
        {"said": "800 people in 14 missions", "evidence": "800 people in 14 missions"},
        "the quoted words do not stand in `a.txt`",
        "copy the words from the source: a slip of the pen?",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_the_message_and_the_help_are_those_of_the_mistake(case: str, tmp_path: Path) -> None:
    text, record, message, help = TOLD[case]
    (finding,) = gate(tmp_path, text, record).findings
    assert (finding.message, finding.help) == (message, help)


LABELS: dict[str, tuple[str, object, list[tuple[str, str]]]] = {
    "what is read, three at most": (
        "They sent 11, 12, 13 and 14 officers.\n",
        "11, 12, 13 and 14 officers",
        [("read as 11", "11"), ("read as 12", "12"), ("read as 13", "13")],
    ),
    "what is cited, two pieces at most, where nothing is read": (
        PEOPLE,
        ["officers", "people served", "missions"],
        [("cited words", "officers"), ("cited words", "people served")],
    ),
    "the whole of what is cited in part": (
        PEOPLE,
        "800 people",
        [("read as a whole", "More than 800")],
    ),
}


@pytest.mark.parametrize("case", LABELS)
def test_words_of_the_source_are_shown_beside_the_value(case: str, tmp_path: Path) -> None:
    text, evidence, shown = LABELS[case]
    (finding,) = gate(tmp_path, text, {"value": 800, "evidence": evidence}).findings
    value, *labels = finding.labels
    assert (value.message, value.place.path) == ("curated value", "data/records/records.yaml")
    assert {one.place.path for one in labels} == {"seeds/a.txt"}
    places = [(one.message, one.place) for one in labels]
    assert [
        (said, at.excerpt[at.column - at.excerpt_column :][: at.length]) for said, at in places
    ] == shown


def test_what_a_quotation_leaves_out_is_said_to_be_left_out(tmp_path: Path) -> None:
    (finding,) = gate(
        tmp_path, "They gave $2.5 million.\n", {"evidence": "gave 2.5 million"}
    ).findings
    assert [label.message for label in finding.labels[1:]] == ["left out"]


def test_a_language_without_readers_is_a_warning_at_the_first_source_that_has_it(
    tmp_path: Path,
) -> None:
    root = small.write(tmp_path, {"a": "Один.\n", "b": "Два.\n"}, {"t": [small.NUMBER]}, {"t": []})
    path = root / "data/records/records.yaml"
    assert path.read_text().count('"en"') == 2
    path.write_text(path.read_text().replace('"en"', '"russian"'))
    (finding,) = check(root).findings
    assert (finding.rule, finding.severity, finding.place.line) == (
        "language-without-readers",
        "warning",
        7,
    )
    assert finding.message == "`language` is `russian`, a language that has no readers"
    assert finding.help == "there are `en`, `it`, `kk`, `ru`"


def test_a_source_of_no_language_is_warned_of_as_well(tmp_path: Path) -> None:
    root = small.write(tmp_path, {"a": "Один.\n", "b": "Два.\n"}, {"t": [small.NUMBER]}, {"t": []})
    path = root / "data/records/records.yaml"
    path.write_text(path.read_text().replace('"en"', "null", 1))
    (finding,) = check(root).findings
    assert (finding.rule, finding.severity) == ("language-without-readers", "warning")
    assert finding.message == "`language` is null, so that no words are read, only digits"


LONG = "very " * 40 + "long"
CUT = f"`{LONG[:79]}…`"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"said": LONG, "evidence": "It was"}, f"`said` is {CUT}, which the evidence does not say"),
        ({"said": LONG}, f"`said` is {CUT[1:-1]}, and no words are cited for it"),
    ],
    ids=["not said", "not cited"],
)
def test_of_a_long_value_a_message_shows_the_beginning(
    record: dict[str, Any], message: str, tmp_path: Path
) -> None:
    (finding,) = gate(tmp_path, "It was short.\n", record).findings
    assert finding.message == message
