"""`kzdata build`."""

from collections.abc import Sequence
from pathlib import Path

import click

from kzdata.cli import options, output, places
from kzdata.cli.progress import progress
from kzdata.cli.report import form, report
from kzdata.findings import Finding
from kzdata.project.check import Checked, check
from kzdata.project.publish import FOLDER, NotValidError, publish, stale
from kzdata.project.summary import summary
from kzdata.project.workers import Workers


@click.command(
    "build",
    epilog=options.examples(
        "kzdata build",
        "kzdata build --check --format github",
    ),
)
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
    with progress() as show:
        checked = check(project, workers=workers, progress=show)
    act = stale if only_check else _published
    found = act(project, checked) if checked.clean else []
    status = report([*checked.findings, *found], form, project)
    if status == 0 and form == "text":
        package = places.file(FOLDER, project)
        done = f"built {package}: {summary(checked)}"
        output.say(f"ok: {package} is what the build gives" if only_check else done)
    return status


def _published(project: Path, checked: Checked) -> Sequence[Finding]:
    """What forbids to publish a project that was found clean, which it is if there is nothing."""
    try:
        publish(project, checked)
    except NotValidError as error:
        return error.findings
    return []
