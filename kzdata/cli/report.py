"""Printing findings and the exit status that goes with them."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kzdata.cli import output, places
from kzdata.findings import Finding
from kzdata.render import FORMATS, render
from kzdata.rules import rules

form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are printed.",
)


def report(findings: Sequence[Finding], form: str, project: Path) -> int:
    """Print the findings on a project on standard output; 1 when one is an error, else 0."""
    terminal = sys.stdout.isatty()
    known = rules() if form == "sarif" else {}
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    colour = terminal and "NO_COLOR" not in os.environ
    base = places.base(form, project)
    folder = places.folder(project, base)
    shown = [places.finding(one, folder) for one in findings]
    output.hand(render(shown, form, rules=known, base=base, width=width, colour=colour))
    return int(any(finding.severity == "error" for finding in findings))
