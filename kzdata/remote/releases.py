"""Which file a version, URL or DOI means, and the way from there to a file in the cache."""

import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urldefrag, urljoin

from kzdata.digests import is_digest
from kzdata.errors import CallError, DataError
from kzdata.nearest import unknown
from kzdata.remote import cache
from kzdata.remote.download import LIMITS, Limits, checked, download
from kzdata.remote.index import Release, parse

INDEX = 4 * 1024 * 1024
"""How many bytes an index may hold: some ten thousand releases."""

_DOI = re.compile(
    r"(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.ASCII | re.IGNORECASE
)


def is_remote(place: str | Path) -> bool:
    """Whether `place` is a URL or DOI.

    >>> is_remote("https://example.org/a.zip"), is_remote("10.5281/zenodo.1"), is_remote("1.0.0")
    (True, True, False)
    """
    return isinstance(place, str) and ("://" in place or bool(_DOI.match(place)))


def fetch(
    what: str,
    *,
    sha256: str | None = None,
    index: str | None = None,
    limits: Limits = LIMITS,
) -> Path:
    """The cached file of a release: downloaded, unless it is there, and of the right hash.

    `what` is a version, which `index` (a URL) lists; or a URL or DOI, with the hash given apart or
    behind `#sha256=`. Raises `CallError`, `DataError` and `MachineError` as `kzdata.fetch` does.
    """
    _check_texts(what, sha256 or "", index or "")
    if not is_remote(what):
        return _version(what, sha256, index, limits)
    url, _, fragment = what.partition("#")
    stated = fragment.removeprefix("sha256=") if fragment else sha256
    if doi := _DOI.fullmatch(url):
        url = f"https://doi.org/{doi[1]}"
    checked(url)
    if not stated or not is_digest(stated) or (sha256 and sha256 != stated):
        raise CallError(f"`{url}` needs its SHA-256 of 64 lower-case digits, as `#sha256=…`")
    return _file(url, stated, limits)


def _check_texts(*given: object) -> None:
    for each in given:
        if not isinstance(each, str):
            raise CallError(f"a release is fetched by texts alone, not by {each!r:.60}")


def cached(version: str, *, index: str | None) -> Path | None:
    """The cached file of a version, by the copy of the index that a fetch left; else None."""
    release = _known(index).get(version) if index else None
    return cache.get(release.sha256) if release else None


def _version(version: str, sha256: str | None, index: str | None, limits: Limits) -> Path:
    if not index and Path(version).exists():
        raise CallError(
            f"`{version}` is here, and need not be fetched: give it to `kzdata.open`, or as"
            " `--package`"
        )
    if not index:
        raise CallError(
            f"no index of releases is known to find `{version}` in:"
            " give its URL as `index` (`--index`), or set KZDATA_RELEASES"
        )
    checked(index)
    known = _known(index)
    if version in known and (found := cache.get(known[version].sha256)):
        release = known[version]
    else:
        found = None
        releases = _refreshed(index, known, limits)
        if version not in releases:
            raise unknown("release", version, releases, index)
        release = releases[version]
    if sha256 and sha256 != release.sha256:
        raise DataError(f"release {version} has the SHA-256 {release.sha256}, not {sha256}")
    size = min(release.bytes, limits.size)
    url = urljoin(urldefrag(index).url, release.url)
    return found or _file(url, release.sha256, limits._replace(size=size))


def _file(url: str, sha256: str, limits: Limits) -> Path:
    """The file, from the cache or the network."""
    if found := cache.get(sha256):
        return found

    def write(file: BinaryIO) -> None:
        found = download(url, file, limits)
        if found != sha256:
            raise DataError(
                f"`{url}` gave {file.tell():,} bytes with the SHA-256 {found}, not {sha256}"
            )

    return cache.publish(f"{sha256}{cache.SUFFIX}", write)


def _refreshed(index: str, known: Mapping[str, Release], limits: Limits) -> dict[str, Release]:
    """The index as it is now, which is kept; no release that was seen before may have changed."""
    buffer = io.BytesIO()
    download(index, buffer, limits._replace(size=INDEX))
    releases = _parsed(buffer.getvalue(), index)
    for version, before in known.items():
        now = releases.get(version)
        if now is not None and now.sha256 != before.sha256:
            raise DataError(
                f"release {version} had the SHA-256 {before.sha256} and now, by `{index}`,"
                f" {now.sha256}: a release never changes"
            )
    cache.publish(_copy(index).name, lambda file: _fill(file, buffer.getvalue()))
    return releases


def _fill(file: BinaryIO, data: bytes) -> None:
    file.write(data)


def _known(index: str) -> dict[str, Release]:
    """The releases by the kept copy of the index; none where there is no copy, or a broken one."""
    path = _copy(index)
    try:
        return _parsed(path.read_bytes(), index) if path.is_file() else {}
    except DataError:
        return {}
    except OSError as error:
        raise cache.refusal(error) from None


def _copy(index: str) -> Path:
    name = hashlib.sha256(index.encode()).hexdigest()[:32]
    return cache.folder() / f"releases-{name}.json"


def _parsed(data: bytes, index: str) -> dict[str, Release]:
    _, listed = parse(data, index)
    return {release.version: release for release in listed}
