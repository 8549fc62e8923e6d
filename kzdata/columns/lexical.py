"""Columns of text to typed Arrow columns, as Table Schema v2 writes each type.

Plain spellings are read by Arrow (`kzdata.columns.quick`); each other text that occurs is read once
by `kzdata.schema.values.parse`, which is the definition. Of a dictionary its values are read, not
its rows. Constraints are not looked at here.
"""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata.columns import forms, quick, raw
from kzdata.columns.arrow import type_of
from kzdata.findings import Fault, Rule
from kzdata.schema.canonical import canonical
from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit
from kzdata.schema.values.parse import parse

WRONG_TYPE = Rule(
    name="wrong-type",
    doc="""\
Checks that each value is written as its field's type and format say (Table Schema v2,
Field Types), and that holding it loses nothing: no number is rounded.

A value of another type would be read as something else by each program that uses it.

Example: `value: 12,5` in a field of type `number`.

Instead: correct the value, or the field's type, format or `missingValues`.""",
)

SHOWN = 80
"""How many code points of a value a message shows."""


def column(field: Field, values: pa.Array | pa.ChunkedArray) -> tuple[pa.Array, list[Fault]]:
    """The column of the field's Arrow type, and a `wrong-type` fault for each value that misfits.

    Such values are null in the column, as are the texts that stand for a missing value. What comes
    typed (from Parquet) passes where its type can be cast without loss. A string field with
    categories gives a dictionary: the categories in their order, then whatever else occurs.

    >>> found, faults = column(Field(name="value", type="integer"), pa.array(["800", "x", ""]))
    >>> found.to_pylist(), faults[0].message
    ([800, None, None], '`value` is `x`, which is no integer')
    """
    given = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    if pt.is_dictionary(given.type):
        known = _of_dictionary(field, given)
        if known is not None:
            return known, []
    found, texts = _read(field, given)
    faults = [] if texts is None else _faults(field, found, texts)
    return _categorical(field, found), faults


def shown(text: str) -> str:
    """The text as a message shows it: its first code points, where it is long."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _of_dictionary(field: Field, given: pa.Array) -> pa.Array | None:
    """The column read by the values of its dictionary; None where its rows must be looked at.

    They must where a value is at fault or in no category: whether and where it occurs, rows tell.
    """
    texts = given.dictionary
    if len(texts) > len(given) or not (pt.is_string(texts.type) or pt.is_large_string(texts.type)):
        return None
    values, faults = column(field, texts)
    unknown = pt.is_dictionary(values.type) and len(values.dictionary) > len(field.categories)
    return None if faults or unknown else values.take(given.indices)


def _read(field: Field, given: pa.Array) -> tuple[pa.Array, pa.Array | None]:
    """The values, and the texts that they were read from: null where nothing was to be read."""
    target = _plain_type(field)
    typed = raw.typed(field, given, target)
    if typed is not None and field.type not in ("list", "geopoint", "time"):
        return typed, None
    if typed is not None:
        return _parsed(canonical(field), forms.text(field, typed), target)
    texts = raw.texts(field, given)
    if texts is None:
        unread = pc.if_else(given.is_valid(), f"a value of Arrow type {given.type}", None)
        return pa.nulls(len(given), target), unread
    return _parsed(field, _without_missing(field, texts), target)


def _without_missing(field: Field, texts: pa.Array) -> pa.Array:
    """The texts but for those that stand for a missing value, which are null.

    The lengths alone tell of most columns that they hold none: an empty text is the usual one.
    """
    lengths = pc.min_max(pc.binary_length(texts))
    least, most = lengths["min"].as_py(), lengths["max"].as_py()
    if least is None or not any(
        least <= len(text.encode()) <= most for text in field.missing_texts
    ):
        return texts
    missing = pc.is_in(texts, value_set=pa.array(field.missing_texts, pa.string()))
    if not pc.any(missing).as_py():
        return texts
    return pc.if_else(missing, pa.scalar(None, pa.string()), texts)


def _parsed(field: Field, texts: pa.Array, target: pa.DataType) -> tuple[pa.Array, pa.Array]:
    found = quick.read(field, texts)
    if found is None:
        found = pa.nulls(len(texts), target)
    if found.null_count == texts.null_count:
        return found, texts
    left = pc.and_(texts.is_valid(), found.is_null())
    spelled = pc.unique(texts.filter(left))
    values = _values(field, spelled.to_pylist(), target)
    if values.null_count < len(values):
        slow = values.take(pc.index_in(texts, value_set=spelled))
        found = pc.if_else(left, slow, found)
    return found, texts


def _values(field: Field, texts: list[str], target: pa.DataType) -> pa.Array:
    values: list[Any] = [parse(field, text) for text in texts]
    return pa.array([None if isinstance(value, Misfit) else value for value in values], target)


def _faults(field: Field, found: pa.Array, texts: pa.Array) -> list[Fault]:
    if found.null_count == texts.null_count:
        return []
    rows = pc.indices_nonzero(pc.and_(texts.is_valid(), found.is_null()))
    messages: dict[str, str] = {}
    faults: list[Fault] = []
    for row, text in zip(rows.to_pylist(), texts.take(rows).to_pylist(), strict=True):
        if text not in messages:
            messages[text] = _message(field, text)
        faults.append(Fault(WRONG_TYPE, row, field.name, messages[text]))
    return faults


def _message(field: Field, text: str) -> str:
    misfit = parse(field, text)
    why = f": {misfit.why}" if isinstance(misfit, Misfit) and misfit.why else ""
    form = "" if field.format == "default" else f" of format `{field.format}`"
    return f"`{field.name}` is `{shown(text)}`, which is no {field.type}{form}{why}"


def _plain_type(field: Field) -> pa.DataType:
    type_ = type_of(field)
    return type_.value_type if pa.types.is_dictionary(type_) else type_


def _categorical(field: Field, found: pa.Array) -> pa.Array:
    if not (field.type == "string" and field.categories):
        return found
    known = pa.array([category.value for category in field.categories], pa.string())
    indices = pc.index_in(found, value_set=known, skip_nulls=True)
    if indices.null_count > found.null_count:
        unknown = pc.unique(found.filter(indices.is_null())).drop_null()
        known = pa.concat_arrays([known, unknown])
        indices = pc.index_in(found, value_set=known, skip_nulls=True)
    return pa.DictionaryArray.from_arrays(indices, known, ordered=field.categories_ordered)
