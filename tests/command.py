"""The command line as tests call it: in this process, or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kzdata.cli import main

ROOT = Path(__file__).parents[1]


def run(*args: str | Path) -> int:
    """The exit status of the command line, run in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kzdata", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)


def arguments(*args: str | Path) -> list[str]:
    """What starts the command line in a process of its own."""
    return [sys.executable, "-m", "kzdata", *map(str, args)]


def environment(**changes: str) -> Mapping[str, str]:
    """The environment of such a process: it finds kzdata wherever it starts."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **changes}


def process(
    *args: str | Path, cwd: Path | None = None, timeout: float | None = None, **changes: str
) -> subprocess.CompletedProcess[str]:
    """The outcome of the command line in a process of its own."""
    return subprocess.run(
        arguments(*args),
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=timeout,
    )


BLOCKED = """
import sys
for name in ("pydantic", "yaml", "frictionless", "jsonschema"):
    sys.modules[name] = None
from kzdata.cli import main
sys.argv = ["kzdata", *sys.argv[1:]]
main()
"""


def without_extra(*args: str) -> subprocess.CompletedProcess[str]:
    """The command line where the build extra is not installed."""
    return subprocess.run(
        [sys.executable, "-c", BLOCKED, *args],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
