"""Whether what datapackage.json says of its files, forms and sources is so.

What it says in words, such as titles, nobody can compare; what it says of columns is
`kzdata.verification.types`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from kzdata.catalog import csv, forms
from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.package import Package
from kzdata.catalog.tableschema import Properties
from kzdata.evidence_table import EVIDENCE
from kzdata.verification.files import CARRIED

_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}

_SPELLINGS = ("decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues", "delimiter")
"""What would give a field another spelling than the one that all fields are published in."""

_MISSING = {"csv": ([""],), "parquet": ([""], ["", "nan"])}
"""What may be said to stand for no value; `nan`, which no integer is, in Parquet alone."""

_GROUP = 16_384
"""How many rows become CSV at once."""


def problems(package: Package, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """A line for each statement that is not so; `tables` are all of the package's."""
    wrong = [*_package(package), *_sources(package)]
    sizes = package.files.sizes()
    infos = map(package.info, package)
    tables_of = {file: info.name for info in infos for file in (info.parquet, info.csv)}
    contents: dict[str, str] = {}
    for resource in package.descriptor.properties["resources"]:
        path = resource["path"]
        wrong += _unlike(resource, {"bytes": sizes[path]}, f"`{path}`")
        if name := tables_of.get(path):
            wrong += _resource(resource, len(tables[name]))
            if "kzdata:contentHash" in resource:
                if name not in contents:
                    contents[name] = f"sha256:{_content(package.info(name), tables[name])}"
                said = {"kzdata:contentHash": contents[name]}
                wrong += _unlike(resource, said, f"`{path}`")
    for what in wrong:
        yield f"`{package.place}`: {what}"


def _unlike(described: Properties, is_so: Properties, what: str) -> Iterator[str]:
    """What is said otherwise than it is; what is not said is no lie."""
    for key, value in is_so.items():
        said = described.get(key, value)
        if said != value or isinstance(said, bool) != isinstance(value, bool):
            yield f"{what} has the `{key}` {said!r:.80}, which should be {value!r:.80}"


def _package(package: Package) -> Iterator[str]:
    carried = any(name.startswith(f"{CARRIED}/") for name in package.digests)
    is_so = {"kzdata:evidence": EVIDENCE, "kzdata:redistribute": "full" if carried else "excerpts"}
    yield from _unlike(package.descriptor.properties, is_so, "the package")


def _sources(package: Package) -> Iterator[str]:
    """The sources that the descriptor names must stand in the table of sources, with their hash."""
    said = package.descriptor.properties
    if "sources" not in said and "kzdata:sources" not in said:
        return
    place = package.sources_table()
    names, hashes = package.load(place["table"], columns=[place["file"], place["sha256"]]).columns
    listed = dict(zip(names.to_pylist(), hashes.to_pylist(), strict=True))
    sources = said.get("sources", [])
    for number, source in enumerate(sources if isinstance(sources, list) else [sources]):
        title = source.get("title") if isinstance(source, dict) else source
        if not isinstance(title, str) or title not in listed:
            yield f"source {number} is {title!r:.80}, which is not in the table of sources"
            continue
        is_so = {"kzdata:hash": f"sha256:{listed[title]}", "path": f"{CARRIED}/{title}"}
        yield from _unlike(source, is_so, f"the source {title!r:.80}")


def _resource(resource: Properties, rows: int) -> Iterator[str]:
    """A form of a table of so many rows."""
    what, form = f"`{resource['path']}`", resource["format"]
    is_so = {"type": "table", "mediatype": _MEDIA[form], "kzdata:rows": rows}
    yield from _unlike(resource, is_so, what)
    dialect, ours = resource.get("dialect", {}), csv.DIALECT if form == "csv" else {}
    if not isinstance(dialect, dict) or any(ours.get(key) != dialect[key] for key in dialect):
        yield f"{what} has the `dialect` {dialect!r:.80}, in which it is not written"
    for field in (resource["schema"], *resource["schema"]["fields"]):
        of = f"`{field['name']}` of {what}" if "name" in field else f"the schema of {what}"
        yield from _spelling(field, form, of)


def _spelling(described: Mapping[str, Any], form: str, what: str) -> Iterator[str]:
    """What a program would read other values by than those that stand there."""
    for key in _SPELLINGS:
        if key in described:
            yield f"{what} has `{key}`, which kzdata does not publish"
    missing = described.get("missingValues", [""])
    if missing not in _MISSING[form] or ("nan" in missing and described.get("type") != "integer"):
        yield f"{what} has the `missingValues` {missing!r:.80}, which kzdata does not publish"


def _content(info: TableInfo, table: pa.Table) -> str:
    """The SHA-256 of the table's CSV form."""
    sha256 = hashlib.sha256(csv.header(table.column_names))
    kinds = [forms.kind(field) for field in info.fields]
    for batch in table.to_batches(max_chunksize=_GROUP):
        texts = [forms.text(kind, of) for kind, of in zip(kinds, batch.columns, strict=True)]
        sha256.update(csv.rows(pa.record_batch(texts, table.column_names)))
    return sha256.hexdigest()
