"""The layout of findings as text: what stands where, and that marks stand under their words."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.escapes import terminal, terminal_width
from kzdata.findings import EXCERPT, Label, Place, Record, place
from kzdata.render import render
from kzdata.render.excerpts import Mark, excerpt
from tests.render import GONE, RECORD, UNREAD, at, findings

if TYPE_CHECKING:
    from pytest_regressions.file_regression import FileRegressionFixture


def test_the_layout(file_regression: "FileRegressionFixture") -> None:
    file_regression.check(render(findings(), "text", rules={}))


def test_the_layout_in_a_narrow_terminal(file_regression: "FileRegressionFixture") -> None:
    file_regression.check(render(findings(), "text", rules={}, width=50))


def test_colour_adds_escapes_and_nothing_else(file_regression: "FileRegressionFixture") -> None:
    coloured = render(findings(), "text", rules={}, colour=True)
    file_regression.check(coloured.replace("\x1b", "ESC"))


def test_nothing_found_says_nothing() -> None:
    assert render([], "text", rules={}) == ""


def test_the_last_line_counts_errors_warnings_and_files() -> None:
    last = render(findings(), "text", rules={}).splitlines()[-1]
    assert last == "error: 2 errors, 1 warning in 3 files"


def test_warnings_alone_are_no_error() -> None:
    last = render(findings()[1:2], "text", rules={}).splitlines()[-1]
    assert last == "warning: 1 warning in 1 file"


def test_a_fault_found_twice_is_shown_once() -> None:
    assert render(findings() * 2, "text", rules={}) == render(findings(), "text", rules={})


def test_a_point_between_characters_has_one_mark() -> None:
    shown = render([GONE("x", at=place("a", "ab", 1))], "text", rules={})
    assert "1 | ab\n  |  ^\n" in shown


def test_an_empty_line_has_a_mark() -> None:
    shown = render([GONE("x", at=place("a", "a\n\nb", 2))], "text", rules={})
    assert "2 |\n  | ^\n" in shown


def test_two_labels_of_one_file_whole_are_both_shown() -> None:
    also = [Label(place=Place(path="a"), message="two")]
    shown = render([GONE("x", at=Place(path="a"), label="one", also=also)], "text", rules={})
    assert shown.splitlines()[1:3] == [" --> a: one", " --> a: two"]


def test_records_are_counted_where_a_finding_names_several() -> None:
    one, two = Record("t", "a", 0), Record("t", "a", 1)
    assert "records" not in render([GONE("x", at=Place(path="a"), records=(one,))], rules={})
    assert "in 2 records" in render([GONE("x", at=Place(path="a"), records=(one, two))], rules={})


def test_the_gutter_is_as_wide_as_the_longest_line_number() -> None:
    also = [Label(place=Place(path="b", line=1234, column=1, length=1, excerpt="b"))]
    found = UNREAD("x", at=at("a", RECORD, "25"), also=also, help="y")
    shown = render([found], "text", rules={}).splitlines()
    assert shown[1:6] == [
        "    --> a:3:12",
        "     |",
        "   3 |     value: 25",
        "     |            ^^",
        "    --> b:1234:1",
    ]


@pytest.mark.parametrize(
    ("line", "words", "mark"),
    [
        pytest.param("a: 漢字 x", "x", Mark(8, 1), id="behind wide characters"),
        pytest.param("a: 漢字 x", "漢字", Mark(3, 4), id="under wide characters"),
        pytest.param("a: n\u0303 x", "x", Mark(5, 1), id="behind a combining mark"),
        pytest.param("a\u200b: x", "x", Mark(11, 1), id="behind a shown character"),
        pytest.param("a\tb", "b", Mark(2, 1), id="behind a tab"),
    ],
)
def test_marks_stand_under_what_the_terminal_shows(line: str, words: str, mark: Mark) -> None:
    shown = excerpt([at("a", line, words)], 80)
    assert shown is not None
    assert shown.marks == (mark,)


LINES = st.text(st.sampled_from("ab c漢é\u200b\t😀"), min_size=1, max_size=500)


@given(LINES, st.data(), st.integers(20, 120))
def test_an_excerpt_keeps_to_its_room_and_its_mark_to_the_words(
    line: str, data: st.DataObject, room: int
) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    shown = excerpt([place("a", line, start, end)], room)
    assert shown is not None
    assert terminal_width(shown.text) <= room
    [mark] = shown.marks
    marked = "".join(_columns(shown.text)[mark.offset : mark.offset + mark.width])
    words = terminal(line[start:end])
    assert words.startswith(marked.rstrip(" ."))
    assert mark.width == terminal_width(words) or terminal_width(words) > room - 14


def _columns(shown: str) -> list[str]:
    """One entry a column: a wide character and then an empty one."""
    return [part for c in shown for part in (c, *[""] * (terminal_width(c) - 1))]


@pytest.mark.parametrize(
    ("at", "length", "shown", "offset"),
    [
        pytest.param(0, 1, f"{'x' * 44}...", 0, id="at the start"),
        pytest.param(3, 1, f"{'x' * 44}...", 3, id="near the start"),
        pytest.param(23, 1, f"...{'x' * 44}...", 25, id="where one is left out"),
        pytest.param(150, 1, f"...{'x' * 44}...", 25, id="amid"),
        pytest.param(296, 1, f"...{'x' * 44}", 43, id="near the end"),
        pytest.param(299, 1, f"...{'x' * 44}", 46, id="at the end"),
        pytest.param(100, 90, f"...{'x' * 44}...", 3, id="wider than the room"),
    ],
)
def test_an_excerpt_shows_as_much_as_there_is_room_for(
    at: int, length: int, shown: str, offset: int
) -> None:
    found = excerpt([place("a", "x" * 300, at, at + length)], 50)
    assert found is not None
    assert (found.text, found.marks) == (shown, (Mark(offset, min(length, 44)),))


def test_dots_stand_for_what_is_not_kept_of_a_line_however_wide_the_terminal() -> None:
    line = "x" * 400 + "here" + "x" * 400
    shown = excerpt([place("a", line, 400, 404)], 1000)
    assert shown is not None
    assert shown.text == f"...{'x' * EXCERPT}here{'x' * EXCERPT}..."


@pytest.mark.parametrize(
    ("before", "behind", "room", "shown"),
    [
        pytest.param(0, EXCERPT - 1, 300, f"y{'x' * 199}", id="a whole line"),
        pytest.param(0, 19, 20, f"y{'x' * 19}", id="a line that just fits"),
        pytest.param(EXCERPT + 1, 0, 204, f"...{'x' * 200}y", id="its end, with room for dots"),
        pytest.param(EXCERPT + 1, 0, 203, f"...{'x' * 196}y", id="its end, with too little"),
        pytest.param(EXCERPT + 1, 300, 407, f"...{'x' * 200}y{'x' * 200}...", id="amid, with room"),
        pytest.param(EXCERPT + 1, 300, 406, f"...{'x' * 200}y{'x' * 199}...", id="with too little"),
    ],
)
def test_dots_take_room_and_stand_only_where_something_is_left_out(
    before: int, behind: int, room: int, shown: str
) -> None:
    line = "x" * before + "y" + "x" * behind
    found = excerpt([place("a", line, before, before + 1)], room)
    assert found is not None
    assert found.text == shown


@pytest.mark.parametrize(
    ("line", "words", "shown"),
    [
        pytest.param("one two three four five six seven", "one", "one two three...", id="first"),
        pytest.param("one two three four five six seven", "four", "...four five...", id="amid"),
        pytest.param("one two three four five six seven", "seven", "...five six seven", id="last"),
        pytest.param("a " + "b" * 60, "a", "a...", id="no part of a word"),
        pytest.param("a " + "b" * 60, "b" * 60, f"...{'b' * 14}...", id="of a long one a part"),
        pytest.param("a" + "漢" * 30 + "b", "a", "a漢漢漢漢漢漢...", id="wide characters"),
    ],
)
def test_words_are_whole_beside_what_is_marked(line: str, words: str, shown: str) -> None:
    found = excerpt([at("a", line, words)], 20)
    assert found is not None
    assert found.text == shown


def test_places_that_just_fit_stand_side_by_side() -> None:
    line = "ab cd " + "e" * 30
    both = [at("f", line, "ab"), at("f", line, "cd")]
    assert excerpt(both, 11) == ("ab cd...", (Mark(0, 2), Mark(3, 2)))
    assert excerpt(both, 10) is None


def test_a_line_of_a_megabyte_is_cut_round_its_mark() -> None:
    line = "word " * 100_000 + "here " + "word " * 100_000
    shown = excerpt([at("a", line, "here")], 40)
    assert shown is not None
    assert shown.text == "...word word word here word word word..."[: len(shown.text)]
    assert "here" in shown.text
    assert shown.text.endswith("...")


def test_places_that_do_not_fit_side_by_side_are_shown_apart() -> None:
    line = "a " + "x" * 150 + " b"
    assert excerpt([at("f", line, "a"), at("f", line, "b")], 80) is None
    assert excerpt([at("f", line, "a"), at("f", line, "b")], 160) is not None


def test_excerpts_with_a_gap_between_them_are_shown_apart() -> None:
    line = "a" + " " * 900 + "b"
    assert excerpt([at("f", line, "a"), at("f", line, "b")], 10_000) is None
