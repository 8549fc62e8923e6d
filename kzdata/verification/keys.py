"""Whether primary, unique and foreign keys hold, as columns."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.catalog import identity
from kzdata.catalog.package import Package
from kzdata.catalog.tableschema import Field, ForeignKey, Schema

_BETWEEN = pa.scalar(":", pa.large_string())


def problems(package: Package, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """A line for each key that does not hold, with the first value at which it does not."""
    for name, table in tables.items():
        schema = package.info(name).schema
        where = _where(package, name)
        if not schema.primary_key:
            yield f"{where} has no primary key"
        alone = [(field.name,) for field in schema.fields if _is_unique(field)]
        keys = (schema.primary_key, *schema.unique_keys, *alone)
        for key in dict.fromkeys(filter(None, keys)):
            values = _flat(schema, table, key)
            if key == schema.primary_key and values.null_count:
                yield f"{where}: the primary key {_shown(key)} is null in {values.null_count} rows"
            if (row := _twice(values)) is not None:
                twice = _named(schema, table, key, row)
                yield f"{where}: {_shown(key)} is {twice} in more than one row"
        for foreign in schema.foreign_keys:
            yield from _foreign(package, name, foreign, tables)


def _is_unique(field: Field) -> bool:
    """Whether the constraint `unique` makes the field a key of its own."""
    said = field.properties.get("constraints")
    return isinstance(said, dict) and said.get("unique") is True


def _flat(schema: Schema, rows: pa.Table, fields: Sequence[str]) -> pa.ChunkedArray:
    """Each row's key as one text, to be compared; null where a part is null.

    Of several parts each stands behind its length, so that no two keys are one text.
    """
    parts = [part.cast(pa.large_string()) for part in identity.parts(schema, rows, fields)]
    if len(parts) == 1:
        return parts[0]
    lengths = [pc.binary_length(part).cast(pa.large_string()) for part in parts]
    measured = chain.from_iterable(zip(lengths, parts, strict=True))
    return pc.binary_join_element_wise(*measured, _BETWEEN)


def _twice(values: pa.ChunkedArray) -> int | None:
    """The first row of a value that stands twice; None where there is none."""
    known = values.drop_null()
    if pc.count_distinct(known).as_py() == len(known):
        return None
    counts = pc.value_counts(known)
    twice = counts.filter(pc.greater(counts.field("counts"), 1))
    return int(pc.index(values, twice.field("values")[0]).as_py())


def _foreign(
    package: Package, table: str, key: ForeignKey, tables: Mapping[str, pa.Table]
) -> Iterator[str]:
    where = _where(package, table)
    there = tables.get(key.table)
    if there is None or not set(key.there) <= set(there.column_names):
        lead = f"`{key.table}`, which has no {_shown(key.there)}"
        yield f"{where}: {_shown(key.fields)} leads to {lead}"
        return
    schema, rows = package.info(table).schema, tables[table]
    values = _flat(schema, rows, key.fields)
    known = _flat(package.info(key.table).schema, there, key.there).combine_chunks()
    lost = pc.and_(values.is_valid(), pc.invert(pc.is_in(values, value_set=known)))
    if pc.any(lost).as_py():
        value = _named(schema, rows.filter(lost), key.fields)
        yield f"{where}: {_shown(key.fields)} is {value}, not in `{key.table}`"


def _named(schema: Schema, rows: pa.Table, fields: Sequence[str], row: int = 0) -> str:
    """The key of a row, as the evidence table would write it."""
    return f"{identity.column(schema, rows.slice(row, 1), fields)[0].as_py()!r:.80}"


def _where(package: Package, table: str) -> str:
    return f"`{package.place}`: table `{table}`"


def _shown(fields: Sequence[str]) -> str:
    return ", ".join(f"`{field}`" for field in fields)
