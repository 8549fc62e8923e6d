"""The tables of docs/types.md say what the code does."""

import json
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kzdata.columns import arrow, forms, lexical
from kzdata.schema import Field
from kzdata.schema.fields import TYPES
from kzdata.schema.value_rules import flaws

DOCS = Path(__file__).parents[2] / "docs" / "types.md"
ALWAYS = {"required", "unique", "enum"}
CONSTRAINTS = {
    "minLength": "1",
    "maxLength": "9",
    "minimum": None,
    "maximum": None,
    "exclusiveMinimum": None,
    "exclusiveMaximum": None,
    "pattern": "a",
    "jsonSchema": "{}",
}


def rows() -> list[list[str]]:
    """The rows of both tables, each cell as it is written."""
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    return [re.split(r" ?\| ?", line)[1:-1] for line in lines if line.startswith("| `")]


def code(cell: str) -> str:
    return cell.strip().strip("`")


PLAIN = [row for row in rows() if not row[1].startswith("`{")]
WITH_KEYS = [row for row in rows() if row[1].startswith("`{")]
CASES = [(code(row[0]), "{}", *map(code, row[1:4])) for row in PLAIN]
CASES += [tuple(map(code, row)) for row in WITH_KEYS]


def field(type_: str, keys: dict[str, Any]) -> Field:
    return Field.model_validate({"name": "f", "type": type_, **keys})


def test_every_type_has_its_row() -> None:
    assert [code(row[0]) for row in PLAIN] == list(TYPES)


@pytest.mark.parametrize(("type_", "keys", "arrow_type", "written", "published"), CASES)
def test_a_type_is_held_and_published_as_its_row_says(
    type_: str, keys: str, arrow_type: str, written: str, published: str
) -> None:
    declared = field(type_, json.loads(keys))
    values, faults = lexical.column(declared, pa.array([written]))
    assert faults == []
    assert str(values.type) == str(arrow.type_of(declared)) == arrow_type
    assert forms.text(declared, values).to_pylist() == [published]


@pytest.mark.parametrize("row", PLAIN, ids=[code(row[0]) for row in PLAIN])
def test_a_type_takes_the_constraints_that_its_row_names(row: list[str]) -> None:
    taken = set()
    for name, value in CONSTRAINTS.items():
        asked = {name: value if value is not None else code(row[2])}
        found = list(flaws(field(code(row[0]), {"constraints": asked}), ()))
        taken |= set() if found else {name}
    assert taken == set(re.findall(r"`(\w+)`", row[4])) - ALWAYS
