"""datapackage.json: the package as Data Package v2 describes it.

The keys stand in the standard's order. Our own properties are named `kzdata:camelCase`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from kzdata.catalog import csv
from kzdata.catalog.descriptor import PROFILE
from kzdata.errors import CallError
from kzdata.evidence_table import EVIDENCE
from kzdata.package.content import Content
from kzdata.package.published import Published
from kzdata.schema import Dataset

SOURCES_LISTED = 1_000
"""How many sources the descriptor names; the dataset's table of sources has them all."""

Json = dict[str, Any]


class Files(NamedTuple):
    """What a table of so many rows became: the SHA-256 of its content and of its Parquet file.

    `content` is the digest of the CSV form, of `size` bytes, whether a CSV file is written or not:
    it says which values a table holds and, unlike `parquet`, not which library wrote them.
    """

    content: str
    size: int
    rows: int
    parquet: str


def descriptor(
    content: Content, tables: Sequence[tuple[Published, Files]], epoch: str | None
) -> Json:
    """The descriptor of a package that holds `tables`; `epoch` is SOURCE_DATE_EPOCH, if set.

    Raises `CallError` when `epoch` is no number of seconds.
    """
    dataset = content.dataset
    described = {
        "$schema": PROFILE,
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "homepage": dataset.homepage,
        "version": dataset.version,
        "created": created(dataset, epoch),
        "keywords": list(dataset.keywords),
        "contributors": [_entry(contributor) for contributor in dataset.contributors],
        "licenses": [_entry(licence) for licence in dataset.licenses],
        "sources": list(_sources(content)),
        "resources": [
            resource for table, files in tables for resource in _resources(dataset, table, files)
        ],
        "kzdata:redistribute": dataset.redistribute,
        "kzdata:evidence": EVIDENCE,
        "kzdata:sources": {
            "table": dataset.sources.table,
            "file": dataset.sources.file,
            "sha256": dataset.sources.sha256,
            "language": dataset.sources.language,
            "date": dataset.sources.date,
        },
        "kzdata:knownAs": content.known_as,
    }
    return _said(described)


def created(dataset: Dataset, epoch: str | None) -> str:
    """The moment that the package names as its own: never the clock's.

    It is `epoch` (reproducible-builds.org, SOURCE_DATE_EPOCH), or else the first moment, UTC, of
    the day that the dataset gives. Raises `CallError` when `epoch` is no number of seconds.
    """
    if epoch is None:
        return f"{dataset.created.isoformat()}T00:00:00Z"
    plain = epoch.isascii() and epoch.isdecimal()
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if plain else None
    except (ValueError, OverflowError, OSError):
        moment = None
    if moment is None:
        raise CallError(f"SOURCE_DATE_EPOCH is `{epoch}`, not a number of seconds")
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _said(described: Mapping[str, Any]) -> Json:
    """What there is to say: the standard allows no empty list, and null says nothing."""
    return {key: value for key, value in described.items() if value not in (None, "", [], {})}


def _entry(model: Any) -> Json:
    return _said(model.model_dump(mode="json", by_alias=True))


def _sources(content: Content) -> Iterator[Json]:
    full = content.dataset.redistribute == "full"
    for source in content.sources[:SOURCES_LISTED]:
        named = {"title": source.name, "path": f"sources/{source.name}" if full else None}
        yield _said(named | {"kzdata:hash": f"sha256:{source.sha256}"})


def _resources(dataset: Dataset, table: Published, files: Files) -> Iterator[Json]:
    described = {"title": table.title, "description": table.description}
    counted = {"kzdata:rows": files.rows, "kzdata:contentHash": f"sha256:{files.content}"}
    if dataset.csv:
        yield _said(
            {"name": table.name, "type": "table", "path": f"{table.name}.csv"}
            | described
            | {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
            | {"bytes": files.size, "hash": f"sha256:{files.content}"}
            | {"dialect": csv.DIALECT, "schema": table.schema}
            | counted
        )
    yield _said(
        {"name": f"{table.name}.parquet", "type": "table", "path": f"{table.name}.parquet"}
        | described
        | {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
        | {"hash": f"sha256:{files.parquet}", "schema": _for_parquet(table.schema)}
        | counted
    )


def _for_parquet(schema: Json) -> Json:
    """The schema of a table's Parquet form, whose foreign keys lead to Parquet forms.

    An integer that may be null admits `nan` as a missing value, since frictionless-py (5.21) reads
    Parquet through pandas, which turns such a column into floats.
    """
    fields = [
        field | {"missingValues": ["", "nan"]} if _nullable_integer(field) else field
        for field in schema["fields"]
    ]
    keys = [
        key | {"reference": _parquet_reference(key["reference"])}
        for key in schema.get("foreignKeys", [])
    ]
    return schema | {"fields": fields} | ({"foreignKeys": keys} if keys else {})


def _nullable_integer(field: Json) -> bool:
    return field["type"] == "integer" and not field.get("constraints", {}).get("required", False)


def _parquet_reference(reference: Json) -> Json:
    table = reference.get("resource")
    return reference | {"resource": f"{table}.parquet"} if table else reference
