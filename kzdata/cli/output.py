"""What commands print, all of it, and to what: what the reader of a pipe does not wait for is lost.

Else the command would end there, with its work half done, or without the status that its findings
give.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter, FileIO, TextIOWrapper, UnsupportedOperation
from typing import Any, TextIO

import click

from kzdata.escapes import terminal


def say(*lines: str, error: bool = False) -> None:
    """Print lines in which nothing commands the terminal or a log, whoever wrote their parts."""
    click.echo("\n".join(map(terminal, lines)), err=error)


def hand(document: str) -> None:
    """Print a document as it is: its maker has escaped what is in it, or it is for programs."""
    click.echo(document, nl=False)


class _Pipe(FileIO):
    """An open file by its number; what is written to it once its reader is gone goes nowhere."""

    def __init__(self, number: int) -> None:
        super().__init__(number, "w", closefd=False)
        self.unread = False

    def write(self, data: Any, /) -> int:
        """How many bytes are written, or would be."""
        try:
            return super().write(data)
        except BrokenPipeError:
            self.unread = True
            self.lose()
            return super().write(data)

    def lose(self) -> None:
        """Let what is still to be written go nowhere."""
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, self.fileno())
        os.close(null)


@contextmanager
def patient() -> Iterator[None]:
    """While this lasts, standard output and error outlive their readers.

    What the encoding of a terminal lacks is shown as an escape.
    """
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _outliving(sys.stdout), _outliving(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def unread() -> bool:
    """Whether the reader of standard output has had enough."""
    pipe = _pipe()
    return bool(pipe and pipe.unread)


def lose() -> None:
    """Let what is still to be printed go nowhere: Python would complain of it at exit."""
    if pipe := _pipe():
        pipe.lose()


def _outliving(stream: TextIO) -> TextIO:
    """The same file, to outlive its reader; what is no file of the system's stays as it is."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    try:
        pipe = _Pipe(stream.fileno())
    except UnsupportedOperation:
        return stream
    stream.flush()
    return TextIOWrapper(
        BufferedWriter(pipe),
        stream.encoding,
        "backslashreplace",
        line_buffering=stream.line_buffering,
    )


def _pipe() -> _Pipe | None:
    """What standard output is written to, where that is ours."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return raw if isinstance(raw, _Pipe) else None
