"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kzdata.escapes import json, terminal
from kzdata.findings import Finding, Label, Place, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


_ROOT = "%SRCROOT%"
"""What paths are relative to (section 3.14.14), by the name that code hosts know."""


def report(findings: Sequence[Finding], rules: Mapping[str, Rule], base: Path | None = None) -> str:
    """The log, in ASCII: one run, its results, and of `rules` (by name) those that they break.

    Columns count code points (section 3.14.17); a label but the first is a related location. Paths
    are relative to `base`, where that is known.
    """
    from importlib.metadata import version  # noqa: PLC0415 - it takes as long as all forms, and only this needs it

    broken = sorted({finding.rule for finding in findings})
    driver = {
        "name": "kzdata",
        "version": version("kzdata"),
        "rules": [_rule(name, rules.get(name)) for name in broken],
    }
    run: dict[str, Any] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
    if base:
        run["originalUriBaseIds"] = {_ROOT: {"uri": f"{base.as_uri()}/"}}
    seen: Counter[str] = Counter()
    run["results"] = [
        _result(finding, broken.index(finding.rule), _fingerprint(finding, seen))
        for finding in findings
    ]
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


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """What stays the same where the finding only moves to other lines (section 3.27.17).

    Of several that are alike, `seen` so often before, each has its number.
    """
    said = json([finding.rule, finding.place.path, finding.message])
    digest = hashlib.sha256(said.encode()).hexdigest()
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, Any]:
    """The result (section 3.27) of a finding."""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": _message(finding.message, finding.help),
        "locations": [_location(finding.labels[0])],
        "partialFingerprints": {"kzdata/v1": fingerprint},
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
    physical: dict[str, Any] = {"artifactLocation": _artifact(label.place.path)}
    if label.place.line:
        physical["region"] = _region(label.place)
    location: dict[str, Any] = {"physicalLocation": physical}
    if label.message:
        location["message"] = _message(label.message)
    return location


def _artifact(path: str) -> dict[str, str]:
    """The artifactLocation (section 3.4) of a file: below the root, or by its whole name."""
    uri = quote(path, errors="replace")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


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
