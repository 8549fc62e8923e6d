"""Checking a project whole: every fault of it in one run, and the columns that may be published."""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from kzdata import schema
from kzdata.checks import constraints, keys, links
from kzdata.checks.citations import NO_SUCH_SOURCE
from kzdata.checks.claims import refers_to
from kzdata.checks.work import Share
from kzdata.findings import Fault, Finding, Record, in_order
from kzdata.ledger import ENTRIES
from kzdata.project import accounts, columns
from kzdata.project.batches import Task, batches, shares
from kzdata.project.columns import Columns, Faulty
from kzdata.project.documents import (
    Documents,
    documents,
    told_once,
    unknown_keys,
    unlisted,
    without_readers,
)
from kzdata.project.evidence import Evidence
from kzdata.project.identity import places
from kzdata.project.names import directories, known_as
from kzdata.project.outcomes import Outcomes
from kzdata.project.places import findings as placed
from kzdata.project.workers import Workers
from kzdata.records import read as records
from kzdata.records.columns import Records
from kzdata.schema import Dataset
from kzdata.seeds import SUMS, Source, load
from kzdata.seeds import read as read_sources

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps of it are done, and how many there are."""


def silent(what: str, done: int, total: int) -> None:
    """Progress for nobody."""


_HERE = Workers()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A project that was checked: its findings in order, and what it would publish.

    `sources` are those that could be read. `evidence` gives rows of the evidence table in the order
    of its key, `ledger` has the columns of `kzdata.ledger.ENTRIES`. `known_as` gives other names of
    entities, by table and key. Where the project's declarations cannot be read, `dataset` is None
    and the rest is empty.
    """

    findings: tuple[Finding, ...]
    dataset: Dataset | None = field(repr=False)
    sources: Mapping[str, Source] = field(repr=False)
    columns: Mapping[str, Columns] = field(repr=False)
    evidence: Evidence = field(repr=False)
    ledger: pa.Table = field(repr=False)
    known_as: Mapping[str, Mapping[str, Sequence[str]]] = field(repr=False)

    @property
    def clean(self) -> bool:
        """Whether nothing forbids publishing: warnings do not."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def refused(self) -> frozenset[Record]:
        """The records that an error forbids to publish; errors about whole files name none."""
        wrong = (finding for finding in self.findings if finding.severity == "error")
        return frozenset(record for finding in wrong for record in finding.records)


def check(root: Path, *, workers: Workers = _HERE, progress: Progress = silent) -> Checked:
    """Check the project at `root` and say all that is wrong with it.

    Nothing is written to it. The `workers` read the sources, and the result is the same whoever
    they are. A project without readable schemas or sources is reported on as far as it goes.
    """
    root = root.absolute()
    found: list[Finding] = []
    dataset = schema.read(root, found)
    if dataset is None and not (root / SUMS).parent.exists():
        return _unread(found, {})
    listed = read_sources(root, found)
    if dataset is None:
        return _unread(found, listed)
    before = len(found)
    raw = records.read(root, dataset, found)
    misread = bool(raw.unread) or any(one.severity == "error" for one in found[before:])
    typed, faults = columns.of_all(dataset, raw, listed)
    faults += _of_columns(dataset, typed, faults, raw.unread)
    faulty = frozenset((table, fault.row, fault.field) for table, fault in faults)
    documented = documents(dataset, typed, listed, faulty)
    work = _work(dataset, raw, typed, documented, faulty)
    faults += [*work.unlinked, *without_readers(dataset, typed)]
    unknown = unknown_keys(raw, documented)
    # What was written is in the batches now: of the rest only places and names are asked for.
    raw = raw.outline()
    done = _done(work.tasks, Outcomes(places(dataset, typed)), workers, progress)
    found += done.findings
    faults += done.faults
    ledger = accounts.settled(done.ledger, done.used)
    faults += accounts.idle(ledger, done.aside)
    sources = {n: source for n, source in listed.items() if source and n not in done.refused}
    found += _of_whole_texts(dataset, sources)
    if dataset.sources.table in raw.unread:
        faults = [one for one in faults if one[1].rule is not NO_SUCH_SOURCE]
    else:
        found += unlisted(dataset, documented, done.refused, faulty)
    misread = misread or any(fault.rule is NO_SUCH_SOURCE for _, fault in faults)
    if dataset.ledger == "decided" and not misread:
        left = accounts.open_items(ledger, sources)
        found += accounts.undecided(left, work.doubtful | done.unsettled)
    found += told_once(placed(root, raw, faults), documented, unknown)
    return Checked(
        findings=tuple(in_order(found)),
        dataset=dataset,
        sources=sources,
        columns=typed,
        evidence=done.evidence,
        ledger=ledger,
        known_as=known_as(dataset, raw, typed),
    )


class _Work(NamedTuple):
    """What the gate has to do, the faults of links to sources, and what records at fault cite."""

    tasks: Sequence[Task]
    unlinked: Sequence[tuple[str, Fault]]
    doubtful: set[str]


def _work(
    dataset: Dataset,
    raw: Records,
    typed: Mapping[str, Columns],
    documented: Documents,
    faulty: Faulty,
) -> _Work:
    """The records in batches, and what is to be said of them before they are judged."""
    whole = shares(dataset, raw, typed, documented, faulty)
    named = directories(dataset, raw, typed)
    return _Work(
        list(batches(dataset, whole, raw.set_aside.pieces, named, documented)),
        list(_links(dataset, whole, documented)),
        accounts.cited(whole, faulty),
    )


def _of_whole_texts(dataset: Dataset, sources: Collection[str]) -> Iterator[Finding]:
    if dataset.redistribute == "full":
        # It knows what writes a package, which takes 40 ms to import, and few datasets need it.
        from kzdata.project import whole_texts  # noqa: PLC0415

        yield from whole_texts.faults(dataset, sources)


def _of_columns(
    dataset: Dataset,
    typed: Mapping[str, Columns],
    known: Sequence[tuple[str, Fault]],
    unread: Container[str],
) -> list[tuple[str, Fault]]:
    """The faults of constraints, then of keys, by table; what is `known` is not told again."""
    faults = list(known)
    for table in dataset.tables:
        mine = [fault for name, fault in known if name == table.name]
        wrong = constraints.check(table, typed[table.name], mine)
        faults += [(table.name, fault) for fault in wrong]
    for name, wrong in keys.check(dataset.tables, typed, _by_table(faults), unread).items():
        faults += [(name, fault) for fault in wrong]
    return faults[len(known) :]


def _by_table(faults: Iterable[tuple[str, Fault]]) -> dict[str, list[Fault]]:
    """The faults of each table."""
    found: dict[str, list[Fault]] = defaultdict(list)
    for table, fault in faults:
        found[table].append(fault)
    return found


def _unread(found: list[Finding], listed: Mapping[str, Source | None]) -> Checked:
    """What there is to say of a project whose schemas cannot be read."""
    sources = {n: source for n, source in listed.items() if source and load(source, found)}
    return Checked(
        findings=tuple(in_order(found)),
        dataset=None,
        sources=sources,
        columns={},
        evidence=Evidence(),
        ledger=ENTRIES.empty_table(),
        known_as={},
    )


def _done(
    tasks: Sequence[Task], outcomes: Outcomes, workers: Workers, progress: Progress
) -> Outcomes:
    """The outcomes, with those of all tasks."""
    each = workers.outcomes([task.batch for task in tasks])
    for number, (task, outcome) in enumerate(zip(tasks, each, strict=True), start=1):
        progress("reading evidence", number, len(tasks))
        outcomes.take(task, outcome)
    return outcomes


def _links(
    dataset: Dataset, whole: Mapping[str, Share], documented: Documents
) -> Iterator[tuple[str, Fault]]:
    """The faults of rows that are linked to a source which they do not cite."""
    for table in dataset.tables:
        cells, pieces, _ = whole[table.name]
        for name in (one.name for one in table.fields):
            if refers_to(table, name) == dataset.sources.table:
                values = cells[name].combine_chunks()
                for fault in links.check(name, values, documented.cited(values), pieces):
                    yield table.name, fault
