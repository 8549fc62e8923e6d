"""Reading from a large package that is open: a cell's evidence, and the rows of one article."""

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyarrow.parquet import ParquetFile

import kzdata

CALLS = 50
"""How often each is asked, each time for another record."""


def asked(project: str, seed: int) -> list[dict[str, Any]]:
    """By what is asked, seconds of the first call, and of the median and slowest one after it."""
    folder = Path(project) / "data/package"
    names = ["claim_id", "article_id"]
    claims = ParquetFile(folder / "claims.parquet").read(names).to_pylist()
    chosen = random.Random(seed).sample(claims, CALLS)
    package = kzdata.open(folder)
    evidence = _timed(lambda row: package.evidence("claims", row["claim_id"], "value"), chosen)
    rows = _timed(
        lambda row: package.load("claims", filters=[("article_id", "=", row["article_id"])]), chosen
    )
    return [
        {"name": "evidence of one cell", "records": len(claims), **evidence},
        {"name": "rows of one article", "records": len(claims), **rows},
    ]


def _timed(ask: Callable[[Any], object], chosen: list[Any]) -> dict[str, float]:
    taken = []
    for row in chosen:
        start = time.perf_counter()
        ask(row)
        taken.append(time.perf_counter() - start)
    first, *others = taken
    return {"first": first, "median": statistics.median(others), "slowest": max(others)}
