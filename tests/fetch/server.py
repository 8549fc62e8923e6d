"""A real HTTP server on the loopback, which misbehaves as its paths say."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """Serves `files` by path; `/cut/3/x` ends after 3 tenths of `/x`, and so on (see `_Handler`)."""

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
        match self.path.split("/")[1:]:
            case ["cut", tenths, *rest]:
                data = self._data(rest)
                self._answer(data[: len(data) * int(tenths) // 10], len(data))
            case ["short", *rest]:
                self._answer(self._data(rest)[:-1])
            case ["long", *rest]:
                self._answer(self._data(rest) + b"x")
            case ["unsized", *rest]:
                self._answer(self._data(rest)[:-1], None)
            case ["flipped", *rest]:
                data = bytearray(self._data(rest))
                data[len(data) // 2] ^= 1
                self._answer(bytes(data))
            case ["loop", *_]:
                self._redirect(self.path)
            case ["to", *rest]:
                self._redirect(f"/{'/'.join(rest)}")
            case ["away", *_]:
                self._redirect("http://example.org/tiny.zip")
            case ["file", *_]:
                self._redirect("file:///etc/passwd")
            case ["endless", *_]:
                self._answer(b"x" * 50_000_000)
            case ["packed", *rest]:
                self._answer(self._data(rest), packed=True)
            case ["silent", *_]:
                time.sleep(5)
            case ["slow", *rest]:
                data = self._data(rest)
                self._head(len(data))
                for byte in data:
                    self.wfile.write(bytes([byte]))
                    time.sleep(0.05)
            case ["pieces", *rest]:
                data = self._data(rest)
                self._head(len(data))
                for start in range(0, len(data), 1000):
                    self.wfile.write(data[start : start + 1000])
                    time.sleep(0.003)
            case ["garbage", *_]:
                self.wfile.write(b"\x00\xff" * 100)
            case path:
                data = self.server.files.get("/" + "/".join(path))
                if data is None:
                    self.send_error(404)
                else:
                    self._answer(data)

    def _data(self, rest: list[str]) -> bytes:
        return self.server.files["/" + "/".join(rest)]

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
