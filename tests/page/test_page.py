"""The page as text: whole, quiet, and nothing in it but ours."""

import base64
import hashlib
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import pairwise

import pyarrow as pa
import pytest

from kzdata.evidence_table import CONTEXT
from kzdata.package.content import Content
from kzdata.page import bounds, fragments, page
from kzdata.page.excerpt import Excerpt
from kzdata.page.origins import Origins
from kzdata.selectors import Span
from tests.package import sample

NO_SOURCES: dict[str, list[str | None]] = {"file": [], "language": []}
VOID = {"meta", "input", "br", "link", "img", "hr"}


class Reader(HTMLParser):
    """Notes elements, attributes and text, and that every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def shown(content: Content) -> str:
    return paged(content, content.tables, *content.evidence())


def paged(content: Content, tables: Mapping[str, pa.Table], *evidence: pa.Table) -> str:
    excerpt = Excerpt(content.dataset, tables, content.sources)
    for rows in evidence:
        excerpt.take(rows)
    return page(content.dataset, excerpt, content.sources)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module", params=["excerpts", "full"])
def html(request: pytest.FixtureRequest) -> str:
    return shown(sample.content(redistribute=request.param))


def test_every_element_is_closed_in_order(html: str) -> None:
    assert read(html).open == []


def test_hostile_text_is_shown_and_does_nothing(html: str) -> None:
    reader = read(html)
    assert reader.tags.count("script") == 1
    assert {"img", "i"}.isdisjoint(reader.tags)
    assert not [name for _, name, _ in reader.attributes if name.startswith("on")]
    assert "&lt;img src=x onerror=&quot;alert(2)&quot;&gt;" in html


def test_nothing_is_asked_of_anywhere(html: str) -> None:
    sources = [each for each in read(html).attributes if each[1] in ("src", "srcset", "style")]
    assert sources == []
    assert "url(" not in html
    assert "@import" not in html


def test_the_policy_lets_only_the_pages_own_style_and_script_run(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        text = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert text
        digest = base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_every_link_within_the_page_leads_somewhere_and_names_are_unique(html: str) -> None:
    reader = read(html)
    names = [value for _, name, value in reader.attributes if name == "id"]
    assert len(names) == len(set(names))
    links = [value for _, name, value in reader.attributes if name == "href"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(names)
    labels = [value for _, name, value in reader.attributes if name == "aria-labelledby"]
    assert set(labels) <= set(names)


def test_every_cell_that_holds_something_says_its_basis(html: str) -> None:
    cells = [value for tag, name, value in read(html).attributes if (tag, name) == ("td", "class")]
    values = sum(
        len(column) - column.null_count
        for table in sample.content().tables.values()
        for column in table.columns
    )
    assert len(cells) == values
    assert {cell.split()[0] for cell in cells} == {"quoted", "inferred", "assigned"}


def test_a_row_with_a_key_of_several_fields_has_its_evidence() -> None:
    article = shown(sample.content()).split('<article id="e-pairs-2"')[1].split("</article>")[0]
    assert "<mark>20 of 1,200</mark>" in article


def test_a_cell_may_be_inferred_from_a_source_as_a_whole() -> None:
    content = sample.content()
    (evidence,) = content.evidence()
    rows = evidence.to_pylist()
    nowhere = dict.fromkeys(("start", "end", "exact", "prefix", "suffix", "reading_start"))
    rows = [row | nowhere if row["basis"] == "inferred" else row for row in rows]
    words = pa.Table.from_pylist(rows, schema=evidence.schema)
    html = paged(content, content.tables, words)
    assert '<li data-field="date" class="inferred">' in html


def test_no_two_landmarks_have_one_name(html: str) -> None:
    """axe, landmark-unique: a named section is a landmark, and so is a named region."""
    labels = [value for _, name, value in read(html).attributes if name == "aria-labelledby"]
    assert len(labels) == len(set(labels))


def test_one_cell_is_no_plural() -> None:
    content = sample.content()
    (evidence,) = content.evidence()
    excerpt = Excerpt(content.dataset, content.tables, content.sources)
    excerpt.take(evidence)
    excerpt.shares["inferred"] = 1
    assert "· 1 cell inferred ·" in page(content.dataset, excerpt, content.sources)


def test_headings_leave_no_level_out(html: str) -> None:
    levels = [int(tag[1]) for tag in read(html).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_only_the_words_that_the_evidence_holds_are_shown_unless_the_texts_may_be() -> None:
    outside = "a last line"
    assert outside not in shown(sample.content())
    assert outside in shown(sample.content(redistribute="full"))


def test_of_a_long_text_its_beginning_is_shown_and_what_is_quoted_beyond(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "SOURCE", 4)
    source = sample.Text(name="a b/c.txt", sha256="0", text="abcdefghijklmn")
    where = {"source": source.name, "start": 8, "end": 9, "prefix": "h", "suffix": "j"}
    html = "".join(
        fragments.articles(
            [source],
            Origins(sample.dataset().sources, NO_SOURCES),
            [pa.Table.from_pylist([where])],
            full=True,
        )
    )
    gap = '<span class="gap">[…]</span>'
    assert f">abcd {gap} h<mark>i</mark>j {gap} <" in html
    place = '<a href="sources/a%20b/c.txt">sources/a b/c.txt</a>'
    told = "The first 4 of 14 characters, and beyond them only what is quoted"
    assert f"<p>{told}; {place} holds them all.</p>" in html


def test_a_link_that_is_none_is_plain_text() -> None:
    licence = {"name": "CC-BY-4.0", "path": "https://example.org/?a=1&b='2'"}
    assert "a=1&amp;b=" in shown(sample.content(licenses=[licence]))


def test_the_words_of_a_passage_stand_without_a_gap() -> None:
    at = sample.TEXT.index("20 of 1,200")
    assert f"…{sample.TEXT[at - 20 : at - 1]}".replace("&", "&amp;").replace('"', "&quot;") in (
        shown(sample.content())
    )
    assert "<mark>20 of 1,200</mark> людей" in shown(sample.content())


@pytest.mark.parametrize(
    ("language", "lang"), [("kk", ' lang="kk"'), ("kk_KZ", ' lang="kk-KZ"'), (None, "")]
)
@pytest.mark.parametrize("redistribute", ["excerpts", "full"])
def test_the_words_of_a_source_say_their_language(
    redistribute: str, language: str | None, lang: str
) -> None:
    content = sample.content(redistribute=redistribute)
    documents = content.tables["documents"]
    at = documents.column_names.index("language")
    column = pa.array([language], pa.string())
    tables = dict(content.tables) | {"documents": documents.set_column(at, "language", column)}
    html = paged(content, tables, *content.evidence())
    assert f'<blockquote{lang} dir="auto">' in html
    assert f'<div class="text"{lang} dir="auto">' in html


@pytest.mark.parametrize(
    ("suffix", "shown"), [(" ends.", " ends.<"), ("x" * CONTEXT, f"{'x' * CONTEXT}…<"), (None, "<")]
)
def test_behind_the_last_words_of_a_source_stands_no_ellipsis(
    suffix: str | None, shown: str
) -> None:
    content = sample.content()
    (evidence,) = content.evidence()
    rows = [row | {"suffix": row["suffix"] and suffix} for row in evidence.to_pylist()]
    html = paged(content, content.tables, pa.Table.from_pylist(rows, schema=evidence.schema))
    assert f"<mark>20 of 1,200</mark>{shown}/blockquote>" in html


def test_a_long_table_is_cut_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ROWS", 2)
    html = shown(sample.content())
    assert "The first 2 of 3 rows; the files hold them all" in html
    assert 'id="e-things-3"' not in html


def test_a_table_of_one_row_says_so() -> None:
    content = sample.content()
    tables = dict(content.tables) | {"things": content.tables["things"].slice(0, 1)}
    html = paged(content, tables, *content.evidence())
    assert '<p class="meta">1 row · ' in html
    assert "1 rows" not in html


def test_sources_beyond_the_most_are_left_out_and_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = sample.content()
    most = len(content.sources)
    assert f"of {most:,} sources." not in shown(content)
    monkeypatch.setattr(bounds, "SOURCES", most - 1)
    assert f" The first {most - 1:,} of {most:,} sources.</p>" in shown(content)


@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
def test_a_row_is_shown_with_all_of_its_evidence_or_not_at_all(
    backwards: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the evidence comes in parts, and whether or not its order is that of the rows."""
    content = sample.content()
    (evidence,) = content.evidence()
    parts = [evidence.slice(row, 1) for row in range(len(evidence))]
    monkeypatch.setattr(bounds, "PIECES", 22)
    html = paged(content, content.tables, *(reversed(parts) if backwards else parts))
    assert "The first 2 of 3 rows; the files hold them all" in html
    assert "Marked are the first 22 of 45 quotations." in html
    cells = [value for tag, name, value in read(html).attributes if (tag, name) == ("td", "class")]
    assert sum(cell.startswith("inferred") for cell in cells) == 1
    assert '<article id="e-things-3"' not in html


def test_a_million_rows_make_no_big_page() -> None:
    content = sample.content()
    rows = 1_000_000
    many = pa.table(
        {
            "document_id": [f"d{row:07}" for row in range(rows)],
            **{
                name: pa.nulls(rows, pa.string())
                for name in ("file", "sha256", "language", "title")
            },
        }
    )
    tables = dict(content.tables) | {"documents": many}
    (evidence,) = content.evidence()
    one = {"table": "documents", "field": "document_id", "piece": 1, "basis": "assigned"}
    pieces = [one | {"record": record} for record in many["document_id"][: bounds.ROWS].to_pylist()]
    html = paged(content, tables, evidence, pa.Table.from_pylist(pieces, schema=evidence.schema))
    assert len(html) < 300_000


def test_without_anything_there_is_a_page() -> None:
    content = sample.content()
    tables = {name: table.slice(0, 0) for name, table in content.tables.items()}
    excerpt = Excerpt(content.dataset, tables, [])
    assert "main" in read(page(content.dataset, excerpt, [])).tags


@pytest.mark.parametrize(
    ("quoted", "window", "marked"),
    [
        pytest.param([(2, 4)], [(0, 6)], "ab<mark>cd</mark>ef[…]", id="from the start"),
        pytest.param([(2, 4)], [(1, 5)], "[…]b<mark>cd</mark>e[…]", id="in the middle"),
        pytest.param(
            [(0, 1), (7, 8)], [(0, 2), (6, 8)], "<mark>a</mark>b[…]g<mark>h</mark>", id="two"
        ),
        pytest.param([(6, 8)], [(0, 4)], "abcd[…]", id="beyond what is shown"),
        pytest.param([], [], "[…]", id="nothing"),
    ],
)
def test_what_is_quoted_is_marked_where_it_stands(
    quoted: list[tuple[int, int]], window: list[tuple[int, int]], marked: str
) -> None:
    spans = [Span(*each) for each in quoted]
    found = fragments.marked("abcdefgh", spans, [Span(*each) for each in window])
    assert re.sub(r" ?</?span[^>]*> ?", "", found) == marked
