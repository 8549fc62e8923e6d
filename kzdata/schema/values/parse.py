"""What a text stands for in a field: the one definition of each type of Table Schema v2.

`kzdata.columns.lexical` reads whole columns and is quick about the plain values; this is what it
must agree with, and what it asks for the others.
"""

from collections.abc import Callable
from typing import Any

from kzdata.schema.fields import Field
from kzdata.schema.values import durations, geography, numbers, structures, texts, times
from kzdata.schema.values.misfits import Misfit


def parse(field: Field, text: str) -> Any | Misfit:
    """The value, as Python holds it, or why the text is none; missing values are not asked here.

    JSON, durations and months are given as text in their one form, points as `lon` and `lat`,
    lists as lists.

    >>> parse(Field(name="value", type="integer"), "+007")
    7
    >>> parse(Field(name="value", type="integer"), "7.0")
    Misfit(why='it is written with a fraction')
    """
    return _PARSERS[field.type](field, text)


def _list(field: Field, text: str) -> list[Any] | Misfit:
    texts = structures.items(field, text)
    if isinstance(texts, Misfit):
        return texts
    item = Field(name=field.name, type=field.item_type)
    values = [parse(item, each) for each in texts]
    for number, value in enumerate(values, 1):
        if isinstance(value, Misfit):
            why = f": {value.why}" if value.why else ""
            return Misfit(f"item {number} is no {field.item_type}{why}")
    return values


def _any(_: Field, text: str) -> str:
    return text


_PARSERS: dict[str, Callable[[Field, str], Any | Misfit]] = {
    "string": texts.string,
    "number": numbers.number,
    "integer": numbers.integer,
    "boolean": texts.boolean,
    "object": structures.object_,
    "array": structures.array,
    "list": _list,
    "datetime": times.datetime,
    "date": times.date,
    "time": times.time,
    "year": times.year,
    "yearmonth": times.yearmonth,
    "duration": durations.duration,
    "geopoint": structures.geopoint,
    "geojson": geography.geojson,
    "any": _any,
}
