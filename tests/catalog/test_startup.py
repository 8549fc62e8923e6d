"""What a user waits for: loading a table costs little more than pyarrow itself."""

import os
import subprocess
import sys
from statistics import median

import pytest

from kzdata.shelf import bundled

LOAD = "import kzdata; kzdata.load('figures')"
FLOOR = "import sys, pyarrow.parquet as pq; pq.ParquetFile(sys.argv[1]).read()"


def seconds(*command: str) -> float:
    """The processor time of a whole process: what a busy machine disturbs least."""
    process = subprocess.Popen([sys.executable, "-c", *command])
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


@pytest.mark.slow
def test_loading_a_table_takes_at_most_1_15_times_the_floor() -> None:
    file = f"{bundled().place}/figures.parquet"
    seconds(LOAD), seconds(FLOOR, file)
    # Side by side: a machine that others disturb slows both of a pair.
    ratios = [seconds(LOAD) / seconds(FLOOR, file) for _ in range(15)]
    assert median(ratios) <= 1.15, sorted(ratios)
