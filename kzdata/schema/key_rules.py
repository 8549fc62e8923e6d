"""What the parts of tables and of the dataset have to do with each other: names and keys.

What fits together within one field is `kzdata.schema.field_rules`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kzdata.catalog import names as published
from kzdata.findings import Rule
from kzdata.nearest import likeliest
from kzdata.schema import field_rules
from kzdata.schema.dataset import Manifest
from kzdata.schema.field_rules import BAD_NAME, KEY_NOT_FOR_FIELD
from kzdata.schema.flaws import Flaw, Pointer
from kzdata.schema.shapes import WRONG_VALUE
from kzdata.schema.tables import BESIDE_TABLES, ForeignKey, Table
from kzdata.schema.value_rules import a_

NAME = re.compile("[a-z0-9][a-z0-9._-]*")

RESERVED = "evidence"
"""The table that the build writes: no dataset has one of its own by this name."""

_TYPES_OF_SOURCES: Mapping[str, Sequence[str]] = {
    "file": ("string",),
    "sha256": ("string",),
    "language": ("string",),
    "date": ("date", "string", "year", "yearmonth"),
}
"""The types that the fields may have which the build reads or fills in."""

DUPLICATE_FIELD = Rule(
    name="schema-duplicate-field",
    doc="""\
Checks that no two fields of a table, and no two tables of a dataset, have the same
name.

A record could not say which of the two it means.

Example: two fields `value` in `schemas/figures.yaml`.

Instead: rename or remove one.""",
)

UNKNOWN_FIELD = Rule(
    name="schema-unknown-field",
    doc="""\
Checks that keys, and `sources` in dataset.yaml, name fields which their table has.

A key over a field that is not there cannot be checked.

Example: `primaryKey: figure` where the field is `figure_id`.

Instead: correct the name, or add the field.""",
)

UNKNOWN_TABLE = Rule(
    name="schema-unknown-table",
    doc="""\
Checks that foreign keys, and `sources` in dataset.yaml, name tables of the dataset.

A reference to a table that is not published leads nowhere.

Example: `reference: {resource: unit, fields: unit_id}` where the table is `units`.

Instead: correct the name, or list the table under `tables` in dataset.yaml.""",
)

NO_PRIMARY_KEY = Rule(
    name="no-primary-key",
    doc="""\
Checks that each table has a primary key.

Evidence is addressed by it: the words behind a cell are found by table, key and field.

Example: a table without `primaryKey`.

Instead: name the field, or the fields together, that tell each row from all others.""",
)

FOREIGN_KEY_MISMATCH = Rule(
    name="foreign-key-mismatch",
    doc="""\
Checks that a foreign key has as many fields as it refers to, of the same types, and
that these are the primary key or a unique key of their table.

Otherwise a row could refer to several rows, or to none by construction.

Example: a foreign key to `name` where `name` may stand twice.

Instead: refer to the primary key, or declare `uniqueKeys` in that table.""",
)


def table_flaws(table: Table, name: str) -> Iterator[Flaw]:
    """All flaws of the table by itself, which dataset.yaml calls `name`."""
    if table.name != name:
        message = f"`name` is `{table.name}`, but dataset.yaml calls the table `{name}`"
        yield Flaw(WRONG_VALUE, ("name",), message)
    for number, field in enumerate(table.fields):
        yield from field_rules.flaws(field, ("fields", number))
    yield from _twice([field.name for field in table.fields], "fields", "field", ("name",))
    yield from _units(table)
    if not table.primary_key:
        yield Flaw(NO_PRIMARY_KEY, (), f"table `{table.name}` has no `primaryKey`")
    yield from _known(table, table.primary_key, ("primaryKey",))
    for number, fields in enumerate(table.unique_keys):
        yield from _known(table, fields, ("uniqueKeys", number))
    for number, key in enumerate(table.foreign_keys):
        yield from _known(table, key.fields, ("foreignKeys", number, "fields"))


def reference_flaws(
    table: Table, tables: Mapping[str, Table], listed: Sequence[str]
) -> Iterator[Flaw]:
    """All flaws in what the table's foreign keys refer to.

    `tables` holds the tables that could be read, `listed` the names of all.
    """
    for number, key in enumerate(table.foreign_keys):
        at: Pointer = ("foreignKeys", number)
        if key.table and key.table not in listed:
            message = f"the dataset has no table `{key.table}`"
            pointer = (*at, "reference", "resource")
            yield Flaw(UNKNOWN_TABLE, pointer, message, likeliest(key.table, listed))
        elif referred := tables.get(key.table or table.name):
            unknown = list(_known(referred, key.reference_fields, (*at, "reference", "fields")))
            yield from unknown or _mismatch(table, key, referred, at)


def manifest_flaws(manifest: Manifest) -> Iterator[Flaw]:
    """All flaws of dataset.yaml by itself."""
    names: list[tuple[Pointer, str]] = [(("name",), manifest.name)]
    names += [(("tables", number), name) for number, name in enumerate(manifest.tables)]
    for at, name in names:
        if not NAME.fullmatch(name):
            yield Flaw(BAD_NAME, at, f"the name `{name}` is not `{NAME.pattern}`")
    for number, name in enumerate(manifest.tables):
        if name == RESERVED:
            yield Flaw(BAD_NAME, ("tables", number), f"the table `{name}` is the build's own")
        elif name in BESIDE_TABLES:
            message = f"the table is `{name}`, which files of records say beside their tables"
            yield Flaw(BAD_NAME, ("tables", number), message)
        elif NAME.fullmatch(name) and (why := published.fault(f"{name}.parquet")):
            message = f"the table `{name}` would be published as `{name}.parquet`, which {why}"
            yield Flaw(BAD_NAME, ("tables", number), message)
    yield from _twice(manifest.tables, "tables", "table", ())
    listing = manifest.sources.table
    if listing not in manifest.tables:
        message = f"the dataset has no table `{listing}`"
        yield Flaw(
            UNKNOWN_TABLE, ("sources", "table"), message, likeliest(listing, manifest.tables)
        )


def source_flaws(manifest: Manifest, tables: Mapping[str, Table]) -> Iterator[Flaw]:
    """All flaws in what dataset.yaml says of the table of sources: its key, fields and types."""
    table = tables.get(manifest.sources.table)
    if table is None:
        return
    if len(table.primary_key) > 1:
        message = f"the primary key of `{table.name}` has {len(table.primary_key)} fields, not one"
        help = "records name a source by one field: make the others a unique key"
        yield Flaw(WRONG_VALUE, ("sources", "table"), message, help)
    for part, types in _TYPES_OF_SOURCES.items():
        name = getattr(manifest.sources, part)
        unknown = [] if name is None else list(_known(table, (name,), ("sources", part)))
        yield from unknown
        if name is not None and not unknown and (type_ := table.field(name).type) not in types:
            message = f"`{part}` is `{name}`, which is {a_(type_)}"
            help = f"declare `{name}` as {a_(types[0])}"
            yield Flaw(WRONG_VALUE, ("sources", part), message, help)


def _units(table: Table) -> Iterator[Flaw]:
    """Terms of a unit that a field of the same group reads: nobody would look for them."""
    read = {field.group: field.name for field in table.fields if field.reading == "quantity.unit"}
    for number, field in enumerate(table.fields):
        part = (field.reading or "").startswith("quantity.")
        if part and field.terms and field.group in read:
            unit = read[field.group]
            message = f"`{field.name}` has `terms`, but its unit is read for `{unit}`"
            yield Flaw(KEY_NOT_FOR_FIELD, ("fields", number, "terms"), message, key=True)


def _twice(names: Sequence[str], where: str, what: str, inside: Pointer) -> Iterator[Flaw]:
    for name, times in Counter(names).items():
        if times > 1:
            second = names.index(name, names.index(name) + 1)
            message = f"the {what} `{name}` is declared {times} times"
            yield Flaw(DUPLICATE_FIELD, (where, second, *inside), message)


def _known(table: Table, names: Sequence[str], at: Pointer) -> Iterator[Flaw]:
    fields = [field.name for field in table.fields]
    for number, name in enumerate(names):
        if name not in fields:
            message = f"table `{table.name}` has no field `{name}`"
            yield Flaw(UNKNOWN_FIELD, (*at, number), message, likeliest(name, fields))
        elif name in names[:number]:
            yield Flaw(WRONG_VALUE, (*at, number), f"`{name}` stands twice in one key")


def _mismatch(table: Table, key: ForeignKey, referred: Table, at: Pointer) -> Iterator[Flaw]:
    mine, theirs = key.fields, key.reference_fields
    if len(mine) != len(theirs):
        message = f"a foreign key of {len(mine)} fields refers to {len(theirs)}"
        yield Flaw(FOREIGN_KEY_MISMATCH, at, message)
        return
    own = {field.name: field.type for field in table.fields}
    for name, other in zip(mine, theirs, strict=True):
        type_ = referred.field(other).type
        if own.get(name, type_) != type_:
            message = f"`{name}` is of type {own[name]}, but refers to `{other}` of type {type_}"
            yield Flaw(FOREIGN_KEY_MISMATCH, at, message)
    unique = {frozenset(fields) for fields in (referred.primary_key, *referred.unique_keys)}
    unique |= {frozenset((field.name,)) for field in referred.fields if field.constraints.unique}
    if frozenset(theirs) not in unique:
        names = ", ".join(f"`{name}`" for name in theirs)
        message = f"{names} is neither the primary key of `{referred.name}` nor a unique key"
        yield Flaw(FOREIGN_KEY_MISMATCH, (*at, "reference"), message)
