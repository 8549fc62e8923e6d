"""The gate: whether each quoted cell is read in the words that its record cites."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from kzdata import ledger, seeds
from kzdata.checks.citations import Found, Places, locate, places
from kzdata.checks.claims import Plan
from kzdata.checks.proofs import Proofs
from kzdata.checks.resting import Resting
from kzdata.checks.work import Aside, Batch, Citation, Document, Outcome, Row, stretches
from kzdata.columns import rows
from kzdata.findings import Fault, Finding
from kzdata.quotations.locate import Text
from kzdata.records.forms import SET_ASIDE
from kzdata.selectors import Span

_KEPT: Final = 8
"""How many sources are kept open: records of one source that cite another take turns."""


def check(batch: Batch) -> Outcome:
    """Read the batch's sources, locate its evidence, judge its cells, and close its ledger."""
    gate = _Gate(batch)
    gate.check()
    return gate.outcome()


class _Gate:
    """One batch on its way through, source by source, and what was found so far."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._documents: dict[str, Document | None] = {}
        self._places: Places = {}
        self._proofs = {
            name: Proofs(name, table.cells.column(0)) for name, table in batch.tables.items()
        }
        self._faults: list[tuple[str, Fault]] = []
        self._findings: list[Finding] = []
        self._refused: set[str] = set()
        self._items: dict[str, list[ledger.Item]] = {}
        self._used: dict[str, list[Span]] = defaultdict(list)
        self._aside: list[Aside] = []
        self._unsettled: set[str] = set()

    def check(self) -> None:
        """Check everything, the records of one source after those of another."""
        tables = {name: _by_home(one.rows()) for name, one in self._batch.tables.items()}
        decisions = _by_home(self._batch.aside.rows())
        for home in ("", *self._batch.home):
            document = self._document(home) if home else None
            if document:
                mine = (row for of in (*tables.values(), decisions) for row in of.get(home, ()))
                self._places = places(document, (one for row in mine for one in row.citations))
                self._items[home] = ledger.items(document.text.text, document.language)
            for name, by_home in tables.items():
                for row in by_home.get(home, ()):
                    self._check_row(name, row)
            for row in decisions.get(home, ()):
                self._set_aside(row)

    def outcome(self) -> Outcome:
        """What the batch gives."""
        aside: dict[str, list[Span]] = defaultdict(list)
        for one in self._aside:
            aside[one.source].append(one.words)
        entries = [
            entry
            for name, items in self._items.items()
            for entry in ledger.close(name, items, self._used.pop(name, ()), aside[name])
        ]
        return Outcome(
            evidence={table: proofs.finish() for table, proofs in self._proofs.items()},
            faults=self._faults,
            findings=self._findings,
            refused=frozenset(self._refused),
            ledger=rows.table(entries, ledger.ENTRIES),
            used=stretches(self._used),
            aside=self._aside,
            unsettled=frozenset(self._unsettled),
        )

    def _document(self, name: str) -> Document | None:
        """A source that the batch cites, or None where it cannot be; the last few stay open."""
        if name not in self._documents:
            if len(self._documents) == _KEPT:
                del self._documents[next(iter(self._documents))]
            self._documents[name] = self._opened(name)
        return self._documents[name]

    def _opened(self, name: str) -> Document | None:
        """A source that the batch cites; what is wrong with it is told where it is at home."""
        source, language, date = self._batch.sources[name]
        findings: list[Finding] = []
        text = seeds.load(source, findings)
        if name in self._batch.home:
            self._findings += findings
        if text is None:
            self._refused.add(name)
            return None
        return None if language is None else Document(name, Text(text), language, date)

    def _set_aside(self, row: Row) -> None:
        """Take the pieces of a decision to set words aside."""
        found, _ = self._located(SET_ASIDE, row)
        for one in found:
            name, piece = one.document.name, one.citation.piece
            self._aside += [Aside(row.row, piece, name, span) for span in one.spans]

    def _check_row(self, table: str, row: Row) -> None:
        rules = self._batch.rules[table]
        found, lost = self._located(table, row)
        resting = Resting(row, found, self._batch.directories)
        for plan in rules.plans:
            fault = resting.check(plan)
            if fault is None:
                continue
            if fault.rule.severity == "error":
                # A piece not found is one fault: what it might have carried is not another.
                if any(one.serves(field) for one in lost for field in plan.fields):
                    continue
                self._use(found, plan)
            self._faults.append((table, fault))
            if not row.citations:
                break
        self._publish(table, row, found, resting)

    def _located(self, table: str, row: Row) -> tuple[list[Found], list[Citation]]:
        """The row's citations that stand in their sources, and those that do not."""
        found: list[Found] = []
        lost: list[Citation] = []
        for citation in row.citations:
            result = locate(row.row, citation, self._document, self._places)
            if isinstance(result, Found):
                found.append(result)
                continue
            lost.append(citation)
            if citation.source:
                self._unsettled.add(citation.source)
            if result:
                self._faults.append((table, result))
        return found, lost

    def _use(self, found: Sequence[Found], plan: Plan) -> None:
        """Note the words cited for a faulty claim as used: the ledger tells its fault no more."""
        for one in found:
            if any(one.citation.serves(field) for field in plan.fields):
                self._used[one.document.name] += one.spans

    def _publish(self, table: str, row: Row, found: Sequence[Found], resting: Resting) -> None:
        """Add the record's rows of the evidence table, and note which words are used."""
        proofs, rules = self._proofs[table], self._batch.rules[table]
        for field in rules.fields:
            if field not in row.values:
                continue
            if reason := row.reasons.get(field):
                cited = [one for one in found if one.citation.serves(field)]
                stretches = [(one.document, span) for one in cited for span in one.spans]
                proofs.inferred(row.row, field, stretches, reason)
                for one in cited:
                    if one.citation.fields:
                        self._used[one.document.name] += one.spans
            elif reader := rules.readings.get(field):
                rests = resting.cells.get(field, ())
                proofs.quoted(row.row, field, rests, reader)
                for one, read in rests:
                    self._used[one.document.name].append(read.words)
            else:
                proofs.assigned(row.row, field)


def _by_home(records: Iterator[Row]) -> dict[str, list[Row]]:
    """The rows by the source that each cites first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in records:
        found[row.home].append(row)
    return found
