"""`kzdata build`."""

from pathlib import Path

import click

from kzdata.cli import options
from kzdata.cli.progress import progress
from kzdata.cli.report import form, report
from kzdata.project.check import check
from kzdata.project.publish import FOLDER, differences, publish
from kzdata.project.summary import summary
from kzdata.project.workers import Workers


@click.command("build")
@options.project
@form
@options.work
@click.option(
    "--check", "only_check", is_flag=True, help="Compare with the package, write nothing."
)
def command(project: Path, form: str, workers: Workers, only_check: bool) -> int:
    """Check the PROJECT and write its package to data/package, whole or not at all.

    With --check nothing is written: exit status 1 says that the package is not what the build
    gives.
    """
    checked = check(project, workers=workers, progress=progress())
    if status := report(checked.findings, form):
        return status
    if only_check:
        found = differences(project, checked)
        for line in found:
            click.echo(f"error: {line}")
        if not found:
            click.echo(f"ok: {FOLDER} is what the build gives")
        return int(bool(found))
    publish(project, checked)
    if form == "text":
        click.echo(f"built {FOLDER}: {summary(checked)}")
    return 0
