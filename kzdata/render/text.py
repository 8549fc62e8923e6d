"""Findings for the eyes, laid out as good compilers do: rule, message, the lines, marks below them.

Which part of a line is shown is `kzdata.render.excerpts`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kzdata.escapes import terminal
from kzdata.findings import Finding, Label, Place
from kzdata.render.excerpts import Excerpt, excerpt

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_BLUE = "\x1b[1;34m"
_SEVERITIES = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_NARROWEST = 20


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
    severity = max((finding.severity for finding in findings), key=lambda one: one == "error")
    total = _paint(severity, _SEVERITIES[severity], colour) + f": {summary(findings)}"
    return "".join(f"{line}\n" for block in blocks for line in (*block, "")) + f"{total}\n"


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are and in how many files: `3 errors, 1 warning in 2 files`."""
    found = list(findings)
    errors = sum(finding.severity == "error" for finding in found)
    counts = ((errors, "error"), (len(found) - errors, "warning"))
    parts = [_count(count, noun) for count, noun in counts if count]
    files = len({finding.place.path for finding in found})
    return f"{', '.join(parts) or 'nothing'} in {_count(files, 'file')}"


def finding_lines(finding: Finding, *, width: int, colour: bool) -> list[str]:
    """One finding, line by line, without line ends."""
    gutter = max(len(str(label.place.line)) for label in finding.labels)
    room = max(width - gutter - len(" | "), _NARROWEST)
    head = _paint(f"{finding.severity}[{finding.rule}]", _SEVERITIES[finding.severity], colour)
    lines = [head + _paint(f": {terminal(finding.message)}", _BOLD, colour)]
    primary = finding.labels[0]
    for block in _blocks(finding.labels, room):
        lines.extend(_block_lines(block, primary, finding, gutter, colour))
    if finding.help:
        lines.append(
            _paint(f"{' ' * gutter} = ", _BLUE, colour) + f"help: {terminal(finding.help)}"
        )
    return lines


def _blocks(labels: Sequence[Label], room: int) -> Iterator[_Block]:
    """The labels, those side by side on one line together where they fit."""
    rest = list(labels)
    while rest:
        shown, *rest = rest
        block = _Block((shown,), None)
        if shown.place.line:
            block = _Block((shown,), excerpt([shown.place], room))
        while rest and shown.place.line and _line(rest[0].place) == _line(shown.place):
            together = (*block.labels, rest[0])
            joined = excerpt([label.place for label in together], room)
            if joined is None:
                break
            block, rest = _Block(together, joined), rest[1:]
        yield block


def _block_lines(
    block: _Block, primary: Label, finding: Finding, gutter: int, colour: bool
) -> Iterator[str]:
    """The arrow with the place, the line, and a row of marks for each label."""
    first = block.labels[0]
    arrow = _paint(f"{' ' * gutter}-->", _BLUE, colour)
    path = terminal(first.place.path)
    if block.excerpt is None:
        yield f"{arrow} {path}" + (f": {terminal(first.message)}" if first.message else "")
        return
    yield f"{arrow} {path}:{first.place.line}:{first.place.column}"
    empty = _paint(f"{' ' * gutter} |", _BLUE, colour)
    yield empty
    number = _paint(f"{first.place.line:>{gutter}} |", _BLUE, colour)
    yield f"{number} {block.excerpt.text}".rstrip()
    for label, mark in zip(block.labels, block.excerpt.marks, strict=True):
        sign, code = ("^", _SEVERITIES[finding.severity]) if label is primary else ("-", _BLUE)
        words = f"{sign * mark.width} {terminal(label.message)}".rstrip()
        yield f"{empty} {' ' * mark.offset}{_paint(words, code, colour)}"


def _line(place: Place) -> tuple[str, int]:
    return place.path, place.line


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _paint(words: str, code: str, colour: bool) -> str:
    return f"{code}{words}{_RESET}" if colour else words
