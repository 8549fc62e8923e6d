"""On what was measured: the machine, and the versions of all that took part."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

_PACKAGES = (
    "kzdata", "pyarrow", "pydantic", "frictionless", "pandera", "polars", "duckdb", "rapidfuzz",
    "distributed",
)  # fmt: skip


def described() -> dict[str, Any]:
    """The machine and the versions, as the report names them."""
    return {
        "machine": {
            "processor": _processor(),
            "cores": os.cpu_count(),
            "memory_bytes": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"),
            "system": f"{platform.system()} {platform.machine()}",
        },
        "versions": {
            "Python": platform.python_version(),
            **{name: version(name) for name in _PACKAGES},
        },
    }


def _processor() -> str:
    """The name of the processor as Linux tells it, or what Python knows."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(names, platform.processor())
