"""`releases.json`: the versions of a dataset that were released, as whoever fetches reads them.

`{"name": ..., "releases": [{"version": ..., "url": ..., "sha256": ..., "bytes": ...}]}`; a `url` is
relative to the index.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from kzdata.digests import is_digest
from kzdata.errors import DataError
from kzdata.release import versions
from kzdata.release.versions import Version

NAME = "releases.json"


class Release(NamedTuple):
    """One released version: where its zip is, its SHA-256, and its size in bytes."""

    version: str
    url: str
    sha256: str
    bytes: int

    @property
    def order(self) -> Version:
        """Its version, taken apart."""
        return versions.parse(self.version)


def parse(data: bytes, name: str) -> list[Release]:
    """The releases that an index lists, in its order; `DataError` where it is none of `name`.

    >>> parse(written("tiny", []), "tiny")
    []
    """
    try:
        index = json.loads(data)
        listed = [_release(each) for each in index["releases"]]
        stated = index["name"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DataError(f"`{NAME}` is no index of releases") from None
    if stated != name:
        raise DataError(f"`{NAME}` lists the releases of {stated!r:.60}, not of `{name}`")
    if len({each.version for each in listed}) < len(listed):
        raise DataError(f"`{NAME}` lists a version twice")
    return listed


def written(name: str, releases: Sequence[Release]) -> bytes:
    """The index of these releases."""
    listed = [release._asdict() for release in releases]
    return (json.dumps({"name": name, "releases": listed}, indent=2) + "\n").encode()


def latest(releases: Sequence[Release]) -> Release | None:
    """The greatest version that is no pre-release, or else the greatest; None where none is.

    >>> releases = [Release(version, "", "0" * 64, 1) for version in ("1.0.0", "1.1.0-rc.1")]
    >>> latest(releases).version
    '1.0.0'
    """
    return max(
        releases, key=lambda each: (each.order.is_final, each.order.precedence), default=None
    )


def _release(listed: dict[str, Any]) -> Release:
    release = Release(**{name: listed[name] for name in Release._fields})
    texts = (release.version, release.url, release.sha256)
    if not all(isinstance(each, str) for each in texts) or not is_digest(release.sha256):
        raise TypeError
    if type(release.bytes) is not int or release.bytes <= 0:
        raise TypeError
    return release
