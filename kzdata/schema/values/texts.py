"""Strings and booleans: the forms of Table Schema v2 that are a matter of spelling alone.

`FORMATS` are RE2 expressions over a whole value, so that Arrow matches them by the million.
"""

import re

from kzdata.schema.fields import Field
from kzdata.schema.values.misfits import Misfit

_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

FORMATS = {
    # HTML Living Standard, section 4.10.5.1.5, "valid email address"
    "email": rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*",
    # RFC 3986: a scheme, then the characters of appendix A
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+",
    # RFC 4648, section 4, padded
    "binary": "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
    # RFC 9562, section 4
    "uuid": "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}",
}

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
