"""The page on extraction: its row passes, and each change to it is refused by the rule it names."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kzdata.project.check import check
from tests import small
from tests.command import ROOT
from tests.docs.pages import blocks

PAGE = ROOT / "docs/extraction.md"
UNIT = {
    "name": "unit",
    "reading": "quantity.unit",
    "categories": [
        {"value": "person", "terms": ["people"]},
        {"value": "village", "terms": ["villages"]},
    ],
}
FIELDS = [{"name": "figure_id", "basis": "assigned"}, small.NUMBER, small.BOUND, UNIT]
CHANGES = re.findall(r"^\| `(\{.*\})` \| `([a-z-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE)


def rules(root: Path, change: dict[str, Any]) -> list[str]:
    (text,) = (block.text for block in blocks("text") if block.page == PAGE)
    (row,) = (json.loads(block.text) for block in blocks("json") if block.page == PAGE)
    small.write(root, {"flood-en": text}, {"figures": FIELDS}, {})
    line = json.dumps({"id": "evacuated"} | row | change)
    (root / "data/records/figures.jsonl").write_text(f"{line}\n", "utf-8")
    return [finding.rule for finding in check(root).findings]


def test_the_row_of_the_page_passes(tmp_path: Path) -> None:
    assert rules(tmp_path, {}) == []


@pytest.mark.parametrize(("change", "rule"), CHANGES)
def test_what_the_page_says_is_refused_is_refused_by_that_rule(
    change: str, rule: str, tmp_path: Path
) -> None:
    assert rules(tmp_path, json.loads(change)) == [rule]
