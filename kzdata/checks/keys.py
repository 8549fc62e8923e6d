"""Primary, unique and foreign keys, on columns.

A key of several fields becomes one column of numbers, equal where all its parts are equal, so that
Arrow hashes it like any other; what repeats is found by `kzdata.columns.repeats`. `Table.group_by`
and `Table.join` would do too, but import pandas.
"""

import difflib
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.columns import forms
from kzdata.columns.hashable import hashable
from kzdata.columns.repeats import MOST, repeats
from kzdata.findings import Fault, Rule, shown
from kzdata.schema.tables import ForeignKey, Table
from kzdata.threads import each

Columns = Mapping[str, pa.Array | pa.ChunkedArray]

PRIMARY_KEY_MISSING = Rule(
    name="primary-key-missing",
    doc="""\
Checks that no part of a primary key is null.

Evidence is addressed by the primary key: a row without one cannot be pointed at.

Example: a record of `figures` without `figure_id`.

Instead: give the record an identifier of its own.""",
)

PRIMARY_KEY_DUPLICATE = Rule(
    name="primary-key-duplicate",
    doc="""\
Checks that no two records of a table have the same primary key.

With two rows of one key nobody can say whose evidence a piece of evidence is.

Example: two records of `actors` with the `actor_id` `reuters`.

Instead: rename one, or remove it where the two are the same.""",
)

UNIQUE_KEY_DUPLICATE = Rule(
    name="unique-key-duplicate",
    doc="""\
Checks that no two records have the same values in the fields of a unique key. As in
SQL, a record with a null among them is not compared (Table Schema v2, uniqueKeys).

What the schema calls unique is used to find a row.

Example: two figures with one `article_id` and one `as_written`.

Instead: correct one of the two, or the key.""",
)

FOREIGN_KEY_UNKNOWN = Rule(
    name="foreign-key-unknown",
    doc="""\
Checks that the values of a foreign key stand together in a row of the table to which it
refers. As in SQL, a record with a null among them is not compared.

A row that refers to nothing is lost in each join.

Example: `unit_id: kazbatt` where `units` has `kazbat`.

Instead: correct the value, or add the row that it means.""",
)

DOMAIN = 1_000
"""Among how many keys, at most, the nearest is looked for, to be named in a fault's help."""

HELPED = 20
"""How many different wrong keys, at most, are given the nearest that exists."""


def check(
    tables: Sequence[Table],
    columns: Mapping[str, Columns],
    faults: Mapping[str, Sequence[Fault]] | None = None,
    unread: Container[str] = (),
) -> dict[str, list[Fault]]:
    """The faults in the keys of each table, by its name.

    `columns` holds each table's typed columns by table and field. A cell that is in `faults`
    already is not called missing besides, and no row of a table that is `unread` in part.
    """
    by_name = {table.name: table for table in tables}
    known = faults or {}
    found: dict[str, list[Fault]] = {}
    for table in tables:
        here = columns[table.name]
        work = [partial(_primary, table, here, known.get(table.name, ()))]
        work += [partial(_unique, fields, table, here) for fields in table.unique_keys]
        for key in table.foreign_keys:
            referred = by_name[key.table or table.name]
            if referred.name not in unread:
                work.append(partial(_foreign, key, table, here, referred, columns[referred.name]))
        rows = len(here[table.fields[0].name])
        found[table.name] = [*chain.from_iterable(each(lambda one: [*one()], work, rows))]
    return found


def _primary(table: Table, columns: Columns, faults: Sequence[Fault]) -> Iterator[Fault]:
    parts = _parts(table, table.primary_key, columns)
    known = {(fault.field, fault.row) for fault in faults}
    for name, part in zip(table.primary_key, parts, strict=True):
        if part.null_count:
            for row in pc.indices_nonzero(part.is_null()).to_pylist():
                if (name, row) not in known:
                    message = f"`{name}` has no value, and it is in the primary key"
                    yield Fault(PRIMARY_KEY_MISSING, row, name, message)
    rows, firsts = repeats(parts)
    keys = _texts(table, table.primary_key, columns, rows)
    for row, first, key in zip(rows.to_pylist(), firsts.to_pylist(), keys, strict=True):
        message = f"{_named(table.primary_key, key)} is the primary key of two `{table.name}`"
        yield _duplicate(PRIMARY_KEY_DUPLICATE, row, first, table.primary_key, message)


def _unique(fields: Sequence[str], table: Table, columns: Columns) -> Iterator[Fault]:
    rows, firsts = repeats(_parts(table, fields, columns))
    keys = _texts(table, fields, columns, rows)
    others = _texts(table, table.primary_key, columns, firsts)
    places = zip(rows.to_pylist(), firsts.to_pylist(), strict=True)
    for (row, first), key, other in zip(places, keys, others, strict=True):
        having = _named(table.primary_key, other)
        message = f"{_named(fields, key)} must be unique, but the record {having} has it too"
        yield _duplicate(UNIQUE_KEY_DUPLICATE, row, first, fields, message)


def _duplicate(rule: Rule, row: int, first: int, fields: Sequence[str], message: str) -> Fault:
    field = fields[0] if len(fields) == 1 else None
    return Fault(rule, row, field, message, "leave one of the two out", first=first)


def _foreign(
    key: ForeignKey, table: Table, here: Columns, referred: Table, there: Columns
) -> Iterator[Fault]:
    rows = _unknown(_parts(table, key.fields, here), _parts(referred, key.reference_fields, there))
    if not len(rows):
        return
    keys = _texts(table, key.fields, here, rows)
    field = key.fields[0] if len(key.fields) == 1 else None
    helps = _nearest(keys, referred, key.reference_fields, there)
    for row, mine in zip(rows.to_pylist(), keys, strict=True):
        message = f"{_named(key.fields, mine)} refers to no record of `{referred.name}`"
        yield Fault(FOREIGN_KEY_UNKNOWN, row, field, message, helps.get(mine, ""))


def _parts(table: Table, fields: Sequence[str], columns: Columns) -> list[pa.Array]:
    return [hashable(table.field(name), columns[name]) for name in fields]


def _unknown(source: list[pa.Array], target: list[pa.Array]) -> pa.Array:
    """The rows of the source without a null of which the key is in no row of the target."""
    keys, known = (source[0], target[0]) if len(source) == 1 else _in_common(source, target)
    strange = pc.invert(pc.is_in(keys, value_set=pc.drop_null(known)))
    for part in source:
        if part.null_count:
            strange = pc.and_(strange, part.is_valid())
    return pc.indices_nonzero(strange)


def _in_common(source: list[pa.Array], target: list[pa.Array]) -> tuple[pa.Array, pa.Array]:
    """Both keys as numbers, equal where all parts are equal; null where the target has no such."""
    codes, known = pa.scalar(0, pa.int64()), pa.scalar(0, pa.int64())
    size = 1
    for mine, theirs in zip(source, target, strict=True):
        values = pc.unique(theirs)
        if size * len(values) > MOST:
            distinct = pc.unique(known)
            codes, known, size = _at(codes, distinct), _at(known, distinct), len(distinct)
        codes = pc.add(pc.multiply(codes, len(values)), _at(mine, values))
        known = pc.add(pc.multiply(known, len(values)), _at(theirs, values))
        size *= len(values)
    return codes, known


def _at(values: pa.Array, distinct: pa.Array) -> pa.Array:
    return pc.index_in(values, value_set=distinct, skip_nulls=True).cast(pa.int64())


def _texts(
    table: Table, fields: Sequence[str], columns: Columns, rows: pa.Array
) -> list[tuple[str, ...]]:
    """The key of each of `rows`, its parts in their CSV form; null is the empty text."""
    parts = [
        pc.fill_null(forms.text(table.field(name), columns[name].take(rows)), "").to_pylist()
        for name in fields
    ]
    return list(zip(*parts, strict=True))


def _named(fields: Sequence[str], key: Sequence[str]) -> str:
    parts = zip(fields, key, strict=True)
    return ", ".join(f"`{name}` `{shown(text)}`" for name, text in parts)


def _nearest(
    keys: Sequence[tuple[str, ...]], table: Table, fields: Sequence[str], columns: Columns
) -> dict[tuple[str, ...], str]:
    """For the first of the keys, the nearest that exists, as a fault's help says it."""
    rows = len(columns[fields[0]])
    if rows > DOMAIN:
        return {}
    all_ = pa.array(range(rows), pa.int64())
    there = {" ".join(key): key for key in _texts(table, fields, columns, all_)}
    helps: dict[tuple[str, ...], str] = {}
    for key in islice(dict.fromkeys(keys), HELPED):
        for near in difflib.get_close_matches(" ".join(key), there, n=1):
            helps[key] = f"the nearest record of `{table.name}` has {_named(fields, there[near])}"
    return helps
