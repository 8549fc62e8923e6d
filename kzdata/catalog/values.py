"""A single value as text and as JSON, in the forms in which tables are published."""

import datetime as dt
import json as stdlib_json
import math
from typing import Any

import pyarrow as pa

_WORDS = {None: "", True: "true", False: "false"}


def text(value: Any) -> str:
    """The value as it stands in CSV, as far as its own type tells; null is empty.

    Dates and times are in ISO 8601, a point is `lon,lat`, lists are JSON, and numbers that are none
    are as Table Schema has them. What a column's description changes is `kzdata.catalog.forms`.

    >>> text(None), text(True), text(5.0), text(float("-inf")), text({"lon": 71.4, "lat": -45.0})
    ('', 'true', '5', '-INF', '71.4,-45')
    """
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dict) and value.keys() == {"lon", "lat"}:
        return f"{text(value['lon'])},{text(value['lat'])}"
    if isinstance(value, dict | list):
        return json(value)
    if isinstance(value, dt.datetime):
        return _moment(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _number(value: float) -> str:
    if math.isfinite(value):
        return str(pa.scalar(value, pa.float64()).cast(pa.string()).as_py())
    return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"


def _moment(value: dt.datetime) -> str:
    """A moment without a zone to its last digit that is not 0; in UTC to the microsecond."""
    if value.tzinfo is not None:
        utc = value.astimezone(dt.UTC)
        return utc.isoformat(timespec="microseconds").replace("+00:00", "Z")
    written = value.isoformat()
    return written.rstrip("0") if value.microsecond else written


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
