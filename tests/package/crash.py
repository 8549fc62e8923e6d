"""A build that is killed at each of its steps in turn, in a process of its own, which forks."""

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from kzdata.package import swap
from kzdata.package.swap import replacing

FILES = {"datapackage.json": "{}", "a.csv": "a\n", "sources/b.txt": "b"}

STEPS = {"open", "write", "close", "fsync", "flock", "mkdir", "rename", "unlink", "rmdir"} | {
    "get_errno",  # right after `renameat2`, which Python does not see
}


def build(folder: Path, generation: str) -> None:
    """Replace `folder` by a package of this generation."""
    with replacing(folder) as new:
        (new / "sources").mkdir()
        for name, text in FILES.items():
            (new / name).write_text(f"{text}{generation}")


def state(folder: Path) -> dict[str, str]:
    """The files below `folder` with their text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def whole(generation: str) -> dict[str, str]:
    """The files of a whole package of this generation."""
    return {name: f"{text}{generation}" for name, text in sorted(FILES.items())}


def main(place: str, exchange: str) -> None:
    """Kill the second build at each step; print how often the old or the new package was there."""
    folder, seen, point = Path(place), Counter[str](), 0
    if exchange == "aside":
        setattr(swap, "_exchange", lambda *_: False)  # noqa: B010
    while True:
        build(folder, "1")
        assert [path.name for path in folder.parent.iterdir()] == [folder.name]
        point += 1
        child = os.fork()
        if not child:
            _killed(folder, point)
        if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
            break
        generations = {"old": whole("1"), "new": whole("2"), "none": {}}
        seen[
            {json.dumps(files): name for name, files in generations.items()}[
                json.dumps(state(folder))
            ]
        ] += 1
    print(json.dumps({"points": point} | seen))


def _killed(folder: Path, point: int) -> None:
    step = 0

    def count(_: FrameType, event: str, function: object) -> None:
        nonlocal step
        if event in ("c_call", "c_return") and getattr(function, "__name__", "") in STEPS:
            step += 1
            if step == point:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    build(folder, "2")
    os._exit(0)
