import hashlib
import json
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kzdata.errors import CallError
from kzdata.package import descriptor
from kzdata.package.judge import judge
from kzdata.package.published import tables
from kzdata.package.write import write
from tests.package import sample

CHANGES = [
    pytest.param({}, id="excerpts"),
    pytest.param({"redistribute": "full"}, id="full texts"),
    pytest.param({"csv": False}, id="no csv"),
    pytest.param({"keywords": [], "homepage": "https://example.org/"}, id="no keywords"),
]


def described(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def by_name(folder: Path) -> dict[str, dict[str, Any]]:
    return {resource["name"]: resource for resource in described(folder)["resources"]}


@pytest.mark.parametrize("changes", CHANGES)
def test_the_descriptor_passes_the_profile_of_data_package_2(
    changes: dict[str, object], tmp_path: Path
) -> None:
    """The profile is the standard's own, as dplib, its working group's library, ships it."""
    text = (resources.files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8")
    write(sample.content(**changes), tmp_path)
    found = jsonschema.Draft7Validator(json.loads(text)).iter_errors(described(tmp_path))
    assert [f"{error.json_path}: {error.message[:200]}" for error in found] == []


@pytest.mark.slow
@pytest.mark.parametrize("changes", CHANGES)
def test_frictionless_finds_the_package_valid(changes: dict[str, object], tmp_path: Path) -> None:
    write(sample.content(**changes), tmp_path)
    assert judge(tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda text: text.replace("1850-12-31", "1850-13-31"), "date", id="value"),
        pytest.param(lambda text: text.replace("b,,", "b,nobody,"), "foreign key", id="key"),
    ],
)
def test_frictionless_is_listened_to(change: Any, said: str, tmp_path: Path) -> None:
    write(sample.content(), tmp_path)
    table = tmp_path / "things.csv"
    table.write_bytes(change(table.read_bytes().decode()).encode())
    assert any(said in problem for problem in judge(tmp_path))


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "judged"), [(10, True), (11, False)], ids=["short", "long"])
def test_keys_to_long_tables_are_left_to_the_gate(rows: int, judged: bool, tmp_path: Path) -> None:
    write(sample.content(), tmp_path)
    table, listing = tmp_path / "things.csv", tmp_path / "datapackage.json"
    table.write_bytes(table.read_bytes().replace(b"b,,", b"b,nobody,"))
    known = described(tmp_path)
    for resource in known["resources"]:
        if resource["name"] == "documents":
            resource["kzdata:rows"] = rows
    listing.write_text(json.dumps(known), "utf-8")
    assert any("foreign key" in problem for problem in judge(tmp_path, rows=10)) is judged


@pytest.mark.slow
def test_a_descriptor_that_is_none_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "sample"}')
    assert "'resources' is a required property" in judge(tmp_path)[0]


def test_judging_asks_no_network(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    watching = True

    def hook(event: str, arguments: object) -> None:
        if watching and event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            asked.append((event, arguments))

    sys.addaudithook(hook)
    judge(package)
    watching = False
    assert asked == []


def test_a_csv_resource_says_how_it_is_written(package: Path) -> None:
    resource = by_name(package)["things"]
    data = (package / "things.csv").read_bytes()
    assert resource["dialect"]["lineTerminator"] == "\n"
    assert resource["bytes"] == len(data)
    assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_a_parquet_resource_has_no_bytes_encoding_or_dialect(package: Path) -> None:
    resource = by_name(package)["things.parquet"]
    assert not {"bytes", "encoding", "dialect"} & resource.keys()
    assert resource["mediatype"] == "application/vnd.apache.parquet"
    assert resource["kzdata:rows"] == 3


def test_keys_lead_from_csv_to_csv_and_from_parquet_to_parquet(package: Path) -> None:
    for name, target in (("things", "documents"), ("things.parquet", "documents.parquet")):
        key = by_name(package)[name]["schema"]["foreignKeys"][0]
        assert key["reference"]["resource"] == target


def test_the_evidence_leads_to_the_table_of_sources(package: Path) -> None:
    key = by_name(package)["evidence"]["schema"]["foreignKeys"]
    assert key == [
        {"fields": ["source"], "reference": {"resource": "documents", "fields": ["file"]}}
    ]


def test_null_is_written_in_one_way_whatever_the_records_may_write(tmp_path: Path) -> None:
    content = sample.content()
    for name in ("things", "documents"):
        schema = descriptor_schema(content, name)
        assert "missingValues" not in schema
        assert not any("missingValues" in field for field in schema["fields"])


def descriptor_schema(content: Any, name: str) -> dict[str, Any]:
    return next(table.schema for table in tables(content) if table.name == name)


@pytest.mark.parametrize(
    ("epoch", "created"),
    [
        pytest.param(None, "2026-11-22T00:00:00Z", id="the dataset's day"),
        pytest.param("0", "1970-01-01T00:00:00Z", id="SOURCE_DATE_EPOCH"),
        pytest.param("1700000000", "2023-11-14T22:13:20Z", id="in UTC"),
    ],
)
def test_the_moment_is_the_datasets_or_the_builders(epoch: str | None, created: str) -> None:
    assert descriptor.created(sample.dataset(), epoch) == created


@pytest.mark.parametrize("epoch", ["", "now", "1e9", "9" * 30, "nan", "-1", " 1", "1_0"])
def test_a_moment_that_is_none_is_refused(epoch: str) -> None:
    with pytest.raises(CallError, match="SOURCE_DATE_EPOCH"):
        descriptor.created(sample.dataset(), epoch)


def test_sources_are_named_with_their_digests(package: Path, tmp_path: Path) -> None:
    (source,) = described(package)["sources"]
    assert source == {
        "title": "doc.txt",
        "kzdata:hash": f"sha256:{hashlib.sha256(sample.TEXT.encode()).hexdigest()}",
    }
