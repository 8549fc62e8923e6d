"""`kzdata coverage`."""

import json
from pathlib import Path

import click

from kzdata.cli import options
from kzdata.cli.progress import progress
from kzdata.errors import DataError
from kzdata.project.check import check
from kzdata.project.coverage import coverage


@click.command("coverage")
@options.project
@options.as_json
def command(project: Path, as_json: bool) -> int:
    """Say what the cells of a PROJECT rest on, and what its sources say that nobody used."""
    checked = check(project, progress=progress())
    if not checked.clean:
        raise DataError("the project has errors: see `kzdata validate`")
    covered = coverage(checked)
    click.echo(json.dumps(covered.counts(), indent=2) if as_json else covered.text())
    return 0
