"""`kzdata init`."""

from pathlib import Path
from shlex import quote

import click

from kzdata.cli import output
from kzdata.project.start import start


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Start a project in FOLDER: one source, two tables, three records, all clean."""
    start(folder)
    output.say(f"started a project in {folder}; next: kzdata validate {quote(str(folder))}")
    return 0
