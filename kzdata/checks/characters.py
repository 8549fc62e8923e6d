"""Whether values hold what no written text may hold: invisible and turning characters, controls.

What is typed was checked when its file was read (`kzdata.decoding`); escapes of JSON and YAML, and
Parquet, bring such characters in behind that check: into texts, and into the texts within them.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.arrow_types import is_list, is_text
from kzdata.columns import forms
from kzdata.columns.rows import without
from kzdata.decoding import FORBIDDEN_CHARACTER, forbidden
from kzdata.findings import Fault
from kzdata.schema import Field

WITHIN = ("object", "array", "geojson", "list")
"""Types of which a text may hold texts: their form is JSON."""

_ESCAPE = r"\\[ubfr]"
"""How JSON writes characters that no text may hold."""


def visible(field: str, raw: pa.Array) -> tuple[pa.Array, list[Fault]]:
    r"""The column without the texts that hold such a character, which are null and a fault each.

    >>> column, faults = visible("name", pa.array(["KAZBAT", "KAZ\u200bBAT"]))
    >>> column.to_pylist(), faults[0].message
    (['KAZBAT', None], '`name` holds U+200B ZERO WIDTH SPACE')
    """
    texts = raw.dictionary_decode() if pa.types.is_dictionary(raw.type) else raw
    if not is_text(texts.type):
        return raw, []
    suspect = pc.indices_nonzero(pc.invert(pc.utf8_is_printable(texts)))
    held = zip(suspect.to_pylist(), map(forbidden, texts.take(suspect).to_pylist()), strict=True)
    faults = [_fault(field, row, name) for row, name in held if name]
    return (_without(texts, faults), faults) if faults else (raw, [])


def visible_within(field: Field, values: pa.Array) -> tuple[pa.Array, list[Fault]]:
    r"""The typed column without the values in whose form such a character stands, or is escaped.

    For columns of which not every value is a text that `visible` has seen.

    >>> turning = pa.array(['{"a":"\u202e"}'])
    >>> column, faults = visible_within(Field(name="o", type="object"), turning)
    >>> column.to_pylist(), faults[0].message
    ([None], '`o` holds U+202E RIGHT-TO-LEFT OVERRIDE')
    """
    if not is_text(values.type) and not (is_list(values.type) and is_text(values.type.value_type)):
        return values, []
    if field.type not in WITHIN:
        return visible(field.name, values)
    if is_list(values.type) and pc.all(pc.utf8_is_printable(pc.list_flatten(values))).as_py():
        return values, []
    texts = forms.text(field, values)
    odd = pc.invert(pc.utf8_is_printable(texts))
    suspect = pc.indices_nonzero(pc.or_(odd, pc.match_substring_regex(texts, _ESCAPE)))
    faults: list[Fault] = []
    for row, text in zip(suspect.to_pylist(), texts.take(suspect).to_pylist(), strict=True):
        names = filter(None, map(forbidden, _strings(json.loads(text))))
        if name := next(names, None):
            faults.append(_fault(field.name, row, name))
    return (_without(values, faults), faults) if faults else (values, [])


def _strings(value: Any) -> Iterator[str]:
    """All the strings of a JSON value, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        yield from value
        yield from _strings([*value.values()])


def _fault(field: str, row: int, name: str) -> Fault:
    message = f"`{field}` holds {name}"
    return Fault(FORBIDDEN_CHARACTER, row, field, message, "delete the character")


def _without(values: pa.Array, faults: Collection[Fault]) -> pa.Array:
    """The values but for those that are at fault, which are null."""
    return without(values, {fault.row for fault in faults})
