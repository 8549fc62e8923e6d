"""Whether the values of a table are what its description asks of them, and texts of their type.

What breaks a constraint is `kzdata.constraints`, by which the build judges as well. That nothing
stands twice is `kzdata.verification.keys`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.types as pt

from kzdata.arrow_types import is_text
from kzdata.catalog import forms, identity, values
from kzdata.catalog.descriptor import TableInfo
from kzdata.catalog.package import Package
from kzdata.catalog.tableschema import Field
from kzdata.constraints import TYPES, Asked, Broken, Declared, broken, missing
from kzdata.constraints.broken import Judge
from kzdata.constraints.characters import hidden
from kzdata.constraints.patterns import fault
from kzdata.errors import DataError
from kzdata.evidence_table import EVIDENCE
from kzdata.findings import shown
from kzdata.verification import spellings
from kzdata.verification.forms import value_of

Shapes = Callable[[dict[str, Any]], Judge]
"""What judges texts by a `jsonSchema`; `DataError` where that is none that may be used."""

SHOWN = 3
"""How many cells that break one constraint of a field are told."""

_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_WRITTEN: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("required", "unique"), (bool,)),
    **dict.fromkeys(("minLength", "maxLength"), (int,)),
    **dict.fromkeys(_BOUNDS, (str, int, float)),
    **dict.fromkeys(("enum", "categories"), (list,)),
    "pattern": (str,),
    "jsonSchema": (dict,),
}
"""As what JSON writes each constraint."""

_OURS = ("jsonSchema", *_BOUNDS)
"""What may be published as a property of kzdata, `kzdata:minimum`."""


def problems(
    package: Package, tables: Mapping[str, pa.Table], shapes: Shapes | None
) -> Iterator[str]:
    """A line for each cell that breaks a constraint, a few of each; and for what is none."""
    for name, table in tables.items():
        info = package.info(name)
        for field in info.fields if info.schema.primary_key else ():
            try:
                asked = _asked(field, table.schema.field(field.name).type, shapes)
            except DataError as error:
                yield f"`{package.place}`: `{field.name}` of `{name}` {error}"
                continue
            yield from _of_field(info, field, asked, table)


def _of_field(info: TableInfo, field: Field, asked: Asked, table: pa.Table) -> Iterator[str]:
    kind, told, start = forms.kind(field), Counter[str](), 0
    for chunk in table[field.name].chunks:
        for each in _broken(info, field, asked, chunk):
            rows = each.rows[: SHOWN - told[each.constraint]]
            told[each.constraint] += len(rows)
            texts = forms.text(kind, chunk.take(rows)).to_pylist()
            for row, text in zip(rows.to_pylist(), texts, strict=True):
                record = identity.column(info.schema, table.slice(start + row, 1))[0].as_py()
                is_ = "has no value" if text is None else f"is {text!r:.80}"
                yield f"`{info.name}` {record!r:.80}: `{field.name}` {is_}, but {each.but}"
        start += len(chunk)


def _broken(info: TableInfo, field: Field, asked: Asked, chunk: pa.Array) -> Iterator[Broken]:
    if _said(field).get("required") and field.name not in info.schema.primary_key:
        yield missing(chunk)
    kind, column = forms.kind(field), _plain(forms.kind(field), chunk)
    if len(rows := spellings.misspelt(kind, column)):
        meant = kind.type if kind.format == "default" else kind.format
        yield Broken("type", rows, f"it is no {meant}")
        return
    if is_text(column.type) and (info.name != EVIDENCE or field.name == "reason"):
        for row, name in islice(hidden(kind.type, column), SHOWN):
            yield Broken("characters", pa.array([row], pa.uint64()), f"it holds {name}")
    yield from broken(kind.type, asked, column)


def _plain(kind: forms.Kind, column: pa.Array) -> pa.Array:
    """The column as constraints are judged on it: no categories, no parts, one type of texts."""
    if pt.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pt.is_nested(column.type):
        return forms.text(kind, column)
    return column.cast(pa.string()) if is_text(column.type) else column


def _said(field: Field) -> dict[str, Any]:
    """What the field's description asks, by the standard's names, as JSON has it."""
    said = field.properties.get("constraints", {})
    if not isinstance(said, dict):
        raise DataError(f"has `constraints` that are no object: {said!r:.60}")
    ours = {name: field.properties.get(f"kzdata:{name}") for name in _OURS}
    ours["categories"] = field.properties.get("categories")
    return said | {name: asked for name, asked in ours.items() if asked is not None}


def _asked(field: Field, type_: pa.DataType, shapes: Shapes | None) -> Asked:
    """What is asked of the field's values; `DataError` where that is nothing kzdata publishes."""
    said, kind = _said(field), forms.kind(field)
    for name, asked in said.items():
        if not _is_written(name, asked):
            raise DataError(f"has the constraint `{name}` {asked!r:.60}, which is none")
        if kind.type not in TYPES.get(name, (kind.type,)):
            raise DataError(f"is of the type `{kind.type}`, which has no constraint `{name}`")
    if (pattern := said.get("pattern")) is not None and (why := fault(pattern)):
        raise DataError(f"has the pattern {pattern!r:.60}, which is none of RE2: {why:.200}")
    return Asked(
        said.get("minLength"),
        said.get("maxLength"),
        {name: _declared(kind, type_, name, [said[name]]) for name in _BOUNDS if name in said},
        pattern,
        {name: _declared(kind, type_, name, each) for name, each in _allowed(said).items()},
        shapes(said["jsonSchema"]) if shapes and "jsonSchema" in said else None,
    )


def _is_written(name: str, asked: object) -> bool:
    """Whether JSON writes the constraint so: a boolean is no number, and no length is endless."""
    written = _WRITTEN.get(name, ())
    if isinstance(asked, bool):
        return bool in written
    endless = written == (int,) and isinstance(asked, int) and asked.bit_length() > 63
    return isinstance(asked, written) and not endless


def _allowed(said: Mapping[str, Any]) -> dict[str, list[object]]:
    """The values that `enum` and `categories` list: the latter are published as both, told once."""
    listed = {name: [*map(_value, said[name])] for name in ("enum", "categories") if name in said}
    if listed.get("enum") == listed.get("categories"):
        listed.pop("enum", None)
    return listed


def _value(listed: object) -> object:
    """A category may be an object that holds its value and its label."""
    return listed.get("value") if isinstance(listed, dict) else listed


def _declared(kind: forms.Kind, type_: pa.DataType, name: str, said: list[object]) -> Declared:
    """The values that a description names, as the column has them."""
    plain = type_.value_type if pt.is_dictionary(type_) else type_
    texts = [values.text(each) for each in said]
    wrong = DataError(f"has the `{name}` {shown(', '.join(texts))!r}, of another type")
    try:
        found = pa.array([value_of(text, plain) for text in texts], plain)
    except (pa.ArrowException, ValueError, ArithmeticError, LookupError, TypeError, RecursionError):
        raise wrong from None
    declared = Declared(texts, _plain(kind, found))
    if len(spellings.misspelt(kind, declared.values)):
        raise wrong
    return declared
