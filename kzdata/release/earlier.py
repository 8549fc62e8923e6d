"""The release that a new one is compared with: which it is, and where its zip lies."""

from collections.abc import Sequence
from pathlib import Path

from kzdata import shelf
from kzdata.catalog.opening import open_package
from kzdata.catalog.package import Package
from kzdata.digests import digest
from kzdata.errors import CallError, DataError
from kzdata.release import versions
from kzdata.remote.index import Release


def package(
    out: Path, name: str, releases: Sequence[Release], previous: str | None
) -> Package | None:
    """The package that was released before: `previous`, or the latest of `releases`; None for none.

    `previous` is a version that `releases` lists, or whatever `kzdata.open` takes. A listed zip is
    read from `out`, or from its URL, and its SHA-256 must be the listed one. Raises `DataError`
    where it is not, and `CallError` where there is no such zip.
    """
    listed = {release.version: release for release in releases}
    if previous is None:
        release = latest(releases)
        return None if release is None else _listed(out, name, release)
    if previous in listed and not Path(previous).exists():
        return _listed(out, name, listed[previous])
    return shelf.open(previous)


def latest(releases: Sequence[Release]) -> Release | None:
    """The greatest version that is no pre-release, or else the greatest; None where none is.

    >>> releases = [Release(version, "", "0" * 64, 1) for version in ("1.0.0", "1.1.0-rc.1")]
    >>> latest(releases).version
    '1.0.0'
    """
    return max(releases, key=_rank, default=None)


def _rank(release: Release) -> tuple[bool, tuple[object, ...]]:
    version = versions.parse(release.version)
    return version.is_final, version.precedence


def file_name(name: str, version: str) -> str:
    """The name of a release's zip.

    >>> file_name("tiny", "1.0.0")
    'tiny-1.0.0.zip'
    """
    return f"{name}-{version}.zip"


def _listed(out: Path, name: str, release: Release) -> Package:
    # Built from what was checked, not from the index's URL, which could lead anywhere on this disk.
    path = out / file_name(name, release.version)
    if path.exists():
        if (found := digest(path)) != release.sha256:
            raise DataError(
                f"`{path}` has the SHA-256 {found}, but was released with {release.sha256}"
            )
        return open_package(path)
    if "://" in release.url:
        return shelf.open(f"{release.url}#sha256={release.sha256}")
    raise CallError(f"the previous release, `{path}`, is not there: give it with --previous")
