"""`schemas/` of a project, read: dataset.yaml and the table files that it names.

A file is read as YAML with places, shaped by its model, then judged by its meaning; each flaw is
reported where it stands.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from kzdata import files
from kzdata.findings import Finding, Place, Rule, place
from kzdata.marked import yaml
from kzdata.marked.nodes import Node, find, plain
from kzdata.schema import key_rules
from kzdata.schema.dataset import Dataset, Manifest
from kzdata.schema.flaws import Flaw, Pointer
from kzdata.schema.shapes import shaped
from kzdata.schema.tables import Table

M = TypeVar("M", bound=BaseModel)

FOLDER = "schemas"
MANIFEST = f"{FOLDER}/dataset.yaml"

NOT_LISTED = Rule(
    name="schema-not-listed",
    doc="""\
Checks that each file in `schemas/` is dataset.yaml or the schema of a table it names.

A table that was forgotten in the list would be left out without a word.

Example: `schemas/units.yaml`, and no `units` under `tables` in dataset.yaml.

Instead: list the table, or remove the file.""",
)


_NO_PROJECT = "name the folder of a project, or start one with `kzdata init FOLDER`"


class _File(NamedTuple):
    path: str
    text: str
    tree: Node

    def place(self, pointer: Pointer, *, key: bool = False) -> Place:
        """Where `pointer` leads, or the nearest part of the file that holds it."""
        for stop in range(len(pointer), 0, -1):
            if found := find(self.tree, pointer[:stop], key=key and stop == len(pointer)):
                return place(self.path, self.text, found.start, found.end)
        return place(self.path, self.text, 0)


def read(root: Path, findings: list[Finding]) -> Dataset | None:
    """The dataset that `schemas/` below `root` declares; None, and findings, when it has flaws."""
    known = len(findings)
    file = _open(root, MANIFEST, findings)
    manifest = file and _shaped(file, Manifest, findings)
    if file is None and len(findings) > known and findings[known].rule == files.rules.MISSING.name:
        findings[known] = replace(findings[known], help=_NO_PROJECT)
    if not (file and manifest):
        return None
    _report(file, key_rules.manifest_flaws(manifest), findings)
    opened = {
        name: table_file
        for name in dict.fromkeys(manifest.tables)
        if key_rules.NAME.fullmatch(name) and (table_file := _open(root, _path(name), findings))
    }
    tables = {
        name: table
        for name, table_file in opened.items()
        if (table := _shaped(table_file, Table, findings))
    }
    for name, table in tables.items():
        _report(opened[name], key_rules.table_flaws(table, name), findings)
        flaws = key_rules.reference_flaws(table, tables, manifest.tables)
        _report(opened[name], flaws, findings)
    _report(file, key_rules.source_flaws(manifest, tables), findings)
    _unlisted(root, manifest, findings)
    if len(findings) > known:
        return None
    declared = manifest.model_dump(by_alias=True) | {"tables": tuple(tables.values())}
    return Dataset.model_validate(declared)


def _path(table: str) -> str:
    return f"{FOLDER}/{table}.yaml"


def _open(root: Path, path: str, findings: list[Finding]) -> _File | None:
    text = files.text(root, path, findings)
    tree = None if text is None else yaml.read(text, path, findings)
    return None if text is None or tree is None else _File(path, text, tree)


def _shaped(file: _File, model: type[M], findings: list[Finding]) -> M | None:
    found = shaped(model, plain(file.tree))
    if isinstance(found, list):
        _report(file, found, findings)
        return None
    return found


def _report(file: _File, flaws: Iterable[Flaw], findings: list[Finding]) -> None:
    for flaw in flaws:
        at = file.place(flaw.pointer, key=flaw.key)
        findings.append(flaw.rule(flaw.message, at=at, help=flaw.help))


def _unlisted(root: Path, manifest: Manifest, findings: list[Finding]) -> None:
    listed = {MANIFEST, *map(_path, manifest.tables)}
    for path in files.listing(root, FOLDER, findings):
        if path not in listed:
            message = f"`{path}` is no schema of a table that dataset.yaml names"
            name = PurePosixPath(path).stem
            help = f"add `{name}` to `tables` in dataset.yaml, or remove the file"
            findings.append(NOT_LISTED(message, at=Place(path=path), help=help))
