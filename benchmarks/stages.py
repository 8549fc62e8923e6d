"""What is timed inside a build, by the names under which the build itself tells its progress."""

import time
from pathlib import Path
from typing import Any

from pyarrow.parquet import ParquetFile

from kzdata.project.check import check
from kzdata.project.publish import publish
from kzdata.project.workers import Workers


class _Stages:
    """Takes a build's progress; a stage lasts until the next one begins."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._since = (0.0, 0.0)
        self("reading sources and records", 0, 1)

    def __call__(self, what: str, _done: int, _total: int) -> None:
        if self.rows and self.rows[-1]["name"] == what:
            return
        self.close()
        self.rows.append({"name": what})

    def close(self) -> None:
        """The stage that runs is over."""
        now = (time.perf_counter(), time.process_time())
        if self.rows:
            self.rows[-1]["wall"] = now[0] - self._since[0]
            self.rows[-1]["processor"] = now[1] - self._since[1]
        self._since = now


def staged(project: str) -> list[dict[str, Any]]:
    """Build the project in this process: its stages in order, with their seconds."""
    stages = _Stages()
    checked = check(Path(project), workers=Workers(keep=False), progress=stages)
    stages("writing the package", 0, 1)
    publish(Path(project), checked)
    stages.close()
    return stages.rows


def counted(project: str) -> dict[str, int]:
    """How many sources and records a built project has, of how many bytes, and its cells."""
    root = Path(project)
    rows = {
        path.stem: ParquetFile(path).metadata.num_rows
        for path in (root / "data/package").glob("*.parquet")
    }
    seeds = [path for path in (root / "seeds").rglob("*") if path.is_file()]
    records = [path for path in (root / "data/records").rglob("*") if path.is_file()]
    return {
        "records": sum(count for name, count in rows.items() if name != "evidence"),
        "evidence_rows": rows["evidence"],
        "sources": len(seeds) - 1,
        "source_bytes": sum(path.stat().st_size for path in seeds),
        "record_bytes": sum(path.stat().st_size for path in records),
    }
