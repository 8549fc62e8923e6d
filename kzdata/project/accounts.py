"""Closing the ledger: what cells use, what curators set aside, what is left open."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.checks.work import Aside, Share
from kzdata.findings import Fault, Finding, Place, Rule, place, shown
from kzdata.ledger import ENTRIES, Cover
from kzdata.project.columns import Faulty
from kzdata.records.forms import SET_ASIDE
from kzdata.seeds import Source
from kzdata.selectors import Span

OPEN_IN_LEDGER = Rule(
    name="open-in-ledger",
    doc="""\
Checks, where the dataset says `ledger: decided`, that every number, date and quotation
of every source is used as evidence or set aside with a reason.

What a source says and nobody used is how a table comes to tell half of a story. What a
record at fault may use is told once that is mended, and `kzdata coverage` lists it now.

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


def cited(shares: Mapping[str, Share], faulty: Faulty) -> set[str]:
    """The sources that records with a faulty cell cite: what would rest on them nobody can tell."""
    found: set[str] = set()
    for name, share in shares.items():
        rows = pa.array({row for table, row, _ in faulty if table == name}, pa.int64())
        pieces = share.pieces.filter(pc.is_in(share.pieces["row"], rows))
        found.update(pc.unique(pieces["source"]).drop_null().to_pylist())
    return found


def settled(ledger: pa.Table, used: pa.Table) -> pa.Table:
    """The ledger (`ENTRIES`), once cells of other batches have used (`USED`) what was left here."""
    covers = {name: Cover(spans) for name, spans in _by_source(used).items()}
    if not covers:
        return ledger
    here = pc.is_in(ledger["source"].cast(pa.string()), pa.array(covers, pa.string()))
    entries = ledger.filter(here)
    columns = (entries[name].to_pylist() for name in ("source", "core_start", "core_end", "state"))
    states = [
        "used" if covers[source].holds(Span(start, end)) else state
        for source, start, end, state in zip(*columns, strict=True)
    ]
    at = ENTRIES.get_field_index("state")
    decided = entries.set_column(at, ENTRIES.field(at), pa.array(states, ENTRIES.field(at).type))
    others = pc.invert(here)
    places = [pc.indices_nonzero(mask) for mask in (others, here)]
    return pa.concat_tables([ledger.filter(others), decided]).take(
        pc.sort_indices(pa.concat_arrays(places))
    )


def idle(ledger: pa.Table, aside: Iterable[Aside]) -> list[tuple[str, Fault]]:
    """The faults of decisions that set nothing aside; the row of each is the decision's."""
    pieces: dict[tuple[int, int], list[Aside]] = {}
    for one in aside:
        pieces.setdefault((one.row, one.piece), []).append(one)
    if not pieces:
        return []
    names = {one.source for found in pieces.values() for one in found}
    of_them = pc.is_in(ledger["source"].cast(pa.string()), pa.array(names, pa.string()))
    left = pc.equal(ledger["state"].cast(pa.string()), "set_aside")
    items = _by_source(ledger.filter(pc.and_(of_them, left)))
    message = "the words that are set aside hold no number, date or quotation that goes unused"
    help = "take the entry out, or cite the words that were meant"
    return [
        (SET_ASIDE, Fault(SET_ASIDE_IDLE, row, None, message, help, piece))
        for (row, piece), found in pieces.items()
        if not any(
            one.words.overlaps(words) for one in found for words in items.get(one.source, ())
        )
    ]


def _by_source(stretches: pa.Table) -> dict[str, list[Span]]:
    """Stretches by source, from columns `source`, `start` and `end`."""
    found: dict[str, list[Span]] = defaultdict(list)
    columns = (stretches[name].to_pylist() for name in ("source", "start", "end"))
    for source, start, end in zip(*columns, strict=True):
        found[source].append(Span(start, end))
    return found


class Open(NamedTuple):
    """What a source says and nobody used: a number, date or quotation, its words and where."""

    source: str
    kind: str
    text: str
    span: Span
    place: Place

    @property
    def shown(self) -> str:
        """The words, as far as a line has room for them."""
        return shown(self.text)


def open_items(ledger: pa.Table, sources: Mapping[str, Source]) -> Iterator[Open]:
    """Each item that is open, in the order of the ledger."""
    left = ledger.filter(pc.equal(ledger["state"].cast(pa.string()), "open"))
    columns = (left[name].to_pylist() for name in ("source", "kind", "start", "end"))
    name, text = "", ""
    for source, kind, start, end in zip(*columns, strict=True):
        if source != name:
            name, text = source, sources[source].text
        at = place(f"seeds/{source}", text, start, end)
        yield Open(source, kind, text[start:end], Span(start, end), at)


def undecided(items: Iterable[Open], unsettled: Container[str]) -> Iterator[Finding]:
    """A finding for each open item, but of sources that a record at fault may use."""
    for item in items:
        if item.source not in unsettled:
            yield OPEN_IN_LEDGER(
                f"the {item.kind} `{item.shown}` of `{item.source}` is neither used nor set aside",
                at=item.place,
                help="cite it in a record, or add it to `set_aside` and say why",
            )
