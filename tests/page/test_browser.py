"""The page in a real browser: what a person sees, does with the keyboard, and prints."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzdata.package.write import write
from tests.package import sample
from tests.page.browser import Browser

pytestmark = pytest.mark.slow

CELL = "document.querySelector('#t-things tbody tr:first-child td:nth-child(5) a')"
PANEL = "document.querySelector('#panel')"
NARROW = 360
STILL = {"name": "prefers-reduced-motion", "value": "reduce"}
A4 = 700
"""What is left of the paper between its margins, in the pixels of CSS."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write(sample.content(), folder)
    return folder / "index.html"


@pytest.fixture
def tab(browser: Browser, file: Path) -> Iterator[Browser]:
    with browser.tab() as tab:
        tab.open(file)
        yield tab


def test_the_page_asks_for_nothing_and_complains_of_nothing(tab: Browser, file: Path) -> None:
    tab.value(f"{CELL}.click()")
    assert tab.requests == [file.as_uri()]
    assert tab.errors == []


def test_a_cell_shows_the_words_that_it_rests_on(tab: Browser) -> None:
    tab.value(f"{CELL}.click()")
    assert tab.value(f"{PANEL}.hidden") is False
    assert tab.value(f"{PANEL}.querySelector('mark').textContent") == "20 of 1,200"
    assert tab.value(f"{PANEL}.querySelectorAll('li').length") == 1
    assert "quoted reads “20”" in tab.value(f"{PANEL}.textContent")


def test_the_keyboard_opens_and_closes_the_words_and_comes_back(tab: Browser) -> None:
    tab.value(f"{CELL}.focus()")
    tab.press("Enter")
    assert tab.value(f"document.activeElement === {PANEL}") is True
    tab.press("Escape")
    assert tab.value(f"{PANEL}.hidden") is True
    assert tab.value(f"document.activeElement === {CELL}") is True


def test_the_tab_key_leads_from_the_words_back_to_the_cell(tab: Browser) -> None:
    """The words stand at the end of the page: there a reader would have lost the table."""
    tab.value(f"{CELL}.focus()")
    tab.press("Enter")
    tab.press("Tab")
    assert tab.value(f"{PANEL}.contains(document.activeElement)") is True
    tab.press("Tab")
    assert tab.value(f"{PANEL}.hidden") is True
    assert tab.value(f"document.activeElement === {CELL}") is True


def test_the_words_do_not_cover_the_cell_that_was_asked_for(tab: Browser) -> None:
    _width(tab)
    tab.value(f"{CELL}.scrollIntoView({{block: 'end', behavior: 'instant'}})")
    tab.call("Emulation.setEmulatedMedia", features=[STILL])
    tab.value(f"{CELL}.click()")
    top = f"{PANEL}.getBoundingClientRect().top"
    assert tab.value(f"{CELL}.getBoundingClientRect().bottom <= {top}") is True
    assert tab.value(f"{CELL}.getBoundingClientRect().top >= 0") is True


def test_the_button_closes_the_words_and_comes_back(tab: Browser) -> None:
    tab.value(f"{CELL}.click()")
    tab.click(f"{PANEL}.querySelector('button')")
    assert tab.value(f"{PANEL}.hidden") is True
    assert tab.value(f"document.activeElement === {CELL}") is True


def test_a_click_elsewhere_closes_the_words_and_stays_there(tab: Browser) -> None:
    tab.value(f"{CELL}.click()")
    tab.click("document.querySelector('#filter')")
    assert tab.value(f"{PANEL}.hidden") is True
    assert tab.value("document.activeElement.id") == "filter"


def test_an_inferred_cell_shows_its_reason_as_text(tab: Browser) -> None:
    tab.value("document.querySelector('#t-things td.inferred a').click()")
    assert "<img src=x onerror" in tab.value(f"{PANEL}.textContent")
    assert tab.value("document.querySelectorAll('img').length") == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param("P6M", 1, id="a word"),
        pytest.param("  p6m 1999-12\t", 1, id="words of two cells"),
        pytest.param("P10D -1", 1, id="words far apart"),
        pytest.param("1999-12P6M", 0, id="nothing across the border of two cells"),
        pytest.param("P6M P10D", 0, id="words of two rows"),
    ],
)
def test_the_filter_leaves_the_rows_that_hold_every_word(
    wanted: str, found: int, tab: Browser
) -> None:
    tab.value(
        f"{{const i = document.querySelector('#filter'); i.value = {json.dumps(wanted)};"
        " i.dispatchEvent(new Event('input'))}"
    )
    left = tab.value("document.querySelectorAll('section.table tbody tr:not([hidden])').length")
    assert left == found
    assert tab.value("document.querySelector('output').textContent") == f"{found} of 6 rows"


def test_without_javascript_a_cell_leads_to_its_evidence(browser: Browser, file: Path) -> None:
    with browser.tab(javascript=False) as tab:
        tab.open(file)
        root = tab.call("DOM.getDocument", depth=-1)["root"]["nodeId"]
        found = {
            query: tab.call("DOM.querySelectorAll", nodeId=root, selector=query)["nodeIds"]
            for query in ("#panel", "form:not([hidden])", "#e-things-1 mark", "td a[href]")
        }
    assert found["#panel"] == []
    assert found["form:not([hidden])"] == []
    assert len(found["#e-things-1 mark"]) == 1
    assert len(found["td a[href]"]) > 20


CONTRAST = """
(selector => {
  const light = colour => {
    const [r, g, b] = colour.match(/[0-9.]+/g).map(Number).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" ? behind(element.parentElement) : colour;
  };
  return Math.min(...[...document.querySelectorAll(selector)].map(element => {
    const both = [light(getComputedStyle(element).color), light(behind(element))];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  }));
})("h1, h2, p, a, th, td, mark, code, b, figcaption, small, label, blockquote")
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_text_has_the_contrast_that_wcag_aa_asks_for(
    dark: bool, browser: Browser, file: Path
) -> None:
    with browser.tab(dark=dark) as tab:
        tab.open(file)
        assert tab.value(CONTRAST) >= 4.5


def test_printed_the_tables_stand_whole_and_the_controls_are_gone(tab: Browser) -> None:
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.value("getComputedStyle(document.querySelector('.filter')).display") == "none"
    assert tab.value("getComputedStyle(document.querySelector('.scroll')).overflowX") == "visible"


def test_printed_no_table_is_wider_than_the_paper(tab: Browser) -> None:
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert _width(tab, A4) <= A4


def test_printed_a_row_of_many_columns_names_its_cells_and_breaks_no_number(tab: Browser) -> None:
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert _width(tab, A4) <= A4
    cell = f"{CELL}.parentNode"
    assert tab.value(f"{CELL}.textContent") == "9007199254740993"
    assert tab.value(f"{CELL}.getClientRects().length") == 1
    assert tab.value(f"getComputedStyle({cell}, '::before').content") == '"Integer "'


def test_a_long_value_does_not_push_its_words_out_of_the_panel(tab: Browser) -> None:
    tab.value("document.querySelector('#t-things tbody td:nth-child(4) a').click()")
    assert len(tab.value(f"{PANEL}.querySelector('h2').textContent")) > 500
    assert tab.value(f"{PANEL}.scrollHeight <= {PANEL}.clientHeight") is True


def test_a_narrow_screen_scrolls_the_tables_and_not_the_page(tab: Browser) -> None:
    assert _width(tab) <= NARROW


def test_a_long_word_is_broken_wherever_it_stands(tab: Browser, tmp_path: Path) -> None:
    word = "x" * 200
    folder = tmp_path / "package"
    folder.mkdir()
    write(sample.content(title=word, description=word, licenses=[{"name": word}]), folder)
    tab.open(folder / "index.html")
    tab.value(
        "document.querySelectorAll('h2, h3, h4, p, blockquote, figcaption, small, li a, li, .text')"
        f".forEach(each => each.append('{word}'))"
    )
    assert _width(tab) <= NARROW


def _width(tab: Browser, screen: int = NARROW) -> int:
    """How wide the page is on a screen, or on paper, as narrow as this."""
    size = {"width": screen, "height": 700}
    tab.call("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=1, mobile=False)
    width: int = tab.value("document.documentElement.scrollWidth")
    return width
