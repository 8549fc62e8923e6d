"""Whether two packages hold the same: for `kzdata build --check`, on a committed package.

Files are compared byte for byte, but for Parquet, whose bytes name the pyarrow that wrote them:
its tables and their metadata are compared, and its digests are passed over where they are listed.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.arrow_types import is_list
from kzdata.catalog import manifest, tableschema
from kzdata.package import parquet

_PARQUET = ".parquet"


def differences(old: Path, new: Path) -> dict[str, str]:
    """What sets the package at `old` apart from the one at `new`: a line for each file that does.

    Where there is none they hold the same. A link, or a Parquet or JSON file that cannot be
    read, differs.
    """
    names = sorted(_names(old) | _names(new))
    return {name: line for name in names if (line := _difference(old, new, name))}


def _names(folder: Path) -> set[str]:
    found = {path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}
    return {path.relative_to(folder).as_posix() for path in found}


def _difference(old: Path, new: Path, name: str) -> str | None:
    if not (new / name).is_file():
        return f"`{name}` is not part of the package any more"
    if (old / name).is_symlink() or not (old / name).is_file():
        return f"`{name}` is missing"
    if name.endswith(_PARQUET):
        return _tables_differ(old / name, new / name, name)
    said = _SAID.get(name, Path.read_bytes)
    return None if said(old / name) == said(new / name) else f"`{name}` differs"


def _tables_differ(old: Path, new: Path, name: str) -> str | None:
    try:
        before, after = parquet.read(old), parquet.read(new)
    except (OSError, pa.ArrowException) as error:
        return f"`{name}` cannot be read: {str(error).splitlines()[0]}"
    if not before.schema.equals(after.schema, check_metadata=True):
        return f"`{name}` has other columns, types or descriptions"
    for column in after.column_names:
        if not _same(before[column], after[column]):
            return f"`{name}` has other values in `{column}`"
    return None


def _same(one: pa.ChunkedArray, other: pa.ChunkedArray) -> bool:
    """Whether two columns hold the same; not a number equals not a number, in lists as well."""
    if is_list(one.type):
        lengths = [pc.list_value_length(column) for column in (one, other)]
        items = [pc.list_flatten(column) for column in (one, other)]
        return bool(lengths[0].equals(lengths[1]) and _same(*items))
    if not pa.types.is_floating(one.type):
        return bool(one.equals(other))
    nowhere = [pc.fill_null(pc.is_nan(column), False) for column in (one, other)]
    numbers = [pc.if_else(pc.is_nan(column), None, column) for column in (one, other)]
    return bool(nowhere[0].equals(nowhere[1]) and numbers[0].equals(numbers[1]))


def _described(path: Path) -> Any:
    """A descriptor without the digests of Parquet files; its text where it is no such thing."""
    text = path.read_bytes()
    try:
        described = json.loads(text)
        for resource in described["resources"]:
            if resource["path"].endswith(_PARQUET):
                del resource["hash"]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return text
    return json.dumps(described)


def _listed(path: Path) -> list[str]:
    """The lines of a listing without those of Parquet and of the descriptor that names them."""
    lines = path.read_text("utf-8", "replace").splitlines()
    return [line for line in lines if not line.endswith((_PARQUET, f"  {tableschema.NAME}"))]


_SAID: dict[str, Callable[[Path], Any]] = {tableschema.NAME: _described, manifest.NAME: _listed}
"""What a file says that has Parquet's digests in it, without them."""
