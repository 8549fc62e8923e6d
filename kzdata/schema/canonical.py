"""A field as it is published: one spelling for each type, whatever its records may write."""

from kzdata.catalog.forms import FRACTIONAL, ZONED
from kzdata.schema.fields import Field
from kzdata.schema.values import times

_SPELLING = (
    "format",
    "decimal_char",
    "group_char",
    "bare_number",
    "true_values",
    "false_values",
    "delimiter",
    "missing_values",
)


def canonical(field: Field) -> Field:
    """The field with the standard's own spelling of its values: what its CSV form is written in.

    >>> canonical(Field(name="day", type="date", format="%d.%m.%Y")).format
    'default'
    """
    spelling = {name: Field.model_fields[name].default for name in _SPELLING}
    return field.model_copy(update=spelling | {"format": _format(field)})


def _format(field: Field) -> str:
    if field.type in ("string", "geojson"):
        return field.format
    if times.zoned(field):
        return ZONED
    if field.type == "time" and times.fractional(field):
        return FRACTIONAL
    return "default"
