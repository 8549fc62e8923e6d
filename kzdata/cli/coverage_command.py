"""`kzdata coverage`."""

from pathlib import Path

import click

from kzdata import escapes
from kzdata.cli import options, output, places
from kzdata.cli.progress import progress
from kzdata.project.check import check
from kzdata.project.coverage import coverage, entry, left_open, listed
from kzdata.project.workers import Workers


@click.command("coverage", epilog=options.examples("kzdata coverage", "kzdata coverage --json"))
@options.project
@options.as_json
@options.work
def command(project: Path, as_json: bool, workers: Workers) -> int:
    """Say what the cells of a PROJECT rest on, and list what its sources say that nobody used.

    Cells that an error refuses are not counted. The exit status is 0 also where there are errors.
    """
    with progress() as show:
        checked = check(project, workers=workers, progress=show)
    covered = coverage(checked)
    folder = places.folder(project, Path.cwd())
    items = [one._replace(place=places.called(one.place, folder)) for one in left_open(checked)]
    if as_json:
        output.hand(escapes.json(covered.counts() | {"open": list(map(entry, items))}))
    else:
        output.say(*f"{listed(items)}{covered.text()}".split("\n"))
    return 0
