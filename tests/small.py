"""Projects written for one test: sources, tables and records, given as plain values.

JSON is YAML, so schemas and records are written as JSON.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Fields = Sequence[Mapping[str, Any]]
Records = Sequence[Mapping[str, Any]]

KEY = {"name": "id", "basis": "assigned"}
NUMBER = {"name": "value", "type": "integer"}
BOUND = {
    "name": "bound",
    "reading": "quantity.bound",
    "categories": ["exactly", "more_than", "at_least", "less_than", "at_most", "about"],
}
UNIT = {
    "name": "unit",
    "reading": "quantity.unit",
    "categories": [
        {"value": "person", "terms": ["people", "soldiers", "officers"]},
        {"value": "mission", "terms": ["missions"]},
    ],
}
WORDS = {"name": "as_written", "reading": "quantity.words"}
QUANTITY = (NUMBER, BOUND, UNIT, WORDS)

_ARTICLES = {
    "name": "articles",
    "fields": [
        {"name": name, "basis": "assigned"}
        for name in ("article_id", "seed", "sha256", "language", "published_on")
    ],
    "primaryKey": "article_id",
}
_DATASET = {
    "name": "small",
    "title": "Small",
    "description": "A dataset for one test.",
    "version": "1.0.0",
    "created": "2026-01-02",
    "licenses": [{"name": "CC0-1.0"}],
    "contributors": [{"title": "Nobody", "roles": ["creator"]}],
}


def write(
    root: Path,
    sources: Mapping[str, str],
    tables: Mapping[str, Fields],
    records: Mapping[str, Records],
    *,
    keys: Mapping[str, Mapping[str, str]] | None = None,
    date: str | None = None,
    **dataset: Any,
) -> Path:
    """Write a project into `root`: sources by key, fields and records by table.

    Each table has the key `id` besides. `keys` are foreign keys, by table: field to table. Records
    cite the first source unless they name another.
    """
    listed = {
        "sources": {
            "table": "articles",
            "file": "seed",
            "sha256": "sha256",
            "language": "language",
            "date": "published_on",
        },
        "tables": ["articles", *tables],
    }
    put(root / "schemas/dataset.yaml", _DATASET | listed | {"ledger": "reported"} | dataset)
    put(root / "schemas/articles.yaml", _ARTICLES)
    for name, fields in tables.items():
        links = [
            {"fields": field, "reference": {"resource": other, "fields": "id"}}
            for field, other in (keys or {}).get(name, {}).items()
        ]
        schema = {"name": name, "fields": [KEY, *fields], "primaryKey": "id"}
        put(root / f"schemas/{name}.yaml", schema | ({"foreignKeys": links} if links else {}))
    (root / "seeds").mkdir(exist_ok=True)
    sums = ""
    for key, text in sources.items():
        (root / f"seeds/{key}.txt").write_text(text, encoding="utf-8")
        sums += f"{hashlib.sha256(text.encode()).hexdigest()}  {key}.txt\n"
    (root / "seeds/SHA256SUMS").write_text(sums)
    articles = [
        {"article_id": key, "seed": f"{key}.txt", "language": "en", "published_on": date}
        for key in sources
    ]
    put(
        root / "data/records/records.yaml",
        {"source": next(iter(sources)), "articles": articles} | dict(records),
    )
    return root


def put(path: Path, value: object) -> None:
    """Write a value as JSON, which is YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def content(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def unlike(one: Path, other: Path) -> list[str]:
    """The names of the files in which two folders differ."""
    mine, theirs = content(one), content(other)
    return [name for name in sorted(mine | theirs) if mine.get(name) != theirs.get(name)]
