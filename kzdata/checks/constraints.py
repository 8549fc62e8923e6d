"""The constraints of fields: what Table Schema v2 lets a schema ask of each value by itself.

They are checked on typed columns; what breaks them is `kzdata.constraints`. Rows are looked for
only where a column is not sound as a whole, and of a dictionary the values come first. Keys are
`kzdata.checks.keys`; the rules' texts stand in `kzdata.checks.constraint_rules`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.types as pt

from kzdata.checks.constraint_rules import RULES
from kzdata.columns import forms, lexical
from kzdata.columns.hashable import hashable
from kzdata.columns.repeats import repeats
from kzdata.constraints import Asked, Broken, Declared, broken, missing
from kzdata.constraints.broken import Judge
from kzdata.errors import CallError
from kzdata.findings import Fault, shown
from kzdata.nearest import likeliest
from kzdata.schema.fields import Constraints, Field
from kzdata.schema.tables import Table
from kzdata.threads import each

_BOUNDS = ("minimum", "exclusive_minimum", "maximum", "exclusive_maximum")


def check(
    table: Table,
    columns: Mapping[str, pa.Array | pa.ChunkedArray],
    faults: Sequence[Fault] = (),
) -> list[Fault]:
    """A fault for each cell that breaks a constraint of its field, by field and row.

    `columns` are those that `lexical.column` gave, by field name. A cell that is in `faults`
    already is passed over: a value of the wrong type is null, and not missing besides.
    """
    known = {(fault.field, fault.row) for fault in faults}
    rows = len(columns[table.fields[0].name])
    found = each(lambda field: _of_field(table, field, columns[field.name]), table.fields, rows)
    return [fault for of_one in found for fault in of_one if (fault.field, fault.row) not in known]


def _of_field(table: Table, field: Field, values: pa.Array | pa.ChunkedArray) -> list[Fault]:
    column = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    asked = _asked(field)
    sound = pt.is_dictionary(column.type) and not any(
        len(found.rows) for found in broken(field.type, asked, column.dictionary)
    )
    if not sound:
        column = hashable(field, column)
    found = [*_of_rows(table, field, column)]
    found += [] if sound else broken(field.type, asked, column)
    return [fault for one in found for fault in _faults(field, column, one)]


def _faults(field: Field, column: pa.Array, found: Broken) -> Iterator[Fault]:
    texts, help = _texts(field, column.take(found.rows)), _helps(field, found.constraint)
    for row, text in zip(found.rows.to_pylist(), texts, strict=True):
        is_ = "has no value" if text is None else f"is `{shown(text)}`"
        message = f"`{field.name}` {is_}, but {found.but}"
        yield Fault(RULES[found.constraint], row, field.name, message, help(text or ""))


def _texts(field: Field, column: pa.Array) -> list[str | None]:
    nested = field.type in ("list", "geopoint")
    texts: list[str | None] = (column if nested else forms.text(field, column)).to_pylist()
    return texts


def _of_rows(table: Table, field: Field, column: pa.Array) -> Iterator[Broken]:
    """What a column breaks as a column: a value is missing, or stands there twice."""
    asked = field.constraints
    if asked.required and field.name not in table.primary_key and column.null_count:
        yield missing(column)
    if asked.unique:
        rows = repeats([hashable(field, column)]).rows
        yield Broken("unique", rows, "an earlier record has it")


def _asked(field: Field) -> Asked:
    """What the field's schema asks of its values."""
    asked = field.constraints
    limits = {name: limit for name in _BOUNDS if (limit := getattr(asked, name))}
    allowed = {"enum": asked.enum, "categories": [each.value for each in field.categories]}
    return Asked(
        asked.min_length,
        asked.max_length,
        {
            str(Constraints.model_fields[name].alias): _declared(field, [limit])
            for name, limit in limits.items()
        },
        asked.pattern,
        {name: _declared(field, texts) for name, texts in allowed.items() if texts},
        None if asked.json_schema is None else _judge(asked.json_schema),
    )


def _judge(schema: dict[str, Any]) -> Judge:
    # few tables need it, and it takes 60 ms to import
    from kzdata.checks import json_schema  # noqa: PLC0415

    return json_schema.judge(schema)


def _declared(field: Field, texts: Sequence[str]) -> Declared:
    """The values of texts that stand in the schema; `CallError` when they are not of the type."""
    distinct = list(dict.fromkeys(texts))
    values, faults = lexical.column(field, pa.array(distinct, pa.string()))
    if faults:
        raise CallError(f"in the schema, {faults[0].message}")
    return Declared(distinct, hashable(field, values))


def _helps(field: Field, constraint: str) -> Callable[[str], str]:
    """What helps where a value is none of those allowed: the one that was meant, if any is."""
    if constraint not in ("enum", "categories"):
        return lambda _: ""
    categories = field.categories if constraint == "categories" else ()
    called = {term: category.value for category in categories for term in category.terms}
    allowed = [category.value for category in categories] or field.constraints.enum
    correct = f"correct the value, or add it to the field's `{constraint}`"

    @cache
    def help(text: str) -> str:
        if text in called:
            return f"did you mean `{called[text]}`?"
        return likeliest(text, allowed) or correct

    return help
