"""Whether a version goes far enough beyond the last one for what changed."""

from kzdata.errors import DataError
from kzdata.release import kinds, versions
from kzdata.release.changes import Diff
from kzdata.release.styles import summary


def hold_days(diff: Diff, old: str, new: str) -> None:
    """Nothing, where the day of the new version is not before that of the old; else `DataError`."""
    if new < old:
        raise DataError(
            f"`created` is {new}, and {diff.old} is of {old}: give the day of {diff.new}"
            " in schemas/dataset.yaml"
        )


def hold(diff: Diff) -> None:
    """Nothing, where the new version may be released after the old one; else `DataError`.

    It must be greater; no source may have changed, whatever the step; and the step must be at least
    the one that the changes need. After a pre-release, which promises nothing, any step will do
    (Semantic Versioning 2.0.0, clause 9).
    """
    old, new = versions.parse(diff.old), versions.parse(diff.new)
    if new.precedence <= old.precedence:
        raise DataError(f"version {diff.new} is not greater than {diff.old}, the previous release")
    for change in diff.of(kinds.SOURCE_CHANGED):
        raise DataError(f"{summary(change)}: {change.kind.why}")
    step, needed = versions.taken(old, new), versions.asked(diff.step, old)
    if diff.largest is not None and old.is_final and step < needed:
        raise DataError(
            f"version {diff.new} is a {step.word} step after {diff.old},"
            f" but a {needed.word} one is needed: {summary(diff.largest)}"
        )
