"""Many lines of JSON at once, as plain values, quickly.

One line, and where it is wrong, is `kzdata.marked.json`.
"""

import json
import re
from collections.abc import Sequence
from itertools import count
from typing import Any

from kzdata.findings import Finding
from kzdata.marked.json import loads_strict
from kzdata.marked.nodes import DEPTH

_HALVES = re.compile(r"\\u[dD][89a-fA-F]")


def loads(
    lines: Sequence[str], numbers: Sequence[int], path: str, found: list[Finding]
) -> list[Any]:
    """What `loads_strict` makes of each of the lines, of which `numbers` are the numbers (from 1).

    None stands for a line that is refused, which is one finding, and for the line `null`.

    >>> loads(['{"value": 2.50}', '{"known": true}'], (1, 2), "a.jsonl", [])
    [{'value': '2.50'}, {'known': True}]
    """
    values = _together(lines)
    if values is not None:
        return values
    return [_alone(line, number, path, found) for line, number in zip(lines, numbers, strict=True)]


def _alone(line: str, number: int, path: str, found: list[Finding]) -> Any:
    values = _together([line])
    return loads_strict(line, path, number, found) if values is None else values[0]


def _together(lines: Sequence[str]) -> list[Any] | None:
    """The values of the lines; None where one of them may be one that `loads_strict` refuses.

    They are read as one array with a `NaN` between two lines, which no line may hold: if there are
    no more of them than were put there, and all at the array's own level, each line is one value.
    They stand on lines of their own, and no string goes over the end of a line.
    """
    text = "\n,NaN,\n".join(lines)
    if _HALVES.search(text) or _most_brackets(text) > DEPTH:
        return None
    keys = 0
    constants = count()

    def counted(members: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(members)
        return members

    def between(word: str) -> object:
        next(constants)
        return _BETWEEN if word == "NaN" else None

    decoder = json.JSONDecoder(
        object_hook=counted, parse_float=str, parse_int=str, parse_constant=between
    )
    try:
        values: list[Any] = decoder.decode(f"[{text}]")
    except (json.JSONDecodeError, RecursionError):
        return None
    separators = len(lines) - 1
    if next(constants) != separators or len(values) != len(lines) + separators:
        return None
    if any(value is not _BETWEEN for value in values[1::2]):
        return None
    return values[::2] if _each_key_once(text, keys) else None


_BETWEEN = object()
_NO_BRACKETS = bytes(set(range(256)).difference(b"[{\n"))


def _most_brackets(text: str) -> int:
    """How many brackets the line opens that opens most: no line nests deeper."""
    opened = text.encode("utf-8", "surrogatepass").translate(None, _NO_BRACKETS)
    return max(map(len, opened.split(b"\n")))


def _each_key_once(text: str, kept: int) -> bool:
    r"""Whether so many keys are all that the text has, so that no object lost one to its double.

    A text has no more keys than colons; nor than colons behind a quotation mark or behind white
    space, for nothing else may stand in front of a key's colon.
    """
    if text.count(":") == kept:
        return True
    return sum(map(text.count, ('":', " :", "\t:", "\r:", "\n:"))) == kept
