"""The kinds of change, and the step that each asks for: the rule of `docs/releases.md`.

The dataset's interface is its names, types, units, identifiers, promises and terms: who relies on
them must be able to go on relying. Values are what the dataset is there to correct.
"""

from dataclasses import dataclass

from kzdata.release.versions import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of change: its name, which is never changed, its step, and why it asks for it."""

    name: str
    step: Step
    what: str
    why: str


KINDS: dict[str, Kind] = {}
"""All kinds by name, the larger steps first."""


def _kind(step: Step, name: str, what: str, why: str) -> Kind:
    KINDS[name] = Kind(name=name, step=step, what=what, why=why)
    return KINDS[name]


_M = Step.MAJOR
DATASET_RENAMED = _kind(_M, "dataset-renamed", "dataset renamed", "it is asked for by its name")
TABLE_REMOVED = _kind(_M, "table-removed", "table removed or renamed", "programs ask for it")
FIELD_REMOVED = _kind(_M, "field-removed", "field removed or renamed", "programs ask for it")
TYPE_CHANGED = _kind(
    _M, "type-changed", "type or form of a field changed", "programs read it as what it was"
)
UNIT_CHANGED = _kind(
    _M, "unit-changed", "unit of a field changed", "the same number means something else"
)
MEANING_CHANGED = _kind(
    _M, "meaning-changed", "`rdfType` of a field changed", "the same value means something else"
)
PRIMARY_KEY_CHANGED = _kind(
    _M, "primary-key-changed", "primary key changed", "rows and evidence are found by it"
)
KEY_REMOVED = _kind(
    _M, "key-removed", "unique or foreign key removed", "joins may lose or multiply rows"
)
PROMISE_REMOVED = _kind(
    _M,
    "promise-removed",
    "field no longer `required`, `unique` or `quoted`",
    "programs rely on it, and readers on the words",
)
CATEGORY_REMOVED = _kind(
    _M, "category-removed", "category removed or renamed", "programs ask for it"
)
ROW_REMOVED = _kind(
    _M, "row-removed", "row removed or renamed", "others refer to it by its primary key"
)
LICENCE_REMOVED = _kind(
    _M, "licence-removed", "licence removed or replaced", "who relied on it may not use the new one"
)
SOURCE_REMOVED = _kind(
    _M, "source-removed", "source removed or renamed", "nobody can look up what rested on it"
)
SOURCE_CHANGED = _kind(
    _M,
    "source-changed",
    "source's text changed",
    "a source never changes: a corrected one is a new file",
)
FILES_REMOVED = _kind(
    _M, "files-removed", "CSV forms or source texts no longer published", "programs read them"
)

_N = Step.MINOR
TABLE_ADDED = _kind(_N, "table-added", "table added", "what was there stays")
FIELD_ADDED = _kind(_N, "field-added", "field added", "fields are found by name, not by place")
KEY_ADDED = _kind(_N, "key-added", "unique or foreign key added", "more is promised, not less")
PROMISE_ADDED = _kind(
    _N,
    "promise-added",
    "field now `required`, `unique` or `quoted`",
    "more is promised, not less",
)
CATEGORY_ADDED = _kind(_N, "category-added", "category added", "those that were there stay")
CONSTRAINT_CHANGED = _kind(
    _N,
    "constraint-changed",
    "limits of a field's values changed",
    "other values may come; those that are there are compared themselves",
)
ROW_ADDED = _kind(_N, "row-added", "row added", "those that were there stay")
CELL_FILLED = _kind(_N, "cell-filled", "null filled", "nothing was said there before")
LICENCE_ADDED = _kind(_N, "licence-added", "licence added", "those that were there stay")
SOURCE_ADDED = _kind(_N, "source-added", "source added", "those that were there stay")
FILES_ADDED = _kind(
    _N, "files-added", "CSV forms or source texts now published", "those that were there stay"
)

_P = Step.PATCH
CELL_CORRECTED = _kind(
    _P, "cell-corrected", "cell corrected", "it says better what it was there to say"
)
CELL_EMPTIED = _kind(
    _P, "cell-emptied", "cell withdrawn (now null)", "nothing but what sources say is kept"
)
EVIDENCE_CHANGED = _kind(
    _P, "evidence-changed", "evidence or reason of a cell changed", "the value stays"
)
TEXT_CHANGED = _kind(
    _P,
    "text-changed",
    "title, description, label or other words changed",
    "they explain; where they mean something else now, take a major step",
)
ORDER_CHANGED = _kind(
    _P, "order-changed", "tables or fields in another order", "they are found by name"
)
