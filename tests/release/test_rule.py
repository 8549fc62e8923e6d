"""Which versions may follow which, by what changed between them."""

import pytest

from kzdata.errors import DataError
from kzdata.release import kinds
from kzdata.release.changes import Change, Diff
from kzdata.release.kinds import Kind
from kzdata.release.rule import hold

MAY = [
    ("1.0.0", "2.0.0", kinds.ROW_REMOVED),
    ("1.0.0", "1.1.0", kinds.ROW_ADDED),
    ("1.0.0", "2.0.0", kinds.CELL_CORRECTED),
    ("1.0.0", "1.0.1", kinds.CELL_CORRECTED),
    ("0.1.0", "0.2.0", kinds.ROW_REMOVED),
    ("0.1.0", "0.2.0", kinds.ROW_ADDED),
    ("1.0.0", "2.0.0-rc.1", kinds.ROW_REMOVED),
    ("1.0.0-rc.1", "1.0.0", kinds.ROW_REMOVED),
    ("1.0.0", "1.0.1", None),
]
MAY_NOT = [
    ("1.0.0", "1.1.0", kinds.ROW_REMOVED),
    ("1.0.0", "1.0.1", kinds.ROW_ADDED),
    ("0.1.0", "0.1.1", kinds.ROW_REMOVED),
    ("1.0.0", "1.1.0-rc.1", kinds.ROW_REMOVED),
    ("1.0.0", "1.0.0", None),
    ("1.0.0", "0.9.0", None),
    ("1.0.0", "1.0.0-rc.1", None),
    ("1.0.0", "2.0.0", kinds.SOURCE_CHANGED),
    ("1.0", "2.0.0", None),
]


def changed(old: str, new: str, kind: Kind | None) -> Diff:
    """A difference of one change, or of none."""
    changes = () if kind is None else (Change(kind=kind, table="figures"),)
    return Diff(name="tiny", old=old, new=new, changes=changes)


@pytest.mark.parametrize(("old", "new", "kind"), MAY)
def test_a_version_may_follow(old: str, new: str, kind: Kind | None) -> None:
    hold(changed(old, new, kind))


@pytest.mark.parametrize(("old", "new", "kind"), MAY_NOT)
def test_a_version_may_not_follow(old: str, new: str, kind: Kind | None) -> None:
    with pytest.raises(DataError):
        hold(changed(old, new, kind))
