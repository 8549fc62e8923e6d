"""The constraints of fields: what Table Schema v2 lets a schema ask of each value by itself.

They are checked on typed columns, with Arrow compute. Rows are looked for only where a column is
not sound as a whole, and of a dictionary the values come first. Keys are `kzdata.checks.keys`; the
rules' texts stand in `kzdata.checks.constraint_rules`.
"""

import json
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata.checks import constraint_rules as rules
from kzdata.checks.matching import mismatches
from kzdata.columns import forms, lexical
from kzdata.columns.hashable import hashable
from kzdata.columns.repeats import repeats
from kzdata.errors import CallError
from kzdata.findings import Fault, Rule, shown
from kzdata.nearest import likeliest
from kzdata.schema.fields import Field
from kzdata.schema.tables import Table
from kzdata.schema.values import durations
from kzdata.threads import each

_HELP = {
    rules.NOT_A_CATEGORY.name: "correct the value, or add it to the field's `categories`",
    rules.NOT_IN_ENUM.name: "correct the value, or add it to the field's `enum`",
}


class _Broken(NamedTuple):
    """The rows that break a rule, how the message goes on behind a value's text, and what helps."""

    rule: Rule
    rows: pa.Array
    but: Callable[[str], str]
    help: Callable[[str], str] = lambda _: ""


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
    return [fault for broken in found for fault in broken if (fault.field, fault.row) not in known]


def _of_field(table: Table, field: Field, values: pa.Array | pa.ChunkedArray) -> list[Fault]:
    column = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    sound = pt.is_dictionary(column.type) and not any(
        len(broken.rows) for broken in _of_values(field, column.dictionary)
    )
    if not sound:
        column = hashable(field, column)
    found = [*_of_rows(table, field, column), *([] if sound else _of_values(field, column))]
    return [fault for broken in found for fault in _faults(field, column, broken)]


def _faults(field: Field, column: pa.Array, broken: _Broken) -> Iterator[Fault]:
    texts = _texts(field, column.take(broken.rows))
    for row, text in zip(broken.rows.to_pylist(), texts, strict=True):
        is_ = "has no value" if text is None else f"is `{shown(text)}`"
        message = f"`{field.name}` {is_}, but {broken.but(text or '')}"
        help = broken.help(text or "") or _HELP.get(broken.rule.name, "")
        yield Fault(broken.rule, row, field.name, message, help)


def _texts(field: Field, column: pa.Array) -> list[str | None]:
    nested = field.type in ("list", "geopoint")
    texts: list[str | None] = (column if nested else forms.text(field, column)).to_pylist()
    return texts


def _of_rows(table: Table, field: Field, column: pa.Array) -> Iterator[_Broken]:
    """What a column breaks as a column: a value is missing, or stands there twice."""
    asked = field.constraints
    if asked.required and field.name not in table.primary_key and column.null_count:
        rows = pc.indices_nonzero(column.is_null())
        yield _Broken(rules.REQUIRED_MISSING, rows, lambda _: "`required` is `true`")
    if asked.unique:
        rows = repeats([hashable(field, column)]).rows
        yield _Broken(rules.NOT_UNIQUE, rows, lambda _: "an earlier record has it")


def _of_values(field: Field, column: pa.Array) -> Iterator[_Broken]:
    """What the values break by themselves, each in its row."""
    asked = field.constraints
    yield from _lengths(field, column)
    for bound in _BOUNDS:
        if limit := getattr(asked, bound.attribute):
            yield _beyond(field, column, bound, limit)
    if asked.pattern is not None:
        but = f"`pattern` is `{asked.pattern}`"
        rows = mismatches(column, asked.pattern)
        yield _Broken(rules.PATTERN_MISMATCH, rows, lambda _: but)
    if asked.enum:
        yield _foreign(rules.NOT_IN_ENUM, field, column, dict.fromkeys(asked.enum, ()))
    if field.categories:
        terms = {category.value: category.terms for category in field.categories}
        yield _foreign(rules.NOT_A_CATEGORY, field, column, terms)
    if asked.json_schema is not None:
        yield from _unshaped(asked.json_schema, column)


def _outside(within: pa.Array) -> pa.Array:
    """The rows of a mask that are false; null is not."""
    if pc.all(within).as_py() is not False:
        return pa.nulls(0, pa.uint64())
    return pc.indices_nonzero(pc.invert(within))


def _lengths(field: Field, column: pa.Array) -> Iterator[_Broken]:
    least, most = field.constraints.min_length, field.constraints.max_length
    if least is None and most is None:
        return
    if least is not None:
        but = f"it is shorter than `minLength`, which is {least}"
        rows = _outside(pc.greater_equal(_lengths_of(field, column), least))
        yield _Broken(rules.TOO_SHORT, rows, lambda _: but)
    if most is not None:
        over = f"it is longer than `maxLength`, which is {most}"
        rows = _outside(pc.less_equal(_lengths_of(field, column, most), most))
        yield _Broken(rules.TOO_LONG, rows, lambda _: over)


def _lengths_of(field: Field, column: pa.Array, enough: int = -1) -> pa.Array:
    """The length of each value; in bytes, which are quicker to count, where these are `enough`."""
    if field.type == "string":
        sizes = pc.binary_length(column)
        longest = pc.max(sizes).as_py()
        return sizes if longest is not None and longest <= enough else pc.utf8_length(column)
    return _by_value(column, lambda text: len(json.loads(text)), pa.int64())


class _Bound(NamedTuple):
    attribute: str
    name: str
    rule: Rule
    column: Callable[[Any, Any], pa.Array]
    value: Callable[[Any, Any], bool]


_BOUNDS = (
    _Bound("minimum", "minimum", rules.TOO_SMALL, pc.greater_equal, operator.ge),
    _Bound("exclusive_minimum", "exclusiveMinimum", rules.TOO_SMALL, pc.greater, operator.gt),
    _Bound("maximum", "maximum", rules.TOO_LARGE, pc.less_equal, operator.le),
    _Bound("exclusive_maximum", "exclusiveMaximum", rules.TOO_LARGE, pc.less, operator.lt),
)


def _beyond(field: Field, column: pa.Array, bound: _Bound, limit: str) -> _Broken:
    """The values on the wrong side of a bound. NaN is on neither side: it is beyond each."""
    edge = _declared(field, [limit])
    if field.type == "duration":
        within = _by_value(
            column, lambda text: durations.always(bound.value, text, edge[0].as_py()), pa.bool_()
        )
    else:
        within = bound.column(column, edge[0])
    return _Broken(bound.rule, _outside(within), lambda _: f"`{bound.name}` is `{limit}`")


def _foreign(
    rule: Rule, field: Field, column: pa.Array, terms: Mapping[str, Sequence[str]]
) -> _Broken:
    """The values that are none of those allowed, each of which sources call by its `terms`."""
    inside = pc.is_in(column, value_set=_declared(field, list(terms)))
    allowed_texts = ", ".join(f"`{text}`" for text in terms)
    but = f"the allowed values are {shown(allowed_texts)}"
    allowed = pc.or_(inside, column.is_null()) if column.null_count else inside
    called = {term: value for value, names in terms.items() for term in names}

    @cache
    def meant(text: str) -> str:
        return f"did you mean `{called[text]}`?" if text in called else likeliest(text, terms)

    return _Broken(rule, _outside(allowed), lambda _: but, meant)


def _unshaped(schema: dict[str, Any], column: pa.Array) -> Iterator[_Broken]:
    # few tables need it, and it takes 60 ms to import
    from kzdata.checks import json_schema  # noqa: PLC0415

    spelled = pc.unique(column.drop_null()).to_pylist()
    found = {text: json_schema.violation(schema, json.loads(text)) for text in spelled}
    wrong = {text: why for text, why in found.items() if why is not None}
    if wrong:
        refused = pc.is_in(column, value_set=pa.array(list(wrong), pa.string()))
        rows = pc.indices_nonzero(refused)
        yield _Broken(
            rules.JSON_SCHEMA_MISMATCH, rows, lambda text: f"`jsonSchema` says: {wrong[text]}"
        )


def _declared(field: Field, texts: Sequence[str]) -> pa.Array:
    """The values of texts that stand in the schema; `CallError` when they are not of the type."""
    values, faults = lexical.column(field, pa.array(texts, pa.string()))
    if faults:
        raise CallError(f"in the schema, {faults[0].message}")
    return hashable(field, values)


def _by_value(column: pa.Array, found: Callable[[str], Any], type_: pa.DataType) -> pa.Array:
    """`found` of each value, asked once for each that occurs; null of null."""
    spelled = pc.unique(column.drop_null())
    values = pa.array([found(text) for text in spelled.to_pylist()], type_)
    return values.take(pc.index_in(column, value_set=spelled))
