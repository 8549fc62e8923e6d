"""Progress is shown where work takes long, and wiped before anything else is."""

import io
import sys
from contextlib import suppress
from types import SimpleNamespace

import pytest

from kzdata.cli import progress
from kzdata.errors import MachineError

WIPED = "\r\x1b[K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, *seconds: float, error: str = "") -> str:
    """What is written of work whose steps are done so many seconds after its beginning."""
    clock = iter((0.0, *seconds))
    with pytest.MonkeyPatch.context() as patch, suppress(MachineError):
        patch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
        patch.setattr(sys, "stderr", stream)
        with progress.progress() as show:
            for done, _ in enumerate(seconds, start=1):
                show("reading", done, len(seconds) + bool(error))
            if error:
                raise MachineError(error)
    return stream.getvalue()


@pytest.mark.parametrize("last", [3.1, 3.3])
def test_the_line_is_wiped_whenever_the_last_step_is_done(last: float) -> None:
    written = shown(Terminal(), 1.0, 3.0, last)
    assert written.startswith("\rreading: 2 of 3\x1b[K")
    assert written.endswith(WIPED)


def test_the_line_is_wiped_where_the_work_ends_by_an_error() -> None:
    assert shown(Terminal(), 3.0, error="no more").endswith(WIPED)


def test_nothing_is_shown_or_wiped_of_short_work() -> None:
    assert shown(Terminal(), 0.5, 1.9) == ""


def test_nothing_is_shown_where_standard_error_is_no_terminal() -> None:
    assert shown(io.StringIO(), 3.0, 4.0) == ""
