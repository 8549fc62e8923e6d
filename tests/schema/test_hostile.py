"""Whatever a schema file holds, reading it ends with a model or with flaws, never otherwise."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzdata.schema import Table, descriptor
from kzdata.schema.dataset import Manifest
from kzdata.schema.fields import TYPES, Constraints, Field
from kzdata.schema.key_rules import manifest_flaws, reference_flaws, table_flaws
from kzdata.schema.shapes import shaped
from kzdata.schema.values.parse import parse

WORDS = st.sampled_from(
    [*TYPES, "name", "a", "", "0", "-1", "true", "%Y", "%", "(", "a|b", "[]", "{}", '{"a":1}', "é"]
) | st.text(st.characters(codec="utf-8"), max_size=5)
FIELD_KEYS = [info.alias or "" for info in Field.model_fields.values()]
CONSTRAINT_KEYS = [info.alias or "" for info in Constraints.model_fields.values()]
TREES = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.fixed_dictionaries(
    {"name": WORDS},
    optional={
        **dict.fromkeys(FIELD_KEYS[1:], TREES),
        "type": st.sampled_from(TYPES),
        "format": WORDS,
        "constraints": st.dictionaries(st.sampled_from(CONSTRAINT_KEYS), TREES, max_size=3),
        "categories": st.lists(WORDS, max_size=3),
    },
)


@given(TREES)
def test_any_tree_is_a_model_or_flaws(tree: Any) -> None:
    for model in (Table, Manifest):
        found = shaped(model, tree)
        assert not isinstance(found, list) or found


@given(st.lists(st.sampled_from(FIELD_KEYS), max_size=3, unique=True), st.data())
def test_any_field_is_judged(keys: list[str], data: st.DataObject) -> None:
    field = {"name": "f", "type": data.draw(st.sampled_from(TYPES))}
    field |= {key: data.draw(TREES) for key in keys}
    judge({"name": "t", "fields": [field], "primaryKey": "f"})


@given(st.lists(FIELDS, min_size=1, max_size=3), TREES, TREES)
def test_any_table_is_judged(fields: list[Any], primary: Any, foreign: Any) -> None:
    judge({"name": "t", "fields": fields, "primaryKey": primary, "foreignKeys": foreign})


def judge(tree: dict[str, Any]) -> None:
    table = shaped(Table, tree)
    if isinstance(table, Table):
        flaws = [*table_flaws(table, "t"), *reference_flaws(table, {"t": table}, ["t"])]
        assert flaws or descriptor(table)["primaryKey"]


@pytest.mark.parametrize("type_", TYPES)
@given(text=WORDS | st.text(max_size=20))
def test_any_text_is_a_value_or_a_misfit(type_: str, text: str) -> None:
    field = Field.model_validate({"name": "f", "type": type_})
    assert parse(field, text) is not None


@given(TREES)
def test_any_manifest_is_judged(sources: Any) -> None:
    manifest = shaped(
        Manifest,
        {
            "name": "n",
            "title": "N",
            "description": "N.",
            "version": "1.0.0",
            "created": "2026-11-22",
            "licenses": [{"name": "CC0-1.0"}],
            "contributors": [{"title": "Ann", "roles": "creator"}],
            "sources": {"table": "t", "file": "a", "sha256": "b", "language": "c", "date": sources},
            "tables": sources,
        },
    )
    if isinstance(manifest, Manifest):
        list(manifest_flaws(manifest))
