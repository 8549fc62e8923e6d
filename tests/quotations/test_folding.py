"""The fold makes typographic variants equal, changes nothing else, and knows its way back."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.decoding import decode
from kzdata.quotations.edges import continues, cuts, inside
from kzdata.quotations.folding import fold, folded
from kzdata.selectors import Span

CHARACTERS = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(character) not in ("Cn", "Co", "Cs")
]

odd = st.text(
    st.one_of(
        st.sampled_from(
            "ab1. \n\t\xa0\u2009…ﬁ“’—\xad\u200b\u200d\x83e\u0301\u0323\u1100\u1161\u11a8é"
        ),
        st.characters(codec="utf-8"),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n ", ""),
        ("blue\u00a0\n\t helmets", "blue helmets"),
        ("“UN” «UN» „UN‟ ″", '"UN" "UN" "UN" "'),
        ("Kazakhstan’s ‘UN’ 5′", "Kazakhstan's 'UN' 5'"),
        ("2010–2015 — non\u2011combat −5", "2010-2015 - non-combat -5"),
        ("peace\u00adkeep\u200bing \ufeffUN\x83", "peacekeeping UN"),
        ("a \u200b b", "a b"),
        ("oﬃcers, ﬁve ﬂags…", "officers, five flags..."),
        ("Ste\u0301phane", "Stéphane"),
        ("Азаттық и\u0306", "Азаттық й"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_a_variant_folds_to_its_plain_form(text: str, expected: str) -> None:
    assert fold(text).text == folded(text) == expected


@pytest.mark.parametrize("text", ["UN un", "10² ½ №5", "a, b; c.", "ё е", "١٢", "`´", "ａ", "--"])
def test_nothing_else_is_folded(text: str) -> None:
    assert folded(text) == unicodedata.normalize("NFC", text)


def test_what_only_sources_may_hold_never_keeps_a_quotation_from_being_found() -> None:
    def allowed(text: str, *, written: bool) -> bool:
        return decode(text.encode(), "x", [], written=written) is not None

    for character in CHARACTERS:
        text = f"a{character}b"
        if not allowed(text, written=True) and allowed(text, written=False):
            assert folded(text) in ("ab", "a b"), ascii(character)


def test_a_second_fold_changes_nothing_for_any_character() -> None:
    for character in CHARACTERS:
        once = folded(f"a{character}b")
        assert folded(once) == once, ascii(character)


def test_whatever_composes_with_the_character_before_it_continues_it() -> None:
    for character in CHARACTERS:
        parts = unicodedata.normalize("NFD", character)
        if unicodedata.normalize("NFC", parts) == character:
            assert all(continues(part) for part in parts[1:]), ascii(character)


@given(odd)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.lists(odd.map(lambda text: f"x{text[:20]}x"), min_size=1))
def test_a_long_text_is_folded_as_its_words_are(words: list[str]) -> None:
    longer = words * 70
    assert len(longer) * 3 > 200
    assert folded(" \n".join(longer)) == " ".join(map(folded, longer))


@given(odd, st.data())
def test_every_span_maps_back_to_a_stretch_that_folds_to_the_same(
    text: str, data: st.DataObject
) -> None:
    fold_of = fold(text)
    end = data.draw(st.integers(0, len(fold_of.text)))
    start = data.draw(st.integers(0, end))
    span = fold_of.span(start, end)
    if span is None or start == end:
        return
    assert 0 <= span.start < span.end <= len(text)
    if not cuts(fold_of.text, start, end):
        assert folded(text[slice(*span)]) == folded(fold_of.text[start:end])
        if not fold_of.text[start].isspace() and not fold_of.text[end - 1].isspace():
            assert folded(text[slice(*span)]) == fold_of.text[start:end]


@given(st.lists(odd.map(lambda text: f"x{text}x"), min_size=1))
def test_the_words_of_a_text_map_back_to_themselves(words: list[str]) -> None:
    words = [word for word in words if len(word.split()) == 1]
    text = " \n".join(words)
    fold_of = fold(text)
    position = start = 0
    for word in words:
        end = start + len(folded(word))
        assert fold_of.span(start, end) == (position, position + len(word))
        position, start = position + len(word) + 2, end + 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Wait…", 0, 5),
        ("Wait…", 5, 7),
        ("oﬃce", 0, 2),
        ("oﬃce", 2, 4),
        ("👩\u200d🚀 x", 0, 1),
        ("👩\u200d🚀 x", 1, 2),
    ],
)
def test_no_span_cuts_what_is_one_character_to_the_eye(text: str, start: int, end: int) -> None:
    assert fold(text).span(start, end) is None


@pytest.mark.parametrize("space", [c for c in CHARACTERS if c.isspace()], ids=ascii)
def test_behind_any_white_space_a_span_is_where_its_words_are(space: str) -> None:
    assert fold(f"so{space} {space}called").span(3, 9) == Span(5, 11)


def test_invisible_characters_at_its_ends_are_not_part_of_a_span() -> None:
    assert fold("a \u200bUN\u200b b").span(2, 4) == (3, 5)


def test_a_mark_belongs_to_the_letter_before_it() -> None:
    assert fold("cafe\u0301 x").span(0, 4) == (0, 5)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a", "b", True),
        ("1", "8", True),
        ("S", "2", True),
        ("e", "\u0301", True),
        ("\u093f", "क", True),
        ("한", "국", True),
        ("", "a", False),
        ("a", "", False),
        (" ", "a", False),
        ("n", "'", False),
        ("和", "平", False),
        ("0", "人", False),
        ("ก", "ข", False),
    ],
)
def test_a_quotation_may_not_begin_or_end_inside_a_word(
    before: str, after: str, expected: bool
) -> None:
    assert inside(before, after) is expected
