"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from kzdata.escapes import json, terminal
from kzdata.findings import Finding, Label, Place, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def report(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """The log, in ASCII: one run, its results, and of `rules` (by name) those that they break.

    Columns count code points (section 3.14.17); a label but the first is a related location.
    """
    broken = sorted({finding.rule for finding in findings})
    driver = {
        "name": "kzdata",
        "rules": [_rule(name, rules.get(name)) for name in broken],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, broken.index(finding.rule)) for finding in findings],
    }
    return json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    """The reportingDescriptor (section 3.49) of a rule."""
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": " ".join(rule.doc.split("\n\n")[0].split())},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    """The result (section 3.27) of a finding."""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": _message(finding.message, finding.help),
        "locations": [_location(finding.labels[0])],
    }
    if finding.records:
        result["locations"][0]["logicalLocations"] = [_logical(finding)]
    if related := [_location(label) for label in dict.fromkeys(finding.labels[1:])]:
        result["relatedLocations"] = related
    return result


def _logical(finding: Finding) -> dict[str, Any]:
    """The logicalLocation (section 3.33) of the finding's first record, or of its field."""
    table, _, number = finding.records[0]
    field = f".{finding.field}" if finding.field else ""
    return {"fullyQualifiedName": terminal(f"{table}[{number}]{field}"), "kind": "element"}


def _location(label: Label) -> dict[str, Any]:
    """The location (section 3.28) of a label; without a region it is the whole file."""
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": quote(label.place.path, errors="replace")}
    }
    if label.place.line:
        physical["region"] = _region(label.place)
    location: dict[str, Any] = {"physicalLocation": physical}
    if label.message:
        location["message"] = _message(label.message)
    return location


def _region(place: Place) -> dict[str, int]:
    """The region (section 3.30); `endColumn` is the column behind the last."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + place.length,
    }


def _message(*lines: str) -> dict[str, str]:
    """A plain text message (section 3.11), in which `[words](target)` would be a link."""
    text = "\n".join(terminal(line) for line in lines if line)
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": text}
