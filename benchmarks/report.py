"""`docs/performance.md` and its plot, made from the JSON of a run; no figure is typed by hand."""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measure import ROOT, ROUNDS

Result = Mapping[str, Any]

RESULTS = ROOT / "benchmarks/results/2-cores.json"
PAGE = ROOT / "docs/performance.md"
PLOT = ROOT / "docs/performance.svg"

DOLLARS = 0.04
"""A core-hour of rented machines in the plan for a large build: an assumption, not measured."""

_HEAD = """\
# Performance

Made by `python -m benchmarks report` from [`{results}`](../{results}), which was written by

```
{commands}
```

on {processor}, {cores} cores, {memory} GB, {system}, with {versions}.

The projects are generated (seed {seed}): articles of 2 to 4.5 kB with ten records each, and books
of 500 kB with 1,750. A record counts whatever its table, and each has evidence. Processor time is
that of a process and all its children, memory the peak of them together. Ratios hold better than
seconds: all figures of one part are of one machine and one moment, and
the last command that measured it.

![Processor time a record by size, rows and quotations a second](performance.svg)
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The arguments of `python -m benchmarks report`."""
    parser.add_argument("json", type=Path, nargs="?", default=RESULTS)


def run(chosen: argparse.Namespace) -> None:
    """Write the page and its plot."""
    from benchmarks import plot  # noqa: PLC0415 - measuring does without matplotlib

    result = json.loads(chosen.json.read_text("utf-8"))
    PAGE.write_text(page(result, chosen.json), "utf-8")
    plot.write(result, PLOT)
    print(f"written: {PAGE.relative_to(ROOT)}, {PLOT.relative_to(ROOT)}")


def page(result: Result, results: Path = RESULTS) -> str:
    """The page on one run."""
    machine = result["machine"]
    head = _HEAD.format(
        results=results.resolve().relative_to(ROOT).as_posix(),
        commands="\n".join(result["commands"]),
        processor=machine["processor"],
        cores=machine["cores"],
        memory=round(machine["memory_bytes"] / 1e9),
        system=machine["system"],
        versions=", ".join(f"{name} {one}" for name, one in result["versions"].items()),
        seed=result["seed"],
    )
    return "\n".join([head, *(section(key, result) for key in SECTIONS if key in result)])


def section(key: str, result: Result) -> str:
    """What the run says under one of the `SECTIONS`: a heading, a table, and what follows of it."""
    return SECTIONS[key](result[key])


def _build(rows: Sequence[Result]) -> str:
    shown = [
        (
            row["name"],
            f"{row['records']:,}",
            f"{row['sources']:,}",
            f"{row['wall']:,.1f}",
            f"{row['records_a_second']:,.0f}",
            f"{row['source_megabytes_a_second']:,.2f}",
            f"{row['microseconds_a_record']:,.0f}",
            f"{row['floor']['processor']:,.2f}",
            f"{row['times_the_floor']:,.1f}",
            _memory(row["peak"]),
        )
        for row in rows
    ]
    head = (
        "project", "records", "sources", "s", "records/s", "source MB/s", "processor µs a record",
        "floor, processor s", "times the floor", "peak MB",
    )  # fmt: skip
    words = """\
`kzdata build --jobs 1 --no-cache` as a whole, its start included. The floor reads and hashes the
sources and record files, writes and hashes the same tables with pyarrow, and checks nothing."""
    return _section("Whole builds", words, head, shown) + _linear(rows) + _thousandfold(rows)


def _linear(rows: Sequence[Result]) -> str:
    """How the time a record grows from ten thousand records on, where both ends were measured."""
    lines = sorted(
        (row for row in rows if row["name"].endswith("JSON Lines") and row["records"] >= 10_000),
        key=lambda row: row["records"],
    )
    if len(lines) < 2:
        return ""
    first, last = lines[0], lines[-1]
    ratio = last["microseconds_a_record"] / first["microseconds_a_record"]
    between = f"{first['records']:,} to {last['records']:,} records"
    return f"\nFrom {between} the processor time a record becomes {ratio:.2f} times what it was.\n"


def _thousandfold(rows: Sequence[Result]) -> str:
    """What 10^9 records would take at the rate of the largest build, for `docs/scale.md`."""
    largest = max(rows, key=lambda row: row["records"])
    times = 1e9 / largest["records"]
    hours = largest["processor"] * times / 3600
    figures = (
        f"{largest['sources'] * times / 1e6:,.0f} million sources",
        f"{largest['source_bytes'] * times / 1e12:.2f} TB of texts",
        f"{largest['record_bytes'] * times / 1e12:.2f} TB of records",
        f"{largest['evidence_rows'] * times / 1e9:.1f} × 10⁹ rows of evidence",
        f"{hours:,.0f} core-hours, that is {hours / 1000:,.1f} hours on 1,000 cores",
        f"{hours * DOLLARS:,.0f} dollars at {DOLLARS:.2f} a core-hour",
        f"{largest['floor']['processor'] * times / 3600:,.0f} core-hours of it for the floor",
    )
    listed = "".join(f"- {figure}\n" for figure in figures)
    return (
        f"\nAt the rate of its {largest['records']:,}, 10⁹ records would be and take:\n\n{listed}"
    )


def _stages(stages: Result) -> str:
    total = sum(row["processor"] for row in stages["rows"])
    shown = [
        (row["name"], f"{row['wall']:,.2f}", f"{row['processor'] / total:.0%}")
        for row in stages["rows"]
    ]
    words = f"Of the build of {stages['name']}, as the build tells its progress."
    return _section("Stages", words, ("stage", "s", "of the processor time"), shown)


def _faulty(faulty: Result) -> str:
    clean, wrong = faulty["clean"], faulty["faulty"]
    each = (wrong["processor"] - clean["processor"]) / faulty["found"] * 1e6
    figures = [
        ("none", "0", f"{clean['wall']:,.1f}", f"{clean['processor']:,.1f}", ""),
        (
            f"{faulty['planted']:,}",
            f"{faulty['found']:,}",
            f"{wrong['wall']:,.1f}",
            f"{wrong['processor']:,.1f}",
            f"{each:,.0f}",
        ),
    ]
    words = f"""\
`kzdata validate` of {faulty["records"]:,} records over articles. The false ones have a digit,
the bound, the unit or a letter of the quotation changed. What a fault takes more is its place and
its help."""
    head = ("false records", "errors", "s", "processor s", "processor µs a fault")
    return _section("Faults", words, head, figures)


def _beside(beside: Result) -> str:
    shown = []
    for row in beside["rows"]:
        same = {True: "yes", False: "NO", None: ""}[row.get("same_bytes")]
        figures = (f"{row['wall']:,.1f}", f"{row['times_one']:.2f}", f"{row['processor']:,.1f}")
        shown.append((row["name"], *figures, _memory(row["peak"]), same))
    head = ("run by", "s", "times one process", "processor s", "peak MB", "same bytes")
    words = f"""\
One project of {beside["records"]:,} records over articles. What Dask's workers take is not in the
processor time and the peak, and their start not in the seconds."""
    return _section("Side by side", words, head, shown)


def _tables(rows: Sequence[Result]) -> str:
    mine = rows[0]["rows_a_second"]
    shown = [
        (
            row["name"],
            f"{row['rows']:,}",
            f"{row['rows_a_second']:,.0f}",
            f"{mine / row['rows_a_second']:,.2f}",
            f"{row['rows_a_processor_second']:,.0f}",
            _memory(row["peak"]),
        )
        for row in rows
    ]
    words = """\
Types, constraints, a primary key, a unique key of three fields and a foreign key of a table of 8
columns, read from a file and checked, each in a process of its own, the best of three runs
(frictionless-py: one). All find the same faults (`tests/benchmarks/test_tables.py`), but for
frictionless-py, which does not know `uniqueKeys`."""
    head = (
        "judge", "rows", "rows/s", "kzdata from Parquet is so many times as quick",
        "rows a processor second", "peak MB",
    )  # fmt: skip
    return _section("Tables", words, head, shown)


def _quotations(rows: Sequence[Result]) -> str:
    shown = [
        (row["texts"], row["name"], f"{row['a_second']:,.0f}", f"{row['stood']:,}/{row['asked']:,}")
        for row in rows
    ]
    words = f"""\
Quotations of 4 to 16 words in articles of 4.5 kB and novels of 550 kB, ten and 1,750 to a text, in
one process. `str.find` folds nothing, looks at no word's edge, and searches twice, to count;
rapidfuzz gives the best alignment, and does not say whether words stand. The quickest of {ROUNDS}
rounds, all in turns, garbage being looked for as rarely as in a build."""
    return _section("Quotations", words, ("in", "asked", "a second", "found or shown"), shown)


def _readers(rows: Sequence[Result]) -> str:
    shown = [
        (
            row["name"],
            row["language"],
            f"{row['a_second']:,.0f}",
            f"{row['times_the_floor']:.0f}",
            f"{row['articles_a_second']:,.0f}" if "articles_a_second" in row else "",
            f"{row['import'] * 1e3:.0f}" if "import" in row else "",
            f"{row['first'] * 1e3:.0f}" if "first" in row else "",
        )
        for row in rows
    ]
    words = f"""\
The same seven short spans in each language, beside one regular expression for digits over them;
articles of 3.7 kB; and the processor time of an import alone, and of an import and a first reading,
in a fresh process, beyond bare Python's. The quickest of {ROUNDS} rounds, all in turns."""
    head = (
        "reader", "language", "spans/s", "times the expression's time", "articles/s",
        "import, ms", "first reading, ms",
    )  # fmt: skip
    return _section("Readers", words, head, shown)


def _compiled(rows: Sequence[Result]) -> str:
    shown = [
        (
            row["of"],
            row["name"],
            f"{row['plain']:,.0f}",
            f"{row['compiled']:,.0f}",
            f"{row['compiled'] / row['plain']:.2f}",
        )
        for row in rows
    ]
    words = """\
What `make compiled` makes (see CONTRIBUTING.md) beside plain Python, measured in turns; of builds,
records a processor second."""
    head = ("of", "what", "plain, a second", "compiled, a second", "times as quick")
    return _section("Compiled", words, head, shown)


def _evidence(rows: Sequence[Result]) -> str:
    shown = [
        (
            row["name"],
            f"{row['records']:,}",
            *(f"{row[key] * 1e3:,.1f}" for key in ("first", "median", "slowest")),
        )
        for row in rows
    ]
    words = (
        "From the package of the largest generated project, opened once; 50 calls for 50 records."
    )
    head = ("asked", "rows of the table", "first, ms", "median, ms", "slowest, ms")
    return _section("Reading a large package", words, head, shown)


def _small(usage: Result) -> str:
    row = (f"{usage['wall']:.2f}", f"{usage['processor']:.2f}", _memory(usage["peak"]))
    words = f"""\
`kzdata validate` on this repository's dataset, as a whole process, the best of {ROUNDS}."""
    return _section("The small dataset", words, ("s", "processor s", "peak MB"), [row])


SECTIONS: Mapping[str, Callable[[Any], str]] = {
    "build": _build,
    "stages": _stages,
    "faulty": _faulty,
    "beside": _beside,
    "small": _small,
    "tables": _tables,
    "quotations": _quotations,
    "readers": _readers,
    "evidence": _evidence,
    "compiled": _compiled,
}
"""The sections of the page in order, each by its key in the JSON."""


def _memory(size: int) -> str:
    return f"{size / 1e6:,.0f}"


def _section(title: str, words: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:

    lines = [head, ["---"] * len(head), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"## {title}\n\n{words}\n\n{table}\n"
