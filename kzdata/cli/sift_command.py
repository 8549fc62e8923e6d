"""`kzdata sift`."""

from pathlib import Path

import click

from kzdata.cli import options, output, places
from kzdata.cli.progress import progress
from kzdata.cli.report import form, report
from kzdata.findings import many
from kzdata.project.sift import REASONS, REFUSED, sift
from kzdata.project.workers import Workers
from kzdata.render.tally import tally


@click.command(
    "sift",
    epilog=options.examples(
        "kzdata sift",
        "kzdata sift my-dataset --format json",
    ),
)
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
        moved = f"{many(sifted.moved, 'record')} moved to {places.file(REFUSED, project)}"
        why = f"; why: {places.file(REASONS, project)}" if sifted.moved else ""
        output.say(*tally(sifted.reasons), moved + why)
    return status
