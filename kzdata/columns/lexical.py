"""Columns of text to typed Arrow columns, as Table Schema v2 writes each type.

Plain spellings are read by Arrow (`kzdata.columns.quick`); each other text that occurs is read once
by `kzdata.schema.values.parse`, which is the definition. Of a dictionary its values are read, not
its rows. Constraints are not looked at here.
"""

from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kzdata import years
from kzdata.arrow_types import holds_text, is_text
from kzdata.columns import forms, quick, raw
from kzdata.columns.arrow import type_of
from kzdata.columns.rows import without
from kzdata.findings import Fault, Rule, shown
from kzdata.schema.canonical import canonical
from kzdata.schema.fields import Field
from kzdata.schema.values.examples import example
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

_OF_OWN_FORM = ("list", "geopoint", "date", "datetime", "time", "number", "integer")
"""Types of which columns that are no text are read in the form that is published."""


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
    beyond = years.outside(given)
    faults = [_beyond(field, given, row) for row in beyond]
    reading = _read(field, without(given, beyond) if beyond else given)
    faults += _faults(field, reading)
    return _categorical(field, reading.found), faults


def _of_dictionary(field: Field, given: pa.Array) -> pa.Array | None:
    """The column read by the values of its dictionary; None where its rows must be looked at.

    They must where a value is at fault or in no category: whether and where it occurs, rows tell.
    """
    texts = given.dictionary
    if len(texts) > len(given) or not is_text(texts.type):
        return None
    values, faults = column(field, texts)
    unknown = pt.is_dictionary(values.type) and len(values.dictionary) > len(field.categories)
    return None if faults or unknown else values.take(given.indices)


class _Reading(NamedTuple):
    """The values of a column, and the texts that say what was read: null where there was nothing.

    `by` is the field whose spelling the texts have; None where no text says why a value misfits.
    """

    found: pa.Array
    texts: pa.Array
    by: Field | None


def _read(field: Field, given: pa.Array) -> _Reading:
    target = _plain_type(field)
    typed = raw.typed(field, given, target)
    texts = None if typed is not None else raw.texts(field, given)
    if typed is not None and field.type == "time":
        written = forms.text(field, typed)
        texts = (
            written if _is_whole(typed, given) else pc.coalesce(written, raw.texts(field, given))
        )
    elif typed is not None:
        return _Reading(typed, typed if _is_whole(typed, given) else raw.texts(field, given), field)
    if texts is None:
        unread = pc.if_else(given.is_valid(), f"a value of Arrow type {given.type}", None)
        return _Reading(pa.nulls(len(given), target), unread, None)
    if holds_text(given.type):
        return _Reading(*_parsed(field, _without_missing(field, texts), target), field)
    by = canonical(field) if field.type in _OF_OWN_FORM else field
    return _Reading(*_parsed(by, texts, target), by)


def _is_whole(found: pa.Array, given: pa.Array) -> bool:
    return bool(found.null_count == given.null_count)


def _beyond(field: Field, given: pa.Array, row: int) -> Fault:
    """The fault of a value that is, or holds, a day or time that no calendar writes."""
    message = f"`{field.name}` holds a day or time outside the years 1 to 9999"
    if pt.is_temporal(given.type):
        message = f"{message}: {years.counted(given[row])}"
    return Fault(WRONG_TYPE, row, field.name, message, "write null for what is not known")


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


def _faults(field: Field, reading: _Reading) -> list[Fault]:
    found, texts, by = reading
    if found.null_count == texts.null_count:
        return []
    rows = pc.indices_nonzero(pc.and_(texts.is_valid(), found.is_null()))
    messages: dict[str, str] = {}
    help = _help(field, by)
    faults: list[Fault] = []
    for row, text in zip(rows.to_pylist(), texts.take(rows).to_pylist(), strict=True):
        if text not in messages:
            messages[text] = _message(field, by, text)
        faults.append(Fault(WRONG_TYPE, row, field.name, messages[text], help))
    return faults


def _message(field: Field, by: Field | None, text: str) -> str:
    misfit = None if by is None else parse(by, text)
    why = f": {misfit.why}" if isinstance(misfit, Misfit) and misfit.why else ""
    form = "" if field.format == "default" else f" of format `{field.format}`"
    return f"`{field.name}` is `{shown(text)}`, which is no {field.type}{form}{why}"


def _help(field: Field, by: Field | None) -> str:
    if by is None:
        return f"write texts, or a column of Arrow type {_plain_type(field)}"
    each = "each item" if field.type == "list" else "it"
    return f"write {each} like `{example(field)}`, or correct the field's type or format"


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
