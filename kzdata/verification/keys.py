"""Whether primary, unique and foreign keys hold, as columns."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog import identity
from kzdata.catalog.package import Package
from kzdata.catalog.tableschema import ForeignKey, Schema

_BETWEEN = " \x1f "
"""What stands between the parts of a key when they are compared: no text that we publish has it."""


def problems(package: Package, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """A line for each key that does not hold, with the first value at which it does not."""
    for name, table in tables.items():
        schema = package.info(name).schema
        where = _where(package, name)
        if not schema.primary_key:
            yield f"{where} has no primary key"
        for key in filter(None, (schema.primary_key, *schema.unique_keys)):
            values = _flat(schema, table, key)
            if key == schema.primary_key and values.null_count:
                yield f"{where}: the primary key {_shown(key)} is null in {values.null_count} rows"
            if twice := _twice(values):
                yield f"{where}: {_shown(key)} is {twice!r:.80} in more than one row"
        for foreign in schema.foreign_keys:
            yield from _foreign(package, name, foreign, tables)


def _flat(schema: Schema, rows: pa.Table, fields: Sequence[str]) -> pa.ChunkedArray:
    """Each row's key as one text, to be compared; null where a part is null."""
    parts = [part.cast(pa.large_string()) for part in identity.parts(schema, rows, fields)]
    return pc.binary_join_element_wise(*parts, pa.scalar(_BETWEEN, pa.large_string()))


def _twice(values: pa.ChunkedArray) -> str | None:
    """A value that stands twice; None where there is none."""
    known = values.drop_null()
    if pc.count_distinct(known).as_py() == len(known):
        return None
    counts = pc.value_counts(known)
    twice = counts.filter(pc.greater(counts.field("counts"), 1))
    return str(twice[0].as_py()["values"])


def _foreign(
    package: Package, table: str, key: ForeignKey, tables: Mapping[str, pa.Table]
) -> Iterator[str]:
    where = _where(package, table)
    there = tables.get(key.table)
    if there is None or not set(key.there) <= set(there.column_names):
        lead = f"`{key.table}`, which has no {_shown(key.there)}"
        yield f"{where}: {_shown(key.fields)} leads to {lead}"
        return
    values = _flat(package.info(table).schema, tables[table], key.fields).drop_null()
    known = _flat(package.info(key.table).schema, there, key.there).combine_chunks()
    lost = values.filter(pc.invert(pc.is_in(values, value_set=known)))
    if len(lost):
        yield f"{where}: {_shown(key.fields)} is {lost[0].as_py()!r:.80}, not in `{key.table}`"


def _where(package: Package, table: str) -> str:
    return f"`{package.place}`: table `{table}`"


def _shown(fields: Sequence[str]) -> str:
    return ", ".join(f"`{field}`" for field in fields)
