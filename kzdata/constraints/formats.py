"""The forms of texts that Table Schema v2 knows, as RE2 expressions over a whole value."""

from collections.abc import Mapping
from typing import Final

_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

FORMATS: Final[Mapping[str, str]] = {
    # HTML Living Standard, section 4.10.5.1.5, "valid email address"
    "email": rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*",
    # RFC 3986: a scheme, then the characters of appendix A
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+",
    # RFC 4648, section 4, padded
    "binary": "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
    # RFC 9562, section 4
    "uuid": "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}",
}
"""The formats of strings."""

YEARMONTH: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])"
