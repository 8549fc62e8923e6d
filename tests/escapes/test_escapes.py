"""The laws of escaping: what goes out cannot command the place where it goes."""

import html
import json
import re
import unicodedata
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzdata import escapes

TEXT = st.text() | st.text("#[]:%,\n\t\r<>&\"'`|*_\\{}$=+-@1.\x1b\u202e\u200b\ud800a ")
SHOWN = re.compile(r"\\u\{([0-9a-f]+)\}")


@given(TEXT)
@example("\ufdd0\ue000\u2028\u2029\x7f\x9b\ufe0f\u3164\u2800")
def test_a_terminal_gets_nothing_that_cannot_be_seen(text: str) -> None:
    for character in escapes.terminal(text):
        assert unicodedata.category(character)[0] in "LMNPSZ"
        assert character not in "\u2028\u2029\ufe0f\u3164\u2800"


@given(TEXT)
@example(" \u3000::error::x")
def test_no_line_begins_with_a_command_of_the_runner(text: str) -> None:
    shown = escapes.terminal(text)
    assert not shown.lstrip().startswith("::")
    assert escapes.terminal(shown) == shown


@given(TEXT)
def test_a_terminal_shows_each_code_point_in_a_cell_of_its_own(text: str) -> None:
    cells = escapes.terminal_cells(text)
    assert len(cells) == len(text)
    for cell, character in zip(cells, text, strict=True):
        code = SHOWN.fullmatch(cell)
        assert character == (chr(int(code[1], 16)) if code else {"\t": "\t"}.get(character, cell))


@given(TEXT)
def test_a_log_gets_no_command_of_the_runner(text: str) -> None:
    assert "##[" not in escapes.terminal(text)
    assert "##[" not in escapes.github(text)
    assert "##[" not in escapes.xml(text)
    assert "##[" not in escapes.json([text])
    assert not set(escapes.github(text)) & {"\n", "\r"}
    assert not set(escapes.github_property(text)) & set("\n\r:,")


@given(TEXT)
def test_the_runner_reads_the_lines_back(text: str) -> None:
    data = escapes.github(text)
    decoded = data.replace("%0A", "\n").replace("%25", "%")
    assert decoded == "\n".join(escapes.terminal(line) for line in text.split("\n"))


class _Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXT)
def test_html_has_no_tag_and_keeps_the_text(text: str) -> None:
    page = _Page()
    page.feed(escapes.html(text))
    page.close()
    assert page.tags == []
    assert page.text == html.unescape(escapes.html(text))


@given(TEXT)
def test_xml_is_well_formed_and_reads_back_as_the_same_in_an_attribute(text: str) -> None:
    escaped = escapes.xml(text)
    element = ET.fromstring(f'<a b="{escaped}">{escaped}</a>')
    assert element.get("b") == (element.text or "")


@given(TEXT)
def test_json_is_ascii_and_reads_back(text: str) -> None:
    assert escapes.json(text).isascii()
    assert json.loads(escapes.json(text)) == text


@given(TEXT)
def test_markdown_leaves_no_special_character_unescaped(text: str) -> None:
    escaped = escapes.markdown(text)
    assert "\n" not in escaped
    assert not re.search(r"[`*_\[\]<>&|~$#\\]", re.sub(r"\\.", "", escaped))
    assert not re.match(r"[-+=]|[0-9]+[.)]|\s", escaped)


@given(TEXT)
def test_bibtex_keeps_its_braces_in_balance(text: str) -> None:
    rest = re.sub(r"\\[{}$&%#_]", "", escapes.bibtex(text))
    assert re.sub(r"\\text[a-z]+\{\}", "", rest).isprintable()
    assert not re.search(r"[{}\\$&%#_~^]", re.sub(r"\\text[a-z]+\{\}", "", rest))


@given(TEXT)
def test_a_link_leaves_the_braces_of_bibtex_as_they_are(text: str) -> None:
    link = escapes.bibtex_url(text)
    assert link.isprintable()
    assert not re.search(r"[{}\\\s]", link)


@given(TEXT)
def test_a_spreadsheet_gets_the_text_and_no_formula(text: str) -> None:
    cell = escapes.spreadsheet(text)
    assert cell in (text, f"'{text}")
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("abc", 3, id="ascii"),
        pytest.param("Қазақ", 5, id="cyrillic"),
        pytest.param("ｱ漢", 3, id="half-width and wide"),
        pytest.param("ＡＢ", 4, id="full-width"),
        pytest.param("🇰🇿😀", 4, id="flag letters and an emoji"),
        pytest.param("n\u0303o", 2, id="combining mark"),
    ],
)
def test_the_width_in_columns(text: str, columns: int) -> None:
    assert escapes.terminal_width(text) == columns
