"""datapackage.json as a consumer trusts it: what a package says about itself, and nothing remote.

Follows Data Package 2.0 and Table Schema 2.0, in the form in which kzdata publishes: every table
as Parquet and, mostly, as CSV. Whether the files are as described is not known here.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from kzdata.catalog import names, tableschema
from kzdata.catalog.tableschema import Field, Properties, Schema, text, wrong

LIMIT = 64 * 1024 * 1024
"""How many bytes a descriptor may hold."""

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_REMOTE = ("profile", "$schema", "data", "compression", "innerpath")


class TableInfo(NamedTuple):
    """A table as the descriptor has it: its files and its schema; `rows` is what it claims."""

    name: str
    title: str
    description: str
    parquet: str
    csv: str | None
    rows: int | None
    schema: Schema

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, in order."""
        return self.schema.fields

    def field(self, name: str) -> Field:
        """The column of this name, which there is."""
        return next(field for field in self.fields if field.name == name)


class Descriptor(NamedTuple):
    """A package's own words about itself; `properties` is the whole JSON object."""

    name: str
    title: str
    version: str
    tables: Mapping[str, TableInfo]
    properties: Properties


def parse(data: bytes, digests: Mapping[str, str]) -> Descriptor:
    """The descriptor in `data`, whose files must be among `digests` (name to SHA-256).

    Whatever would be fetched, climbs out, or is in a form that kzdata does not publish is a
    `DataError`, as is a `hash` that is not the manifest's.
    """
    package = _json(data)
    if package.get("$schema") != PROFILE:
        raise wrong(f"the profile `$schema` is {package.get('$schema')!r}, not `{PROFILE}`")
    if "profile" in package:
        raise wrong("`profile` belongs to Data Package 1; 2.0 has `$schema` alone")
    resources = package.get("resources")
    if not isinstance(resources, list) or not resources:
        raise wrong("`resources` is no list, or an empty one")
    known: dict[str, Properties] = {}
    for number, resource in enumerate(resources):
        name = _resource(resource, f"resource {number}", digests)
        if name in known:
            raise wrong(f"two resources are named `{name}`")
        known[name] = resource
    return Descriptor(
        name=text(package, "name", "the package"),
        title=text(package, "title", "the package", ""),
        version=text(package, "version", "the package", ""),
        tables=_tables(known),
        properties=package,
    )


def _json(data: bytes) -> dict[str, Any]:
    """The JSON object in `data`: RFC 8259, with no key twice and no number that is none."""
    if len(data) > LIMIT:
        raise wrong(f"holds {len(data):,} bytes, more than {LIMIT:,}")

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(items)
        if len(members) != len(items):
            counts = Counter(key for key, _ in items)
            twice = next(key for key, count in counts.items() if count > 1)
            raise wrong(f"the key `{twice}` stands twice in one object")
        return members

    def constant(word: str) -> float:
        raise wrong(f"{word} is no JSON number")

    try:
        package = json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_constant=constant)
    except RecursionError:
        raise wrong("is nested too deeply") from None
    except ValueError as error:
        raise wrong(f"is not JSON in UTF-8: {error}") from None
    if not isinstance(package, dict):
        raise wrong("is no JSON object")
    return package


def _resource(resource: object, what: str, digests: Mapping[str, str]) -> str:
    """The name of a resource that may be used."""
    if not isinstance(resource, dict):
        raise wrong(f"{what} is no object: {resource!r:.60}")
    name = text(resource, "name", what)
    what = f"resource `{name}`"
    if not _NAME.fullmatch(name):
        raise wrong(f"{what} has a name of other characters than a-z, 0-9, `.`, `_` and `-`")
    if found := next((key for key in _REMOTE if key in resource), None):
        raise wrong(f"{what} has `{found}`, which kzdata does not publish")
    for key in ("schema", "dialect"):
        if isinstance(resource.get(key), str):
            raise wrong(f"{what} names a `{key}` elsewhere: {resource[key]!r:.80}")
    if text(resource, "encoding", what, "utf-8").lower() != "utf-8":
        raise wrong(f"{what} has the encoding {resource['encoding']!r:.40}, not UTF-8")
    _check_path(resource, what, digests)
    return name


def _check_path(resource: Properties, what: str, digests: Mapping[str, str]) -> None:
    """Refuse a path that is not that of one file that the manifest lists, with this hash."""
    path = resource.get("path")
    if not isinstance(path, str):
        raise wrong(f"{what} has no `path` to one file: {path!r:.80}")
    if why := names.fault(path):
        raise wrong(f"{what} has the path {path!r:.80}, which {why}")
    if path not in digests:
        raise wrong(f"{what} has the path `{path}`, which the manifest does not list")
    if resource.get("hash") != f"sha256:{digests[path]}":
        raise wrong(f"{what} has a `hash` that is not the manifest's SHA-256 of `{path}`")


def _tables(resources: Mapping[str, Properties]) -> dict[str, TableInfo]:
    """The tables, each a Parquet resource `<table>.parquet` and perhaps a CSV one `<table>`."""
    tables: dict[str, TableInfo] = {}
    for name, resource in resources.items():
        form = resource.get("format")
        if form == "parquet" and name.endswith(".parquet"):
            table = name.removesuffix(".parquet")
            tables[table] = _table(table, resource, resources.get(table))
        elif form == "csv" and f"{name}.parquet" not in resources:
            raise wrong(f"the table `{name}` has no Parquet form `{name}.parquet`")
        elif form not in ("csv", "parquet") and resource.get("type") == "table":
            raise wrong(f"resource `{name}` has the format {form!r:.40}, not csv or parquet")
    if not tables:
        raise wrong("describes no table")
    return tables


def _table(name: str, parquet: Properties, csv: Properties | None) -> TableInfo:
    schema = tableschema.parse(parquet.get("schema"), name)
    if csv is not None and (
        csv.get("format") != "csv"
        or not tableschema.agree(tableschema.parse(csv.get("schema"), name), schema)
    ):
        raise wrong(f"the two forms of the table `{name}` have different schemas")
    rows = parquet.get("kzdata:rows")
    if not isinstance(rows, int | None):
        raise wrong(f"the table `{name}` has `kzdata:rows` that is no number: {rows!r:.60}")
    return TableInfo(
        name=name,
        title=text(parquet, "title", name, ""),
        description=text(parquet, "description", name, ""),
        parquet=parquet["path"],
        csv=None if csv is None else csv["path"],
        rows=rows,
        schema=schema,
    )
