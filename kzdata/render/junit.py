"""Findings as JUnit XML, which most CI systems list as tests: a failed one for each error."""

from collections.abc import Sequence

from kzdata.escapes import xml
from kzdata.findings import Finding, where
from kzdata.render.text import finding_lines

_WIDTH = 100


def report(findings: Sequence[Finding]) -> str:
    """The document: one suite with a test case a finding, by file; a warning is a test that passes.

    Without findings there is one case that passes, since CI systems take an empty suite for a fault
    of the run.
    """
    failures = sum(finding.severity == "error" for finding in findings)
    cases = [_case(finding) for finding in findings]
    if not cases:
        cases = ['<testcase classname="kzdata" name="no findings"/>']
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites {counts}>",
            f'<testsuite name="kzdata" {counts}>',
            *cases,
            "</testsuite>",
            "</testsuites>",
            "",
        )
    )


def _case(finding: Finding) -> str:
    at = finding.place
    position = where(at).removeprefix(at.path).lstrip(":, ")
    name = xml(f"{position} {finding.rule}: {finding.message}".lstrip())
    shown = xml("\n".join(finding_lines(finding, width=_WIDTH, colour=False)))
    inside = f"<system-out>{shown}</system-out>"
    if finding.severity == "error":
        said = f'type="{xml(finding.rule)}" message="{xml(finding.message)}"'
        inside = f"<failure {said}>{shown}</failure>"
    return f'<testcase classname="{xml(at.path)}" name="{name}">{inside}</testcase>'
