"""A package written by hand, by none of the code that publishes or reads packages.

It has every type of Table Schema and its edges. Tests change it, seal it again, and look what
happens.
"""

import csv
import datetime as dt
import hashlib
import io
import json
import math
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

SOURCE = "Report.\nMore than 800 people of Kazakhstan served; 20 of them 🕊 in Lebanon, said Ann.\n"
SOURCE_NAME = "001_report.txt"
LONG = "слово " * 20_000
POINT = pa.struct([("lon", pa.float64()), ("lat", pa.float64())])

ASSIGNED = {"kzdata:basis": "assigned"}
SCHEMAS: dict[str, dict[str, Any]] = {
    "articles": {
        "fields": [
            {"name": "article_id", "type": "string"},
            {"name": "seed", "type": "string"},
            {"name": "sha256", "type": "string"},
        ],
        "primaryKey": ["article_id"],
        "uniqueKeys": [["seed"]],
    },
    "figures": {
        "fields": [
            {"name": "figure_id", "type": "string", "title": "Figure"},
            {"name": "article_id", "type": "string"},
            {
                "name": "value",
                "type": "integer",
                "title": "Value",
                "description": "The number.",
                "kzdata:unit": "person",
            },
            {
                "name": "bound",
                "type": "string",
                "categories": ["exactly", "more_than"],
            },
        ],
        "primaryKey": ["figure_id"],
        "foreignKeys": [
            {
                "fields": ["article_id"],
                "reference": {"resource": "articles", "fields": ["article_id"]},
            }
        ],
    },
    "kinds": {
        "fields": [
            {"name": name, "type": kind}
            for name, kind in {
                "id": "integer",
                "text": "string",
                "whole": "integer",
                "exact": "number",
                "truth": "boolean",
                "day": "date",
                "clock": "time",
                "moment": "datetime",
                "year": "year",
                "month": "yearmonth",
                "length": "duration",
                "point": "geopoint",
                "numbers": "list",
                "object": "object",
                "shape": "geojson",
                "choice": "string",
                "anything": "any",
            }.items()
        ],
        "primaryKey": ["id"],
    },
}
READERS = {"value": "quantity.number", "bound": "quantity.bound"}
"""What reads the fields that are quoted; all others are assigned."""

for _schema in SCHEMAS.values():
    for _field in _schema["fields"]:
        _reader = READERS.get(_field["name"])
        _field |= {"kzdata:basis": "quoted", "kzdata:reading": _reader} if _reader else ASSIGNED
SCHEMAS["kinds"]["fields"][12]["itemType"] = "integer"
SCHEMAS["kinds"]["fields"][15]["categories"] = ["red", "green"]

CATEGORY = pa.dictionary(pa.int32(), pa.string())
PIECES = {
    "table": pa.string(),
    "record": pa.string(),
    "field": pa.string(),
    "piece": pa.int64(),
    "basis": pa.string(),
    "source": pa.string(),
    "start": pa.int64(),
    "end": pa.int64(),
    "exact": pa.string(),
    "prefix": pa.string(),
    "suffix": pa.string(),
    "reader": pa.string(),
    "reading": pa.string(),
    "reading_start": pa.int64(),
    "reason": pa.string(),
}
SCHEMAS["evidence"] = {
    "fields": [
        {"name": name, "type": "integer" if kind == pa.int64() else "string"}
        for name, kind in PIECES.items()
    ],
    "primaryKey": ["table", "record", "field", "piece"],
    "foreignKeys": [
        {"fields": ["source"], "reference": {"resource": "articles", "fields": ["seed"]}}
    ],
}

KINDS: list[dict[str, Any]] = [
    {
        "id": 1,
        "text": '😀 قازاقستان, "said"\nshe',
        "whole": 9_007_199_254_740_993,
        "exact": Decimal("1200.50"),
        "truth": True,
        "day": dt.date(1583, 1, 1),
        "clock": dt.time(23, 59, 59),
        "moment": dt.datetime(1871, 3, 18, 12, 0, 0),  # noqa: DTZ001
        "year": 1465,
        "month": "2022-01",
        "length": "P6M",
        "point": {"lon": 71.43, "lat": 51.13},
        "numbers": [1, -2],
        "object": '{"a":[1,null]}',
        "shape": '{"coordinates":[71.43,51.13],"type":"Point"}',
        "choice": "red",
        "anything": "007",
    },
    {"id": 2},
    {"id": 3, "text": LONG, "numbers": [], "exact": Decimal("-0.01"), "truth": False},
]
KINDS_TYPES = {
    "id": pa.int64(),
    "text": pa.string(),
    "whole": pa.int64(),
    "exact": pa.decimal128(18, 2),
    "truth": pa.bool_(),
    "day": pa.date32(),
    "clock": pa.time64("us"),
    "moment": pa.timestamp("us"),
    "year": pa.int32(),
    "month": pa.string(),
    "length": pa.string(),
    "point": POINT,
    "numbers": pa.list_(pa.int64()),
    "object": pa.string(),
    "shape": pa.string(),
    "choice": CATEGORY,
    "anything": pa.string(),
}


def _rows(rows: list[dict[str, Any]], types: dict[str, pa.DataType]) -> pa.Table:
    columns = {
        name: pa.array([row.get(name) for row in rows], pa.string()).dictionary_encode()
        if pa.types.is_dictionary(kind)
        else pa.array([row.get(name) for row in rows], kind)
        for name, kind in types.items()
    }
    return pa.table(columns)


def _pieces() -> list[dict[str, Any]]:
    """Each cell's evidence: the figures' values are quoted, all else is assigned."""
    quoted = {"contingent": ("20", "20"), "served": ("More than 800 people", "800")}
    pieces = []
    for name, row in {
        "contingent": {"value": 1, "bound": 1},
        "served": {"value": 1, "bound": 1},
    }.items():
        exact, reading = quoted[name]
        start = SOURCE.index(exact)
        end = start + len(exact)
        for field in row:
            read = exact if field == "bound" else reading
            pieces.append(
                {
                    "table": "figures",
                    "record": name,
                    "field": field,
                    "piece": 1,
                    "basis": "quoted",
                    "source": SOURCE_NAME,
                    "start": start,
                    "end": end,
                    "exact": exact,
                    "prefix": SOURCE[max(0, start - 32) : start] or None,
                    "suffix": SOURCE[end : end + 32] or None,
                    "reader": READERS[field],
                    "reading": read,
                    "reading_start": SOURCE.index(read, start),
                }
            )
    return pieces


def tables() -> dict[str, pa.Table]:
    """The tables by name, evidence last."""
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    text = pa.string()
    articles = {"article_id": "report", "seed": SOURCE_NAME, "sha256": digest}
    figures = [
        {"figure_id": "contingent", "article_id": "report", "value": 20, "bound": "exactly"},
        {"figure_id": "served", "article_id": "report", "value": 800, "bound": "more_than"},
        {"figure_id": "unknown", "article_id": "report"},
    ]
    made = {
        "articles": _rows([articles], dict.fromkeys(articles, text)),
        "figures": _rows(
            figures,
            {"figure_id": text, "article_id": text, "value": pa.int64(), "bound": CATEGORY},
        ),
        "kinds": _rows(KINDS, KINDS_TYPES),
    }
    pieces = _pieces()
    quoted = {(piece["table"], piece["record"], piece["field"]) for piece in pieces}
    for name, table in made.items():
        for row in table.to_pylist():
            key = str(row[SCHEMAS[name]["primaryKey"][0]])
            pieces += [
                {"table": name, "record": key, "field": field, "piece": 1, "basis": "assigned"}
                for field, value in row.items()
                if value is not None and (name, key, field) not in quoted
            ]
    pieces.sort(key=lambda piece: (piece["table"], piece["record"], piece["field"], piece["piece"]))
    return made | {"evidence": _rows(pieces, PIECES)}


def form(value: Any) -> str:
    """A value as it stands in CSV."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if not math.isfinite(value):
            return {"nan": "NaN", "inf": "INF", "-inf": "-INF"}[str(value)]
        case list():
            return json.dumps(value)
        case dict():
            return f"{value['lon']},{value['lat']}"
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case _:
            return str(value)


def csv_bytes(table: pa.Table) -> bytes:
    """The CSV form of a table."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows([form(value) for value in row.values()] for row in table.to_pylist())
    return file.getvalue().encode()


def parquet_bytes(table: pa.Table, **options: Any) -> bytes:
    """The Parquet form of a table."""
    file = io.BytesIO()
    parquet.write_table(table, file, **{"compression": "zstd", "row_group_size": 50, **options})
    return file.getvalue()


def descriptor(files: dict[str, bytes]) -> dict[str, Any]:
    """The descriptor of a package of these files, `<table>.csv` and `<table>.parquet`."""
    resources = []
    for name, schema in SCHEMAS.items():
        for path, resource in ((f"{name}.csv", name), (f"{name}.parquet", f"{name}.parquet")):
            kind = path.rpartition(".")[2]
            keys = [
                {
                    **key,
                    "reference": {
                        **key["reference"],
                        "resource": key["reference"]["resource"] + ".parquet",
                    },
                }
                for key in schema.get("foreignKeys", ())
            ]
            resources.append(
                {
                    "name": resource,
                    "type": "table",
                    "path": path,
                    "title": name.title(),
                    "format": kind,
                    "hash": f"sha256:{hashlib.sha256(files[path]).hexdigest()}",
                    "schema": schema
                    | ({"foreignKeys": keys} if keys and kind == "parquet" else {}),
                }
            )
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tiny",
        "title": "Tiny",
        "version": "1.0.0",
        "created": "2026-01-31T00:00:00Z",
        "contributors": [{"title": "Ann & Co", "roles": ["author"]}],
        "homepage": "https://example.org/tiny",
        "resources": resources,
        "kzdata:sources": {"table": "articles", "file": "seed", "sha256": "sha256"},
    }


def files() -> dict[str, bytes]:
    """The files of the package by name, sealed."""
    made = {}
    for name, table in tables().items():
        made[f"{name}.csv"] = csv_bytes(table)
        made[f"{name}.parquet"] = parquet_bytes(table)
    made["README.md"] = b"# Tiny\n"
    made["datapackage.json"] = json.dumps(descriptor(made), ensure_ascii=False).encode()
    return sealed(made)


def resealed(made: dict[str, bytes]) -> dict[str, bytes]:
    """The files with the descriptor's hashes, then the manifest, made to fit what is there."""
    described = json.loads(made["datapackage.json"])
    for resource in described["resources"]:
        resource["hash"] = f"sha256:{hashlib.sha256(made[resource['path']]).hexdigest()}"
    return sealed(made | {"datapackage.json": json.dumps(described).encode()})


def sealed(made: dict[str, bytes]) -> dict[str, bytes]:
    """The files with a manifest that fits them."""
    lines = [
        f"{hashlib.sha256(data).hexdigest()}  {name}\n"
        for name, data in sorted(made.items())
        if name != "SHA256SUMS"
    ]
    return dict(sorted((made | {"SHA256SUMS": "".join(lines).encode()}).items()))


def folder(made: dict[str, bytes], place: Path) -> Path:
    """The package as a folder."""
    for name, data in made.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return place


def zipped(made: dict[str, bytes]) -> bytes:
    """The package as a zip, written by the standard library."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(made.items()):
            info = zipfile.ZipInfo(f"tiny-1.0.0/{name}", (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o100644 << 16
            info.create_system = 3
            archive.writestr(info, data)
    return file.getvalue()
