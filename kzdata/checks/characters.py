"""Whether values hold what no written text may hold: invisible and turning characters, controls.

What is typed was checked when its file was read (`kzdata.decoding`); escapes of JSON and YAML, and
Parquet, bring such characters in behind that check: into texts, and into the texts within them.
"""

from collections.abc import Collection

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.arrow_types import is_list, is_text
from kzdata.columns import forms
from kzdata.columns.rows import without
from kzdata.constraints.characters import WITHIN, hidden
from kzdata.decoding import FORBIDDEN_CHARACTER
from kzdata.findings import Fault
from kzdata.schema import Field


def visible(field: str, raw: pa.Array) -> tuple[pa.Array, list[Fault]]:
    r"""The column without the texts that hold such a character, which are null and a fault each.

    >>> column, faults = visible("name", pa.array(["KAZBAT", "KAZ\u200bBAT"]))
    >>> column.to_pylist(), faults[0].message
    (['KAZBAT', None], '`name` holds U+200B ZERO WIDTH SPACE')
    """
    texts = raw.dictionary_decode() if pa.types.is_dictionary(raw.type) else raw
    if not is_text(texts.type):
        return raw, []
    faults = [_fault(field, row, name) for row, name in hidden("string", texts)]
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
    found = hidden(field.type, forms.text(field, values))
    faults = [_fault(field.name, row, name) for row, name in found]
    return (_without(values, faults), faults) if faults else (values, [])


def _fault(field: str, row: int, name: str) -> Fault:
    message = f"`{field}` holds {name}"
    return Fault(FORBIDDEN_CHARACTER, row, field, message, "delete the character")


def _without(values: pa.Array, faults: Collection[Fault]) -> pa.Array:
    """The values but for those that are at fault, which are null."""
    return without(values, {fault.row for fault in faults})
