"""A quoted cell is published when its words are read in its evidence, in context, and not else."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kzdata.project.check import Checked, check
from tests import small

FIELDS = (
    *small.QUANTITY,
    {"name": "day", "type": "date"},
    {"name": "year", "type": "year"},
    {"name": "took", "type": "duration"},
    {"name": "rank", "type": "integer", "reading": "ordinal"},
    {"name": "country", "reading": "country"},
    {"name": "who", "reading": "name"},
    {"name": "said"},
    {
        "name": "kind",
        "reading": "term",
        "categories": [{"value": "training", "terms": ["course", "training"]}, {"value": "other"}],
    },
    {"name": "tags", "type": "list"},
    {"name": "words", "type": "string"},
    {"name": "share", "type": "number", "group": "share", "terms": ["percent"]},
)


def gate(root: Path, text: str, *records: Mapping[str, Any], date: str | None = None) -> Checked:
    numbered = [{"id": f"r{number}", **record} for number, record in enumerate(records)]
    return check(small.write(root, {"a": text}, {"t": FIELDS}, {"t": numbered}, date=date))


def told(checked: Checked) -> list[tuple[str, str]]:
    """Rule and the shown words at which each finding stands."""
    return [
        (
            one.rule,
            one.place.excerpt[one.place.column - one.place.excerpt_column :][: one.place.length],
        )
        for one in checked.findings
    ]


def cells(checked: Checked) -> dict[str, tuple[object, ...]]:
    """Basis and the words that were read, by field of the first record."""
    return {
        str(row[2]): (row[4], row[12])
        for row in checked.evidence
        if row[0] == "t" and row[2] != "id" and row[3] == 1
    }


PEOPLE = "More than 800 people served in 14 missions, four involving officers.\n"
PEOPLE_SAID = {"value": 800, "bound": "more_than", "unit": "person"}

ACCEPTED: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    "a number with its bound and unit": (
        PEOPLE,
        {**PEOPLE_SAID, "as_written": "More than 800", "evidence": "More than 800 people"},
        {
            "value": "800",
            "bound": "More than 800",
            "unit": "people",
            "as_written": "More than 800",
        },
    ),
    "a date": (
        "On January 6, 2022 it rained.\n",
        {"day": "2022-01-06"},
        {"day": "January 6, 2022"},
    ),
    "a duration": ("It took six months.\n", {"took": "P6M"}, {"took": "six months"}),
    "weeks as days": ("It took two weeks.\n", {"took": "P14D"}, {"took": "two weeks"}),
    "half a year": ("It took half a year.\n", {"took": "P6M"}, {"took": "half a year"}),
    "an hour and a half": ("It took 1.5 hours.\n", {"took": "PT1H30M"}, {"took": "1.5 hours"}),
    "an ordinal": ("It was the third time.\n", {"rank": 3}, {"rank": "third"}),
    "a country": ("They left Lebanon.\n", {"country": "LB"}, {"country": "Lebanon"}),
    "a name": ("So said Ann Bee, twice.\n", {"who": "Ann Bee"}, {"who": "Ann Bee"}),
    "text": ("So said Ann Bee, twice.\n", {"said": "said Ann"}, {"said": "said Ann"}),
    "a term": ("The course began.\n", {"kind": "training"}, {"kind": "course"}),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_what_the_words_say_is_quoted(case: str, tmp_path: Path) -> None:
    text, record, read = ACCEPTED[case]
    checked = gate(tmp_path, text, {"evidence": text.strip(" .\n"), **record})
    assert told(checked) == []
    assert cells(checked) == {field: ("quoted", words) for field, words in read.items()}


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    # The evidence is contradicted, and the field that is wrong is blamed.
    "the number": (
        PEOPLE,
        {**PEOPLE_SAID, "value": 900, "evidence": "More than 800 people"},
        "900",
    ),
    "the bound": (
        PEOPLE,
        {**PEOPLE_SAID, "bound": "exactly", "evidence": "More than 800 people"},
        '"exactly"',
    ),
    "the unit": (
        PEOPLE,
        {**PEOPLE_SAID, "unit": "mission", "evidence": "More than 800 people"},
        '"mission"',
    ),
    "the words": (
        PEOPLE,
        {**PEOPLE_SAID, "as_written": "Over 800", "evidence": "More than 800 people"},
        '"Over 800"',
    ),
    "bound and unit: the first of them": (
        PEOPLE,
        {"value": 800, "bound": "exactly", "unit": "mission", "evidence": "More than 800 people"},
        '"exactly"',
    ),
    "the date": ("On January 6, 2022 it rained.\n", {"day": "2022-01-07"}, '"2022-01-07"'),
    "the duration": ("It took six months.\n", {"took": "P180D"}, '"P180D"'),
    "days of a week": ("It took two weeks.\n", {"took": "P15D"}, '"P15D"'),
    "half a month": ("It took half a month.\n", {"took": "P15D"}, '"P15D"'),
    "the ordinal": ("It was the third time.\n", {"rank": 2}, "2"),
    "a cardinal for an ordinal": ("It took three days.\n", {"rank": 3}, "3"),
    "an ordinal for a cardinal": ("It was the third time.\n", {"value": 3}, "3"),
    "the country": ("They left Lebanon.\n", {"country": "LY"}, '"LY"'),
    # Nothing of the kind is read.
    "no number": ("Nobody came.\n", {"value": 3}, "3"),
    "no date": ("Nobody came.\n", {"day": "2022-01-06"}, '"2022-01-06"'),
    "half a date": ("On January 6 it rained.\n", {"day": "2022-01-06"}, '"2022-01-06"'),
    # The words are another number's.
    "the bound of another number": (
        "Over 30 men and 40 women.\n",
        {"value": 40, "bound": "more_than"},
        "40",
    ),
    "a number that is part of another": ("There were 1,800 people.\n", {"value": 800}, "800"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_words_do_not_say_is_one_fault_at_the_field_that_is_wrong(
    case: str, tmp_path: Path
) -> None:
    text, record, words = REFUSED[case]
    checked = gate(tmp_path, text, {"evidence": text.strip(" .\n"), **record})
    assert told(checked) == [("value-not-in-evidence", words)]


WORDS: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "a name": ("So said Ann Bee.\n", {"who": "Ann Boo"}, "words-not-in-evidence", '"Ann Boo"'),
    "half a name": ("So said Ann Bee.\n", {"who": "An"}, "words-not-in-evidence", '"An"'),
    "text": ("So said Ann Bee.\n", {"said": "Ann said"}, "words-not-in-evidence", '"Ann said"'),
    "a term": ("So said Ann.\n", {"kind": "training"}, "words-not-in-evidence", '"training"'),
    "no terms": ("The course.\n", {"kind": "other"}, "category-without-terms", '"other"'),
    "two countries": ("In the Congo.\n", {"country": "CD"}, "ambiguous-reading", '"CD"'),
    "neither of two countries": (
        "In the Congo.\n",
        {"country": "LB"},
        "value-not-in-evidence",
        '"LB"',
    ),
}


@pytest.mark.parametrize("case", WORDS)
def test_words_that_are_not_there_or_mean_two_things(case: str, tmp_path: Path) -> None:
    text, record, rule, words = WORDS[case]
    checked = gate(tmp_path, text, {"evidence": text.strip(" .\n"), **record})
    assert told(checked) == [(rule, words)]


CUT: dict[str, tuple[str, str, dict[str, Any]]] = {
    "a bound cut off": (PEOPLE, "800 people", {"value": 800, "bound": "exactly"}),
    "a bound cut off, and none claimed": (PEOPLE, "800 people", {"value": 800}),
    "a half cut off": ("Half a million people came.\n", "million people", {"value": 1_000_000}),
    "a negation kept, the number cut": ("Not 30 but 40 people.\n", "40 people", {"value": 30}),
    "a scale cut off": ("They spent 3 million.\n", "3", {"value": 3}),
    "the rest of a date cut off": (
        "On January 6, 2022 it rained.\n",
        "January 6",
        {"day": "2022-01-06"},
    ),
}


@pytest.mark.parametrize("case", CUT)
def test_words_cut_out_of_their_context_say_nothing(case: str, tmp_path: Path) -> None:
    text, evidence, record = CUT[case]
    checked = gate(tmp_path, text, {**record, "evidence": evidence})
    assert [rule for rule, _ in told(checked)] == ["value-not-in-evidence"]


@pytest.mark.parametrize("evidence", ["800 people", "1", "80"])
def test_a_number_is_not_cut_in_two(evidence: str, tmp_path: Path) -> None:
    checked = gate(tmp_path, "There were 1,800 people.\n", {"value": 800, "evidence": evidence})
    assert [rule for rule, _ in told(checked)] in (["quote-cuts-word"], ["value-not-in-evidence"])


@pytest.mark.parametrize(
    ("text", "evidence", "cell", "meanings"),
    [
        ("On 06/01/2022 they left.\n", "06/01/2022", ("day", "2022-01-06"), "{} or 2022-06-01"),
        ("His rating is 1900.\n", "1900", ("year", "1900"), "something else"),
    ],
    ids=["one of two days", "perhaps no year"],
)
def test_of_a_date_that_is_not_sure_all_meanings_are_told(
    text: str, evidence: str, cell: tuple[str, str], meanings: str, tmp_path: Path
) -> None:
    field, value = cell
    (finding,) = gate(tmp_path, text, {field: value, "evidence": evidence}).findings
    assert finding.rule == "ambiguous-reading"
    said = f"`{field}` is {value}, and the evidence may mean {meanings}"
    assert finding.message == said.format(value)


PARTED: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "a number": ("Over 1,800 people came.\n", {"value": 1800}, ["Over 1", "800 people"]),
    "a text": ("So Ann, of Baku, said.\n", {"words": "Ann, of Baku"}, ["Ann", "of Baku"]),
    "a date": ("On May 3, 2021, they left.\n", {"day": "2021-05-03"}, ["On May 3", "2021"]),
}


@pytest.mark.parametrize("case", PARTED)
def test_of_words_that_a_list_has_parted_at_their_comma_the_help_says_so(
    case: str, tmp_path: Path
) -> None:
    text, record, evidence = PARTED[case]
    findings = gate(tmp_path, text, {**record, "evidence": evidence}).findings
    assert findings
    assert all(
        one.help.endswith("in YAML, put words with a comma inside `[]` in quotation marks")
        for one in findings
    )


def test_of_other_words_the_help_speaks_of_no_comma(tmp_path: Path) -> None:
    record = {"words": "Ann of Baku", "evidence": ["Ann", "said"]}
    (finding,) = gate(tmp_path, "So Ann, of Baku, said.\n", record).findings
    assert "comma" not in finding.help


def test_a_unit_that_the_sentence_leaves_out_may_come_from_a_second_piece(tmp_path: Path) -> None:
    record = {"value": 4, "unit": "mission", "evidence": ["four", "missions"]}
    checked = gate(tmp_path, PEOPLE, record)
    assert told(checked) == []
    assert cells(checked) == {"value": ("quoted", "four"), "unit": ("quoted", "missions")}


def test_a_unit_that_the_number_has_is_not_changed_by_a_second_piece(tmp_path: Path) -> None:
    record = {"value": 800, "bound": "more_than", "unit": "mission"}
    evidence = ["More than 800 people", "missions"]
    assert told(gate(tmp_path, PEOPLE, {**record, "evidence": evidence})) == [
        ("value-not-in-evidence", '"mission"')
    ]


def test_a_date_without_its_year_is_completed_by_another_piece(tmp_path: Path) -> None:
    text = "It was 2022. On January 6 it rained.\n"
    checked = gate(tmp_path, text, {"day": "2022-01-06", "evidence": ["2022", "January 6"]})
    assert told(checked) == []
    rows = [row for row in checked.evidence if row[2] == "day"]
    assert [(row[3], row[12]) for row in rows] == [(1, "January 6"), (2, "2022")]


def test_a_weekday_counts_from_the_day_of_the_source(tmp_path: Path) -> None:
    record = {"day": "2022-01-06", "evidence": "Thursday"}
    assert told(gate(tmp_path, "It rained on Thursday.\n", record, date="2022-01-07")) == []


def test_a_weekday_of_an_undated_source_is_no_day(tmp_path: Path) -> None:
    record = {"day": "2022-01-06", "evidence": "Thursday"}
    checked = gate(tmp_path, "It rained on Thursday.\n", record)
    assert [rule for rule, _ in told(checked)] == ["value-not-in-evidence"]


def test_words_that_carry_another_value_as_well_are_a_warning(tmp_path: Path) -> None:
    evidence = "14 missions, four involving officers"
    checked = gate(tmp_path, PEOPLE, {"value": 14, "evidence": evidence})
    assert told(checked) == [("weak-evidence", "14")]
    assert checked.clean
    assert cells(checked) == {"value": ("quoted", "14")}


@pytest.mark.parametrize("fields", [["value"], ["value", "bound"]])
def test_a_piece_serves_the_fields_that_it_names(fields: Sequence[str], tmp_path: Path) -> None:
    record = {"value": 14, "who": "Ann", "evidence": [{"exact": "14 missions", "fields": fields}]}
    assert told(gate(tmp_path, PEOPLE, record)) == [("no-evidence", '"Ann"')]


def test_an_inferred_cell_needs_no_reading_and_keeps_its_reason(tmp_path: Path) -> None:
    record = {
        "value": 20,
        "country": "KZ",
        "inferred": {"country": "it is of Kazakhstan that the article tells"},
        "evidence": "twenty officers",
    }
    checked = gate(tmp_path, "It sent twenty officers.\n", record)
    assert told(checked) == []
    assert cells(checked) == {"value": ("quoted", "twenty"), "country": ("inferred", None)}
    (row,) = [row for row in checked.evidence if row[2] == "country"]
    assert row[8] == "twenty officers"
    assert row[-1] == "it is of Kazakhstan that the article tells"


def test_an_inferred_cell_rests_on_no_words_that_are_cited_for_others(tmp_path: Path) -> None:
    evidence = [{"exact": "14 missions", "fields": ["value"]}, "four involving officers"]
    record = {"value": 14, "country": "KZ", "inferred": {"country": "so"}, "evidence": evidence}
    checked = gate(tmp_path, PEOPLE, record)
    assert [row[8] for row in checked.evidence if row[2] == "country"] == [evidence[1]]


def test_there_are_no_words_beside_those_at_an_end_of_the_source(tmp_path: Path) -> None:
    record = {"said": "We came", "who": "Ann", "evidence": ["We came,", "Ann."]}
    checked = gate(tmp_path, "We came, said Ann.", record)
    beside = {row[2]: row[9:11] for row in checked.evidence if row[0] == "t" and row[4] == "quoted"}
    assert beside == {"said": (None, " said Ann."), "who": ("We came, said ", None)}


def test_an_inferred_part_is_left_out_of_the_claim(tmp_path: Path) -> None:
    record = {
        "value": 800,
        "bound": "exactly",
        "inferred": {"bound": "another article counts them"},
        "evidence": "More than 800 people",
    }
    assert told(gate(tmp_path, PEOPLE, record)) == []


def test_an_inferred_cell_without_words_has_one_row_with_its_reason(tmp_path: Path) -> None:
    record = {"country": "KZ", "inferred": {"country": "everybody knows"}}
    checked = gate(tmp_path, PEOPLE, record)
    assert told(checked) == []
    (row,) = [row for row in checked.evidence if row[2] == "country"]
    assert row[3:] == (1, "inferred", *[None] * 9, "everybody knows")


@pytest.mark.parametrize(
    ("tags", "rules"),
    [
        (["rain", "snow"], []),
        (["snow", "rain"], []),
        (["rain", "hail"], ["words-not-in-evidence"]),
        ([], ["words-not-in-evidence"]),
        (["rai"], ["words-not-in-evidence"]),
    ],
)
def test_each_item_of_a_list_is_read(tags: list[str], rules: list[str], tmp_path: Path) -> None:
    record = {"tags": tags, "evidence": "rain and snow"}
    checked = gate(tmp_path, "There was rain and snow.\n", record)
    assert [rule for rule, _ in told(checked)] == rules
    if not rules:
        rows = [row[12] for row in checked.evidence if row[2] == "tags"]
        assert rows == tags


def test_a_list_of_countries_is_no_weak_evidence(tmp_path: Path) -> None:
    fields = [{"name": "lands", "type": "list", "reading": "country"}]
    record = {"id": "a", "lands": ["LB", "KZ"], "evidence": "Lebanon and Kazakhstan"}
    text = "From Lebanon and Kazakhstan.\n"
    checked = check(small.write(tmp_path, {"a": text}, {"t": fields}, {"t": [record]}))
    assert told(checked) == []


@pytest.mark.parametrize("value", ["INF", "-INF", "NaN"])
def test_no_words_say_what_is_no_finite_number(value: str, tmp_path: Path) -> None:
    fields = [{"name": "value", "type": "number"}]
    record = {"id": "a", "value": value, "evidence": "30 people"}
    text = "There were 30 people.\n"
    checked = check(small.write(tmp_path, {"a": text}, {"t": fields}, {"t": [record]}))
    assert [rule for rule, _ in told(checked)] == ["value-not-in-evidence"]


@pytest.mark.parametrize("value", ["many", "1e999999999", "9" * 5000, "1/0", "٣٠", "1_0", " 30"])
def test_a_number_that_is_declared_as_text_is_one_or_says_nothing(
    value: str, tmp_path: Path
) -> None:
    fields = [{"name": "value", "type": "string", "reading": "quantity.number"}]
    record = {"id": "a", "value": value, "evidence": "30 people"}
    text = "There were 30 people.\n"
    checked = check(small.write(tmp_path, {"a": text}, {"t": fields}, {"t": [record]}))
    assert [rule for rule, _ in told(checked)] == ["value-not-in-evidence"]


ONE_FAULT: dict[str, tuple[dict[str, Any], str]] = {
    "words that are not there carry no value": (
        {"value": 20, "country": "LB", "evidence": "twenty soldiers in Lebanon"},
        "quote-not-found",
    ),
    "a value of the wrong type is not read": (
        {"value": "some", "evidence": "twenty officers"},
        "wrong-type",
    ),
    "a value that is not allowed is not read": (
        {"value": 20, "bound": "around", "evidence": "twenty officers"},
        "not-a-category",
    ),
    "an unknown source": (
        {"value": 20, "country": "LB", "source": "b", "evidence": "twenty officers"},
        "no-such-source",
    ),
    "a field that is inferred is misspelt": (
        {"value": 21, "inferred": {"valeu": "I say so"}, "evidence": "twenty officers"},
        "inferred-without-reason",
    ),
    "malformed evidence": (
        {"value": 20, "evidence": {"exact": "twenty officers", "star": 1}},
        "evidence-malformed",
    ),
    "no evidence at all": ({"value": 20, "country": "LB", "said": "They"}, "no-evidence"),
    "one piece of two is not there": (
        {"value": 21, "country": "KZ", "evidence": ["twenty officers", "from Kazakhstan"]},
        "quote-not-found",
    ),
}


@pytest.mark.parametrize("case", ONE_FAULT)
def test_one_fault_is_one_finding(case: str, tmp_path: Path) -> None:
    record, rule = ONE_FAULT[case]
    checked = gate(tmp_path, "They sent twenty officers to Lebanon.\n", record)
    assert [found for found, _ in told(checked)] == [rule]


def test_a_piece_that_is_not_there_hides_no_fault_of_fields_that_it_is_not_for(
    tmp_path: Path,
) -> None:
    pieces = [
        {"exact": "officers in Lebanon", "fields": ["country"]},
        {"exact": "twenty officers", "fields": ["value"]},
    ]
    record = {"value": 21, "country": "LB", "evidence": pieces}
    checked = gate(tmp_path, "They sent twenty officers to Lebanon.\n", record)
    assert sorted(told(checked)) == [
        ("quote-not-found", '"officers in Lebanon"'),
        ("value-not-in-evidence", "21"),
    ]


def test_a_quotation_that_is_a_value_is_at_fault_where_the_value_stands(tmp_path: Path) -> None:
    record = {"said": "We are ready", "evidence": {"value_of": "said"}}
    checked = gate(tmp_path, "We were ready.\n", record)
    assert told(checked) == [("quote-not-found", '"We are ready"')]


def test_each_word_that_the_source_has_otherwise_is_pointed_at(tmp_path: Path) -> None:
    record = {"said": "They", "evidence": "They took thirty officers to Lebanon and Libya"}
    text = "They sent twenty officers to Lebanon and Syria.\n"
    (finding,) = gate(tmp_path, text, record).findings
    also = [(one.place.path, one.place.column, one.message) for one in finding.labels[1:]]
    assert also == [
        ("seeds/a.txt", 6, "quoted as `took`"),
        ("seeds/a.txt", 11, "quoted as `thirty`"),
        ("seeds/a.txt", 42, "quoted as `Libya`"),
    ]


def test_a_wrong_position_of_words_that_stand_twice_is_not_set_right(tmp_path: Path) -> None:
    record = {"value": 20, "evidence": {"exact": "20 officers", "start": 3}}
    (finding,) = gate(tmp_path, "20 officers came, 20 officers left.\n", record).findings
    assert finding.rule == "quote-misplaced"
    assert finding.help == "correct `start` and `end`, or leave them out"
    assert len(finding.labels) == 3


def test_an_unknown_source_of_many_records_is_told_of_once(tmp_path: Path) -> None:
    records = [{"value": 20, "source": "b", "evidence": "twenty officers"}] * 3
    checked = gate(tmp_path, "They sent twenty officers.\n", *records)
    assert [rule for rule, _ in told(checked)] == ["no-such-source"]


def test_the_same_words_are_found_in_each_source_that_is_cited_for_them(tmp_path: Path) -> None:
    sources = {"a": "They sent 20 officers.\n", "b": "Later, 20 officers.\n", "c": "Nobody.\n"}
    records = [
        {"id": f"{key}{number}", "value": 20, "source": key, "evidence": "20 officers"}
        for key in sources
        for number in range(2)
    ]
    checked = check(small.write(tmp_path, sources, {"t": small.QUANTITY}, {"t": records}))
    assert told(checked) == [("quote-not-found", '"20 officers"')] * 2
    starts = {row[1]: row[6] for row in checked.evidence if row[2] == "value"}
    assert starts == {"a0": 10, "a1": 10, "b0": 7, "b1": 7, "c0": None, "c1": None}


def test_a_record_rests_on_words_of_several_sources(tmp_path: Path) -> None:
    sources = {"a": "They sent 20 officers.\n", "b": "It was to Lebanon.\n"}
    evidence = [{"source": "a", "exact": "20 officers"}, {"source": "b", "exact": "Lebanon"}]
    record = {"id": "r", "value": 20, "country": "LB", "evidence": evidence}
    checked = check(small.write(tmp_path, sources, {"t": FIELDS}, {"t": [record]}))
    assert told(checked) == []
    rests = {row[2]: row[5] for row in checked.evidence if row[0] == "t" and row[4] == "quoted"}
    assert rests == {"value": "a.txt", "country": "b.txt"}


def test_faults_of_two_claims_are_two_findings(tmp_path: Path) -> None:
    record = {"value": 21, "country": "KZ", "evidence": "twenty officers to Lebanon"}
    checked = gate(tmp_path, "They sent twenty officers to Lebanon.\n", record)
    assert told(checked) == [("value-not-in-evidence", "21"), ("value-not-in-evidence", '"KZ"')]


def test_a_piece_that_is_cited_for_the_unit_carries_no_number(tmp_path: Path) -> None:
    evidence = [{"exact": "14 missions", "fields": ["unit"]}]
    record = {"value": 14, "unit": "mission", "evidence": evidence}
    assert told(gate(tmp_path, PEOPLE, record)) == [("no-evidence", "14")]


@pytest.mark.parametrize("inferred", [{"took": ""}, {"took": None}, "took", ["took"]])
def test_a_reason_that_is_missing_is_the_only_fault(inferred: object, tmp_path: Path) -> None:
    record = {"took": "P7M", "inferred": inferred, "evidence": "six months"}
    checked = gate(tmp_path, "It took six months.\n", record)
    assert [one.rule for one in checked.findings] == ["inferred-without-reason"]
