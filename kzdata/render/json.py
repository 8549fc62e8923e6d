"""Findings as one JSON document, for programs: keys may be added to its form, none is changed."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kzdata.escapes import json
from kzdata.findings import Finding, Label

VERSION = 1
"""The version of the form; another one would break programs."""


def report(findings: Sequence[Finding]) -> str:
    """The document, in ASCII: `version`, `errors`, `warnings`, `rules` (counts) and `findings`.

    A finding has `rule`, `severity`, `message`, `help` (empty without one); `records`, those at
    fault, each a `table`, `path` and `number` (`findings.Record`), none where a whole file is;
    `field`, null where no single one is at fault; and `labels`, the first of which says where it
    is. A label has `path`, `message`, `line`, `column`, `end_column` (from 1, in code points,
    half-open; null for a whole file and in Parquet), the `row` in Parquet (from 0), and of the line
    the `excerpt` that begins at `excerpt_column`.
    """
    errors = sum(finding.severity == "error" for finding in findings)
    document = {
        "version": VERSION,
        "errors": errors,
        "warnings": len(findings) - errors,
        "rules": dict(sorted(Counter(finding.rule for finding in findings).items())),
        "findings": [_finding(finding) for finding in findings],
    }
    return json(document)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "records": [record._asdict() for record in finding.records],
        "field": finding.field or None,
        "labels": [_label(label) for label in finding.labels],
    }


def _label(label: Label) -> dict[str, Any]:
    at = label.place
    whole = not at.line
    return {
        "path": at.path,
        "message": label.message,
        "line": None if whole else at.line,
        "column": None if whole else at.column,
        "end_column": None if whole else at.column + at.length,
        "row": at.row,
        "excerpt": at.excerpt,
        "excerpt_column": at.excerpt_column,
    }
