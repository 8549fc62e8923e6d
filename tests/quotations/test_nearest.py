"""A message shows the nearest passage, what differs in it, and whether that matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.quotations.alignment import align
from kzdata.quotations.locate import Text
from kzdata.quotations.nearest import passage

SOURCE = Text(
    "Over the years, more than\n800 service members have carried out “missions” in Africa. "
    "It was not the UN who authorized the use; 1,200 officers didn’t take part, and noone knew."
)


@pytest.mark.parametrize(
    ("exact", "stands", "quoted", "kind"),
    [
        ("more than 900 service", "800", "900", "something else"),
        ("It was the UN who", "not", "", "something else"),
        ("UN who never authorized the use", "", "never", "something else"),
        ("carried out 'missions' in Asia.", "Africa", "Asia", "something else"),
        ("1,300 officers", "200", "300", "something else"),
        ("officers did take part", "didn’t", "did", "something else"),
        ("more then 800 service", "than", "then", "slip"),
        ("Over the yaers, more", "years", "yaers", "slip"),
        ("Service members have", "service", "Service", "slip"),
        ("carried out missions in", "“", "", "slip"),
        ("Over the years more than", ",", "", "slip"),
    ],
)
def test_the_difference_is_shown_in_whole_words(
    exact: str, stands: str, quoted: str, kind: str
) -> None:
    near = passage(SOURCE, exact)
    assert near is not None
    shown, written = zip(*near.differences, strict=True)
    assert stands in [SOURCE.text[slice(*span)].strip() for span in shown]
    assert quoted in written
    assert near.kind == kind


@pytest.mark.parametrize("exact", ["", "…", "Stationed in Western Sahara", "xy", "more than\n800"])
def test_what_is_far_from_everything_or_stands_has_no_nearest_passage(exact: str) -> None:
    assert passage(SOURCE, exact) is None


def test_of_several_pieces_the_missing_one_is_explained() -> None:
    near = passage(SOURCE, "Over the years […] 1,200 officer took part […] knew")
    assert near is None or SOURCE.text[slice(*near.span)].startswith("1,200")
    near = passage(SOURCE, "Over the years […] 1,200 officers did take part")
    assert near is not None
    assert SOURCE.text[slice(*near.span)] == "1,200 officers didn’t take part"


def test_the_nearest_of_several_passages_is_shown() -> None:
    source = Text("He served one month in Iraq. He served two months in Iraq.")
    near = passage(source, "served two month in Iraq")
    assert near is not None
    assert source.text[slice(*near.span)] == "served two months in Iraq"


def test_a_passage_with_one_edit_less_is_nearer() -> None:
    source = Text("He served two monthss in Iraq. She served two months in Iraq.")
    near = passage(source, "served two month in Iraq")
    assert near is not None
    assert source.text[slice(*near.span)] == "served two months in Iraq"


def test_the_edits_on_both_sides_of_what_stands_count_together() -> None:
    source = Text("Over the years, more than 800 service members have carried out missions.")
    assert passage(source, "zzzzzzzz service members zzzzzzzz") is None
    assert passage(source, "zzzz service members zzzz") is not None


def test_a_passage_may_begin_where_the_text_begins() -> None:
    near = passage(SOURCE, "Ovur the years, more")
    assert near is not None
    assert near.span == (0, 20)


letters = st.text("abc 1", max_size=25)


@given(letters, letters)
def test_an_alignment_turns_the_words_into_the_text(words: str, text: str) -> None:
    found = align(words, text, 60)
    assert found is not None
    turned = words
    for start, end, text_start, text_end in reversed(found.edits):
        turned = turned[:start] + text[text_start:text_end] + turned[end:]
    assert turned == text[: found.end]


def distance(words: str, text: str) -> int:
    """The fewest edits from the words to any beginning of the text, by the whole table."""
    row = list(range(len(text) + 1))
    for letter in words:
        above, row = row, [row[0] + 1]
        for column, other in enumerate(text):
            row.append(min(above[column] + (letter != other), above[column + 1] + 1, row[-1] + 1))
    return min(row)


@given(letters, letters)
def test_an_alignment_takes_the_fewest_edits(words: str, text: str) -> None:
    found = align(words, text, 60)
    assert found is not None
    assert len(found.edits) == distance(words, text)
    if found.edits:
        assert align(words, text, len(found.edits) - 1) is None


@given(st.text("ab1é…\u0301\u200b “”-", max_size=60), st.text("ab1é…\u0301\u200b “”-", max_size=30))
def test_any_text_has_an_answer_within_it(text: str, exact: str) -> None:
    near = passage(Text(text), exact)
    for span in (near.span, *(shown.span for shown in near.differences)) if near else ():
        assert 0 <= span.start <= span.end <= len(text)


def test_a_wrong_quotation_in_a_long_text_of_common_words_is_answered_quickly() -> None:
    source = Text("the use of the blue helmets in the city " * 12_000)
    assert passage(source, "the use of the blew helmets in the city") is not None
    assert passage(source, "the use of " * 2000 + "0") is None
