"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Sequence

from kzdata.escapes import github, github_property
from kzdata.findings import Finding, where


def report(findings: Sequence[Finding]) -> str:
    """One command a finding: its first place as properties; message, other places, help as text."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    at = finding.place
    properties = {"file": at.path}
    if at.line:
        properties |= {
            "line": str(at.line),
            "endLine": str(at.line),
            "col": str(at.column),
            "endColumn": str(at.column + at.length),
        }
    properties["title"] = finding.rule
    listed = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    return f"::{finding.severity} {listed}::{github(_text(finding))}"


def _text(finding: Finding) -> str:
    """The message, what the other places say, and the help, a line each."""
    row = finding.place.row
    lines = [finding.message if row is None else f"row {row}: {finding.message}"]
    for label in finding.labels[1:]:
        at = label.place
        lines.append(f"{where(at)}: {label.message}" if label.message else where(at))
    if finding.help:
        lines.append(f"help: {finding.help}")
    return "\n".join(lines)
