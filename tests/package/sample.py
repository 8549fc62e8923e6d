"""A small dataset: every type and its edges, text that wants to break out, a composite key."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from kzdata.columns import arrow, lexical
from kzdata.evidence_table import COLUMNS, KEY
from kzdata.package.content import Content
from kzdata.schema import Dataset, Field, Table


@dataclass(frozen=True)
class Text:
    """A source as a package needs it, without a file."""

    name: str
    sha256: str
    text: str


HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">|`[a](javascript:b)'
LONG = "word " * 2_000 + "end"

TEXT = f"""Alpha, "beta" & gamma: 20 of 1,200 людей ушли.
شكرا for 👩‍🚀 {HOSTILE} and a last line."""

ROWS: dict[str, list[str | None]] = {
    "thing_id": ["a", "b", "c"],
    "document_id": ["doc", None, "doc"],
    "text": [HOSTILE, None, 'a, "b"\nc\r\nd'],
    "long": [LONG, None, "שלום 👩‍🚀"],
    "integer": ["9007199254740993", None, "-1"],
    "number": ["0.1", None, "-1234567.25"],
    "boolean": ["true", None, "false"],
    "date": ["1850-12-31", None, "2026-01-01"],
    "time": ["23:59:59", None, "00:00:00"],
    "datetime": ["1899-01-01T00:00:00", None, "2026-01-01T12:30:00"],
    "year": ["1999", None, "2003"],
    "yearmonth": ["1999-12", None, "2003-01"],
    "duration": ["P6M", None, "P10D"],
    "object": ['{"a":1}', None, "{}"],
    "array": ["[1,2]", None, "[]"],
    "geopoint": ["90.5,45.25", None, "-1,0"],
    "geojson": [
        '{"type":"Point","coordinates":[1,2]}',
        None,
        '{"type":"Point","coordinates":[0,0]}',
    ],
    "list": ['["a","b,c"]', None, "[]"],
    "any": ["x", None, "1"],
    "category": ["more_than", None, "exactly"],
}

_TYPED = {"thing_id", "document_id", "text", "long", "category"}


def _field(name: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": name,
        "type": "string" if name in _TYPED else name,
        "title": name.capitalize(),
        "description": f"The {name} <b>of</b> a thing | not a pipe.",
    }
    if name == "integer":
        described["unit"] = "person"
    if name == "category":
        described["categories"] = [{"value": "exactly", "label": "Exactly"}, "more_than"]
    if name.endswith("_id"):
        described["basis"] = "assigned"
    return described


def dataset(**changes: object) -> Dataset:
    """The dataset; `changes` replace what it says."""
    things = {
        "name": "things",
        "title": "Things",
        "description": "Things of every type.",
        "fields": [_field(name) for name in ROWS],
        "primaryKey": "thing_id",
        "foreignKeys": [
            {
                "fields": "document_id",
                "reference": {"resource": "documents", "fields": "document_id"},
            }
        ],
    }
    named = ("document_id", "file", "sha256", "language", "title")
    documents = {
        "name": "documents",
        "title": "Documents",
        "description": "The sources.",
        "fields": [{"name": name, "basis": "assigned"} for name in named],
        "primaryKey": "document_id",
    }
    pairs = {
        "name": "pairs",
        "fields": [{"name": "left"}, {"name": "right", "type": "integer"}, {"name": "said"}],
        "primaryKey": ["left", "right"],
    }
    described = {
        "name": "sample",
        "title": "A sample <i>with</i> every type",
        "description": "Made for tests.",
        "version": "1.2.3",
        "created": dt.date(2026, 11, 22),
        "licenses": [{"name": "CC-BY-4.0", "path": "https://example.org/by?a=1&b=2"}],
        "contributors": [{"title": "The testers", "roles": ["creator"]}],
        "keywords": ["sample", "Қазақстан"],
        "sources": {
            "table": "documents",
            "file": "file",
            "sha256": "sha256",
            "language": "language",
        },
        "tables": [things, documents, pairs],
    }
    return Dataset.model_validate(described | changes)


def content(**changes: object) -> Content:
    """The dataset with its rows, its evidence and its one source."""
    described = dataset(**changes)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    source = Text(name="doc.txt", sha256=digest, text=TEXT)
    rows: dict[str, Mapping[str, Sequence[str | None]]] = {
        "things": ROWS,
        "documents": {
            "document_id": ["doc"],
            "file": ["doc.txt"],
            "sha256": [digest],
            "language": ["en"],
            "title": ["The document"],
        },
        "pairs": {"left": ["ä", "ä"], "right": ["2", "10"], "said": [None, "x"]},
    }
    tables = {table.name: _typed(table, rows[table.name]) for table in described.tables}
    pieces = [
        piece
        for table in described.tables
        for row in range(len(tables[table.name]))
        for piece in _pieces(table.name, table.primary_key, rows[table.name], row)
    ]
    pieces.sort(key=lambda piece: tuple(piece[name] for name in KEY))
    types = {"integer": pa.int64(), "string": pa.string()}
    schema = pa.schema([(column.name, types[column.type]) for column in COLUMNS])
    words = pa.Table.from_pylist(pieces, schema=schema)
    return Content(dataset=described, tables=tables, evidence=lambda: [words], sources=[source])


def _typed(table: Table, rows: Mapping[str, Sequence[str | None]]) -> pa.Table:
    columns = [lexical.column(field, _raw(field, rows[field.name]))[0] for field in table.fields]
    return pa.Table.from_arrays(columns, schema=arrow.schema(table))


def _raw(field: Field, values: Sequence[str | None]) -> pa.Array:
    if field.type != "list":
        return pa.array(values, pa.string())
    return pa.array([value and json.loads(value) for value in values], pa.list_(pa.string()))


def _pieces(
    table: str, key: Sequence[str], rows: Mapping[str, Sequence[str | None]], row: int
) -> list[dict[str, Any]]:
    values = [rows[name][row] for name in key]
    record = values[0] if len(values) == 1 else json.dumps(values, ensure_ascii=False)
    at = TEXT.index("20")
    quoted = {
        "basis": "quoted",
        "source": "doc.txt",
        "start": at,
        "end": at + 11,
        "exact": TEXT[at : at + 11],
        "prefix": TEXT[at - 20 : at],
        "suffix": TEXT[at + 11 : at + 90],
        "reader": "quantity.number",
        "reading": "20",
        "reading_start": at,
    }
    pieces = []
    for name, column in rows.items():
        if column[row] is None:
            continue
        basis = {"basis": "assigned"} if name.endswith("_id") else quoted
        if name == "date":
            basis = quoted | {"basis": "inferred", "reason": HOSTILE, "reading": None}
        pieces.append({"table": table, "record": record, "field": name, "piece": 1} | basis)
    return pieces
