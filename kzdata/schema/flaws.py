"""A flaw is a fault of a schema file, before `kzdata.schema.project` looks up its place."""

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from kzdata.findings import Rule

Pointer = tuple[str | int, ...]


class Flaw(NamedTuple):
    """A rule that is broken at `pointer` (a path of keys and numbers); with `key`, by the key."""

    rule: Rule
    pointer: Pointer
    message: str
    help: str = ""
    key: bool = False


def nearest(name: str, names: Iterable[str]) -> str:
    """Help that names the likeliest of `names`; empty when none is like `name`.

    >>> nearest("requird", ["required", "unique"])
    'did you mean `required`?'
    """
    found = difflib.get_close_matches(name, list(names), n=1)
    return f"did you mean `{found[0]}`?" if found else ""
