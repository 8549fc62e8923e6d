"""Which texts hold what no written text may hold: invisible and turning characters, controls."""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.decoding import forbidden

WITHIN = ("object", "array", "geojson", "list")
"""Types of which a text may hold texts: their form is JSON."""

_ESCAPE = r"\\[ubfr]"
"""How JSON writes characters that no text may hold."""


def hidden(type_: str, texts: pa.Array) -> Iterator[tuple[int, str]]:
    r"""Each row whose text, or a text within it, holds such a character, and the character's name.

    Texts of the types `WITHIN` are JSON.

    >>> list(hidden("object", pa.array(["{}", '{"a":"\\u202e"}'])))
    [(1, 'U+202E RIGHT-TO-LEFT OVERRIDE')]
    """
    within = type_ in WITHIN
    odd = pc.invert(pc.utf8_is_printable(texts))
    if within:
        odd = pc.or_(odd, pc.match_substring_regex(texts, _ESCAPE))
    suspect = pc.indices_nonzero(odd)
    for row, text in zip(suspect.to_pylist(), texts.take(suspect).to_pylist(), strict=True):
        strings = _strings(json.loads(text)) if within else [text]
        if name := next(filter(None, map(forbidden, strings)), None):
            yield row, name


def _strings(value: Any) -> Iterator[str]:
    """All the strings of a JSON value, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        yield from value
        yield from _strings([*value.values()])
