"""`kzdata validate`."""

from pathlib import Path

import click

from kzdata.cli import options, output
from kzdata.cli.progress import progress
from kzdata.cli.report import form, report
from kzdata.project.check import check
from kzdata.project.summary import summary
from kzdata.project.workers import Workers


@click.command(
    "validate",
    epilog=options.examples(
        "kzdata validate",
        "kzdata validate my-dataset --format sarif",
    ),
)
@options.project
@form
@options.work
def command(project: Path, form: str, workers: Workers) -> int:
    """Check the PROJECT: schemas, sources, records, evidence. Nothing is written.

    Exit status 0: clean, or warnings only; 1: errors.
    """
    with progress() as show:
        checked = check(project, workers=workers, progress=show)
    status = report(checked.findings, form, project)
    if status == 0 and form == "text":
        output.say(f"ok: {summary(checked)}")
    return status
