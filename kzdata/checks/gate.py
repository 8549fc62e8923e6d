"""The gate: whether each quoted cell is read in the words that its record cites."""

from collections.abc import Iterator, Mapping, Sequence

from kzdata import ledger
from kzdata.checks import wording
from kzdata.checks.citations import Found, locate
from kzdata.checks.claims import Plan
from kzdata.checks.judging import judged
from kzdata.checks.work import Batch, Citation, Outcome, Row, TableWork
from kzdata.evidence_table import CONTEXT
from kzdata.findings import Fault
from kzdata.readers.names import Directory
from kzdata.readers.verdicts import Cited, Read
from kzdata.selectors import Span

_BLAME = ("number", "value", "bound", "unit", "words")
"""The parts of a claim, in the order in which they are blamed."""


def check(batch: Batch) -> Outcome:
    """Locate the evidence of a batch, judge its cells, and read the ledger of its sources."""
    documents = (batch.documents[name] for name in batch.home)
    items = {one.name: ledger.items(one.text.text, one.language) for one in documents}
    outcome = Outcome([], [], {}, items, set())
    for name, work in batch.tables.items():
        for row in work.rows:
            _check_row(name, work, row, batch, outcome)
    return outcome


def _check_row(table: str, work: TableWork, row: Row, batch: Batch, outcome: Outcome) -> None:
    found, lost = _located(table, row, batch, outcome)
    rests: dict[str, list[tuple[Found, Read]]] = {}
    for plan in work.plans:
        fault = _check_claim(plan, row, found, batch.directories, rests)
        if fault is None:
            continue
        if fault.rule.severity == "error":
            # A piece that was not found is one fault: what it might have carried is not another.
            if any(one.serves(field) for one in lost for field in plan.fields):
                continue
            _use(found, plan, outcome)
        outcome.faults.append((table, fault))
        if not row.citations:
            break
    for field in work.fields:
        if field in row.values:
            _publish(table, work, row, field, found, rests.get(field, ()), outcome)


def _located(
    table: str, row: Row, batch: Batch, outcome: Outcome
) -> tuple[list[Found], list[Citation]]:
    """The row's citations that stand in their sources, and those that do not."""
    found: list[Found] = []
    lost: list[Citation] = []
    for citation in row.citations:
        result = locate(row.row, citation, batch.documents)
        if isinstance(result, Found):
            found.append(result)
            continue
        lost.append(citation)
        if citation.source:
            outcome.unsettled.add(citation.source)
        if result:
            outcome.faults.append((table, result))
    return found, lost


def _use(found: Sequence[Found], plan: Plan, outcome: Outcome) -> None:
    """Note the words cited for a faulty claim as used: its fault is not told by the ledger too."""
    for one in found:
        if any(one.citation.serves(field) for field in plan.fields):
            outcome.used.setdefault(one.document.name, []).extend(one.spans)


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


def _publish(
    table: str,
    work: TableWork,
    row: Row,
    field: str,
    found: Sequence[Found],
    rests: Sequence[tuple[Found, Read]],
    outcome: Outcome,
) -> None:
    """Add the rows of the evidence table for one cell, and note which words are used."""
    reading = work.readings.get(field)
    reason = row.reasons.get(field)
    if reason is not None:
        pieces = [(*piece, None, None, None) for piece in _inferred_from(field, found, outcome)]
        basis, reading = "inferred", None
    elif reading is None:
        basis, pieces = "assigned", []
    else:
        basis, pieces = "quoted", list(_read_in(rests, reading, outcome))
    nothing = (None,) * 9
    for number, piece in enumerate(pieces or [nothing], start=1):
        outcome.evidence.append((table, row.key, field, number, basis, *piece, reason))


def _inferred_from(
    field: str, found: Sequence[Found], outcome: Outcome
) -> Iterator[tuple[object, ...]]:
    for one in found:
        if one.citation.serves(field):
            for span in one.spans:
                yield _quoted(one, span)
                if one.citation.fields:
                    outcome.used.setdefault(one.document.name, []).append(span)


def _read_in(
    rests: Sequence[tuple[Found, Read]], reading: str, outcome: Outcome
) -> Iterator[tuple[object, ...]]:
    for one, read in rests:
        words = one.document.text.text[slice(*read.words)]
        outcome.used.setdefault(one.document.name, []).append(read.words)
        yield (*_quoted(one, one.spans[read.piece]), reading, words, read.words.start)


def _quoted(one: Found, span: Span) -> tuple[object, ...]:
    """Source, start, end, exact, prefix and suffix of a span, as the evidence table has them."""
    text, (start, end) = one.document.text.text, span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return (one.document.name, start, end, text[start:end], before or None, after or None)
