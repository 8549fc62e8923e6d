"""What a comparison finds: changes, each with its place, both values and the words behind them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kzdata.catalog.cells import Piece
from kzdata.release.kinds import Kind
from kzdata.release.versions import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: what kind it is, where, and the old and the new value as texts.

    A place is as narrow as the change: the dataset (no `table`), a table, a field of it, a record,
    or a cell (`record` and `field`). `part` names what of the place changed, such as a property or
    a category. A value that is not there, or null, is None. `before` and `after` are the pieces of
    evidence of a changed cell.
    """

    kind: Kind
    table: str | None = None
    record: str | None = None
    field: str | None = None
    part: str | None = None
    old: str | None = None
    new: str | None = None
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()

    @property
    def place(self) -> tuple[str, ...]:
        """The names that lead to it, from the table on; empty for the dataset as a whole."""
        names = (self.table, self.record, self.field, self.part)
        return tuple(name for name in names if name is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All changes from one package to another: the dataset's first, then table by table."""

    name: str
    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def step(self) -> Step:
        """The step of the version that the changes need."""
        return Step.NONE if self.largest is None else self.largest.kind.step

    @property
    def largest(self) -> Change | None:
        """The first of the changes that ask for the largest step; None without changes."""
        return max(self.changes, key=lambda change: change.kind.step, default=None)

    def of(self, *kinds: Kind) -> Iterator[Change]:
        """The changes of these kinds, in order."""
        return (change for change in self.changes if change.kind in kinds)
