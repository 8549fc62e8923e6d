"""Each outcome of a judgement, by reader: what the words say, and what else they say."""

import pytest

from kzdata.readers.verdicts import Cited, Claim, Outcome, pieces
from kzdata.readers.verdicts.judgement import READERS, judge
from kzdata.selectors import Span


def outcome(reader: str, claim: Claim, text: str, *words: str) -> Outcome:
    """The outcome on these words of the text, or on all of it."""
    spans = [Span(text.index(one), text.index(one) + len(one)) for one in words or (text,)]
    return judge(reader, claim, pieces([Cited(text, "en", tuple(spans))])).outcome


PEOPLE = "More than 800 people, 14 missions, four of them in the Congo, others in Lebanon"

CASES: list[tuple[str, Claim, tuple[str, ...], Outcome]] = [
    ("quantity", {"number": "800", "bound": "more_than"}, ("More than 800 people",), "entailed"),
    ("quantity", {"number": "800.0"}, ("More than 800",), "entailed"),
    ("quantity", {"number": "800"}, (), "weak"),
    ("quantity", {"number": "800", "unit": ("people",)}, (), "entailed"),
    ("quantity", {"number": "801"}, (), "contradicted"),
    (
        "quantity",
        {"number": "800", "unit": ("missions",)},
        ("More than 800 people",),
        "contradicted",
    ),
    ("quantity", {"number": "4", "unit": ("missions",)}, ("four", "missions"), "entailed"),
    ("quantity", {"words": "More than 800"}, ("More than 800 people",), "entailed"),
    ("quantity", {"words": "than 8"}, ("More than 800 people",), "contradicted"),
    ("quantity", {"number": "800"}, ("800 people",), "unread"),
    ("quantity", {"number": "800"}, ("people",), "unread"),
    ("ordinal", {"number": "4"}, ("four",), "unread"),
    ("country", {"value": "LB"}, ("Lebanon",), "entailed"),
    ("country", {"value": "LB"}, (), "weak"),
    ("country", {"value": "CD"}, ("the Congo",), "ambiguous"),
    ("country", {"value": "LB"}, ("the Congo",), "contradicted"),
    ("country", {"value": "LB"}, ("people",), "unread"),
    ("date", {"value": "2022"}, ("people",), "unread"),
    ("duration", {"value": "P6M"}, ("people",), "unread"),
    ("name", {"value": "Congo"}, ("the Congo",), "entailed"),
    ("name", {"value": "DRC", "known_as": ("Congo",)}, ("the Congo",), "entailed"),
    ("name", {"value": "Kongo"}, ("the Congo",), "unread"),
    ("term", {"value": ("soldiers", "people")}, ("800 people",), "entailed"),
    ("term", {"value": ("soldiers",)}, ("800 people",), "unread"),
    ("verbatim", {"value": "four of them"}, (), "entailed"),
    ("verbatim", {"value": "four […] Congo"}, (), "entailed"),
    ("verbatim", {"value": "Congo […] four"}, (), "unread"),
    ("verbatim", {"value": "Four of them"}, (), "unread"),
]


@pytest.mark.parametrize(("reader", "claim", "words", "expected"), CASES)
def test_a_claim_has_its_outcome(
    reader: str, claim: Claim, words: tuple[str, ...], expected: Outcome
) -> None:
    assert outcome(reader, claim, PEOPLE, *words) == expected


def test_each_reader_has_a_case() -> None:
    assert {reader for reader, *_ in CASES} == set(READERS)


@pytest.mark.parametrize("reader", READERS)
def test_nothing_is_said_by_no_words(reader: str) -> None:
    assert not judge(reader, {"value": "1", "number": "1"}, []).accepted


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("On January 6, 2022 it rained", {"value": "2022-01-06"}),
        ("In 2003 it rained", {"value": "2003"}),
    ],
)
def test_a_date_is_entailed(text: str, claim: Claim) -> None:
    assert outcome("date", claim, text) == "entailed"
    assert outcome("date", {"value": "1999"}, text) == "contradicted"


def test_a_date_beside_another_is_weak() -> None:
    assert outcome("date", {"value": "2003"}, "It rained in 2003 and in 2004.") == "weak"


def test_a_duration_is_read_in_its_own_unit() -> None:
    assert outcome("duration", {"value": "P6M"}, "It took six months.") == "entailed"
    assert outcome("duration", {"value": "P180D"}, "It took six months.") == "contradicted"
    assert outcome("duration", {"value": "P2W"}, "It took two weeks.") == "entailed"
    assert outcome("duration", {"value": "P14D"}, "It took two weeks.") == "contradicted"
    assert outcome("duration", {"length": "P14D"}, "It took two weeks.") == "entailed"
    assert outcome("duration", {"length": "P2W"}, "It took two weeks.") == "contradicted"
