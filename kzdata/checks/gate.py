"""The gate: whether each quoted cell is read in the words that its record cites."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kzdata import ledger, seeds
from kzdata.checks import wording
from kzdata.checks.citations import Found, Places, locate, places
from kzdata.checks.claims import Plan
from kzdata.checks.judging import judged
from kzdata.checks.proofs import Proofs, quoted
from kzdata.checks.work import Aside, Batch, Citation, Document, Outcome, Row, Rules, stretches
from kzdata.columns import rows
from kzdata.findings import Fault, Finding
from kzdata.quotations.locate import Text
from kzdata.readers.names import Directory
from kzdata.readers.verdicts import Cited, Read
from kzdata.records.forms import SET_ASIDE
from kzdata.selectors import Span

_BLAME = ("number", "value", "bound", "unit", "words")
"""The parts of a claim, in the order in which they are blamed."""

_KEPT = 8
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
        self._proofs = {table: Proofs(table) for table in batch.tables}
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
        if name in self._batch.home and name not in self._refused:
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
        rests: dict[str, list[tuple[Found, Read]]] = {}
        for plan in rules.plans:
            fault = _check_claim(plan, row, found, self._batch.directories, rests)
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
        for field in rules.fields:
            if field in row.values:
                self._publish(table, rules, row, field, found, rests.get(field, ()))

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

    def _publish(
        self,
        table: str,
        rules: Rules,
        row: Row,
        field: str,
        found: Sequence[Found],
        rests: Sequence[tuple[Found, Read]],
    ) -> None:
        """Add the rows of the evidence table for one cell, and note which words are used."""
        proofs, cell = self._proofs[table], (row.row, row.key, field)
        reading = rules.readings.get(field)
        if reason := row.reasons.get(field):
            proofs.add(cell, "inferred", list(self._inferred_from(field, found)), reason)
        elif reading is None:
            proofs.add(cell, "assigned", [])
        else:
            proofs.add(cell, "quoted", list(self._read_in(rests, reading)))

    def _inferred_from(self, field: str, found: Sequence[Found]) -> Iterator[tuple[object, ...]]:
        for one in found:
            if one.citation.serves(field):
                for span in one.spans:
                    yield (*quoted(one.document, span), None, None, None)
                    if one.citation.fields:
                        self._used[one.document.name].append(span)

    def _read_in(
        self, rests: Sequence[tuple[Found, Read]], reading: str
    ) -> Iterator[tuple[object, ...]]:
        for one, read in rests:
            words = one.document.text.text[slice(*read.words)]
            self._used[one.document.name].append(read.words)
            yield (*quoted(one.document, one.spans[read.piece]), reading, words, read.words.start)


def _by_home(records: Iterator[Row]) -> dict[str, list[Row]]:
    """The rows by the source that each cites first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in records:
        found[row.home].append(row)
    return found


def _check_claim(
    plan: Plan,
    row: Row,
    found: list[Found],
    directories: Mapping[str, Directory],
    rests: dict[str, list[tuple[Found, Read]]],
) -> Fault | None:
    """The fault of one claim, if any; else `rests` gets what its fields rest on."""
    quoted = {
        part.field: row.values[part.field]
        for part in plan.parts
        if part.field in row.values and part.field not in row.reasons
    }
    if not quoted:
        return None
    first = next(iter(quoted))
    serving = [one for one in found if any(one.citation.serves(field) for field in quoted)]
    if not row.citations or not serving:
        return wording.without_evidence(first, row)
    for part in plan.parts:
        if (
            part.terms is not None
            and part.field in quoted
            and not part.terms.get(quoted[part.field])
        ):
            return wording.without_terms(part.field, row)
    verdict = judged(plan, quoted, row.key, _cited(serving), directories)
    if not verdict.accepted:
        field = _culprit(plan, quoted, row, serving, directories)
        return wording.unsupported(plan, field, row, verdict, serving)
    for part in plan.parts:
        reads = dict.fromkeys(read for read in verdict.support if read.part in ("", part.part))
        if part.field in quoted:
            carried = [(serving[read.source], read) for read in reads]
            rests[part.field] = [one for one in carried if one[0].citation.serves(part.field)]
            if not rests[part.field]:
                return wording.without_evidence(part.field, row)
    return wording.weak(first, row, verdict, serving) if verdict.outcome == "weak" else None


def _cited(serving: Sequence[Found]) -> list[Cited]:
    """The pieces as readers want them, in the same order."""
    return [
        Cited(one.document.text.text, one.document.language, one.spans, one.document.date)
        for one in serving
    ]


def _culprit(
    plan: Plan,
    quoted: Mapping[str, str],
    row: Row,
    serving: Sequence[Found],
    directories: Mapping[str, Directory],
) -> str:
    """The field without which the rest of the claim would hold: the one that is wrong."""
    parts = [part for part in plan.parts if part.field in quoted]
    parts.sort(key=lambda part: _BLAME.index(part.part))
    for part in parts if len(parts) > 1 else ():
        rest = {field: value for field, value in quoted.items() if field != part.field}
        if judged(plan, rest, row.key, _cited(serving), directories).accepted:
            return part.field
    return parts[0].field
