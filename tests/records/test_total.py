"""Whatever a record holds, checking it ends with findings, never with an exception."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from kzdata.project.check import Checked, check
from kzdata.project.publish import content
from tests import small

TEXT = "More than 800 people came on January 6, 2022, said Ann: “We were ready.”\n"
TYPES = {
    "value": "integer",
    "share": "number",
    "day": "date",
    "clock": "time",
    "moment": "datetime",
    "took": "duration",
    "yes": "boolean",
    "year": "year",
    "tags": "list",
    "place": "geopoint",
    "shape": "geojson",
    "thing": "object",
    "things": "array",
    "any": "any",
    "text": "string",
}
FIELDS = [{"name": name, "type": kind} for name, kind in TYPES.items()]
KEYS = [*TYPES, "id", "evidence", "inferred", "known_as", "source", "reason", "other"]

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(["800", "people", "More than 800 people", "a", "INF", "P6M", "1,2", "[]"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*KEYS, "exact", "start", "end", "prefix", "fields", "value_of"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
RECORDS = st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5), max_size=3)


def checked(write: Any) -> Checked:
    """The outcome of checking a project into which `write` puts records."""
    with tempfile.TemporaryDirectory() as folder:
        root = small.write(Path(folder), {"a": TEXT}, {"t": FIELDS}, {})
        write(root)
        found = check(root)
    if found.clean:
        content(found)
    return found


@settings(max_examples=30)
@given(RECORDS)
@example([{"id": "x", "share": "INF", "evidence": "800"}])
def test_any_lines_of_json(records: list[dict[str, Any]]) -> None:
    def write(root: Path) -> None:
        lines = [json.dumps(record) for record in records]
        (root / "data/records/t.jsonl").write_text("\n".join(lines), encoding="utf-8")

    found = checked(write)
    assert all(finding.place.path for finding in found.findings)


@settings(max_examples=30)
@given(RECORDS)
def test_any_yaml(records: list[dict[str, Any]]) -> None:
    def write(root: Path) -> None:
        small.put(root / "data/records/t.yaml", {"t": records, "set_aside": records})

    found = checked(write)
    assert all(finding.place.path for finding in found.findings)


COLUMNS = {
    "text": (pa.string(), st.text(max_size=4)),
    "large": (pa.large_string(), st.text(max_size=4)),
    "bytes": (pa.binary(), st.binary(max_size=4)),
    "integers": (pa.int64(), st.integers(-(2**63), 2**63 - 1)),
    "floats": (pa.float64(), st.floats()),
    "truths": (pa.bool_(), st.booleans()),
    "moments": (pa.timestamp("ns", "UTC"), st.integers(-(2**62), 2**62)),
    "days": (pa.date32(), st.integers(-(2**31), 2**31 - 1)),
    "decimals": (pa.decimal128(5, 2), st.decimals(-100, 100, places=2)),
    "lists": (pa.list_(pa.string()), st.lists(st.text(max_size=3), max_size=2)),
    "maps": (
        pa.map_(pa.string(), pa.string()),
        st.lists(st.tuples(st.sampled_from(KEYS), st.text(max_size=3)), max_size=2),
    ),
    "structures": (
        pa.struct([("exact", pa.string()), ("start", pa.float32()), ("value_of", pa.string())]),
        st.fixed_dictionaries({"exact": st.sampled_from(["800", "people", None])}),
    ),
    "numbers": (pa.struct([("start", pa.int8())]), st.just({"start": 1})),
}


@st.composite
def tables(draw: st.DrawFn) -> pa.Table:
    """A table with some of the keys of records, in columns of any type."""
    rows = draw(st.integers(0, 2))
    columns = {}
    for name in draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=4)):
        type_, values = COLUMNS[draw(st.sampled_from(sorted(COLUMNS)))]
        given_ = draw(st.lists(st.none() | values, min_size=rows, max_size=rows))
        columns[name] = pa.array(given_, type_)
    return pa.table(columns)


@settings(max_examples=30)
@given(tables())
def test_any_columns_of_parquet(table: pa.Table) -> None:
    found = checked(lambda root: parquet.write_table(table, root / "data/records/t.parquet"))
    assert all(finding.place.path for finding in found.findings)
