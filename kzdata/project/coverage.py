"""What the cells of a project rest on, and what became of everything that its sources say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from kzdata.project.check import Checked

BASES = ("quoted", "inferred", "assigned")
STATES = ("used", "set_aside", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of cells by table and basis, and of the ledger's items by source and state."""

    cells: dict[str, Counter[str]]
    ledger: dict[str, Counter[str]]

    def counts(self) -> dict[str, object]:
        """The counts for programs: `cells` by table and basis, `ledger` by source and state."""
        return {
            "cells": {
                name: {basis: counts[basis] for basis in BASES}
                for name, counts in self.cells.items()
            },
            "ledger": {
                name: {state: counts[state] for state in STATES}
                for name, counts in self.ledger.items()
            },
        }

    def text(self) -> str:
        """The counts for people: two tables, and the share of inferred cells."""
        cells = _lines("cells", BASES, self.cells)
        ledger = _lines("ledger", STATES, self.ledger)
        total = sum(self.cells.values(), Counter())
        stated = total["quoted"] + total["inferred"]
        share = f"{total['inferred'] / stated:.1%}" if stated else "none"
        ending = f"inferred, of the cells that are not assigned: {share}"
        return "\n".join([*cells, "", *ledger, "", ending])


def coverage(checked: Checked) -> Coverage:
    """The coverage of a project that was checked."""
    cells: dict[str, Counter[str]] = {name: Counter() for name in checked.columns}
    for (table, basis), count in checked.evidence.cells.items():
        cells[table][basis] = count
    ledger: dict[str, Counter[str]] = {name: Counter() for name in checked.sources}
    for source, state, count in _counts(checked.ledger):
        ledger[source][state] += count
    return Coverage(cells=cells, ledger=ledger)


def _counts(ledger: pa.Table) -> Iterator[tuple[str, str, int]]:
    """How many items of each source are in each state, a part of the ledger after the other."""
    for part in ledger.to_batches():
        texts = pa.table({name: part[name].cast(pa.string()) for name in ("source", "state")})
        counted = texts.group_by(["source", "state"]).aggregate([([], "count_all")])
        columns = (counted[name].to_pylist() for name in ("source", "state", "count_all"))
        yield from zip(*columns, strict=True)


def _lines(title: str, columns: tuple[str, ...], counts: dict[str, Counter[str]]) -> list[str]:
    """A table of counts with a sum and shares at its end."""
    total = sum(counts.values(), Counter())
    whole = sum(total.values())
    rows = [(name, *(str(one[column]) for column in columns)) for name, one in counts.items()]
    rows.append(("all", *(str(total[column]) for column in columns)))
    if whole:
        rows.append(("", *(f"{total[column] / whole:.1%}" for column in columns)))
    heads = (title, *(column.replace("_", " ") for column in columns))
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    return [
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
            ]
        ).rstrip()
        for row in (heads, *rows)
    ]
