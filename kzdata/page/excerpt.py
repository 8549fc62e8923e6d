"""The evidence that a page shows, taken while the whole of it passes by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.page import bounds, cells
from kzdata.page.cells import Shown
from kzdata.page.evidence import keyed, pieces
from kzdata.schema import Dataset
from kzdata.seeds import Source


class Excerpt:
    """What a page shows of a dataset's rows and of their evidence, and counts of all of that.

    `take` gets the rows of the evidence table in order. `quoted` is the first cell that is quoted,
    by table, record and field; `citations` counts the pieces on the sources that the page shows.
    """

    def __init__(
        self, dataset: Dataset, tables: Mapping[str, pa.Table], sources: Sequence[Source]
    ) -> None:
        self._shown = [cells.shown(table, tables[table.name]) for table in dataset.tables]
        self._keys = {
            one.table.name: pa.array(keyed(one.keys()), pa.string()) for one in self._shown
        }
        names = [source.name for source in sources[: bounds.SOURCES]]
        self._sources = pa.array(names, pa.string())
        self._of_tables: dict[str, list[pa.Table]] = {name: [] for name in self._keys}
        self._of_sources: list[pa.Table] = []
        self.citations = 0
        self.shares: Counter[str] = Counter()
        self.quoted: tuple[str, str, str] | None = None

    def take(self, rows: pa.Table) -> None:
        """Take what the page shows of some rows, and count them all."""
        counted = rows.filter(pc.equal(rows["piece"], 1))["basis"].value_counts()
        self.shares.update({one["values"]: one["counts"] for one in counted.to_pylist()})
        if not self.quoted:
            first = rows.filter(pc.equal(rows["basis"], "quoted")).slice(0, 1).to_pylist()
            self.quoted = (
                (first[0]["table"], first[0]["record"], first[0]["field"]) if first else None
            )
        for name in pc.unique(rows["table"]).to_pylist():
            own = rows.filter(pc.equal(rows["table"], name))
            self._keep(name, own.filter(pc.is_in(own["record"], self._keys[name])))
        placed = rows.filter(rows["start"].is_valid())
        cited = placed.filter(pc.is_in(placed["source"], self._sources))
        self._of_sources.append(cited.slice(0, max(0, bounds.PIECES - self.citations)))
        self.citations += len(cited)

    def _keep(self, name: str, rows: pa.Table) -> None:
        """Keep the evidence of a table's rows, and of fewer rows where it is more than has room."""
        kept = self._of_tables[name]
        kept.append(rows)
        if sum(map(len, kept)) > bounds.PIECES:
            whole = pa.concat_tables(kept)
            self._keys[name] = keys = _fitting(self._keys[name], whole["record"])
            self._of_tables[name] = [whole.filter(pc.is_in(whole["record"], keys))]

    def shown(self) -> list[Shown]:
        """The tables as the page shows them: the first rows, each with all of its evidence."""
        return [
            self._whole(one._replace(rows=len(self._keys[one.table.name]))) for one in self._shown
        ]

    def cited(self) -> list[pa.Table]:
        """Rows of the evidence table on the sources that the page shows."""
        return self._of_sources

    def _whole(self, one: Shown) -> Shown:
        return one._replace(pieces=pieces(self._of_tables[one.table.name], one.keys()))


def _fitting(keys: pa.Array, records: pa.ChunkedArray) -> pa.Array:
    """As many keys, from the first on, as have no more than `PIECES` of the records together."""
    counts = {each["values"]: each["counts"] for each in records.value_counts().to_pylist()}
    sums = accumulate(counts.get(key, 0) for key in keys.to_pylist())
    return keys.slice(0, sum(each <= bounds.PIECES for each in sums))
