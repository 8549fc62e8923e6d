"""A single value as text and as JSON, in the forms in which tables are published."""

import json as stdlib_json
import math
from typing import Any


def text(value: Any) -> str:
    """The value as it stands in CSV; null is empty.

    Dates and times are in ISO 8601, a point is `lon,lat`, lists are JSON, and numbers that are none
    are as Table Schema has them.

    >>> text(None), text(True), text(float("-inf")), text({"lon": 71.4, "lat": 51.1})
    ('', 'true', '-INF', '71.4,51.1')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"
    if isinstance(value, dict) and value.keys() == {"lon", "lat"}:
        return f"{text(value['lon'])},{text(value['lat'])}"
    if isinstance(value, dict | list):
        return json(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def json(value: Any) -> str:
    """The value as JSON on one line (RFC 8259); of what JSON has no notion, the text.

    >>> json({"share": float("nan"), "of": [1, None]})
    '{"share": "NaN", "of": [1, null]}'
    """
    try:
        return stdlib_json.dumps(value, ensure_ascii=False, allow_nan=False, default=text)
    except ValueError:
        return stdlib_json.dumps(_finite(value), ensure_ascii=False, default=text)


def _finite(value: Any) -> Any:
    """The value with texts for the numbers in it that are none."""
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_finite(each) for each in value]
    return text(value) if isinstance(value, float) and not math.isfinite(value) else value
