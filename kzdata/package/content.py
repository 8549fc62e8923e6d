"""What a package is made of, once everything has been checked. Nothing here is checked again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from kzdata.schema import Dataset
from kzdata.seeds import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A dataset ready to be published.

    `tables` holds each of the dataset's tables by name, its columns typed and in schema order, its
    rows in the order of its primary key. `evidence` gives the rows of the evidence table, some at a
    time: the columns of `kzdata.evidence_table.COLUMNS`, in the order of `KEY` there. `sources` are
    the documents that the evidence quotes. `known_as` gives other names of entities, by table and
    key, by which links were read.
    """

    dataset: Dataset
    tables: Mapping[str, pa.Table]
    evidence: Callable[[], Iterable[pa.Table]]
    sources: Sequence[Source]
    known_as: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
