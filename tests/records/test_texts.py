"""A value that has parts says in each form what is written there: numbers and truths stay such."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from kzdata.findings import Finding
from kzdata.project import columns
from kzdata.records.read import read as read_records
from kzdata.schema import read as read_schema
from tests import small

FIELDS = (
    {"name": "thing", "type": "object"},
    {"name": "things", "type": "array"},
    {"name": "shape", "type": "geojson"},
    {"name": "counts", "type": "list", "itemType": "integer"},
    {"name": "words", "type": "list"},
    {"name": "count", "type": "integer"},
    {"name": "year", "type": "year"},
    {"name": "word"},
)


def read(root: Path, name: str, given_: str | pa.Table) -> tuple[dict[str, Any], list[str]]:
    """The values of the one record in the file, and the messages of what does not fit."""
    small.write(root, {"a": "Ten.\n"}, {"t": FIELDS}, {})
    (root / "data/records/records.yaml").unlink()
    if isinstance(given_, str):
        (root / "data/records" / name).write_text(given_, encoding="utf-8")
    else:
        parquet.write_table(given_, root / "data/records" / name)
    found: list[Finding] = []
    dataset = read_schema(root, found)
    assert dataset is not None
    values, faults = columns.typed(read_records(root, dataset, found).tables["t"])
    assert found == []
    return {k: v.to_pylist()[0] for k, v in values.items()}, [fault.message for fault in faults]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["1", "true", "é", "", "\u00a0 x"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2)
    ),
    max_leaves=6,
)


def as_yaml(record: dict[str, Any]) -> str:
    return "t:\n  - id: a\n" + "".join(f"    {k}: {json.dumps(v)}\n" for k, v in record.items())


def as_line(record: dict[str, Any]) -> str:
    return json.dumps({"id": "a", **record})


@pytest.mark.parametrize("form", ["t.yaml", "t.jsonl"])
@given(thing=st.dictionaries(st.sampled_from("abc"), JSON), things=st.lists(JSON, max_size=3))
def test_json_in_a_record_is_held_as_it_stands(
    form: str, tmp_path_factory: pytest.TempPathFactory, thing: Any, things: Any
) -> None:
    write = as_yaml if form == "t.yaml" else as_line
    root = tmp_path_factory.mktemp("p")
    values, faults = read(root, form, write({"thing": thing, "things": things}))
    assert faults == []
    for name, given_ in (("thing", thing), ("things", things)):
        held = json.loads(values[name])
        assert held == given_
        assert json.dumps(held, sort_keys=True).replace("-0.0", "0.0") == json.dumps(
            given_, sort_keys=True
        ).replace("-0.0", "0.0")


@pytest.mark.parametrize(("write", "name"), [(as_yaml, "t.yaml"), (as_line, "t.jsonl")])
def test_geojson_is_written_natively(write: Any, name: str, tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [76.9, 43.25]}
    values, faults = read(tmp_path, name, write({"shape": point}))
    assert (values["shape"], faults) == ('{"coordinates":[76.9,43.25],"type":"Point"}', [])


@pytest.mark.parametrize("written", ["{b: 1}", "[1, a]", "\n      - 1", "\n      b: 1"])
def test_a_mapping_or_list_of_yaml_that_is_no_json_is_refused(written: str, tmp_path: Path) -> None:
    kind = "things" if written[0] == "[" or "-" in written else "thing"
    values, [fault] = read(tmp_path, "t.yaml", f"t:\n  - id: a\n    {kind}: {written}\n")
    assert values[kind] is None
    assert "not JSON" in fault


def test_items_of_a_list_are_the_texts_that_stand_there(tmp_path: Path) -> None:
    line = '{"id": "a", "counts": [1.0, 2, "3"], "words": [1.50, true, "x"]}'
    values, faults = read(tmp_path, "t.jsonl", line)
    assert (values["counts"], values["words"], faults) == ([1, 2, 3], ["1.50", "true", "x"], [])


@pytest.mark.parametrize(
    ("written", "count"),
    [("12.0", 12), ("-1.2e1", -12), ("12", 12), ("12.5", None), ('"12.0"', None), ("1e30", None)],
)
def test_a_whole_number_of_json_is_an_integer_and_a_text_is_not(
    written: str, count: int | None, tmp_path: Path
) -> None:
    values, faults = read(tmp_path, "t.jsonl", f'{{"id": "a", "count": {written}}}')
    assert (values["count"], len(faults)) == (count, count is None)


def test_a_whole_number_is_a_year_and_as_a_text_stays_as_written(tmp_path: Path) -> None:
    values, faults = read(tmp_path, "t.jsonl", '{"id": "a", "year": 2022.0, "word": 2022.0}')
    assert (values["year"], values["word"], faults) == (2022, "2022.0", [])


def test_a_thousand_written_with_a_point_in_yaml_is_not_one(tmp_path: Path) -> None:
    values, faults = read(tmp_path, "t.yaml", "t:\n  - {id: a, count: 1.000, counts: [1.000]}\n")
    assert (values["count"], values["counts"], len(faults)) == (None, None, 2)


@given(
    point=st.tuples(st.floats(-180, 180), st.floats(-90, 90)).map(list),
    counts=st.lists(st.integers(-9, 9), max_size=3),
    words=st.lists(st.sampled_from(["1", "é", "a,b", ""]), max_size=3),
)
def test_json_lines_and_parquet_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, point: Any, counts: Any, words: Any
) -> None:
    record = {
        "id": "a",
        "thing": {"a": counts, "b": {"c": True, "d": words, "e": None}},
        "things": point,
        "shape": {"type": "Point", "coordinates": point},
        "counts": counts,
        "words": words,
    }
    lines, faults = read(tmp_path_factory.mktemp("p"), "t.jsonl", json.dumps(record))
    columns_, others = read(
        tmp_path_factory.mktemp("p"), "t.parquet", pa.Table.from_pylist([record])
    )
    assert (columns_, faults, others) == (lines, [], [])
