"""Scripted changes of a project, each with the kinds of change and the step that it must give."""

from pathlib import Path
from typing import NamedTuple

import pytest

from kzdata.catalog.package import Package
from kzdata.release.diff import diff
from kzdata.release.kinds import KINDS
from tests.release.made import ARTICLES, DATASET, FIGURES, MORE, RECORDS, Edit, package, version


class Case(NamedTuple):
    """Edits; the step and kinds of change that they are, and those that their undoing is."""

    name: str
    edits: tuple[Edit, ...]
    there: tuple[str, set[str]]
    back: tuple[str, set[str]]


def same(step: str, *kinds: str) -> tuple[tuple[str, set[str]], tuple[str, set[str]]]:
    """What is the same there and back."""
    return (step, set(kinds)), (step, set(kinds))


SERVED = """  - figure_id: served
    article_id: second
    value: 800
    bound: more_than
    unit: person
    evidence: More than 800 people
"""
PLACES = "name: places\nfields: [{name: place_id, basis: assigned}]\nprimaryKey: place_id\n"
THIRD = (
    Edit("seeds/c.txt", "", "Nothing more was said.\n"),
    Edit(
        "data/records/c.yaml", "", "articles:\n  - {article_id: third, seed: c.txt, language: en}\n"
    ),
)
CC0 = '{name: CC0-1.0, title: CC0, path: "https://creativecommons.org/publicdomain/zero/1.0/"}'
KEY = """foreignKeys:
  - fields: article_id
    reference: {resource: articles, fields: article_id}
"""

CASES = [
    Case("nothing", (), *same("none")),
    Case("version-alone", (version("1.0.1"),), *same("none")),
    Case("day-alone", (Edit(DATASET, "2026-01-02", "2026-02-03"),), *same("none")),
    Case(
        "dataset-name",
        (Edit(DATASET, "name: tiny", "name: small"),),
        *same("major", "dataset-renamed"),
    ),
    Case(
        "dataset-title",
        (Edit(DATASET, "title: Tiny", "title: Small"),),
        *same("patch", "text-changed"),
    ),
    Case("contributor", (Edit(DATASET, "Nobody", "Somebody"),), *same("patch", "text-changed")),
    Case(
        "licence-replaced",
        (Edit(DATASET, "CC0-1.0", "CC-BY-4.0"),),
        *same("major", "licence-removed", "licence-added"),
    ),
    Case(
        "licence-added",
        (Edit(DATASET, CC0, f"{CC0}\n  - {{name: CC-BY-4.0}}"),),
        ("minor", {"licence-added"}),
        ("major", {"licence-removed"}),
    ),
    Case(
        "licence-title",
        (Edit(DATASET, "title: CC0", "title: CC Zero"),),
        *same("patch", "text-changed"),
    ),
    Case(
        "csv-left-out",
        (Edit(DATASET, "ledger:", "csv: false\nledger:"),),
        ("major", {"files-removed"}),
        ("minor", {"files-added"}),
    ),
    Case(
        "source-texts-carried",
        (Edit(DATASET, "ledger:", "redistribute: full\nledger:"),),
        ("minor", {"files-added"}),
        ("major", {"files-removed"}),
    ),
    Case(
        "source-added",
        THIRD,
        ("minor", {"source-added", "row-added"}),
        ("major", {"source-removed", "row-removed"}),
    ),
    Case(
        "source-text",
        (Edit("seeds/b.txt", "worldwide", "world-wide"), Edit(MORE, "worldwide", "world-wide")),
        *same("major", "source-changed", "cell-corrected"),
    ),
    Case(
        "table",
        (Edit("schemas/places.yaml", "", PLACES), Edit(DATASET, "figures]", "figures, places]")),
        ("minor", {"table-added"}),
        ("major", {"table-removed"}),
    ),
    Case(
        "table-order",
        (Edit(DATASET, "[articles, figures]", "[figures, articles]"),),
        *same("patch", "order-changed"),
    ),
    Case(
        "table-title",
        (Edit(FIGURES, "title: Figures", "title: Counts"),),
        *same("patch", "text-changed"),
    ),
    Case(
        "field",
        (Edit(FIGURES, "  - {name: said}\n", "  - {name: said}\n  - {name: note}\n"),),
        ("minor", {"field-added"}),
        ("major", {"field-removed"}),
    ),
    Case(
        "field-renamed",
        (
            Edit(FIGURES, "{name: said}", "{name: says}"),
            Edit(RECORDS, "    said:", "    says:"),
        ),
        *same("major", "field-removed", "field-added"),
    ),
    Case(
        "field-order",
        (
            Edit(FIGURES, "  - {name: said}\n", ""),
            Edit(FIGURES, "  - {name: day,", "  - {name: said}\n  - {name: day,"),
        ),
        *same("patch", "order-changed"),
    ),
    Case("type", (Edit(FIGURES, "type: integer", "type: number"),), *same("major", "type-changed")),
    Case(
        "type-of-nulls",
        (Edit(FIGURES, "{name: day, type: date}", "{name: day, type: string, reading: date}"),),
        *same("major", "type-changed"),
    ),
    Case(
        "unit",
        (Edit(FIGURES, "type: integer", "type: integer, unit: person"),),
        *same("major", "unit-changed"),
    ),
    Case(
        "meaning",
        (Edit(FIGURES, "{name: said", '{name: said, rdfType: "https://schema.org/text"'),),
        *same("major", "meaning-changed"),
    ),
    Case(
        "description",
        (Edit(FIGURES, "{name: said", "{name: said, description: What was said."),),
        *same("patch", "text-changed"),
    ),
    Case(
        "required",
        (
            Edit(
                ARTICLES,
                "language, basis: assigned",
                "language, basis: assigned, constraints: {required: true}",
            ),
        ),
        ("minor", {"promise-added"}),
        ("major", {"promise-removed"}),
    ),
    Case(
        "no-longer-quoted",
        (Edit(FIGURES, "{name: said}", "{name: said, basis: assigned}"),),
        ("major", {"promise-removed", "evidence-changed", "text-changed"}),
        ("minor", {"promise-added", "evidence-changed", "text-changed"}),
    ),
    Case(
        "limit",
        (Edit(FIGURES, "maximum: 9999", "maximum: 99999"),),
        *same("minor", "constraint-changed"),
    ),
    Case(
        "pattern",
        (Edit(FIGURES, '"[a-z-]+"', '"[a-z0-9-]+"'),),
        *same("minor", "constraint-changed"),
    ),
    Case(
        "values-listed",
        (Edit(FIGURES, "{name: said}", "{name: said, constraints: {enum: [We were ready]}}"),),
        *same("minor", "constraint-changed"),
    ),
    Case(
        "category",
        (Edit(FIGURES, "less_than, at_most, about]", "less_than, at_most, about, vaguely]"),),
        ("minor", {"category-added"}),
        ("major", {"category-removed"}),
    ),
    Case(
        "category-label",
        (Edit(FIGURES, "{value: nothing}", "{value: nothing, label: None}"),),
        *same("patch", "text-changed"),
    ),
    Case(
        "category-order",
        (Edit(FIGURES, "exactly, more_than", "more_than, exactly"),),
        *same("none"),
    ),
    Case(
        "categories-ordered",
        (
            Edit(
                FIGURES,
                "    reading: quantity.bound\n",
                "    reading: quantity.bound\n    categoriesOrdered: true\n",
            ),
        ),
        *same("major", "type-changed"),
    ),
    Case(
        "primary-key",
        (Edit(FIGURES, "primaryKey: figure_id", "primaryKey: [figure_id, article_id]"),),
        *same("major", "primary-key-changed"),
    ),
    Case(
        "unique-key",
        (Edit(FIGURES, "primaryKey:", "uniqueKeys: [[value, bound]]\nprimaryKey:"),),
        ("minor", {"key-added"}),
        ("major", {"key-removed"}),
    ),
    Case(
        "foreign-key",
        (Edit(FIGURES, KEY, ""),),
        ("major", {"key-removed"}),
        ("minor", {"key-added"}),
    ),
    Case(
        "row", (Edit(MORE, SERVED, "  []\n"),), ("major", {"row-removed"}), ("minor", {"row-added"})
    ),
    Case(
        "row-renamed",
        (Edit(MORE, "figure_id: served", "figure_id: has-served"),),
        *same("major", "row-removed", "row-added"),
    ),
    Case(
        "cell",
        (Edit(RECORDS, "took: P6M", "took: P7M"),),
        *same("patch", "cell-corrected"),
    ),
    Case(
        "null-filled",
        (Edit(MORE, "    unit: person\n", "    unit: person\n    as_written: More than 800\n"),),
        ("minor", {"cell-filled"}),
        ("patch", {"cell-emptied"}),
    ),
    Case(
        "evidence",
        (Edit(RECORDS, "Over 150 soldiers", "Over 150 soldiers from six regions"),),
        *same("patch", "evidence-changed"),
    ),
    Case(
        "reason",
        (Edit(RECORDS, "took: so", "took: it was said"),),
        *same("patch", "evidence-changed"),
    ),
    Case(
        "basis",
        (Edit(RECORDS, "inferred: {took: so}", "inferred: {took: so, speaker: named above}"),),
        *same("patch", "evidence-changed"),
    ),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The package of the project as it is."""
    return package(tmp_path_factory.mktemp("base"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_change_and_its_undoing_need_their_steps(
    case: Case, base: Package, tmp_path: Path
) -> None:
    changed = package(tmp_path, *case.edits)
    for (step, kinds), old, new in ((case.there, base, changed), (case.back, changed, base)):
        found = diff(old, new)
        assert {change.kind.name for change in found.changes} == kinds
        assert found.step.word == step


def test_every_kind_of_change_has_a_scripted_one() -> None:
    met = {kind for case in CASES for _, kinds in (case.there, case.back) for kind in kinds}
    assert met == set(KINDS)
