"""What the cells of a project rest on, and what became of everything that its sources say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kzdata.columns import tally
from kzdata.errors import DataError
from kzdata.escapes import terminal, terminal_table
from kzdata.evidence_table import BASES
from kzdata.findings import where
from kzdata.project.accounts import OPEN_IN_LEDGER, Open, open_items
from kzdata.project.check import Checked

STATES = ("used", "set_aside", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of cells by table and basis, and of the ledger's items by source and state.

    Cells are those that pass. `errors` is how many errors there are, but for open items.
    """

    cells: dict[str, Counter[str]]
    ledger: dict[str, Counter[str]]
    errors: int

    def counts(self) -> dict[str, Any]:
        """The counts for programs: `cells` by table and basis, `ledger` by source and state."""
        return {
            "errors": self.errors,
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
        """The counts for people: two tables, the share of inferred cells, and errors if any."""
        cells = _lines("cells", BASES, self.cells)
        ledger = _lines("ledger", STATES, self.ledger)
        total = sum(self.cells.values(), Counter())
        stated = total["quoted"] + total["inferred"]
        share = f"{total['inferred'] / stated:.1%}" if stated else "none"
        ending = f"inferred, of the cells that are not assigned: {share}"
        wrong = [f"errors besides, see `kzdata validate`: {self.errors}"] if self.errors else []
        return "\n".join([*cells, "", *ledger, "", ending, *wrong])


def coverage(checked: Checked) -> Coverage:
    """The coverage of a project that was checked, of what could be read of it.

    Raises DataError where its schemas cannot be read: nobody knows then what its cells are.
    """
    if checked.dataset is None:
        raise DataError("the project's schemas cannot be read: see `kzdata validate`")
    errors = [one for one in checked.findings if one.severity == "error"]
    cells: dict[str, Counter[str]] = {name: Counter() for name in checked.columns}
    for (table, basis), count in checked.evidence.cells.items():
        cells[table][basis] = count
    ledger: dict[str, Counter[str]] = {name: Counter() for name in checked.sources}
    for part in checked.ledger.to_batches():
        for source, state, count in tally.pairs(part["source"], part["state"]):
            ledger[source][state] += count
    besides = sum(one.rule != OPEN_IN_LEDGER.name for one in errors)
    return Coverage(cells=cells, ledger=ledger, errors=besides)


def left_open(checked: Checked) -> list[Open]:
    """What the sources of a project say that nobody used, in the order of their names."""
    items = open_items(checked.ledger, checked.sources)
    return sorted(items, key=lambda item: (item.source, item.span))


def entry(item: Open) -> dict[str, Any]:
    """An open item for programs.

    `line`, `column` and `end_column` count from 1, `start` and `end` from 0, in code points.
    """
    at = item.place
    return {
        "source": item.source,
        "kind": item.kind,
        "text": item.text,
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_column": at.column + at.length,
        **item.span._asdict(),
    }


def listed(items: Sequence[Open]) -> str:
    """Open items for people, where there are any: a table and a blank line."""
    if not items:
        return ""
    rows = [("open", "kind", "words")]
    rows += [(terminal(where(item.place)), item.kind, terminal(item.shown)) for item in items]
    return "\n".join((*terminal_table(rows), "", ""))


def _lines(title: str, columns: tuple[str, ...], counts: dict[str, Counter[str]]) -> list[str]:
    """A table of counts with a sum and shares at its end."""
    total = sum(counts.values(), Counter())
    whole = sum(total.values())
    rows = [
        (terminal(name), *(str(one[column]) for column in columns)) for name, one in counts.items()
    ]
    rows.append(("all", *(str(total[column]) for column in columns)))
    if whole:
        rows.append(("", *(f"{total[column] / whole:.1%}" for column in columns)))
    heads = (title, *(column.replace("_", " ") for column in columns))
    return terminal_table((heads, *rows), counts=True)
