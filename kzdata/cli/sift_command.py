"""`kzdata sift`."""

from pathlib import Path

import click

from kzdata.cli import options, output
from kzdata.cli.progress import progress
from kzdata.cli.report import form, report
from kzdata.project.sift import REFUSED, sift
from kzdata.project.summary import many
from kzdata.project.workers import Workers


@click.command("sift")
@options.project
@form
@options.work
def command(project: Path, form: str, workers: Workers) -> int:
    """Move the refused records of the PROJECT to data/refused, with the reasons.

    What is left passes, but for errors about whole files and YAML, which are printed: exit status
    1. Lines and rows are moved as they were written; data/refused/_reasons.jsonl says why.
    """
    with progress() as show:
        sifted = sift(project, workers=workers, progress=show)
    status = report(sifted.checked.findings, form, project)
    if form == "text":
        output.say(f"{many(sifted.moved, 'record')} moved to {REFUSED}")
    return status
