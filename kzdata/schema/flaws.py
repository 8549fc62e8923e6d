"""A flaw is a fault of a schema file, before `kzdata.schema.project` looks up its place."""

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
