"""Values as YAML and JSON Lines write them, as the texts that columns hold.

What a text means in its field is `kzdata.columns.lexical`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from kzdata.marked.json import Number
from kzdata.schema import Field
from kzdata.schema.values import numbers

_AS_JSON = ("object", "array", "geojson")
_WHOLE = ("integer", "year")
_TEXT = frozenset((str, type(None)))
_PLAIN = _TEXT | {Number}


def of_record(
    fields: Iterable[Field], record: Mapping[str, object], nested: Mapping[str, str]
) -> list[str | None]:
    """The text of each field of a record of YAML, of which `nested` are the parts as they stand.

    Every scalar of YAML is text. What a field holds as JSON, where `1` and `"1"` differ, is
    therefore taken as it is written.

    >>> shape = Field(name="shape", type="array")
    >>> of_record([shape], {"shape": ["1", "1"]}, {"shape": '[1, "1"]'})
    ['[1, "1"]']
    """
    return [
        nested[field.name]
        if field.type in _AS_JSON and field.name in nested
        else _text(record.get(field.name))
        for field in fields
    ]


def of_column(field: Field, values: Sequence[object]) -> Iterable[str | None]:
    """The texts of values of JSON Lines; most are texts. `12.0` is the number 12, as JSON has it.

    >>> list(of_column(Field(name="n", type="integer"), [Number("12.0"), "12.0", None]))
    ['12', '12.0', None]
    """
    types = set(map(type, values))
    if field.type in _WHOLE and Number in types:
        values = [numbers.whole(v) if type(v) is Number else v for v in values]
    plain = _PLAIN.issuperset(types)
    return cast("Sequence[str | None]", values) if plain else map(_text, values)


def _text(value: object) -> str | None:
    """A value as text; nested ones as JSON, their numbers in the digits in which they stand."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return _json(value)


def _json(value: object) -> str:
    if isinstance(value, Number):
        return value
    if isinstance(value, list):
        return f"[{', '.join(map(_json, value))}]"
    if isinstance(value, dict):
        members = (f"{json.dumps(k, ensure_ascii=False)}: {_json(v)}" for k, v in value.items())
        return f"{{{', '.join(members)}}}"
    return json.dumps(value, ensure_ascii=False)
