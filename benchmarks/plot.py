"""The plot of `docs/performance.md`: an SVG, the same each time it is made from the same run."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

_OURS, _THEIRS = "#1f5f99", "#b0b0b0"


def digest(result: Mapping[str, Any]) -> str:
    """What the plot bears to say from which run it was made."""
    return hashlib.sha256(json.dumps(result, sort_keys=True).encode()).hexdigest()


def write(result: Mapping[str, Any], path: Path) -> None:
    """Draw the run: time a record by size, rows a second by judge, quotations a second."""
    with mpl.rc_context({"svg.hashsalt": "kzdata", "font.size": 8, "svg.fonttype": "none"}):
        figure = Figure(figsize=(11, 3.6), layout="constrained")
        sizes, judges, quoted = figure.subplots(1, 3, width_ratios=(1.6, 1, 1))
        _sizes(sizes, result)
        _bars(judges, "rows a second", {r["name"]: r["rows_a_second"] for r in result["tables"]})
        rates = {f"{r['name']} ({r['texts']})": r["a_second"] for r in result["quotations"]}
        _bars(quoted, "quotations a second", rates)
        metadata = {"Date": None, "Creator": None, "Description": f"run {digest(result)}"}
        figure.savefig(path, format="svg", metadata=metadata)


def _sizes(axes: Axes, result: Mapping[str, Any]) -> None:
    rows = [row for row in result["build"] if row["name"].endswith("JSON Lines")]
    counts = [row["records"] for row in rows]
    ours = [row["microseconds_a_record"] for row in rows]
    floor = [row["floor"]["processor"] / row["records"] * 1e6 for row in rows]
    axes.loglog(counts, ours, "o-", color=_OURS, label="kzdata build")
    axes.loglog(counts, floor, "o-", color=_THEIRS, label="floor: read, hash, write")
    axes.set(xlabel="records", title="processor µs a record")
    axes.set_ylim(bottom=1)
    axes.grid(alpha=0.3)
    axes.legend(frameon=False)


def _bars(axes: Axes, title: str, rates: Mapping[str, float]) -> None:
    peers = ("str.find", "rapidfuzz", "DuckDB", "pandera", "pydantic", "frictionless", "pyarrow")
    names = list(rates)[::-1]
    colours = [_THEIRS if name.startswith(peers) else _OURS for name in names]
    bars = axes.barh(names, [rates[name] for name in names], color=colours, log=True)
    axes.bar_label(bars, [f"{rates[name]:,.0f}" for name in names], padding=2, fontsize=7)
    axes.set_xlim(right=max(rates.values()) * 12)
    axes.set(title=title)
    axes.spines[["top", "right"]].set_visible(False)
