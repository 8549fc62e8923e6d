"""A key of any type: the package is built, verified, read again, looked up and compared."""

import json
from pathlib import Path
from typing import Any

import pytest

import kzdata
from kzdata.project.reread import reread
from kzdata.release.diff import diff
from tests import small
from tests.command import run

POINT = '{"coordinates":[71.4,51.1],"type":"Point"}'

KEYS: dict[str, tuple[dict[str, Any], str, str]] = {
    # type and format; the key as it is written, and as the evidence table names the record
    "integer": ({"type": "integer"}, "7", "7"),
    "number": ({"type": "number"}, "1.50", "1.5"),
    "boolean": ({"type": "boolean"}, "1", "true"),
    "date": ({"type": "date"}, "2022-01-06", "2022-01-06"),
    "year": ({"type": "year"}, "0476", "0476"),
    "time": ({"type": "time"}, "15:00:00", "15:00:00"),
    "time-of-fractions": ({"type": "time", "format": "any"}, "15:00:00.5", "15:00:00.500000"),
    "whole-time-of-fractions": ({"type": "time", "format": "any"}, "15:00", "15:00:00.000000"),
    "datetime": ({"type": "datetime", "format": "any"}, "2022-01-06T15:00", "2022-01-06T15:00:00"),
    "datetime-of-a-zone": (
        {"type": "datetime", "format": "%Y-%m-%dT%H:%M%z"},
        "2022-01-06T15:00+0600",
        "2022-01-06T09:00:00.000000Z",
    ),
    "geopoint": ({"type": "geopoint"}, "71.4,51.1", "71.4,51.1"),
    "list": ({"type": "list", "itemType": "integer"}, "1,2", "[1,2]"),
    "array": ({"type": "array"}, "[1, null]", "[1,null]"),
    "object": ({"type": "object"}, '{"b": 1}', '{"b":1}'),
    "geojson": ({"type": "geojson"}, POINT, POINT),
}


def built(root: Path, key: dict[str, Any], written: str, value: int) -> kzdata.Package:
    """The package of one record, of which the key is of that type."""
    number = {"name": "value", "type": "integer", "terms": ["people"]}
    record = {"id": written, "value": value, "evidence": f"{value} people"}
    root.mkdir()
    small.write(root, {"a": "30 people came, 20 people went.\n"}, {"t": [number]}, {"t": [record]})
    schema = json.loads((root / "schemas/t.yaml").read_text("utf-8"))
    schema["fields"][0] |= key
    schema["fields"][0]["constraints"] = {"unique": "true"}
    schema["foreignKeys"] = [{"fields": "id", "reference": {"fields": "id"}}]
    small.put(root / "schemas/t.yaml", schema)
    kzdata.build(root)
    return kzdata.open(root / "data/package")


@pytest.mark.parametrize(("key", "written", "name"), KEYS.values(), ids=KEYS)
def test_a_record_has_one_name_wherever_its_key_is_written(
    key: dict[str, Any], written: str, name: str, tmp_path: Path
) -> None:
    old = built(tmp_path / "old", key, written, 20)
    new = built(tmp_path / "new", key, written, 30)
    assert kzdata.verify(new.place, tmp_path / "new/seeds", reread=reread) == []
    held = new.load("t")["id"][0].as_py()
    assert new.evidence("t", name, "value")[0].exact == "30 people"
    assert run("evidence", "t", name, "value", "--package", new.place) == 0
    if not isinstance(held, list):
        assert new.evidence("t", held, "value")[0].exact == "30 people"
    (change,) = diff(old, new).changes
    assert change.place == ("t", name, "value")
    assert [piece.exact for piece in (*change.before, *change.after)] == ["20 people", "30 people"]
