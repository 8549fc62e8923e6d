"""`kzdata validate`."""

from pathlib import Path

import click

from kzdata.cli import options
from kzdata.cli.progress import progress
from kzdata.cli.report import form, report
from kzdata.project.check import check
from kzdata.project.summary import summary
from kzdata.project.workers import executor


@click.command("validate")
@options.project
@form
@options.jobs
@options.scheduler
def command(project: Path, form: str, jobs: int | None, scheduler: str | None) -> int:
    """Check the PROJECT: schemas, sources, records, evidence. Nothing is written.

    Exit status 0: clean, or warnings only; 1: errors.
    """
    with executor(scheduler) as cluster:
        checked = check(project, jobs=jobs, executor=cluster, progress=progress())
    status = report(checked.findings, form)
    if status == 0 and form == "text":
        click.echo(f"ok: {summary(checked)}")
    return status
