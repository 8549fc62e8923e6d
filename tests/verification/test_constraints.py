"""What the schema of a package forbids is told though all hashes fit, as the build tells it."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kzdata import verify
from kzdata.checks import constraints
from kzdata.checks.json_schema import shape
from kzdata.columns import arrow, lexical
from kzdata.schema import Field, Table, descriptor
from tests.catalog import tiny
from tests.checks_columns.test_constraints import CASES, PLAIN
from tests.command import run, without_extra

FILES = tiny.files()
Described = dict[str, Any]


def table_of(field: Field) -> Table:
    """A table of a key and this field, which the dataset assigns."""
    assigned = field.model_copy(update={"basis": "assigned", "declared_reading": None})
    fields = (Field(name="id", basis="assigned"), assigned)
    return Table.model_validate({"name": "kinds", "fields": fields, "primaryKey": "id"})


def package(described: Described, column: pa.Array) -> dict[str, bytes]:
    """The tiny package with these values of `f` in a table that is described so, all sealed."""
    keys = [f"{row:03}" for row in range(len(column))]
    table = pa.table({"id": pa.array(keys, pa.string()), "f": column})
    there = [
        {"table": "kinds", "record": key, "field": name, "piece": 1, "basis": "assigned"}
        for key, value in zip(keys, column.to_pylist(), strict=True)
        for name in (["f", "id"] if value is not None else ["id"])
    ]
    old = tiny.tables()["evidence"]
    rows = [row for row in old.to_pylist() if row["table"] != "kinds"]
    new = {"kinds": table, "evidence": pa.Table.from_pylist([*rows, *there], old.schema)}
    files = dict(FILES)
    for name, each in new.items():
        files[f"{name}.csv"] = tiny.csv_bytes(each)
        files[f"{name}.parquet"] = tiny.parquet_bytes(each)
    said = json.loads(FILES["datapackage.json"])
    for resource in said["resources"]:
        if resource["name"].startswith("kinds"):
            resource["schema"] = described
    return tiny.resealed(files | {"datapackage.json": json.dumps(said).encode()})


def problems(described: Described, column: pa.Array) -> list[str]:
    """What is told of the package."""
    with tempfile.TemporaryDirectory() as folder:
        place = tiny.folder(package(described, column), Path(folder, "tiny"))
        return [line.replace(str(place), "tiny") for line in verify(place, shapes=shape)]


def read(field: Field, texts: Sequence[str | None]) -> pa.Array:
    """The texts as the column that is published."""
    column, faults = lexical.column(field, pa.array(texts, pa.string()))
    assert faults == []
    return column


@pytest.mark.parametrize(
    ("keys", "rule", "wrong", "right"),
    CASES,
    ids=[f"{case[1]}-{case[0].get('type', 'string')}-{n}" for n, case in enumerate(CASES)],
)
def test_a_value_that_the_build_refuses_is_told_and_no_other(
    keys: dict[str, Any], rule: str, wrong: list[str | None], right: list[str | None]
) -> None:
    field = Field.model_validate({"name": "f", **keys})
    described = descriptor(table_of(field))
    assert problems(described, read(field, right)) == []
    for text in wrong:
        [problem] = problems(described, read(field, [*right, text]))
        if rule == "not-unique":
            assert problem == f"`tiny`: table `kinds`: `f` is '{text}' in more than one row"
        else:
            assert problem.startswith(f"`kinds` '{len(right):03}': `f` ")


@pytest.mark.parametrize(
    ("keys", "values"),
    [(case[0], case[2]) for case in PLAIN],
    ids=[f"{n}-{case[1]}" for n, case in enumerate(PLAIN)],
)
@given(data=st.data())
@settings(max_examples=15)
def test_the_cells_told_are_those_that_the_build_refuses(
    keys: dict[str, Any], values: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    field = Field.model_validate({"name": "f", **keys})
    table = table_of(field)
    drawn = data.draw(st.lists(values | st.none(), max_size=3))
    plain = arrow.type_of(field.model_copy(update={"categories": ()}))
    column, _ = lexical.column(field, pa.array(drawn, plain))
    refused = constraints.check(table, {"id": pa.array(map(str, range(len(drawn)))), "f": column})
    told = problems(descriptor(table), column)
    assert [line.partition(":")[0] for line in told] == [
        f"`kinds` '{fault.row:03}'" for fault in refused
    ]


SAID: dict[str, tuple[dict[str, Any], pa.Array, str]] = {
    "required": ({"constraints": {"required": True}}, pa.array([None], pa.string()),
                 "has no value, but `required` is `true`"),
    "minLength": ({"constraints": {"minLength": 2}}, pa.array(["K"]),
                  "is 'K', but it is shorter than `minLength`, which is 2"),
    "maxLength": ({"constraints": {"maxLength": 2}}, pa.array(["KAZ"]),
                  "is 'KAZ', but it is longer than `maxLength`, which is 2"),
    "pattern": ({"constraints": {"pattern": "[A-Z]{2}"}}, pa.array(["kz"]),
                "is 'kz', but `pattern` is `[A-Z]{2}`"),
    "enum": ({"constraints": {"enum": ["UN", "CSTO"]}}, pa.array(["NATO"]),
             "is 'NATO', but the allowed values are `UN`, `CSTO`"),
    "categories": ({"categories": [{"value": "a", "label": "A"}]}, pa.array(["b"]),
                   "is 'b', but the allowed values are `a`"),
    "minimum": ({"type": "integer", "constraints": {"minimum": 0}}, pa.array([-1]),
                "is '-1', but `minimum` is `0`"),
    "maximum of a Decimal": (
        {"type": "number", "constraints": {"maximum": 1.5}},
        pa.array(["2.00"]).cast(pa.decimal128(9, 2)), "is '2.00', but `maximum` is `1.5`"),
    "large texts": ({"constraints": {"pattern": "[a-z]+"}}, pa.array(["A"], pa.large_string()),
                    "is 'A', but `pattern` is `[a-z]+`"),
    "a pattern that other engines never end": (
        {"constraints": {"pattern": "(a*)*b"}}, pa.array(["a" * 5_000]),
        f"is '{'a' * 79}, but `pattern` is `(a*)*b`"),
    "jsonSchema": ({"type": "array", "kzdata:jsonSchema": {"maxItems": 1}}, pa.array(["[1,2]"]),
                   "is '[1,2]', but `jsonSchema` says: [1, 2] is too long"),
}  # fmt: skip


def described(**said: Any) -> Described:
    """A description of the table that says this of `f`."""
    fields = [{"name": "id", "type": "string"}, {"name": "f", "type": "string", **said}]
    keyed = [{**field, "kzdata:basis": "assigned"} for field in fields]
    return {"fields": keyed, "primaryKey": ["id"]}


@pytest.mark.parametrize(("said", "column", "words"), SAID.values(), ids=SAID)
def test_a_cell_is_told_with_its_value_and_what_it_breaks(
    said: dict[str, Any], column: pa.Array, words: str
) -> None:
    assert problems(described(**said), column) == [f"`kinds` '000': `f` {words}"]


def test_of_many_cells_that_break_a_constraint_the_first_few_are_told() -> None:
    lines = problems(described(constraints={"maxLength": 1}), pa.array(["a", *["bb"] * 200]))
    assert [line.partition(":")[0] for line in lines] == [f"`kinds` '00{n}'" for n in (1, 2, 3)]


NONE: dict[str, tuple[dict[str, Any], str]] = {
    "no object": ({"constraints": [1]}, "has `constraints` that are no object: [1]"),
    "unknown": ({"constraints": {"minimun": 1}}, "has the constraint `minimun` 1, which is none"),
    "no number": ({"constraints": {"maxLength": "x"}},
                  "has the constraint `maxLength` 'x', which is none"),
    "a truth": ({"constraints": {"maxLength": True}},
                "has the constraint `maxLength` True, which is none"),
    "not of the type": ({"constraints": {"minimum": 1}},
                        "is of the type `string`, which has no constraint `minimum`"),
    "bound of another type": ({"type": "integer", "constraints": {"minimum": "x"}},
                              "has the `minimum` 'x', of another type"),
    "enum of another type": ({"type": "integer", "constraints": {"enum": [1, "x"]}},
                             "has the `enum` '1, x', of another type"),
    "look-ahead": ({"constraints": {"pattern": "(?=a)"}},
                   "has the pattern '(?=a)', which is none of RE2: invalid perl operator: (?="),
    "repeated too often": ({"constraints": {"pattern": "((a{100}){100}){100}"}},
                           "has the pattern '((a{100}){100}){100}', which is none of RE2: "),
    "bound that is no duration": ({"type": "duration", "kzdata:minimum": "six months"},
                                  "has the `minimum` 'six months', of another type"),
    "remote": ({"type": "object", "kzdata:jsonSchema": {"$ref": "https://example.org"}},
               "has a `jsonSchema` that cannot be used: `$ref` leads to `https://example.org`"),
}  # fmt: skip


@pytest.mark.parametrize(("said", "words"), NONE.values(), ids=NONE)
def test_a_constraint_that_cannot_be_judged_is_told(said: dict[str, Any], words: str) -> None:
    kind = pa.int64() if said.get("type") == "integer" else pa.string()
    [problem] = problems(described(**said), pa.array([None], kind))
    assert problem.startswith(f"`tiny`: `f` of `kinds` {words}")


MISSPELT: dict[str, tuple[dict[str, Any], str]] = {
    "duration": ({"type": "duration"}, "six months"),
    "yearmonth": ({"type": "yearmonth"}, "2022-13"),
    "object": ({"type": "object"}, "[1]"),
    "array": ({"type": "array"}, '{"a":1}'),
    "geojson": ({"type": "geojson"}, "71.43,51.13"),
    "email": ({"format": "email"}, "ann"),
    "uuid": ({"format": "uuid"}, "7"),
}


@pytest.mark.parametrize(("said", "text"), MISSPELT.values(), ids=MISSPELT)
def test_a_text_that_is_no_value_of_its_type_is_told_and_nothing_else_of_it(
    said: dict[str, Any], text: str
) -> None:
    asked = described(**said, constraints={"enum": []})
    [kind] = said.values()
    assert problems(asked, pa.array([text])) == [
        f"`kinds` '000': `f` is {text!r}, but it is no {kind}"
    ]


HIDDEN: dict[str, tuple[str, str]] = {
    "turning": ("string", "800\u202e"),
    "invisible": ("string", "KAZ\u200bBAT"),
    "in an object": ("object", '{"a":"\u200b"}'),
    "escaped": ("array", '["\\u200b"]'),
}


@pytest.mark.parametrize(("kind", "text"), HIDDEN.values(), ids=HIDDEN)
def test_a_character_that_the_build_refuses_is_told(kind: str, text: str) -> None:
    [problem] = problems(described(type=kind), pa.array([text]))
    assert ", but it holds U+20" in problem


TEXTS = st.text(st.characters(), max_size=4) | st.sampled_from(["[a-z", "\ud800", "2022-01-06"])
NUMBERS = st.sampled_from([2**63, -(2**64), 10**400, 1e300, 0.5]) | st.integers(-2, 2)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)
NAMES = ["required", "unique", "minLength", "maxLength", "minimum", "exclusiveMaximum", "enum",
         "pattern", "categories", "jsonSchema"]  # fmt: skip
COLUMNS = {
    "string": pa.array(["a", None]),
    "integer": pa.array([1, None]),
    "number": pa.array([0.5, None]),
    "date": pa.array([0, None], pa.int32()).view(pa.date32()),
    "duration": pa.array(["P1M", "P" + "9" * 5_000 + "Y"]),
    "array": pa.array(["[1]", "[" * 5_000]),
    "object": pa.array(['{"a":1}', "1"]),
    "geopoint": pa.array([{"lon": 1.0, "lat": 2.0}, None], tiny.POINT),
}


@example(kind="string", asked={"minLength": 2**63}, own=False)
@example(kind="string", asked={"pattern": "\ud800"}, own=False)
@example(kind="duration", asked={"minimum": "P1M"}, own=True)
@example(kind="array", asked={"maxLength": 0}, own=False)
@given(
    kind=st.sampled_from([*COLUMNS]),
    asked=st.dictionaries(st.sampled_from(NAMES), JSON, min_size=1, max_size=2),
    own=st.booleans(),
)
@settings(max_examples=100)
def test_whatever_stands_as_a_constraint_is_judged_or_told(
    kind: str, asked: dict[str, Any], own: bool
) -> None:
    ours = {f"kzdata:{name}": value for name, value in asked.items()}
    said = ours if own else {"constraints": asked, "categories": asked.get("categories", [])}
    lines = problems(described(type=kind, **said), COLUMNS[kind])
    assert all("cannot be checked" not in line for line in lines)


def test_the_command_judges_the_shape_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = described(type="array", **{"kzdata:jsonSchema": {"maxItems": 1}})
    place = tiny.folder(package(said, pa.array(["[1,2]"])), tmp_path / "tiny")
    assert verify(place) == []
    assert run("verify", place) == 1
    assert "but `jsonSchema` says: [1, 2] is too long" in capsys.readouterr().out
    outcome = without_extra("verify", str(place))
    message = "error: this command needs more: pip install 'kzdata[build]'\n"
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (2, "", message)
