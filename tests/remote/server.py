"""A real HTTP server on the loopback, which misbehaves as its paths say."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """Serves `files` by path; `/cut/3/x` ends after 3 tenths of `/x`: see `_Handler`."""

    daemon_threads = True

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, *_: object) -> None:
        """Say nothing: a client that goes away is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        kind, _, rest = self.path.removeprefix("/").partition("/")
        misbehave = getattr(self, f"_{kind}", None)
        if misbehave is not None:
            misbehave(f"/{rest}")
        elif self.path in self.server.files:
            self._answer(self.server.files[self.path])
        else:
            self.send_error(404)

    def _cut(self, rest: str) -> None:
        tenths, _, path = rest.removeprefix("/").partition("/")
        data = self.server.files[f"/{path}"]
        self._answer(data[: len(data) * int(tenths) // 10], len(data))

    def _short(self, path: str) -> None:
        self._answer(self.server.files[path][:-1])

    def _long(self, path: str) -> None:
        self._answer(self.server.files[path] + b"x")

    def _unsized(self, path: str) -> None:
        self._answer(self.server.files[path][:-1], None)

    def _flipped(self, path: str) -> None:
        data = bytearray(self.server.files[path])
        data[len(data) // 2] ^= 1
        self._answer(bytes(data))

    def _loop(self, _: str) -> None:
        self._redirect(self.path)

    def _to(self, path: str) -> None:
        self._redirect(path)

    def _away(self, path: str) -> None:
        self._redirect(f"http://example.org{path}")

    def _file(self, _: str) -> None:
        self._redirect("file:///etc/passwd")

    def _endless(self, _: str) -> None:
        self._answer(b"x" * 50_000_000)

    def _packed(self, path: str) -> None:
        self._answer(self.server.files[path], packed=True)

    def _silent(self, _: str) -> None:
        time.sleep(5)

    def _slow(self, path: str) -> None:
        self._drip(path, 1, 0.05)

    def _pieces(self, path: str) -> None:
        self._drip(path, 1000, 0.003)

    def _garbage(self, _: str) -> None:
        self.wfile.write(b"\x00\xff" * 100)

    def _drip(self, path: str, size: int, pause: float) -> None:
        data = self.server.files[path]
        self._head(len(data))
        for start in range(0, len(data), size):
            self.wfile.write(data[start : start + size])
            time.sleep(pause)

    def _redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _head(self, size: int | None, *, packed: bool = False) -> None:
        self.send_response(200)
        if size is not None:
            self.send_header("Content-Length", str(size))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()

    def _answer(self, data: bytes, size: int | None = -1, *, packed: bool = False) -> None:
        self._head(len(data) if size == -1 else size, packed=packed)
        self.wfile.write(data)


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs as long as the block."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
