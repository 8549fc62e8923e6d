"""The place of a record, found again in its file when a fault needs it."""

import re
from array import array
from functools import lru_cache
from pathlib import Path

from kzdata import files
from kzdata.findings import Finding, Place, place
from kzdata.marked import json, yaml
from kzdata.marked.nodes import Node, find
from kzdata.records.annotations import Pointer

LIMIT = 4 * 1024**3
"""How many bytes a file of records may hold."""


class Places:
    """Looks up places in the files of `data/records`, of which the last few are kept at hand."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._text = lru_cache(maxsize=4)(self._read)
        self._tree = lru_cache(maxsize=4)(self._parse)
        self._starts = lru_cache(maxsize=4)(self._line_starts)

    def find(
        self, name: str, table: str, number: int, pointer: Pointer, *, key: bool = False
    ) -> Place:
        """The place of what `pointer` names in a record, or of the nearest thing around it.

        `number` counts the records of `table` in the file `name`, from 0; in JSON Lines it counts
        lines. With `key` the place is that of the key, not of its value. In a Parquet file it is
        the row.
        """
        if name.endswith(".jsonl"):
            return self._in_line(name, number, pointer, key)
        if name.endswith((".yaml", ".yml")) and (tree := self._tree(name)):
            start, end = _nearest(tree, (table, number, *pointer), key)
            return place(name, self._text(name), start, end)
        return Place(path=name, row=number if name.endswith(".parquet") else None)

    def find_table(self, name: str, table: str) -> Place:
        """The place at which a YAML file names a table."""
        if tree := self._tree(name):
            start, end = _nearest(tree, (table,), key=True)
            return place(name, self._text(name), start, end)
        return Place(path=name)

    def _read(self, name: str) -> str:
        data = files.read(self.root, name, [], limit=LIMIT) or b""
        return data.decode("utf-8", "replace")

    def _parse(self, name: str) -> Node | None:
        return yaml.read(self._text(name), name, [])

    def _in_line(self, name: str, number: int, pointer: Pointer, key: bool) -> Place:
        line = self._line(name, number)
        findings: list[Finding] = []
        node = json.read(line, name, findings)
        start, end = _nearest(node, pointer, key) if node and pointer else (0, len(line))
        return place(name, line, start, end, first=number + 1)

    def _line(self, name: str, number: int) -> str:
        starts = self._starts(name)
        return self._text(name)[starts[number] : starts[number + 1] - 1]

    def _line_starts(self, name: str) -> "array[int]":
        """Where each line begins, and where one behind the last would."""
        text = self._text(name)
        ends = (found.end() for found in re.finditer("\n", text))
        return array("q", [0, *ends, len(text) + 1])


def _nearest(tree: Node, pointer: Pointer, key: bool) -> tuple[int, int]:
    """Where the pointer leads, or the longest part of it that leads somewhere."""
    for length in range(len(pointer), 0, -1):
        node = find(tree, pointer[:length], key=key and length == len(pointer))
        if node:
            return node.start, node.end
    return 0, 0
