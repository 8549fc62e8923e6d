"""The evidence that a page shows, taken while the whole of it passes by."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from kzdata.page import bounds, cells
from kzdata.page.cells import Shown
from kzdata.page.evidence import Piece, keyed, pieces
from kzdata.schema import Dataset
from kzdata.seeds import Source

_OF_SOURCES = ""
"""Counts the pieces of sources beside those of tables, none of which has this name."""


class Excerpt:
    """What a page shows of a dataset's rows and of their evidence, and counts of all of that.

    `take` gets the rows of the evidence table in order. `quoted` is the first cell that is quoted,
    by table, record and field.
    """

    def __init__(
        self, dataset: Dataset, tables: Mapping[str, pa.Table], sources: Sequence[Source]
    ) -> None:
        self._shown = [
            Shown(table, len(tables[table.name]), cells.texts(table, tables[table.name]), {})
            for table in dataset.tables
        ]
        self._keys = {
            one.table.name: pa.array(keyed([one.key(row) for row in range(one.rows)]), pa.string())
            for one in self._shown
        }
        names = [source.name for source in sources[: bounds.SOURCES]]
        self._sources = pa.array(names, pa.string())
        self._of_tables: dict[str, list[pa.Table]] = {name: [] for name in self._keys}
        self._of_sources: list[pa.Table] = []
        self._room = dict.fromkeys((*self._keys, _OF_SOURCES), bounds.PIECES)
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
            mine = own.filter(pc.is_in(own["record"], self._keys[name]))
            self._keep(self._of_tables[name], mine, name)
        placed = rows.filter(rows["start"].is_valid())
        cited = placed.filter(pc.is_in(placed["source"], self._sources))
        self._keep(self._of_sources, cited, _OF_SOURCES)

    def _keep(self, kept: list[pa.Table], rows: pa.Table, of: str) -> None:
        """Keep rows, as long as there is room for more of them."""
        kept.append(rows.slice(0, self._room[of]))
        self._room[of] -= len(kept[-1])

    def shown(self) -> list[Shown]:
        """The tables as the page shows them, with the evidence of their rows."""
        return [one._replace(pieces=self._pieces(one)) for one in self._shown]

    def cited(self) -> list[pa.Table]:
        """Rows of the evidence table on the sources that the page shows."""
        return self._of_sources

    def _pieces(self, one: Shown) -> dict[int, list[Piece]]:
        keys = [one.key(row) for row in range(one.rows)]
        return pieces(self._of_tables[one.table.name], keys)
