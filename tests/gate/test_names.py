"""A link between rows is read by the names of the row that it leads to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kzdata.project.check import check
from tests import small

ACTORS = ({"name": "name", "reading": "name"}, {"name": "member_of", "reading": "name"})
FIGURES = ({"name": "actor", "reading": "name"},)
KEYS = {"figures": {"actor": "actors"}, "actors": {"member_of": "actors"}}

NAMED = [
    {"id": "un", "name": "United Nations", "known_as": ["UN"]},
    {"id": "mission", "name": "Mission to the UN"},
    {"id": "ann", "name": "Ann Bee", "known_as": ["Bee"]},
    {"id": "bob", "name": "Bob Bee", "known_as": ["Bee"]},
]
TEXT = (
    "Ann Bee and Bob Bee of the United Nations met. The Mission to the UN, said Bee, was ready."
    " The UN’s chief of Unesco left.\n"
)


def told(root: Path, *records: Mapping[str, Any], actors: Mapping[str, Any] | None = None) -> Any:
    inferred = [{**one, "inferred": {"name": "it is theirs"}} for one in NAMED]
    tables = {"actors": [*inferred, *([actors] if actors else [])], "figures": records}
    fields = {"actors": ACTORS, "figures": FIGURES}
    checked = check(small.write(root, {"a": TEXT}, fields, tables, keys=KEYS))
    return [(one.rule, one.message) for one in checked.findings]


@pytest.mark.parametrize(
    ("actor", "evidence", "rules"),
    [
        ("un", "the United Nations met", []),
        ("un", "The UN’s chief", []),
        ("ann", "Ann Bee", []),
        ("mission", "The Mission to the UN", []),
        ("un", "The Mission to the UN", ["value-not-in-evidence"]),
        ("un", "chief of Unesco", ["value-not-in-evidence"]),
        ("ann", "said Bee", ["ambiguous-reading"]),
        ("ann", "Bob Bee", ["value-not-in-evidence"]),
        ("un", "Bob Bee of the United Nations", ["weak-evidence"]),
        ("un", "was ready", ["value-not-in-evidence"]),
    ],
)
def test_a_link_is_read_by_the_longest_name_at_each_place(
    actor: str, evidence: str, rules: list[str], tmp_path: Path
) -> None:
    found = told(tmp_path, {"id": "f", "actor": actor, "evidence": evidence})
    assert [rule for rule, _ in found] == rules


def test_two_bearers_of_a_name_are_named(tmp_path: Path) -> None:
    ((_, message),) = told(tmp_path, {"id": "f", "actor": "ann", "evidence": "said Bee"})
    assert message == "`actor` is ann, and the evidence may mean ann or bob"


def test_a_record_s_own_name_says_nothing_of_its_link(tmp_path: Path) -> None:
    """`The UN’s chief` names the chief too, which is no weakness of the link to the UN."""
    other = {
        "id": "chief",
        "name": "chief of Unesco",
        "member_of": "un",
        "evidence": "The UN’s chief of Unesco",
    }
    assert told(tmp_path, actors=other) == []


@pytest.mark.parametrize(
    ("key", "evidence", "rules"),
    [("ann", "Ann Bee", []), ("bob", "Ann Bee and Bob Bee", ["weak-evidence"])],
    ids=["of whom it tells", "of another"],
)
def test_a_record_of_another_table_has_no_name_of_its_own_though_its_key_is_one_there(
    key: str, evidence: str, rules: list[str], tmp_path: Path
) -> None:
    found = told(tmp_path, {"id": key, "actor": "ann", "evidence": evidence})
    assert [rule for rule, _ in found] == rules


@pytest.mark.parametrize("key", ["ann", "who"])
def test_a_link_to_no_row_is_one_fault(key: str, tmp_path: Path) -> None:
    found = told(tmp_path, {"id": "f", "actor": f"{key}-x", "evidence": "Ann Bee"})
    assert [rule for rule, _ in found] == ["foreign-key-unknown"]


def test_a_row_cites_the_source_that_it_is_linked_to(tmp_path: Path) -> None:
    sources = {"a": "Ten people came.\n", "b": "Nine people came.\n"}
    fields = ({"name": "article", "basis": "assigned"}, small.NUMBER)
    records = [
        {"id": "x", "article": "a", "value": 10, "evidence": "Ten people"},
        {"id": "y", "article": "a", "value": 9, "evidence": "Nine people", "source": "b"},
    ]
    root = small.write(tmp_path, sources, {"t": fields}, {"t": records})
    schema = root / "schemas/t.yaml"
    link = '"foreignKeys": [{"fields": "article", "reference": {"resource": "articles",'
    schema.write_text(
        schema.read_text().replace(
            '"primaryKey"', link + ' "fields": "article_id"}}],\n "primaryKey"'
        )
    )
    (finding,) = check(root).findings
    assert finding.rule == "link-without-citation"
    assert finding.message == "`article` is a, and the evidence is cited from `b.txt`"
