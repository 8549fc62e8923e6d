"""One line on a project that was checked and found clean."""

from kzdata.findings import many
from kzdata.project.check import Checked
from kzdata.project.coverage import coverage


def summary(checked: Checked) -> str:
    """How many sources, records and cells there are, and what the cells rest on."""
    covered = coverage(checked)
    cells = sum(sum(counts.values()) for counts in covered.cells.values())
    quoted = sum(counts["quoted"] for counts in covered.cells.values())
    inferred = sum(counts["inferred"] for counts in covered.cells.values())
    left = sum(counts["open"] for counts in covered.ledger.values())
    rows = sum(len(next(iter(columns.values()))) for columns in checked.columns.values())
    return (
        f"{many(len(checked.sources), 'source')}, {many(rows, 'record')}, {many(cells, 'cell')}"
        f" ({quoted} quoted, {inferred} inferred), {left} open in the ledger"
    )
