"""Reading a published package again: every quoted value, in the texts of its sources.

What the build read is read once more, from nothing but the package and the texts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kzdata.catalog.package import Package
from kzdata.catalog.values import text
from kzdata.checks.claims import Plan, plans
from kzdata.checks.judging import judged
from kzdata.errors import DataError
from kzdata.evidence_table import EVIDENCE
from kzdata.project.columns import texts
from kzdata.project.documents import day
from kzdata.project.identity import keys
from kzdata.project.names import own_names
from kzdata.readers.names import Directory, directory
from kzdata.readers.verdicts import Cited, pieces
from kzdata.schema import Table
from kzdata.schema.shapes import shaped
from kzdata.selectors import Span

Cells = Mapping[str, Mapping[str, str]]
"""The text of each cell that is not null, by record and field."""


class Rest(NamedTuple):
    """Cited words that a cell rests on, and the stretch of their source in which it was read."""

    cited: Cited
    words: Span


Rests = Mapping[str, Mapping[str, list[Rest]]]
"""What each quoted cell of a table rests on, by record and field."""

_READ = (
    "name",
    "type",
    "format",
    "categories",
    "basis",
    "reading",
    "unit",
    "terms",
    "group",
    "itemType",
)
"""What of a field's description reading needs, and naming records by their keys."""


def reread(package: Package, sources: Mapping[str, str]) -> Iterator[str]:
    """A line for each quoted value that the texts of the `sources`, by file name, do not say there.

    The package is whole and its evidence stands in the texts: `kzdata.verify` has seen to that.
    """
    tables = {name: _table(package, name) for name in package if name != EVIDENCE}
    cells = {name: _cells(package, table) for name, table in tables.items()}
    directories = _directories(package, tables, cells)
    rests = _rests(package, sources)
    for name, table in tables.items():
        for plan in plans(table):
            yield from _misread(name, plan, cells[name], rests.get(name, {}), directories)


def _misread(
    table: str, plan: Plan, cells: Cells, rests: Rests, directories: Mapping[str, Directory]
) -> Iterator[str]:
    for record, fields in rests.items():
        quoted = {field: cells[record][field] for field in plan.fields if field in fields}
        cited = list(dict.fromkeys(rest.cited for field in quoted for rest in fields[field]))
        if not quoted:
            continue
        verdict = judged(plan, quoted, record, pieces(cited), directories)
        if not verdict.accepted:
            said = ", ".join(f"`{field}` {value!r:.80}" for field, value in quoted.items())
            yield f"`{table}` {record!r:.80}: the source does not say {said}"
            continue
        read = {(cited[one.source], one.words) for one in verdict.support}
        for field in quoted:
            for rest in fields[field]:
                if rest not in read:
                    words = rest.cited.text[slice(*rest.words)]
                    yield f"`{table}` {record!r:.80}, `{field}`: it is not read in {words!r:.60}"


def _table(package: Package, name: str) -> Table:
    """The table as its published schema describes it, as far as reading needs."""
    published = package.info(name).schema
    fields = [_ours(field.properties) for field in published.fields]
    links = [
        {"fields": key.fields, "reference": {"resource": key.table, "fields": key.there}}
        for key in published.foreign_keys
    ]
    described = {
        "name": name,
        "fields": [{key: field[key] for key in _READ if key in field} for field in fields],
        "primaryKey": published.primary_key,
        "foreignKeys": links,
    }
    table = shaped(Table, described)
    if isinstance(table, list):
        raise _wrong(package, f"the description of `{name}` cannot be: {table[0].message}")
    return table


def _wrong(package: Package, what: str) -> DataError:
    return DataError(f"`{package.place}`: {what}")


def _ours(field: Mapping[str, Any]) -> dict[str, Any]:
    """What describes a field or a category, kzdata's own properties under their own names."""
    said = {key.removeprefix("kzdata:"): value for key, value in field.items()}
    if isinstance(said.get("categories"), list):
        said["categories"] = [_ours(one) for one in said["categories"] if isinstance(one, dict)]
    if "value" in said:
        said["value"] = text(said["value"])
    return said | ({"type": "list"} if "itemType" in said else {})


def _cells(package: Package, table: Table) -> Cells:
    loaded = package.load(table.name)
    columns = {name: loaded[name].combine_chunks() for name in loaded.column_names}
    values = [texts(table, columns, field.name) for field in table.fields]
    return {
        key: {f.name: v for f, v in zip(table.fields, row, strict=True) if v is not None}
        for key, *row in zip(keys(table, columns), *values, strict=True)
    }


def _directories(
    package: Package, tables: Mapping[str, Table], cells: Mapping[str, Cells]
) -> dict[str, Directory]:
    """The names of every table's rows: their own, and those by which sources call them."""
    others = _known_as(package)
    found = {}
    for name, table in tables.items():
        named = own_names(table)
        found[name] = directory(
            {
                key: [
                    *(row[field] for field in named if field in row),
                    *others.get(name, {}).get(key, []),
                ]
                for key, row in cells[name].items()
            }
        )
    return found


def _known_as(package: Package) -> Mapping[str, Mapping[str, list[str]]]:
    """The names by which sources call a table's rows, by table and record."""
    others: Any = package.descriptor.properties.get("kzdata:knownAs", {})
    try:
        lists = [names for rows in others.values() for names in rows.values()]
    except AttributeError:
        lists = [None]
    if not all(isinstance(n, list) and all(isinstance(name, str) for name in n) for n in lists):
        raise _wrong(package, "`kzdata:knownAs` does not hold lists of names, by table and record")
    known: Mapping[str, Mapping[str, list[str]]] = others
    return known


def _rests(package: Package, sources: Mapping[str, str]) -> Mapping[str, Rests]:
    """By table: the cited words of each quoted cell, in their sources."""
    about = _about(package)
    found: dict[str, dict[str, dict[str, list[Rest]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in package.load(EVIDENCE, filters=[("basis", "=", "quoted")]).to_pylist():
        language, date = about[row["source"]]
        spans = (Span(row["start"], row["end"]),)
        cited = Cited(sources[row["source"]], language, spans, date)
        start = row["reading_start"]
        words = Span(start, start + len(row["reading"]))
        found[row["table"]][row["record"]][row["field"]].append(Rest(cited, words))
    return found


def _about(package: Package) -> Mapping[str, tuple[str, str | None]]:
    """The language of each source, and its day where one is listed, by file name."""
    place = package.sources_table()
    listed = package.descriptor.properties["kzdata:sources"]
    language, date = listed.get("language"), listed.get("date")
    fields = package.info(place["table"]).fields
    written = [field.name for field in fields if field.type == "string"]
    if language not in written or date not in [None, *(field.name for field in fields)]:
        raise _wrong(package, "the descriptor does not say where the sources' languages stand")
    return {
        row[place["file"]]: (row[language] or "", day(text(row[date])) if date else None)
        for row in package.load(place["table"]).to_pylist()
    }
