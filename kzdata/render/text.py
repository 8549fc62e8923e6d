"""Findings for the eyes, laid out as good compilers do: rule, message, the lines, marks below them.

Which part of a line is shown is `kzdata.render.excerpts`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kzdata.escapes import terminal
from kzdata.findings import Finding, Label, Severity, many, where
from kzdata.render.excerpts import Excerpt, excerpt
from kzdata.render.tally import tally

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_BLUE = "\x1b[1;34m"
_SEVERITIES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_NARROWEST = 20
_MANY = 20
"""Of more findings than these it is summed up which rules they break, and in which fields."""


class _Block(NamedTuple):
    """Labels of one line that are shown together; `excerpt` is None for a whole file."""

    labels: tuple[Label, ...]
    excerpt: Excerpt | None


def report(findings: Sequence[Finding], *, width: int, colour: bool) -> str:
    """The findings in their order, a blank line behind each, and how many there are; or nothing.

    Lines of files are cut to `width` columns. `colour` is for a terminal that understands ANSI
    escapes (ECMA-48).
    """
    if not findings:
        return ""
    blocks = [finding_lines(finding, width=width, colour=colour) for finding in findings]
    wrong = any(finding.severity == "error" for finding in findings)
    severity: Severity = "error" if wrong else "warning"
    total = _paint(severity, _SEVERITIES[severity], colour) + f": {summary(findings)}"
    lines = (line for block in blocks for line in (*block, ""))
    return "".join(f"{line}\n" for line in (*lines, *_overview(findings), total))


def _overview(findings: Sequence[Finding]) -> list[str]:
    """How many findings there are by each rule and field, in more than a screen of unlike ones."""
    lines = tally((one.rule, one.field) for one in findings) if len(findings) > _MANY else []
    return lines if len(lines) > 1 else []


def summary(findings: Sequence[Finding]) -> str:
    """How many findings there are and in how many files: `3 errors, 1 warning in 2 files`."""
    errors = sum(finding.severity == "error" for finding in findings)
    counts = ((errors, "error"), (len(findings) - errors, "warning"))
    parts = [many(count, noun) for count, noun in counts if count]
    files = len({finding.place.path for finding in findings})
    return f"{', '.join(parts)} in {many(files, 'file')}"


def finding_lines(finding: Finding, *, width: int, colour: bool) -> list[str]:
    """One finding, line by line, without line ends."""
    gutter = max(len(str(label.place.line)) for label in finding.labels)
    room = max(width - gutter - len(" | "), _NARROWEST)
    head = _paint(f"{finding.severity}[{finding.rule}]", _SEVERITIES[finding.severity], colour)
    lines = [head + _paint(f": {terminal(finding.message)}", _BOLD, colour)]
    primary = finding.labels[0]
    for block in _blocks(finding.labels, room):
        lines.extend(_block_lines(block, primary, finding, gutter, colour))
    note = _paint(f"{' ' * gutter} = ", _BLUE, colour)
    if len(finding.records) > 1:
        lines.append(f"{note}in {len(finding.records)} records")
    if finding.help:
        lines.append(f"{note}help: {terminal(finding.help)}")
    return lines


def _blocks(labels: Sequence[Label], room: int) -> Iterator[_Block]:
    """The labels, neighbours on one line together where they fit."""
    for _, neighbours in groupby(labels, key=lambda one: (one.place.path, one.place.line)):
        rest = tuple(neighbours)
        while rest:
            count, shown = _fitting(rest, room)
            yield _Block(rest[:count], shown)
            rest = rest[count:]


def _fitting(labels: Sequence[Label], room: int) -> tuple[int, Excerpt | None]:
    """How many of the labels of one line are shown side by side, one at least, and in what."""
    if not labels[0].place.line:
        return 1, None
    shown = excerpt([labels[0].place], room)
    for count in range(1, len(labels)):
        wider = excerpt([label.place for label in labels[: count + 1]], room)
        if wider is None:
            return count, shown
        shown = wider
    return len(labels), shown


def _block_lines(
    block: _Block, primary: Label, finding: Finding, gutter: int, colour: bool
) -> Iterator[str]:
    """The arrow with the place, the line, and a row of marks for each label."""
    first = block.labels[0]
    arrow = _paint(f"{' ' * gutter}-->", _BLUE, colour)
    path = terminal(where(first.place))
    if block.excerpt is None:
        yield f"{arrow} {path}" + (f": {terminal(first.message)}" if first.message else "")
        return
    yield f"{arrow} {path}"
    empty = _paint(f"{' ' * gutter} |", _BLUE, colour)
    yield empty
    number = _paint(f"{first.place.line:>{gutter}} |", _BLUE, colour)
    yield f"{number} {block.excerpt.text}".rstrip()
    for label, mark in zip(block.labels, block.excerpt.marks, strict=True):
        sign, code = ("^", _SEVERITIES[finding.severity]) if label is primary else ("-", _BLUE)
        words = f"{sign * mark.width} {terminal(label.message)}".rstrip()
        yield f"{empty} {' ' * mark.offset}{_paint(words, code, colour)}"


def _paint(words: str, code: str, colour: bool) -> str:
    return f"{code}{words}{_RESET}" if colour else words
