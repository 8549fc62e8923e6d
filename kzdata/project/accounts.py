"""Closing the ledger: what cells use, what curators set aside, what is left open."""

from collections.abc import Iterable, Mapping, Sequence

from kzdata.checks.citations import Found, locate
from kzdata.checks.work import Citation, Document
from kzdata.findings import Fault, Finding, Rule, place
from kzdata.ledger import Entry, Item, decide
from kzdata.project.batches import cited
from kzdata.records.columns import SetAside
from kzdata.selectors import Quotation, Span

OPEN_IN_LEDGER = Rule(
    name="open-in-ledger",
    doc="""\
Checks, where the dataset says `ledger: decided`, that every number, date and quotation
of every source is used as evidence or set aside with a reason.

What a source says and nobody used is how a table comes to tell half of a story.

Example: `10 days of closures` in an article of which no record cites these words.

Instead: add a record for it, or an entry under `set_aside` that says why not.""",
)

SET_ASIDE_IDLE = Rule(
    name="set-aside-idle",
    severity="warning",
    doc="""\
Checks that each piece under `set_aside` covers a number, a date or a quotation that no
cell rests on.

A decision about nothing hides that something else was meant.

Example: setting aside `In 2020`, which a record cites as well.

Instead: take the entry out, or cite the words that were meant.""",
)


def close(
    documents: Mapping[str, Document | None],
    items: Mapping[str, Sequence[Item]],
    used: Mapping[str, Sequence[Span]],
    set_aside: SetAside,
) -> tuple[list[Entry], list[tuple[str, Fault]]]:
    """The ledger of all sources, and the faults of the decisions to set words aside."""
    located, faults = _locate(documents, set_aside)
    spans: dict[str, list[Span]] = {}
    for _, found in located:
        spans.setdefault(found.document.name, []).extend(found.spans)
    entries: list[Entry] = []
    for document in _by_name(documents).values():
        name, text = document.name, document.text.text
        decided = decide(name, text, items.get(name, ()), used.get(name, ()), spans.get(name, ()))
        entries += decided
    idle = _idle(located, entries)
    return entries, faults + idle


def _locate(
    documents: Mapping[str, Document | None], set_aside: SetAside
) -> tuple[list[tuple[int, Found]], list[tuple[str, Fault]]]:
    located: list[tuple[int, Found]] = []
    faults: list[tuple[str, Fault]] = []
    by_name = _by_name(documents)
    columns = (column.to_pylist() for column in set_aside.pieces.columns)
    for row, piece, key, exact, prefix, suffix, start, end, _, _ in zip(*columns, strict=True):
        if exact is None:
            continue
        quotation = Quotation(exact, prefix, suffix, start, end)
        found = locate(row, Citation(piece, cited(key, documents), quotation), by_name)
        if isinstance(found, Found):
            located.append((row, found))
        elif found:
            faults.append(("set_aside", found))
    return located, faults


def _by_name(documents: Mapping[str, Document | None]) -> dict[str, Document]:
    readable = (document for document in documents.values() if document)
    return {one.name: one for one in sorted(readable, key=lambda one: one.name)}


def _idle(
    located: Iterable[tuple[int, Found]], entries: Sequence[Entry]
) -> list[tuple[str, Fault]]:
    aside: dict[str, list[Span]] = {}
    for entry in entries:
        if entry.state == "set_aside":
            aside.setdefault(entry.source, []).append(entry.item.words)
    message = "the words that are set aside hold no number, date or quotation that goes unused"
    help = "take the entry out, or cite the words that were meant"
    return [
        ("set_aside", Fault(SET_ASIDE_IDLE, row, None, message, help, found.citation.piece))
        for row, found in located
        if not any(
            span.overlaps(words)
            for span in found.spans
            for words in aside.get(found.document.name, ())
        )
    ]


def open_items(documents: Mapping[str, Document | None], entries: Iterable[Entry]) -> list[Finding]:
    """A finding for each item that is open."""
    texts = {name: document.text.text for name, document in _by_name(documents).items()}
    return [
        OPEN_IN_LEDGER(
            f"the {entry.item.kind} `{_shown(texts[entry.source][slice(*entry.item.words)])}` of"
            f" `{entry.source}` is neither used nor set aside",
            at=place(f"seeds/{entry.source}", texts[entry.source], *entry.item.words),
            help="cite it in a record, or add it to `set_aside` and say why",
        )
        for entry in entries
        if entry.state == "open"
    ]


def _shown(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "..."
