"""The forms in which a difference is printed, by name."""

from collections.abc import Callable, Mapping
from typing import Any

from kzdata import escapes
from kzdata.release import styles
from kzdata.release.changes import Change, Diff


def json(diff: Diff) -> str:
    """The difference as JSON, whole: `name`, `old`, `new`, `step`, `why` and `changes`.

    A change has `kind` and `step`, of `table`, `record`, `field` and `part` those that lead to it,
    `old` and `new`, and for a cell `before` and `after`, its pieces of evidence.
    """
    largest = diff.largest
    return escapes.json(
        {
            "name": diff.name,
            "old": diff.old,
            "new": diff.new,
            "step": diff.step.word,
            "why": None if largest is None else _change(largest),
            "changes": [_change(change) for change in diff.changes],
        }
    )


def _change(change: Change) -> dict[str, Any]:
    place = {
        name: value
        for name in ("table", "record", "field", "part")
        if (value := getattr(change, name)) is not None
    }
    pieces = {
        when: [piece._asdict() for piece in getattr(change, when)]
        for when in ("before", "after")
        if getattr(change, when)
    }
    said = {"kind": change.kind.name, "step": change.kind.step.word}
    return said | place | {"old": change.old, "new": change.new} | pieces


FORMS: Mapping[str, Callable[[Diff], str]] = {
    "text": styles.text,
    "markdown": styles.markdown,
    "json": json,
}
"""What makes a text of a difference, by the name of the form."""
