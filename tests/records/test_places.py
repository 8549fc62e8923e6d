"""A fault is shown at the smallest thing that is wrong, in every form of records."""

from pathlib import Path

import pytest

from kzdata.records.places import Places

YAML = """source: first
things:
  - id: one
    evidence: Twenty
  - id: two
    value: 20
    evidence:
      - exact: Twenty
        fields: [value]
      - "thirty"
    inferred: {place: because}
"""
LINES = """{"id": "one"}

{"id": "two", "evidence": [{"exact": "Twenty"}, "thirty"]}
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "a.yaml").write_text(YAML)
    (tmp_path / "a.jsonl").write_text(LINES)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    return Places(tmp_path)


def shown(text: str, line: int, column: int, length: int) -> str:
    return text.split("\n")[line - 1][column - 1 : column - 1 + length]


@pytest.mark.parametrize(
    ("number", "pointer", "key", "words"),
    [
        (0, ("id",), False, "one"),
        (0, ("id",), True, "id"),
        (0, ("evidence",), False, "Twenty"),
        (0, ("evidence", 0, "exact"), False, "Twenty"),
        (1, ("value",), False, "20"),
        (1, ("evidence", 0, "exact"), False, "Twenty"),
        (1, ("evidence", 0, "fields", 0), False, "value"),
        (1, ("evidence", 1, "exact"), False, '"thirty"'),
        (1, ("inferred", "place"), True, "place"),
        (1, ("missing",), False, "id: two"),
        (1, ("value", "deeper", 3), False, "20"),
    ],
)
def test_a_pointer_into_yaml(
    places: Places, number: int, pointer: tuple[str | int, ...], key: bool, words: str
) -> None:
    at = places.find("a.yaml", "things", number, pointer, key=key)
    assert shown(YAML, at.line, at.column, at.length) == words


@pytest.mark.parametrize(
    ("number", "pointer", "key", "words"),
    [
        (0, ("id",), False, '"one"'),
        (2, ("id",), True, '"id"'),
        (2, ("evidence", 0, "exact"), False, '"Twenty"'),
        (2, ("evidence", 1, "exact"), False, '"thirty"'),
        (2, ("missing",), False, ""),
        (0, (), False, '{"id": "one"}'),
    ],
)
def test_a_pointer_into_a_line_of_json(
    places: Places, number: int, pointer: tuple[str | int, ...], key: bool, words: str
) -> None:
    at = places.find("a.jsonl", "things", number, pointer, key=key)
    assert at.line == number + 1
    assert shown(LINES, at.line, at.column, at.length) == words


def test_a_parquet_file_has_no_places_inside(places: Places) -> None:
    at = places.find("a.parquet", "things", 3, ("value",))
    assert (at.path, at.line) == ("a.parquet", 0)


def test_a_table_is_shown_at_its_name(places: Places) -> None:
    at = places.find_table("a.yaml", "things")
    assert (at.line, at.column, at.length) == (2, 1, 6)
