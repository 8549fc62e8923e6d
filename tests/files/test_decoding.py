"""A text is strict UTF-8, and what a curator writes is what a reader sees."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.decoding import decode

if TYPE_CHECKING:
    from kzdata.findings import Finding


def refused(text: str, *, written: bool) -> list[str]:
    findings: list[Finding] = []
    result = decode(text.encode(), "a.txt", findings, written=written)
    assert (result is None) == bool(findings)
    return [finding.rule for finding in findings]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"one\ncaf\xe9\n", 2, 4),
        ("Нур\n— ".encode() + b"\xe2\x80", 2, 3),
        (b"a\xed\xa0\x80", 1, 2),
        (b"a\xc0\xaf", 1, 2),
    ],
    ids=["lone byte", "latin-1", "cut short", "surrogate", "overlong"],
)
def test_the_first_byte_that_is_not_utf8_is_shown(data: bytes, line: int, column: int) -> None:
    findings: list[Finding] = []
    assert decode(data, "a.txt", findings) is None
    assert [finding.rule for finding in findings] == ["not-utf8"]
    assert (findings[0].place.line, findings[0].place.column) == (line, column)


def test_a_byte_order_mark_is_refused_in_sources_too() -> None:
    assert refused("\ufeffa", written=False) == ["byte-order-mark"]


@pytest.mark.parametrize(
    "character", ["\0", "\x08", "\x1b", "\x1f", "\x7f", "\ufffe", "\U0010ffff"]
)
def test_controls_and_noncharacters_are_refused_everywhere(character: str) -> None:
    assert refused(f"a{character}b", written=False) == ["forbidden-character"]
    assert refused(f"a{character}b", written=True) == ["forbidden-character"]


@pytest.mark.parametrize(
    "character",
    [
        "\x0b",
        "\x0c",
        "\r",
        "\x83",
        "\x85",
        "\u200b",
        "\u202e",
        "\u2066",
        "\xad",
        "\ufeff",
        "\u2028",
        "\u061c",
        "\U000e0041",
    ],
)
def test_what_does_not_show_is_refused_only_where_a_curator_writes(character: str) -> None:
    assert refused(f"a{character}b", written=False) == []
    assert refused(f"a{character}b", written=True) == ["forbidden-character"]


@pytest.mark.parametrize("text", ["", "a\tb\n", "a\r\nb\r\n", "\xa0\u202f\u3000", "é 😀️ \ue000"])
def test_line_ends_spaces_and_private_characters_are_allowed(text: str) -> None:
    assert refused(text, written=True) == []


def test_each_forbidden_character_is_reported_once_where_it_first_stands() -> None:
    findings: list[Finding] = []
    decode("a\u200bb\u200b\n\u202e".encode(), "a.txt", findings)
    assert [(finding.place.line, finding.place.column) for finding in findings] == [(1, 2), (2, 1)]
    assert findings[0].message == "`a.txt` holds U+200B ZERO WIDTH SPACE"


@given(st.text(st.characters(codec="utf-8")))
def test_what_a_curator_may_write_a_source_may_hold(text: str) -> None:
    if not refused(text, written=True):
        assert not refused(text, written=False)


@given(st.binary())
def test_every_file_of_bytes_is_a_text_or_has_findings(data: bytes) -> None:
    findings: list[Finding] = []
    decoded = decode(data, "a.txt", findings)
    assert (decoded is None) == bool(findings)
    assert decoded is None or decoded.encode() == data
