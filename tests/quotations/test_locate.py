"""Quoted words are found where they stand, whole, once, and never where they do not stand."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.quotations.folding import folded
from kzdata.quotations.hits import Index, search
from kzdata.quotations.locate import Text, find, find_all
from kzdata.quotations.placing import Located
from kzdata.selectors import Quotation, Span

SOURCE = Text(
    "Over the years, more than\u00a0800 service members — “peacekeepers” — have served.\n\n"
    "There are 14 UN missions, four involving Kazakhstan. Of 1800 applicants 14 were disallowed."
    "  A six-month training; a six-month mission in Côte d’Ivoire… and the ﬁrst ofﬁce."
)


def words(located: Located) -> list[str]:
    return [SOURCE.text[slice(*span)] for span in located.spans]


@pytest.mark.parametrize(
    ("exact", "stands"),
    [
        ("more than 800 service", "more than\u00a0800 service"),
        ("  more\nthan\t800 ", "more than\u00a0800"),
        ('members - "peacekeepers" - have served.', "members — “peacekeepers” — have served."),
        ("served. There are", "served.\n\nThere are"),
        ("disallowed. A six", "disallowed.  A six"),
        ("Co\u0302te d'Ivoire...", "Côte d’Ivoire…"),
        ("the first office", "the ﬁrst ofﬁce"),
        ("“peacekeepers”", "“peacekeepers”"),
        ("KAZ", None),
        ("Kazakh", None),
        ("served", "served"),
    ],
)
def test_typography_may_differ_and_the_slice_is_the_source_s_own(
    exact: str, stands: str | None
) -> None:
    assert words(find(SOURCE, Quotation(exact))) == ([stands] if stands else [])


@pytest.mark.parametrize(
    ("exact", "problem", "candidates"),
    [
        ("more than 900", "missing", []),
        ("More than 800", "missing", []),
        ("more than 800 members", "missing", []),
        ("Cote d'Ivoire", "missing", []),
        ("d'Ivoire.", "missing", []),
        ("", "empty", []),
        (" \n", "empty", []),
        ("… —", "empty", []),
        ("[…]", "empty", []),
        ("more than […] —", "empty", []),
        ("800 applicants", "cuts-word", ["800 applicants"]),
        ("allowed", "cuts-word", ["allowed"]),
        ("disallow", "cuts-word", ["disallow"]),
        ("six-month", "ambiguous", ["six-month", "six-month"]),
        ("14", "ambiguous", ["14", "14"]),
    ],
)
def test_what_is_no_evidence_says_why(exact: str, problem: str, candidates: list[str]) -> None:
    located = find(SOURCE, Quotation(exact))
    assert (located.spans, located.problem) == ((), problem)
    assert [SOURCE.text[slice(*span)] for span in located.candidates] == candidates


TWICE = Text("Six months in Lebanon, then six months in Iraq; “six  months” at home.")


@pytest.mark.parametrize(
    ("quotation", "start"),
    [
        (Quotation("six months", prefix="then"), 28),
        (Quotation("six months", prefix="then "), 28),
        (Quotation("six months", suffix="in Iraq"), 28),
        (Quotation("six months", prefix="Lebanon, then ", suffix=' in Iraq; "'), 28),
        (Quotation("six months", suffix='" at'), 49),
        (Quotation("six months", prefix='"', suffix="\u201d"), 49),
        (Quotation("six months", start=28), 28),
        (Quotation("six months", end=60), 49),
        (Quotation("six months", start=49, end=60), 49),
        (Quotation("six  months", start=49, end=60, prefix="; “", suffix="” "), 49),
    ],
)
def test_prefix_suffix_and_position_single_words_out(quotation: Quotation, start: int) -> None:
    assert [span.start for span in find(TWICE, quotation).spans] == [start]


@pytest.mark.parametrize(
    ("quotation", "problem", "starts"),
    [
        (Quotation("six months"), "ambiguous", [28, 49]),
        (Quotation("six months", prefix="and"), "elsewhere", [28, 49]),
        (Quotation("six months", prefix="en"), "", []),
        (Quotation("six months", prefix="then", suffix="at"), "elsewhere", [28, 49]),
        (Quotation("six months", start=27), "misplaced", [28, 49]),
        (Quotation("six months", start=28, end=37), "misplaced", [28, 49]),
        (Quotation("six months", start=28, prefix="; “"), "misplaced", [28, 49]),
        (Quotation("six months", start=-42), "misplaced", [28, 49]),
        (Quotation("six months", start=10**9, end=5), "misplaced", [28, 49]),
        (Quotation("nine months", start=28), "missing", []),
        (Quotation("onths", start=33), "cuts-word", [5, 33, 55]),
    ],
)
def test_whatever_a_quotation_states_must_hold(
    quotation: Quotation, problem: str, starts: list[int]
) -> None:
    located = find(TWICE, quotation)
    assert located.problem == problem
    assert [span.start for span in located.candidates] == starts


@pytest.mark.parametrize("dots", ["[…]", "[...]", " […] ", "\n[...]\n"])
def test_pieces_of_a_quotation_follow_one_another(dots: str) -> None:
    located = find(SOURCE, Quotation(f"more than 800{dots}have served"))
    assert words(located) == ["more than\u00a0800", "have served"]


@pytest.mark.parametrize(
    ("exact", "problem"),
    [
        ("have served […] more than 800", "missing"),
        ("more than 800 […] than", "missing"),
        ("more than 800 […] were allowed", "missing"),
        ("more than 800 […] lowed", "cuts-word"),
        ("Over the years […] six-month", "ambiguous"),
        ("14 […] 14", ""),
        ("14 […] six-month training", "ambiguous"),
        ("[…] four involving Kazakhstan […]", ""),
    ],
)
def test_pieces_are_placed_when_there_is_one_way_to_place_them(exact: str, problem: str) -> None:
    assert find(SOURCE, Quotation(exact)).problem == problem


def test_of_pieces_that_can_be_placed_in_two_ways_the_first_is_shown() -> None:
    located = find(Text("x a b. a b. c"), Quotation("a […] c"))
    assert located.candidates == (Span(2, 3), Span(7, 8))


def test_prefix_belongs_to_the_first_piece_and_suffix_to_the_last() -> None:
    source = Text("a red car and a red bus; a red car and a red bus.")
    quotation = Quotation("red […] red", prefix="bus; a", suffix="bus.")
    assert find(source, quotation).spans == (Span(27, 30), Span(41, 44))


def test_a_source_that_itself_leaves_words_out_is_quoted_as_it_stands() -> None:
    source = Text("“We came […] and left,” he said. We came and left.")
    assert find(source, Quotation("We came [...] and left")).spans == (Span(1, 21),)


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u2060", "\x83"])
def test_no_word_is_cut_where_something_invisible_stands(hidden: str) -> None:
    source = Text(f"dis{hidden}allowed")
    for start in (3, 4):
        exact = source.text[start:]
        assert find(source, Quotation(exact, start=start)).problem == "cuts-word"


@pytest.mark.parametrize(
    ("text", "exact", "problem"),
    [
        ("cafe\u0301 x", "cafe", "missing"),
        ("x\u0304y x", "x", ""),
        ("\u0645\u064e\u0631", "\u0645", "cuts-word"),
        ("维和部队", "部队", ""),
        ("参加者1800人", "800", "cuts-word"),
        ("参加者1800人", "1800", ""),
        ("ok 👍🏽 x", "ok 👍", "cuts-word"),
        ("no!\u0301 x", "no!", "cuts-word"),
    ],
)
def test_words_are_whole_in_every_script(text: str, exact: str, problem: str) -> None:
    assert find(Text(text), Quotation(exact)).problem == problem


def test_words_that_overlap_themselves_are_ambiguous() -> None:
    located = find(Text("so so so"), Quotation("so so"))
    assert (located.problem, located.candidates) == ("ambiguous", ((0, 5), (3, 8)))


@pytest.mark.parametrize("repeated", ["a", "a ", "ab"])
def test_what_repeats_itself_is_answered_quickly(repeated: str) -> None:
    text = Text(repeated * 200_000)
    for length in (1, 100, 50_000):
        quotation = Quotation((repeated * length).strip())
        assert find(text, quotation).problem in ("ambiguous", "cuts-word")
        assert find(text, quotation._replace(prefix="x")).problem
    assert find(text, Quotation("a […] " * 2_000 + "a")).problem


near = st.text('ab1 \n“"—-.…ﬁé\u0301\u200b', max_size=30)


@given(near, near, near)
def test_what_is_found_is_the_quoted_words_under_the_fold(
    before: str, exact: str, after: str
) -> None:
    source = Text(before + exact + after)
    located = find(source, Quotation(exact))
    for span in (*located.spans, *located.candidates):
        assert folded(source.text[slice(*span)]) == folded(exact)
    assert bool(located.spans) == (located.problem == "")


@given(near, near, near)
def test_words_between_spaces_are_found_at_least_once(before: str, exact: str, after: str) -> None:
    # Bars part the digits of neighbours, which would be groups of one number.
    source = Text(f"{before} | {exact}\n| {after}")
    problem = find(source, Quotation(exact)).problem
    if not exact.lstrip(" \n\u200b").startswith("\u0301"):
        assert problem in ("", "ambiguous", "empty")


@given(near, st.integers(0, 30), st.integers(0, 30))
def test_given_offsets_are_believed_only_where_searching_agrees(
    text: str, start: int, end: int
) -> None:
    source, exact = Text(text), text[start:end].strip()
    located = find(source, Quotation(exact, start=start, end=start + len(exact)))
    if located.spans:
        assert folded(text[slice(*located.spans[0])]) == folded(exact)
        everywhere = find(source, Quotation(exact))
        assert everywhere.spans == located.spans or everywhere.problem == "ambiguous"


few_words = st.text("ab c", max_size=60).map(folded)


@given(few_words, st.lists(few_words.filter(bool)))
def test_an_index_answers_as_a_search_does(text: str, quoted: list[str]) -> None:
    index = Index(text, quoted)
    for words in (*quoted, "a b c"):
        assert list(index.search(words)) == list(search(text, words))


def test_a_source_is_pickled_without_its_fold() -> None:
    source = Text("Astana  is the capital.")
    before = pickle.dumps(source)
    assert find(source, Quotation("Astana is")).spans
    assert pickle.dumps(source) == before
    assert pickle.loads(before).text == source.text


def test_many_quotations_are_located_as_one_is() -> None:
    source = Text(" ".join(f"word{n % 977} of {n}" for n in range(4000)))
    cited = [Quotation(f"of {n}\nword{(n + 1) % 977} of {n + 1}") for n in range(100)]
    cited += [Quotation("word5 of"), Quotation("of 7"), Quotation("zero"), Quotation("of")]
    assert find_all(source, cited) == [find(source, quotation) for quotation in cited]


NUMBERS = [
    ("spoke of 11,800 tonnes", "800 tonnes", "cuts-word"),
    ("spoke of 11.800 tonnes", "spoke of 11", "cuts-word"),
    ("spoke of 11 800 tonnes", "800 tonnes", "cuts-word"),
    ("spoke of 11\u202f800 tonnes", "spoke of 11", "cuts-word"),
    ("spoke of 11\u202f800 tonnes", "of 11 800 tonnes", ""),
    ("In 2011 800 tonnes", "800 tonnes", ""),
    ("In 2011, 800 tonnes", "800 tonnes", ""),
    ("It rose 2.5 per cent", "5 per cent", "cuts-word"),
    ("At 10:30 he left", "30 he left", "cuts-word"),
    ("He said 20. 30 came", "30 came", ""),
]


@pytest.mark.parametrize(("text", "exact", "problem"), NUMBERS)
def test_no_number_is_cut(text: str, exact: str, problem: str) -> None:
    assert find(Text(text), Quotation(exact)).problem == problem
    start = text.find(exact)
    if start >= 0:
        assert find(Text(text), Quotation(exact, start=start)).problem == problem
