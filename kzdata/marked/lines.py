"""Many lines of JSON at once, as plain values, quickly.

One line, and where it is wrong, is `kzdata.marked.json`.
"""

import json
import re
from collections.abc import Sequence
from itertools import count
from typing import Any

from kzdata.findings import Finding
from kzdata.marked.json import HALVES, Number, RefusedError, loads_strict, once
from kzdata.marked.nodes import DEPTH


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
    plain = [at for at, line in enumerate(lines) if not _is_odd(line)]
    some = _together([lines[at] for at in plain]) if len(plain) < len(lines) else None
    known = dict(zip(plain, some or (), strict=False))
    return [
        known[at] if at in known else loads_strict(line, path, number, found)
        for at, (line, number) in enumerate(zip(lines, numbers, strict=True))
    ]


def _together(lines: Sequence[str]) -> list[Any] | None:
    """The values of the lines; None where one of them may be one that `loads_strict` refuses."""
    text = _SEPARATOR.join(lines)
    if not lines or _is_odd(text):
        return None
    keys = 0

    def counted(members: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(members)
        return members

    values = _array(text, len(lines), object_hook=counted)
    if values is None or _each_key_once(text, keys):
        return values
    return _array(text, len(lines), object_pairs_hook=once)


_SEPARATOR = "\n,NaN,\n"
_BETWEEN = object()


def _array(text: str, lines: int, **hook: Any) -> list[Any] | None:
    """The values of so many lines, joined by `_SEPARATOR`; None if one of them is not one value.

    They are read as one array with a `NaN` between two lines, which no line may hold: if there are
    no more of them than were put there, and all at the array's own level, each line is one value.
    They stand on lines of their own, and no string goes over the end of a line.
    """
    constants = count()

    def between(word: str) -> object:
        next(constants)
        return _BETWEEN if word == "NaN" else None

    decoder = json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=between, **hook)
    try:
        values: list[Any] = decoder.decode(f"[{text}]")
    except (json.JSONDecodeError, RecursionError, RefusedError):
        return None
    if next(constants) != lines - 1 or len(values) != 2 * lines - 1:
        return None
    return values[::2] if all(value is _BETWEEN for value in values[1::2]) else None


_NO_BRACKETS = bytes(set(range(256)).difference(b"[{\n"))
_PAIR = re.compile(r"(?<!\\)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
"""Escapes that name one character in two halves. A backslash in front might escape the first."""


def _is_odd(text: str) -> bool:
    """Whether a line may name half a character, or opens more brackets than may nest."""
    if HALVES.search(text) and HALVES.search(_PAIR.sub("", text)):
        return True
    opened = text.encode("utf-8", "surrogatepass").translate(None, _NO_BRACKETS)
    return max(map(len, opened.split(b"\n"))) > DEPTH


def _each_key_once(text: str, kept: int) -> bool:
    r"""Whether so many keys are all that the text has, so that no object lost one to its double.

    False may be wrong. A text has no more keys than colons; nor than colons behind a quotation mark
    or white space, for nothing else may stand in front of a key's colon.
    """
    if text.count(":") == kept:
        return True
    return sum(map(text.count, ('":', " :", "\t:", "\r:", "\n:"))) == kept
