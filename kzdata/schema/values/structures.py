"""Values that have parts: JSON objects and arrays, lists, points.

JSON is read strictly (no key twice, no NaN, no number that a float would round) and held in one
form: keys sorted, no white space. What GeoJSON asks besides is `kzdata.schema.values.geography`.
"""

import json
import math
from collections import Counter
from collections.abc import Callable
from typing import Any, NoReturn

from kzdata.schema.fields import Field
from kzdata.schema.values import numbers
from kzdata.schema.values.misfits import Misfit

DEPTH = 64
"""How deep a JSON value may be nested."""


class _RefusedError(ValueError):
    """What `json` hands on when a value holds something that is refused."""


def load(text: str, number: Callable[[str], str] | None = None) -> Any | Misfit:
    """The JSON value that `text` writes, or why it writes none.

    Its numbers are what `number` makes of their digits, where that is given.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=number or _float,
            parse_int=number,
            parse_constant=_constant,
        )
    except _RefusedError as error:
        return Misfit(str(error))
    except json.JSONDecodeError as error:
        return Misfit(f"not JSON: {error.msg.lower()} at character {error.pos + 1}")
    except (ValueError, RecursionError):
        return Misfit("not JSON: a number too long, or nested too deep")
    if _deeper_than(value, DEPTH):
        return Misfit(f"nested more than {DEPTH} deep")
    return value


def dump(value: Any) -> str | Misfit:
    """The one form in which a JSON value is held and published."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return Misfit("it holds half a surrogate pair")
    return text


def object_(_: Field, text: str) -> str | Misfit:
    """A JSON object in its one form."""
    value = load(text)
    if isinstance(value, Misfit):
        return value
    return dump(value) if isinstance(value, dict) else Misfit("not a JSON object")


def array(_: Field, text: str) -> str | Misfit:
    """A JSON array in its one form."""
    value = load(text)
    if isinstance(value, Misfit):
        return value
    return dump(value) if isinstance(value, list) else Misfit("not a JSON array")


def items(field: Field, text: str) -> list[str] | Misfit:
    """The texts of a list's items: of a JSON array of scalars, or else parted by the delimiter."""
    if text.startswith("["):
        value = load(text, numbers.whole if field.item_type == "integer" else str)
        if isinstance(value, list):
            if any(item is None or isinstance(item, (list, dict)) for item in value):
                return Misfit("an item is null or has parts of its own")
            return [item if isinstance(item, str) else json.dumps(item) for item in value]
    return text.split(field.delimiter) if text else []


def geopoint(field: Field, text: str) -> dict[str, float] | Misfit:
    """The point, as `{"lon": degrees, "lat": degrees}` (Table Schema v2, `geopoint`)."""
    pair = _pair(field.format, text)
    if isinstance(pair, Misfit):
        return pair
    point = [numbers.exact(part) for part in pair]
    for misfit in point:
        if isinstance(misfit, Misfit):
            return Misfit(misfit.why or "not two numbers")
    lon, lat = (float(part) for part in point if not isinstance(part, Misfit))
    if not (abs(lon) <= 180 and abs(lat) <= 90):
        return Misfit("longitude is within 180 and latitude within 90 degrees")
    return {"lon": lon, "lat": lat}


def _pair(form: str, text: str) -> list[str] | Misfit:
    if form == "default":
        parts = [part.strip(" ") for part in text.split(",")]
        return parts if len(parts) == 2 else Misfit("its form is not `lon, lat`")
    value = load(text)
    if isinstance(value, Misfit):
        return value
    if form == "array" and isinstance(value, list) and len(value) == 2:
        parts = value
    elif form == "object" and isinstance(value, dict) and set(value) == {"lon", "lat"}:
        parts = [value["lon"], value["lat"]]
    else:
        example = "[lon, lat]" if form == "array" else '{"lon": ..., "lat": ...}'
        return Misfit(f"its form is not `{example}`")
    # YAML's numbers arrive as text
    return [part if isinstance(part, str) else json.dumps(part) for part in parts]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise _RefusedError(f"key `{twice}` stands in it twice")
    return value


def _float(text: str) -> float:
    value = numbers.exact(text)
    if isinstance(value, Misfit) or not math.isfinite(value):
        raise _RefusedError(f"no float holds `{text[:40]}` exactly")
    return value


def _constant(name: str) -> NoReturn:
    raise _RefusedError(f"`{name}` is not JSON")


def _deeper_than(value: Any, depth: int) -> bool:
    """Whether the value is nested deeper than that, found level by level: no recursion."""
    nested = [value]
    for _ in range(depth):
        nested = [part for part in nested if isinstance(part, dict | list)]
        nested = [
            part for each in nested for part in (each.values() if isinstance(each, dict) else each)
        ]
    return any(isinstance(part, dict | list) for part in nested)
