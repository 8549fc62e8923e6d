"""README.md, CITATION.cff: what is said in words."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from markdown_it import MarkdownIt

from kzdata.package import citation, sums
from kzdata.package import readme as readme_of
from tests.package import sample


@pytest.fixture
def readme(package: Path) -> str:
    return (package / "README.md").read_text("utf-8")


def test_the_dictionary_names_every_field_of_every_table(readme: str) -> None:
    for table in sample.dataset().tables:
        _, _, section = readme.partition(f'<a id="{table.name}"></a>')
        for field in table.fields:
            assert f"| `{field.name}` | " in section


def test_units_and_categories_stand_in_the_dictionary(readme: str) -> None:
    assert "| `integer` | integer | person |" in readme
    assert re.search(r"\| `category` .*exactly.*Exactly.*more\\_than", readme)


def test_the_readme_says_how_to_load_it_and_whose_the_words_are(readme: str) -> None:
    for words in ("kzdata.open", "pandas.read_parquet", "SELECT * FROM 'documents.parquet'"):
        assert words in readme
    assert "arrow::read_parquet" in readme
    assert "belong to the\npublishers and authors of the sources" in readme


def test_the_readme_says_how_a_spreadsheet_gets_the_tables(readme: str) -> None:
    assert "--format spreadsheet` prints" in readme
    assert "spreadsheet" not in readme_of.text(sample.dataset(csv=False), [], None)


def test_what_the_readme_says_of_csv_keeps_the_code_of_namibia(
    package: Path, readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = (package / "documents.csv").read_text("utf-8").replace("The document", "NA")
    (tmp_path / "documents.csv").write_text(table, "utf-8")
    monkeypatch.chdir(tmp_path)
    (call,) = re.findall(r"^frame = (pandas\.read_csv.*)$", readme, re.MULTILINE)
    assert list(eval(call, {"pandas": pd})["title"]) == ["NA"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param(("things", "a", "text"), '"a"', id="plain"),
        pytest.param(
            ("things", 'the "first" \\ one', "text"), r'"the \"first\" \\ one"', id="quoted"
        ),
        pytest.param(("pairs", '["ä", "10"]', "said"), '("ä", "10")', id="of several fields"),
        pytest.param(("things", '["a"]', "text"), r'"[\"a\"]"', id="as if of several"),
        pytest.param(("things", "a`b", "text"), '"..."', id="a backtick"),
        pytest.param(("things", "a\nb", "text"), '"..."', id="a line end"),
        pytest.param(None, '"..."', id="nothing quoted"),
    ],
)
def test_the_example_names_a_record_as_python_does(
    cell: tuple[str, str, str] | None, written: str
) -> None:
    text = readme_of.text(sample.dataset(), [], cell)
    table, _, field = cell or ("things", "", "...")
    assert f'package.evidence("{table}", {written}, "{field}")  # the words' in text


def test_the_example_runs_where_a_key_is_of_several_fields(package: Path) -> None:
    text = readme_of.text(sample.dataset(), [], ("pairs", '["ä", "10"]', "said"))
    _, _, example = text.partition("```python\n")
    code = example.partition("```")[0].replace("this-folder", str(package))
    *before, last = code.strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join((*before, f"words = {last}")), names)
    assert {piece.field for piece in names["words"]} == {"said"}


def test_no_text_of_the_dataset_becomes_markup(readme: str) -> None:
    shown = MarkdownIt("commonmark").enable("table").render(readme)
    assert "<b>" not in shown
    assert "&lt;b&gt;of&lt;/b&gt; a thing | not a pipe." in shown


def test_every_row_of_a_markdown_table_has_the_cells_of_its_head(readme: str) -> None:
    for token in MarkdownIt("commonmark").enable("table").parse(readme):
        assert not (token.type == "inline" and token.content.startswith("|")), token.content


def test_the_citation_holds_what_the_format_asks_for() -> None:
    described = sample.dataset(homepage="https://example.org/")
    cited = yaml.safe_load(citation.text(described))
    assert cited == {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": described.title,
        "abstract": described.description,
        "authors": [{"name": "The testers"}],
        "version": "1.2.3",
        "date-released": "2026-11-22",
        "license": "CC-BY-4.0",
        "url": "https://example.org/",
        "keywords": ["sample", "Қазақстан"],
    }


def test_a_licence_that_the_format_does_not_know_is_cited_by_its_link() -> None:
    licence = {"name": "our-own", "path": "https://example.org/terms"}
    cited = yaml.safe_load(citation.text(sample.dataset(licenses=[licence])))
    assert "license" not in cited
    assert cited["license-url"] == "https://example.org/terms"


def test_creators_are_the_authors_and_where_there_are_none_all_are() -> None:
    people = [
        {"title": "A", "roles": ["curator"]},
        {"title": "B", "roles": ["creator", "curator"]},
    ]
    assert citation.authors(sample.dataset(contributors=people)) == ["B"]
    assert citation.authors(sample.dataset(contributors=people[:1])) == ["A"]


def test_the_citation_says_no_author_and_no_keyword_twice() -> None:
    people = [{"title": "A", "roles": ["creator"]}, {"title": "A", "roles": ["author"]}]
    described = sample.dataset(contributors=people, keywords=["b", "a", "b"])
    cited = yaml.safe_load(citation.text(described))
    assert cited["authors"] == [{"name": "A"}]
    assert cited["keywords"] == ["b", "a"]


def test_a_title_cannot_leave_its_line() -> None:
    described = sample.dataset(title='a"\ntype: software\nx: "')
    assert yaml.safe_load(citation.text(described))["type"] == "dataset"


def test_the_listing_is_sorted_and_leaves_itself_out(tmp_path: Path) -> None:
    for name in ("b", "a", "SHA256SUMS"):
        (tmp_path / name).write_text(name)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/c").write_text("c")
    assert [line[66:] for line in sums.text(tmp_path).splitlines()] == ["a", "b", "sources/c"]
    (tmp_path / "SHA256SUMS").write_text(sums.text(tmp_path))
    subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True)
