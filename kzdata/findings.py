"""A finding is data: what is wrong, by which rule, where. How it is shown is `kzdata.render`.

Rules are declared beside the code that applies them, as `Rule` constants; `kzdata.rules` lists them
all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]

EXCERPT = 200
"""How many code points are kept on either side of a place: a line may be a megabyte long."""


SHOWN = 80
"""How many code points of a value a message shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of one line of a project's file, with as much of that line as is worth showing.

    `line` and `column` count from 1, in code points; `length` may be 0 (a point between
    characters). `excerpt` is a part of the line, of which the first character stands at column
    `excerpt_column`. `path` is relative to the project, with forward slashes. A place with `line` 0
    is the whole file or, in a Parquet file, the `row` (from 0).
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 0
    excerpt: str = ""
    excerpt_column: int = 1
    row: int | None = None


class Record(NamedTuple):
    """A record by its table, its file, and its number there, from 0.

    Counted are the lines of a JSON Lines file, the rows of a Parquet file, and in a YAML file the
    records of the table (or the entries of `set_aside`).
    """

    table: str
    path: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A place and what is to be said about it, such as `curated value` or `read as 20`."""

    place: Place
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault: its rule, a message that stands alone, labelled places (first: where), help.

    `records` are those that are at fault: an error forbids to publish them. `field` is the field of
    theirs that is, empty where no single one is. A finding without records is about a whole file.
    """

    rule: str
    severity: Severity
    message: str
    labels: tuple[Label, ...]
    help: str = ""
    records: tuple[Record, ...] = ()
    field: str = ""

    @property
    def place(self) -> Place:
        """Where the fault is: the place of the first label."""
        return self.labels[0].place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule by its kebab-case name, which states the fault and is never renamed.

    `doc` is what `kzdata explain NAME` prints: what the rule checks, why it matters, an example,
    and what to do instead. Calling a rule makes a finding:

    >>> NO_SUCH = Rule(name="no-such-seed", doc="A record cites a source that is not there.")
    >>> NO_SUCH("`x.txt` is not in seeds/SHA256SUMS", at=Place(path="data/records/a.yaml")).rule
    'no-such-seed'
    """

    name: str
    doc: str
    severity: Severity = "error"

    def __call__(
        self,
        message: str,
        *,
        at: Place,
        label: str = "",
        also: Sequence[Label] = (),
        help: str = "",
        records: tuple[Record, ...] = (),
        field: str = "",
    ) -> Finding:
        """A finding by this rule, at `at` (labelled `label`) and at the places of `also`."""
        return Finding(
            rule=self.name,
            severity=self.severity,
            message=message,
            labels=(Label(place=at, message=label), *also),
            help=help,
            records=records,
            field=field,
        )


class Fault(NamedTuple):
    """A finding in a column, before its place is looked up: the row of the table and the field.

    `field` is None when the fault is the whole record's (a duplicate key, say). `piece` is the
    number of the piece of evidence that is at fault, and `also` are places that are known already;
    `first` is the row that has first what no two may have.
    """

    rule: Rule
    row: int
    field: str | None
    message: str
    help: str = ""
    piece: int | None = None
    label: str = ""
    also: tuple[Label, ...] = ()
    first: int | None = None


def place(path: str, text: str, start: int, end: int | None = None, *, first: int = 1) -> Place:
    r"""The place of `text[start:end]` in the file at `path`, cut off at the end of its first line.

    The text begins with the line of the number `first`.

    >>> at = place("a.yaml", "one\ntwo: x\n", 9, 10)
    >>> at.line, at.column, at.length, at.excerpt
    (2, 6, 1, 'two: x')
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    stop = min(start if end is None else end, line_end)
    excerpt_start = max(line_start, start - EXCERPT)
    excerpt_end = min(line_end, max(stop, start) + EXCERPT, start + 4 * EXCERPT)
    return Place(
        path=path,
        line=text.count("\n", 0, start) + first,
        column=start - line_start + 1,
        length=max(0, stop - start),
        excerpt=text[excerpt_start:excerpt_end],
        excerpt_column=excerpt_start - line_start + 1,
    )


def shown(text: str) -> str:
    """A value or words as a message shows them: their first code points, where they are long.

    >>> shown("twenty"), len(shown("very " * 100)), shown("very " * 100)[-5:]
    ('twenty', 80, 'very…')
    """
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def many(count: int, noun: str) -> str:
    """A number of things.

    >>> many(1, "source"), many(1000, "source")
    ('1 source', '1,000 sources')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def where(at: Place) -> str:
    """The place in one word: `a.yaml:3:12`, `a.parquet, row 7` or `a.yaml`."""
    if at.line:
        return f"{at.path}:{at.line}:{at.column}"
    return at.path if at.row is None else f"{at.path}, row {at.row}"


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """The findings by file, place and rule, each once: the order in which they are shown."""

    def key(finding: Finding) -> tuple[str, int, int, int, str, str]:
        at = finding.place
        row = -1 if at.row is None else at.row
        return (at.path, at.line, row, at.column, finding.rule, finding.message)

    return sorted(dict.fromkeys(findings), key=key)
