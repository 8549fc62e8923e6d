"""The project's sources: the files of `seeds/`, each as its line in `seeds/SHA256SUMS` says.

`read` gives what is listed, `load` the text of one source, wherever it is needed. A line once
published never changes, so a file that differs from it is refused before anything in it is decoded.
Where quoted words stand in a source is `kzdata.quotations`.
"""

import hashlib
import re
import shlex
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from kzdata import files
from kzdata.decoding import decode
from kzdata.errors import DataError
from kzdata.findings import Finding, Label, Place, place
from kzdata.seeds.rules import (
    CHANGED,
    DUPLICATED,
    EMPTY,
    LISTED_TWICE,
    MISSING,
    NOT_LISTED,
    SUMS_MALFORMED,
)

FOLDER = "seeds"
SUMS = "seeds/SHA256SUMS"

LIMIT = 4 * 1024**3
"""How many bytes SHA256SUMS may hold: the lines of some ten million sources."""

_HOW_LISTED = f"add it with `cd {FOLDER} && sha256sum NAME >> SHA256SUMS`"

_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\r\n]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document as it is listed: its project, its file name in `seeds/`, and its SHA-256."""

    root: Path
    name: str
    sha256: str

    @property
    def text(self) -> str:
        """The text of the file, read each time that it is asked for.

        Raises DataError where the file is not, or is no more, the one that is listed.
        """
        findings: list[Finding] = []
        text = load(self, findings)
        if text is None:
            raise DataError(findings[0].message)
        return text


class _Line(NamedTuple):
    """A line of SHA256SUMS, and where in its text the file is named."""

    name: str
    sha256: str
    sums: str
    start: int
    end: int

    @property
    def at(self) -> Place:
        """The name's place, looked up when it is asked for: of a long list, for faults only."""
        return place(SUMS, self.sums, self.start, self.end)


def read(root: Path, findings: list[Finding]) -> dict[str, Source | None]:
    """The sources of the project at `root` by name, in the order of `seeds/SHA256SUMS`.

    Their files are not opened: `load` does that. A file in `seeds/` that is not listed is None, and
    a finding says so, unless a line that cannot be read may be its own. Where SHA256SUMS cannot be
    read, every file is None.
    """
    sums = files.text(root, SUMS, findings, limit=LIMIT)
    if sums is None:
        return dict.fromkeys(_unlisted(root, (), []))
    lines = _listed(sums, findings)
    by_hash = _by_hash(lines)
    for line in lines.values():
        first = by_hash[line.sha256]
        if first is not line:
            message = f"`{line.name}` and `{first.name}` are listed with the same bytes"
            findings.append(DUPLICATED(message, at=line.at, also=[_listed_here(first)]))
    refused: list[Finding] = []
    unlisted = _unlisted(root, lines, refused)
    if not any(finding.rule == SUMS_MALFORMED.name for finding in findings):
        findings += (_not_listed(name) for name in unlisted)
    findings += refused
    listed = {
        line.name: Source(root=root, name=line.name, sha256=line.sha256) for line in lines.values()
    }
    return listed | dict.fromkeys(unlisted)


_BACK = "put the file back, unchanged; to give it up, delete this line and its row as well"


def load(source: Source, findings: list[Finding]) -> str | None:
    """The text of a source; None, and a finding at its line, where it is not what is listed.

    Nothing in the file is decoded before its hash is checked.
    """
    path = _path(source)
    refused: list[Finding] = []
    data = files.read(source.root, path, refused)
    if data is None:
        line = _lines_of(source.root)[source.name]
        missing = refused[0].rule == files.rules.MISSING.name
        at_line = [replace(one, labels=(Label(place=line.at, message=""),)) for one in refused]
        gone = MISSING(f"`{path}` is missing", at=line.at, help=_BACK)
        findings += [gone] if missing else at_line
        return None
    if hashlib.sha256(data).hexdigest() != source.sha256:
        findings.append(_changed(source, data))
        return None
    text = decode(data, path, findings, written=False)
    if text is None:
        return None
    if not text.strip():
        at = _lines_of(source.root)[source.name].at
        findings.append(EMPTY(f"`{path}` is empty", at=at))
        return None
    return text


def _path(source: Source) -> str:
    return source.name if source.name.startswith("/") else f"{FOLDER}/{source.name}"


def _lines_of(root: Path) -> Mapping[str, _Line]:
    """The lines of SHA256SUMS by name, read again for the places of faults."""
    written = (root / SUMS).stat()
    return _lines_as_of(root, written.st_mtime_ns, written.st_size)


@lru_cache(maxsize=1)
def _lines_as_of(root: Path, *_: int) -> Mapping[str, _Line]:
    sums = files.text(root, SUMS, [], limit=LIMIT)
    return _listed(sums or "", [])


def _by_hash(lines: Mapping[str, _Line]) -> dict[str, _Line]:
    """The first line of each hash."""
    return {line.sha256: line for line in reversed(list(lines.values()))}


def _listed(sums: str, findings: list[Finding]) -> dict[str, _Line]:
    """The lines of SHA256SUMS by the name of their file."""
    lines: dict[str, _Line] = {}
    for start, written in _lines(sums):
        match = _LINE.fullmatch(written)
        if match is None:
            message = "the line is not a SHA-256, two spaces and a file name"
            at = place(SUMS, sums, start, start + len(written))
            help = "end the line with LF, not CR LF" if written.endswith("\r") else _HOW_LISTED
            findings.append(SUMS_MALFORMED(message, at=at, help=help))
            continue
        line = _Line(match[2], match[1], sums, start + match.start(2), start + match.end(2))
        first = lines.setdefault(line.name, line)
        if first is not line:
            message = f"`{line.name}` is listed twice"
            findings.append(LISTED_TWICE(message, at=line.at, also=[_listed_here(first)]))
    return lines


def _lines(sums: str) -> Iterator[tuple[int, str]]:
    """Each line that is not empty, with where it starts."""
    start = 0
    for line in sums.split("\n"):
        if line:
            yield start, line
        start += len(line) + 1


def _listed_here(line: _Line) -> Label:
    return Label(place=line.at, message="listed here")


def _unlisted(root: Path, lines: Container[str], findings: list[Finding]) -> list[str]:
    """The files of the folder that no line names; what is no file, and is listed, says so there."""
    refused: list[Finding] = []
    found = [path.removeprefix(f"{FOLDER}/") for path in files.listing(root, FOLDER, refused)]
    findings += (f for f in refused if f.place.path.removeprefix(f"{FOLDER}/") not in lines)
    return [name for name in found if name not in lines and f"{FOLDER}/{name}" != SUMS]


def _not_listed(name: str) -> Finding:
    advice = f"{_HOW_LISTED.replace('NAME', shlex.quote(name))}, or take it out of the folder"
    message = f"`{FOLDER}/{name}` is not listed in `{SUMS}`"
    return NOT_LISTED(message, at=Place(path=f"{FOLDER}/{name}"), help=advice)


def _changed(source: Source, data: bytes) -> Finding:
    sha256 = hashlib.sha256(data).hexdigest()
    lines = _lines_of(source.root)
    line, other = lines[source.name], _by_hash(lines).get(sha256)
    path = _path(source)
    if other:
        message = f"`{path}` holds the bytes that are listed for `{FOLDER}/{other.name}`"
        advice = "are the two files swapped? put each back under its name"
        return CHANGED(message, at=line.at, also=[_listed_here(other)], help=advice)
    message = f"`{path}` has the SHA-256 `{sha256}`, it is listed with `{line.sha256}`"
    advice = "put the published bytes back; a corrected source is a new file"
    if line.sha256 in _with_other_line_ends(data):
        advice = (
            "only its line ends differ, as git may change them: check it out again,"
            " with `seeds/* -text` in .gitattributes"
        )
    return CHANGED(message, at=line.at, help=advice)


def _with_other_line_ends(data: bytes) -> tuple[str, str]:
    """The SHA-256 of the same lines, all with LF and all with CR LF."""
    lf = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(lf).hexdigest(), hashlib.sha256(lf.replace(b"\n", b"\r\n")).hexdigest()
