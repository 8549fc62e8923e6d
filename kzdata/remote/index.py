"""`releases.json`: the versions of a dataset that were released.

`{"name": ..., "releases": [{"version": ..., "url": ..., "sha256": ..., "bytes": ...}]}`; a `url`
may be relative to that of the index.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from kzdata.digests import is_digest
from kzdata.errors import DataError

NAME = "releases.json"


class Release(NamedTuple):
    """One released version: where its zip is, its SHA-256, and its size in bytes."""

    version: str
    url: str
    sha256: str
    bytes: int


def parse(data: bytes, place: str) -> tuple[str, list[Release]]:
    """The dataset that an index is of, and its releases, in its order; `DataError` for no index.

    >>> parse(written("tiny", []), "releases.json")
    ('tiny', [])
    """
    try:
        index = json.loads(data)
        name, listed = index["name"], [_release(each) for each in index["releases"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DataError(f"`{place}` is no index of releases") from None
    if not isinstance(name, str):
        raise DataError(f"`{place}` is no index of releases")
    if len({each.version for each in listed}) < len(listed):
        raise DataError(f"`{place}` lists a version twice")
    return name, listed


def written(name: str, releases: Sequence[Release]) -> bytes:
    """The index of these releases."""
    listed = [release._asdict() for release in releases]
    return (json.dumps({"name": name, "releases": listed}, indent=2) + "\n").encode()


def _release(listed: dict[str, Any]) -> Release:
    release = Release(**{name: listed[name] for name in Release._fields})
    texts = (release.version, release.url, release.sha256)
    if not all(isinstance(each, str) for each in texts) or not is_digest(release.sha256):
        raise TypeError
    if type(release.bytes) is not int or release.bytes <= 0:
        raise TypeError
    return release
