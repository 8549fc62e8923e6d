"""Checking a project whole: every fault of it in one run, and the columns that may be published."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from kzdata import schema
from kzdata.checks import constraints, gate, keys, links
from kzdata.checks.citations import NO_SUCH_SOURCE
from kzdata.checks.claims import refers_to
from kzdata.checks.work import Batch, Document, Outcome
from kzdata.findings import Fault, Finding, in_order
from kzdata.ledger import Entry, Item
from kzdata.project import accounts, columns
from kzdata.project.batches import batches, known_as
from kzdata.project.columns import Columns
from kzdata.project.documents import documents, unlisted
from kzdata.project.places import findings as placed
from kzdata.records import read as records
from kzdata.schema import Dataset
from kzdata.seeds import Source
from kzdata.seeds import read as read_sources
from kzdata.selectors import Span

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps of it are done, and how many there are."""


def _silent(what: str, done: int, total: int) -> None:
    """Progress for nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A project that was checked: its findings in order, and what it would publish.

    `evidence` are rows of the evidence table (`kzdata.evidence_table.COLUMNS`), in no order.
    `known_as` gives other names of entities, by table and key. Where the project's declarations
    cannot be read, `dataset` is None and the rest is empty.
    """

    findings: tuple[Finding, ...]
    dataset: Dataset | None
    sources: Mapping[str, Source]
    columns: Mapping[str, Columns]
    evidence: tuple[tuple[object, ...], ...]
    ledger: tuple[Entry, ...]
    known_as: Mapping[str, Mapping[str, Sequence[str]]]

    @property
    def clean(self) -> bool:
        """Whether nothing forbids publishing: warnings do not."""
        return not any(finding.severity == "error" for finding in self.findings)


def check(root: Path, *, executor: Executor | None = None, progress: Progress = _silent) -> Checked:
    """Check the project at `root` and say all that is wrong with it.

    Nothing is written. Batches of sources are handed to the `executor`, or done in line; the result
    is the same. A project without readable schemas or sources is reported on as far as it goes.
    """
    found: list[Finding] = []
    dataset = schema.read(root, found)
    listed = read_sources(root, found)
    seeds = {name: source for name, source in listed.items() if source}
    if dataset is None:
        return _unread(found, seeds)
    raw = records.read(root, dataset, found)
    typed, faults = columns.of_all(dataset, raw, listed)
    faults += _of_columns(dataset, typed, faults)
    faulty = frozenset((table, fault.row, fault.field) for table, fault in faults)
    documented = documents(dataset, typed, seeds, faulty)
    listed_in = (dataset.sources.table, dataset.sources.file)
    if raw.whole and not any((table, field) == listed_in for table, _, field in faulty):
        found += unlisted(seeds, documented)
    work = list(batches(dataset, raw, typed, documented, faulty))
    outcome = _merged(_run(work, executor, progress))
    faults += outcome.faults
    faults += _links(dataset, work, documented)
    entries, more = accounts.close(documented, outcome.items, outcome.used, raw.set_aside)
    faults += more
    if dataset.ledger == "decided" and raw.whole:
        settled = [entry for entry in entries if entry.source not in outcome.unsettled]
        found += accounts.open_items(documented, settled)
    told = faults if raw.whole else filter(_not_of_absence, faults)
    found += placed(root, raw, _once(told))
    return Checked(
        findings=tuple(in_order(found)),
        dataset=dataset,
        sources=seeds,
        columns=typed,
        evidence=tuple(outcome.evidence),
        ledger=tuple(entries),
        known_as=known_as(dataset, raw, typed),
    )


def _of_columns(
    dataset: Dataset, typed: Mapping[str, Columns], known: Sequence[tuple[str, Fault]]
) -> list[tuple[str, Fault]]:
    """The faults of constraints, then of keys, by table; what is `known` is not told again."""
    faults = list(known)
    for table in dataset.tables:
        mine = [fault for name, fault in known if name == table.name]
        wrong = constraints.check(table, typed[table.name], mine)
        faults += [(table.name, fault) for fault in wrong]
    for name, wrong in keys.check(dataset.tables, typed, _by_table(faults)).items():
        faults += [(name, fault) for fault in wrong]
    return faults[len(known) :]


def _not_of_absence(fault: tuple[str, Fault]) -> bool:
    """Whether the fault stands even if records that could not be read are taken into account."""
    return fault[1].rule not in (keys.FOREIGN_KEY_UNKNOWN, NO_SUCH_SOURCE)


def _by_table(faults: Iterable[tuple[str, Fault]]) -> dict[str, list[Fault]]:
    """The faults of each table."""
    found: dict[str, list[Fault]] = defaultdict(list)
    for table, fault in faults:
        found[table].append(fault)
    return found


def _unread(found: list[Finding], seeds: Mapping[str, Source]) -> Checked:
    """What there is to say of a project whose schemas cannot be read."""
    return Checked(
        findings=tuple(in_order(found)),
        dataset=None,
        sources=seeds,
        columns={},
        evidence=(),
        ledger=(),
        known_as={},
    )


def _run(work: list[Batch], executor: Executor | None, progress: Progress) -> Iterator[Outcome]:
    """The outcome of each batch, in the order of the batches."""
    outcomes = map(gate.check, work) if executor is None else executor.map(gate.check, work)
    for done, outcome in enumerate(outcomes, start=1):
        progress("reading evidence", done, len(work))
        yield outcome


def _merged(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcomes of all batches as one."""
    evidence: list[tuple[object, ...]] = []
    faults: list[tuple[str, Fault]] = []
    used: dict[str, list[Span]] = defaultdict(list)
    items: dict[str, list[Item]] = {}
    unsettled: set[str] = set()
    for outcome in outcomes:
        evidence += outcome.evidence
        faults += outcome.faults
        items |= outcome.items
        unsettled |= outcome.unsettled
        for name, spans in outcome.used.items():
            used[name] += spans
    return Outcome(evidence, faults, used, items, unsettled)


def _once(faults: Iterable[tuple[str, Fault]]) -> Iterator[tuple[str, Fault]]:
    """The faults, of each unknown source the first alone: a file names it for many records."""
    unknown: set[str] = set()
    for table, fault in faults:
        if fault.rule is not NO_SUCH_SOURCE or fault.message not in unknown:
            yield table, fault
        if fault.rule is NO_SUCH_SOURCE:
            unknown.add(fault.message)


def _links(
    dataset: Dataset, work: Iterable[Batch], documented: Mapping[str, Document | None]
) -> Iterator[tuple[str, Fault]]:
    """The faults of rows that are linked to a source which they do not cite."""
    files = {key: document.name for key, document in documented.items() if document}
    linked = [
        (table.name, field.name)
        for table in dataset.tables
        for field in table.fields
        if refers_to(table, field.name) == dataset.sources.table
    ]
    for batch in work:
        for table, field in linked:
            for fault in links.check(batch.tables[table].rows, field, files):
                yield table, fault
