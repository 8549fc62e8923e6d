"""One record says the same in YAML, JSON Lines and Parquet, and is published as the same bytes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from kzdata.project.check import Checked, check
from kzdata.project.publish import publish
from kzdata.records import rows
from tests import small

TEXT = (
    "On January 6, 2022, more than 800 people and Ann “Bee” Lee came. “We were ready,” she said.\n"
)

FIELDS = (
    *small.QUANTITY,
    {"name": "day", "type": "date"},
    {"name": "speaker", "reading": "name"},
    {"name": "said"},
    {"name": "place"},
)
TEXTS = ("id", "bound", "unit", "as_written", "speaker", "said", "place")

RECORDS: list[dict[str, Any]] = [
    {
        "id": "came",
        "value": 800,
        "bound": "more_than",
        "unit": "person",
        "as_written": "more than 800",
        "evidence": "more than 800 people",
    },
    {
        "id": "day",
        "day": "2022-01-06",
        "place": "here",
        "evidence": {"exact": "January 6, 2022", "prefix": "On ", "start": 3},
        "inferred": {"place": "the article says nothing else"},
    },
    {
        "id": "said",
        "speaker": "Ann “Bee” Lee",
        "said": "We were ready",
        "known_as": ["Lee", "Bee"],
        "evidence": [
            {"exact": "Ann “Bee” Lee", "fields": ["speaker"]},
            {"value_of": "said"},
        ],
    },
]

PIECE = pa.struct(
    [
        ("exact", pa.string()),
        ("prefix", pa.string()),
        ("start", pa.int32()),
        ("fields", pa.list_(pa.string())),
        ("value_of", pa.string()),
    ]
)


def yaml(root: Path, records: list[dict[str, Any]]) -> None:
    small.put(root / "data/records/things.yaml", {"source": "first", "things": records})


def lines(root: Path, records: list[dict[str, Any]]) -> None:
    written = [json.dumps({**record, "source": "first"}) for record in records]
    (root / "data/records/things.jsonl").write_text("\n".join(written) + "\n")


def columns(
    evidence: pa.DataType, inferred: pa.DataType, text: pa.DataType, size: int
) -> Callable[[Path, list[dict[str, Any]]], None]:
    """What writes records as Parquet with columns of these types, in row groups of this size."""

    def put(root: Path, records: list[dict[str, Any]]) -> None:
        given = {
            "source": pa.array(["first"] * len(records), text),
            "value": pa.array([record.get("value") for record in records], pa.int16()),
            "day": pa.array([record.get("day") for record in records], pa.string()),
            "known_as": pa.array([r.get("known_as") for r in records], pa.list_(text)),
            "inferred": pa.array([reasons(r, inferred) for r in records], inferred),
            "evidence": pa.array([cited(r["evidence"], evidence) for r in records], evidence),
        }
        given |= {name: pa.array([r.get(name) for r in records], text) for name in TEXTS}
        path = root / "data/records/things.parquet"
        parquet.write_table(pa.table(given), path, row_group_size=size)

    return put


def reasons(record: dict[str, Any], type_: pa.DataType) -> Any:
    found = record.get("inferred")
    return list(found.items()) if found and pa.types.is_map(type_) else found


def cited(evidence: Any, type_: pa.DataType) -> Any:
    """The evidence as a value of the Arrow type."""
    if pa.types.is_list(type_):
        listed = evidence if isinstance(evidence, list) else [evidence]
        return [cited(one, type_.value_type) for one in listed]
    if pa.types.is_struct(type_):
        return {"exact": evidence} if isinstance(evidence, str) else evidence
    return evidence


MAP, STRUCT = pa.map_(pa.string(), pa.string()), pa.struct([("place", pa.string())])
FORMS: dict[str, Callable[[Path, list[dict[str, Any]]], None]] = {
    "json lines": lines,
    "parquet, inferred as a map": columns(pa.list_(PIECE), MAP, pa.string(), 100),
    "parquet, inferred as a structure": columns(pa.list_(PIECE), STRUCT, pa.large_string(), 1),
    "parquet, dictionaries": columns(
        pa.list_(PIECE), MAP, pa.dictionary(pa.int8(), pa.string()), 2
    ),
}


def project(root: Path, form: Callable[[Path, Any], None], records: list[dict[str, Any]]) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    small.write(root, {"first": TEXT}, {"things": FIELDS}, {})
    form(root, records)
    return root


def checked(root: Path) -> Checked:
    found = check(root)
    assert [(one.rule, one.message) for one in found.findings] == []
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_published_as_the_same_bytes_as_yaml(form: str, tmp_path: Path) -> None:
    roots = {"yaml": project(tmp_path / "yaml", yaml, RECORDS)}
    roots["other"] = project(tmp_path / "other", FORMS[form], RECORDS)
    for root in roots.values():
        publish(root, checked(root))
    assert small.unlike(roots["yaml"] / "data/package", roots["other"] / "data/package") == []


@pytest.mark.parametrize(
    "type_",
    [pa.string(), pa.list_(pa.string()), PIECE, pa.list_(PIECE)],
    ids=["string", "list of strings", "structure", "list of structures"],
)
def test_evidence_may_be_a_string_a_structure_or_a_list_of_either(
    type_: pa.DataType, tmp_path: Path
) -> None:
    form = columns(type_, MAP, pa.string(), 100)
    found = checked(project(tmp_path / "a", form, RECORDS[:1]))
    again = checked(project(tmp_path / "b", yaml, RECORDS[:1]))
    assert list(found.evidence) == list(again.evidence)


def test_an_empty_map_of_reasons_says_nothing(tmp_path: Path) -> None:
    record = {**RECORDS[0], "inferred": {}}
    assert checked(project(tmp_path, FORMS["parquet, inferred as a map"], [record])).clean


def test_the_order_and_the_names_of_files_do_not_matter(tmp_path: Path) -> None:
    roots = [tmp_path / "a", tmp_path / "b"]
    for root, order in zip(roots, ((0, 1, 2), (2, 0, 1)), strict=True):
        small.write(root_made(root), {"first": TEXT}, {"things": FIELDS}, {})
        for number, place in enumerate(order):
            content = {"source": "first", "things": [RECORDS[place]]}
            small.put(root / f"data/records/{'zyx'[number]}.yaml", content)
        publish(root, checked(root))
    assert small.unlike(*(root / "data/package" for root in roots)) == []


def root_made(root: Path) -> Path:
    root.mkdir()
    return root


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "CHUNK", 2)


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("form", [yaml, lines], ids=["yaml", "json lines"])
def test_records_of_several_chunks_are_numbered_through(
    form: Callable[[Path, Any], None], tmp_path: Path
) -> None:
    written = [{**RECORDS[0], "id": f"n{number}", "value": 800} for number in range(7)]
    written[5]["value"] = 801
    found = check(project(tmp_path, form, written))
    assert [len(column) for column in found.columns["things"].values()] == [7] * 9
    assert [(one.rule, "801" in one.place.excerpt) for one in found.findings] == [
        ("value-not-in-evidence", True)
    ]
    assert {row[1] for row in found.evidence if row[0] == "things"} == {
        f"n{number}" for number in range(7)
    }


def test_a_table_of_several_files_and_forms_is_one_table(tmp_path: Path) -> None:
    root = project(tmp_path, yaml, RECORDS[:1])
    lines(root, RECORDS[1:2])
    FORMS["parquet, inferred as a map"](root, RECORDS[2:])
    found = checked(root)
    assert sorted(found.columns["things"]["id"].to_pylist()) == ["came", "day", "said"]


def test_a_folder_named_for_a_table_holds_its_records(tmp_path: Path) -> None:
    root = project(tmp_path, yaml, [])
    (root / "data/records/things").mkdir()
    for number, record in enumerate(RECORDS):
        path = root / f"data/records/things/2026-0{number + 1}.jsonl"
        path.write_text(json.dumps({**record, "source": "first"}))
    assert checked(root).columns["things"]["id"].to_pylist() == ["came", "day", "said"]
