"""Strings and booleans: the forms of Table Schema v2 that are a matter of spelling alone."""

import re

from kzdata.constraints.formats import FORMATS
from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit

_COMPILED = {name: re.compile(pattern) for name, pattern in FORMATS.items()}


def string(field: Field, text: str) -> str | Misfit:
    """The text itself, where it is spelled as the field's format says."""
    pattern = _COMPILED.get(field.format)
    return text if pattern is None or pattern.fullmatch(text) else Misfit()


def boolean(field: Field, text: str) -> bool | Misfit:
    """Whether the text is one of the field's true values or of its false values."""
    if text in field.true_values:
        return True
    if text in field.false_values:
        return False
    allowed = ", ".join(f"`{value}`" for value in (*field.true_values, *field.false_values))
    return Misfit(f"it is none of {allowed}")
