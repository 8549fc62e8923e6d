"""One download over HTTPS, bounded in size, time and redirects, by pooch's downloader.

Where the bytes go, and whether they are the right ones, is the caller's.
"""

import hashlib
import ipaddress
import sys
import threading
import time
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from urllib.parse import urljoin, urlsplit

from kzdata.errors import CallError, DataError, KzdataError, MachineError

REDIRECTS = 5
"""How many redirects are followed: a DOI takes one or two, a release of a forge one."""

_CHUNK = 64 * 1024

if TYPE_CHECKING:
    import requests


class Limits(NamedTuple):
    """What a download may take: bytes; seconds in all, and without any byte."""

    size: int = 4 * 1024**3
    seconds: float = 1800
    silence: float = 30


LIMITS = Limits()
"""What a download may take unless the caller says otherwise."""


class _Redirected(Exception):  # noqa: N818 (a turn of the way, not an error)
    """The server named another place."""


class _Sink:
    """What pooch writes to: counts, hashes, and stops a download that is too long."""

    def __init__(self, url: str, file: BinaryIO, limits: Limits) -> None:
        self.url = url
        self.size = 0
        self.sha256 = hashlib.sha256()
        self._file = file
        self._limits = limits
        self._stopped = False

    def write(self, chunk: bytes) -> None:
        """Take the next bytes."""
        if self._stopped:
            raise MachineError(f"`{self.url}` was given up")
        self.size += len(chunk)
        if self.size > self._limits.size:
            raise DataError(f"`{self.url}` gives more than {self._limits.size:,} bytes")
        self.sha256.update(chunk)
        self._file.write(chunk)

    def flush(self) -> None:
        """Do nothing: the file is flushed once, when it is whole."""

    def stop(self) -> None:
        """Take no more: nobody waits for it."""
        self._stopped = True


def download(url: str, file: BinaryIO, limits: Limits = LIMITS) -> str:
    """Write what `url` gives to `file`; its SHA-256 comes back.

    HTTPS only, but for loopback addresses, also behind redirects; no credentials are sent. Raises
    `CallError` for a URL that may not be asked, `DataError` for an answer that is too long, and
    `MachineError` when the network fails or the time is up.
    """
    end = time.monotonic() + limits.seconds
    for _ in range(REDIRECTS + 1):
        sink = _Sink(checked(url), file, limits)
        place = _within(end, sink, limits)
        if place is None:
            return sink.sha256.hexdigest()
        if not _may_ask(place):
            raise DataError(f"`{url}` redirects to `{place}`, which is not HTTPS")
        url = place
    raise MachineError(f"`{url}` redirects more than {REDIRECTS} times")


def checked(url: str) -> str:
    """The URL, if it may be asked: `CallError` for one without HTTPS or with credentials."""
    if not _may_ask(url):
        raise CallError(f"`{url}` is not HTTPS")
    if "@" in urlsplit(url).netloc:
        raise CallError(
            f"the URL of `{urlsplit(url).hostname}` holds credentials, which are not sent"
        )
    return url


def _may_ask(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host)
    return parts.scheme == "http" and _loopback(host)


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _within(end: float, sink: _Sink, limits: Limits) -> str | None:
    """Run one request until `end`; where it redirects to, or None when it wrote the answer.

    In a thread of its own: a server that sends a byte now and then keeps every read within its
    time, and only someone beside it can look at the clock.
    """
    outcome: list[str | KzdataError | None] = []

    def run() -> None:
        try:
            outcome.append(_request(sink, limits))
        except KzdataError as error:
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        thread.join(max(0.0, end - time.monotonic()))
    finally:
        sink.stop()
    if not outcome:
        raise MachineError(f"`{sink.url}` is too slow: not done in {limits.seconds:g} seconds")
    if isinstance(outcome[0], KzdataError):
        raise outcome[0]
    return outcome[0]


def _request(sink: _Sink, limits: Limits) -> str | None:
    import pooch  # noqa: PLC0415 (a fifth of a second)
    import requests  # noqa: PLC0415

    answers = ExitStack()
    progress = _Progress() if sys.stderr.isatty() else None
    if progress is not None:
        answers.callback(progress.close)
    downloader = pooch.HTTPDownloader(
        progressbar=progress or False,
        chunk_size=_CHUNK,
        allow_redirects=False,
        auth=lambda request: request,  # none: without it, those of ~/.netrc would be sent
        headers={"Accept-Encoding": "identity"},
        hooks={"response": partial(_look, sink.url, answers)},
        timeout=limits.silence,
    )
    try:
        with answers:
            downloader(sink.url, sink, None)
    except _Redirected as redirected:
        return str(redirected)
    except requests.HTTPError as error:
        status = error.response.status_code if error.response is not None else "an error"
        raise MachineError(f"`{sink.url}` answers {status}") from None
    except (requests.RequestException, OSError) as error:
        begun = sink.size or isinstance(error, requests.exceptions.ChunkedEncodingError)
        what = "breaks off" if begun else "fails"
        raise MachineError(f"`{sink.url}` {what}: {_reason(error)}") from None
    except ValueError as error:
        raise MachineError(f"`{sink.url}` answers what is no HTTP: {error!s:.100}") from None
    return None


def _look(
    url: str, answers: ExitStack, response: "requests.Response", *_: object, **__: object
) -> None:
    """Turn at a redirect before its body is read, and refuse a packed answer."""
    answers.callback(response.close)
    if response.is_redirect:
        raise _Redirected(urljoin(url, response.headers["location"]))
    if packed := response.headers.get("content-encoding"):
        raise DataError(f"`{url}` gives an answer packed as {packed!r:.40}")


def _reason(error: BaseException) -> str:
    """The innermost cause in a few words, without the layers that libraries wrap it in."""
    import requests  # noqa: PLC0415

    if isinstance(error, requests.Timeout):
        return "the server is silent"
    while error.__context__ is not None:
        error = error.__context__
    return " ".join(str(error).split())[:100] or type(error).__name__


class _Progress:
    """A line on the terminal, in the form that pooch asks for; it is wiped at the end."""

    def __init__(self) -> None:
        self.total = 0
        self._done = 0
        self._told = 0.0

    def update(self, size: int) -> None:
        """Count bytes that came; told five times a second."""
        self._done += size
        if time.monotonic() - self._told > 0.2:
            self._told = time.monotonic()
            of = f" of {self.total:,}" if self._done <= self.total else ""
            sys.stderr.write(f"\rdownloading: {self._done:,}{of} bytes\x1b[K")
            sys.stderr.flush()

    def reset(self) -> None:
        """Begin again: pooch then counts all of them at once."""
        self._done = 0

    def close(self) -> None:
        """Wipe the line."""
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
