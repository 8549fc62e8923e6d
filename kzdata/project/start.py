"""Starting a project, and adding sources to one."""

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from kzdata import files, seeds
from kzdata.catalog import names
from kzdata.decoding import decode
from kzdata.errors import CallError, DataError, MachineError
from kzdata.findings import Finding
from kzdata.placing import Data, place
from kzdata.schema.key_rules import NAME
from kzdata.schema.project import MANIFEST
from kzdata.seeds import SUMS
from kzdata.verification.files import CARRIED

_EXAMPLE = "name: example\n"

_NAME = re.compile(r"\w[\w.-]*")

_NO_TEXT = {
    "a PDF": re.compile(rb"%PDF-"),
    "a packed file, as those of word processors are": re.compile(rb"PK\x03\x04"),
    "a web page": re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE),
}
"""What people take for a text, by how it begins."""


def start(folder: Path) -> None:
    """Write a small project, whole and clean, into a folder that is empty or not yet there.

    Raises CallError when the folder holds anything, MachineError when it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CallError(f"`{folder}` is not empty: a project starts in a new folder")
    try:
        _copy(resources.files("kzdata.project") / "starter", folder)
        _own(folder)
        for seed in sorted((folder / "seeds").iterdir()):
            _list(folder, _sums(folder), seed.name, seed.read_bytes(), {})
    except OSError as error:
        raise MachineError(f"`{folder}` cannot be written: {error.strerror}") from error


def _own(folder: Path) -> None:
    """Give the dataset the folder's name, where that is one for a dataset, and this day."""
    declared = folder / MANIFEST
    text = declared.read_text(encoding="utf-8")
    if NAME.fullmatch(folder.absolute().name):
        text = text.replace(_EXAMPLE, f"name: {folder.absolute().name}\n", 1)
    today = datetime.now(UTC).date().isoformat()
    declared.write_text(text.replace("created: 2026-01-01\n", f"created: {today}\n", 1), "utf-8")


def _copy(template: Traversable, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry in template.iterdir():
        if entry.is_dir():
            _copy(entry, folder / entry.name)
        else:
            (folder / entry.name).write_bytes(entry.read_bytes())


def add(project: Path, text: Path, name: str | None = None) -> str:
    """Copy a text into the project's seeds and list it; its SHA-256 comes back.

    A text that lies there already and is not listed is listed. Raises CallError when the folder is
    no project, or has or lists a seed of that name, when the name is none for a file, or the text
    is no regular file; DataError when the text is empty, no UTF-8, a PDF or a web page, or
    SHA256SUMS is no text; MachineError when one cannot be read or written. Nothing is changed then.
    """
    name = text.name if name is None else name
    if not ((project / SUMS).is_file() or (project / MANIFEST).is_file()):
        raise CallError(f"`{project}` is no project: it has neither {MANIFEST} nor {SUMS}")
    _check_name(name)
    if text.exists() and not text.is_file():
        raise CallError(f"`{text}` is no regular file: save what it gives, and add that")
    data = _read(text)
    sums = _sums(project)
    seed = project / "seeds" / name
    listed = _is_listed(project, name)
    there = not listed and _lies_there(text, seed)
    if not there and (listed or seed.exists() or seed.is_symlink()):
        raise CallError(
            f"`{name}` is no new name in seeds/: a seed never changes,"
            " and a corrected text takes another by `--name`"
        )
    _refuse(text, data)
    try:
        return _list(project, sums, name, data, {} if there else {seed: [data]})
    except MachineError:
        if not there:
            seed.unlink(missing_ok=True)
        raise


def _check_name(name: str) -> None:
    """Raises CallError for a name under which no seed could be published."""
    if not _NAME.fullmatch(name):
        raise CallError(
            f"`{name}` is no name for a seed: letters, digits, `.`, `-`, `_` make one;"
            " `--name` gives another"
        )
    if why := names.fault(f"{CARRIED}/{name}"):
        raise CallError(f"the name `{name}` {why}: `--name` gives another")


def _read(text: Path) -> bytes:
    try:
        data = text.read_bytes()
    except OSError as error:
        raise MachineError(f"`{text}` cannot be copied: {error.strerror}") from error
    for what, begins in _NO_TEXT.items():
        if begins.match(data):
            raise DataError(f"`{text}` is {what}: save what it says as plain text, and add that")
    return data


def _lies_there(text: Path, seed: Path) -> bool:
    """Whether the text is the seed: a regular file of the project's own folder."""
    own = seed.is_file() and not seed.is_symlink() and seed.name != Path(SUMS).name
    return own and text.samefile(seed)


def _is_listed(project: Path, name: str) -> bool:
    """Whether SHA256SUMS has the name; CallError where it has one that some systems take for it."""
    listed = [one for one, source in seeds.read(project, []).items() if source]
    folded = names.folded(name)
    for other in listed:
        if other != name and names.folded(other) == folded:
            why = f"differs from `{other}` in case or normal form alone"
            raise CallError(f"the name `{name}` {why}: `--name` gives another")
    return name in listed


def _refuse(text: Path, data: bytes) -> None:
    """Raises DataError for bytes that are no source."""
    findings: list[Finding] = []
    decoded = decode(data, str(text), findings, written=False)
    if decoded is None:
        help = findings[0].help or "a source is plain text"
        raise DataError(f"{findings[0].message}: {help}")
    if not decoded.strip():
        raise DataError(f"`{text}` is no source: it is empty")


def _sums(project: Path) -> str:
    """The lines of SHA256SUMS, none where there is no such file. Raises DataError for no text."""
    findings: list[Finding] = []
    text = files.text(project, SUMS, findings, limit=seeds.LIMIT)
    if text is None and findings[0].rule != files.rules.MISSING.name:
        raise DataError(findings[0].message)
    return f"{text}\n" if text and not text.endswith("\n") else text or ""


def _list(project: Path, sums: str, name: str, data: bytes, new: Mapping[Path, Data]) -> str:
    """Put new files in place, then the line of a seed behind those of SHA256SUMS; its SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    place({**new, project / SUMS: [f"{sums}{digest}  {name}\n".encode()]})
    return digest
