"""What all batches gave, put together again."""

from collections.abc import Mapping

import pyarrow as pa

from kzdata.checks.work import USED, Aside, Outcome
from kzdata.findings import Fault, Finding
from kzdata.ledger import ENTRIES
from kzdata.project.batches import Task
from kzdata.project.evidence import Evidence
from kzdata.records.forms import SET_ASIDE


class Outcomes:
    """The outcomes of all batches; rows are those of the whole tables.

    `places` gives, by table, the place of each row's record among those of all tables, in the order
    in which the evidence table has them.
    """

    def __init__(self, places: Mapping[str, pa.Array]) -> None:
        self._places = places
        self.evidence = Evidence()
        self.faults: list[tuple[str, Fault]] = []
        self.findings: list[Finding] = []
        self.refused: set[str] = set()
        self.unsettled: set[str] = set()
        self.aside: list[Aside] = []
        self._ledger: list[pa.Table] = [ENTRIES.empty_table()]
        self._used: list[pa.Table] = [USED.empty_table()]

    def take(self, task: Task, outcome: Outcome) -> None:
        """Take what one batch gave."""
        for table, fault in outcome.faults:
            row = task.rows[table][fault.row].as_py()
            self.faults.append((table, fault._replace(row=row)))
        decisions = task.rows[SET_ASIDE]
        self.aside += [one._replace(row=decisions[one.row].as_py()) for one in outcome.aside]
        for table, rows in outcome.evidence.items():
            places = self._places[table].take(task.rows[table])
            self.evidence.add(rows.drop_columns("row"), places.take(rows["row"].combine_chunks()))
        self.findings += outcome.findings
        self.refused |= outcome.refused
        self.unsettled |= outcome.unsettled
        self._ledger.append(outcome.ledger)
        self._used.append(outcome.used)

    @property
    def ledger(self) -> pa.Table:
        """The entries of all ledgers (`kzdata.ledger.ENTRIES`)."""
        return pa.concat_tables(self._ledger)

    @property
    def used(self) -> pa.Table:
        """What batches use of sources that are at home in others (`kzdata.checks.work.USED`)."""
        return pa.concat_tables(self._used)
