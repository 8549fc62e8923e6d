"""Releasing a project: from what is checked and built to the zip, the changelog and the index."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kzdata import files
from kzdata.catalog.opening import open_package
from kzdata.catalog.package import Package
from kzdata.digests import digest
from kzdata.errors import DataError
from kzdata.findings import Finding
from kzdata.placing import Data, place
from kzdata.project.check import check
from kzdata.project.publish import FOLDER, differences
from kzdata.release import archive, changelog, earlier, rule, versions
from kzdata.release.changes import Diff
from kzdata.release.diff import diff
from kzdata.remote import index
from kzdata.remote.index import Release
from kzdata.verification import verify

OUT = "dist"
"""The folder of a project's releases, unless the caller names another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release: its zip with its SHA-256, and how it differs from the one before.

    `diff` is None where there was none before; `again` says that it had been released already,
    `undated` that its day is still that of the one before.
    """

    path: Path
    sha256: str
    diff: Diff | None
    again: bool = False
    undated: bool = False

    @property
    def told(self) -> str:
        """What was done, in a few words."""
        if self.again:
            return "released already, with the same bytes"
        if self.diff is None:
            return "first release"
        told = f"released after {self.diff.old}; the changes need the step {self.diff.step.word}"
        return f"{told}; `created` is still the day of {self.diff.old}" if self.undated else told


def release(project: Path, out: Path | None = None, previous: str | None = None) -> Released:
    """Write the release of a project: `<name>-<version>.zip`, its SHA-256, changelog and index.

    The index is written last, and all files are whole before the first is put in place. What was
    released already with the same bytes is left as it is. `out` is the folder of releases, by
    default `dist` in the project; `previous` is the release to compare with, by default the latest
    in the index.

    Raises `DataError` when the project is not clean, the package is not what the build gives or
    fails to verify, the version does not go far enough, or would be released with other bytes;
    `CallError` when the previous release is not there; `MachineError` when the disk refuses.
    """
    out = project / OUT if out is None else out
    package = _built(project)
    # No release could follow one of which nobody can say how far it goes.
    versions.parse(package.version)
    releases = _index(out, package.name)
    path = out / earlier.file_name(package.name, package.version)
    new = _release(path, package)
    known = {each.version: each for each in releases}.get(package.version)
    if known is not None:
        _same(path, known.sha256, new.sha256)
        return Released(path=path, sha256=new.sha256, diff=None, again=True)
    if path.exists():
        _same(path, digest(path), new.sha256)
    told = _changelog(project)
    _check_index({each.version for each in [*releases, new]}, told)
    before = earlier.package(out, package.name, releases, previous)
    found = None if before is None else diff(before, package)
    if before is not None and found is not None:
        rule.hold(found)
        rule.hold_days(found, changelog.day(before), changelog.day(package))
    undated = before is not None and changelog.day(before) == changelog.day(package)
    entry = changelog.entry(package, found)
    text = changelog.added(told, package.version, entry)
    place(_files(project, package, path, text, [*releases, new]))
    return Released(path=path, sha256=new.sha256, diff=found, undated=undated)


def _built(project: Path) -> Package:
    """The package of a clean project, found to be what the build gives, and to verify."""
    folder, checked = project / FOLDER, check(project)
    if not checked.clean:
        raise DataError("the project has errors: see `kzdata validate`")
    for line in differences(project, checked).values():
        raise DataError(f"`{folder}` is not what the build gives: {line}; see `kzdata build`")
    if problems := verify(folder):
        raise DataError(problems[0])
    return open_package(folder)


def _release(path: Path, package: Package) -> Release:
    sha256, size = hashlib.sha256(), 0
    for piece in archive.pieces(package, path.stem):
        sha256.update(piece)
        size += len(piece)
    return Release(package.version, quote(path.name), sha256.hexdigest(), size)


def _index(out: Path, name: str) -> list[Release]:
    """The releases that are listed in the folder of releases; none where there is no index."""
    if not (out / index.NAME).exists():
        return []
    findings: list[Finding] = []
    data = files.read(out, index.NAME, findings)
    if data is None:
        raise DataError(findings[0].message)
    stated, releases = index.parse(data, index.NAME)
    if stated != name:
        raise DataError(f"`{index.NAME}` lists the releases of {stated!r:.60}, not of `{name}`")
    return releases


def _same(path: Path, old: str, new: str) -> None:
    """Refuse to release other bytes under a name that has been given away."""
    if old != new:
        raise DataError(
            f"`{path.name}` was released with the SHA-256 {old} and would now have {new}:"
            " a release never changes, so that another version is needed"
        )


def _check_index(listed: set[str], told: str | None) -> None:
    """Refuse to begin a new index where the changelog tells of releases: it would forget them."""
    for version in changelog.versions(told or ""):
        if version not in listed:
            raise DataError(
                f"`{changelog.NAME}` tells of {version}, which `{index.NAME}` does not list:"
                " put the index of the earlier releases into the folder of releases"
            )


def _files(
    project: Path, package: Package, path: Path, text: str, releases: list[Release]
) -> dict[Path, Data]:
    """The files of a release, in the order in which they are put in place."""
    line = f"{releases[-1].sha256}  {path.name}\n"
    zipped = {} if path.exists() else {path: archive.pieces(package, path.stem)}
    return {
        **zipped,
        path.with_name(f"{path.name}.sha256"): [line.encode()],
        project / changelog.NAME: [text.encode()],
        path.with_name(index.NAME): [index.written(package.name, releases)],
    }


def _changelog(project: Path) -> str | None:
    if not (project / changelog.NAME).exists():
        return None
    findings: list[Finding] = []
    text = files.text(project, changelog.NAME, findings, written=False)
    if text is None:
        raise DataError(findings[0].message)
    return text
