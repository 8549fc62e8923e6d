"""Printing findings and the exit status that goes with them."""

import os
import shutil
import sys
from collections.abc import Sequence

import click

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


def report(findings: Sequence[Finding], form: str) -> int:
    """Print the findings on standard output; 1 when one of them is an error, else 0."""
    terminal = sys.stdout.isatty()
    known = rules() if form == "sarif" else {}
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    colour = terminal and "NO_COLOR" not in os.environ
    click.echo(render(findings, form, rules=known, width=width, colour=colour), nl=False)
    return int(any(finding.severity == "error" for finding in findings))
