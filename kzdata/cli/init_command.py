"""`kzdata init`."""

from pathlib import Path
from shlex import quote

import click

from kzdata.cli import options, output
from kzdata.project.start import start


@click.command("init", epilog=options.examples("kzdata init my-dataset"))
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Start a project in FOLDER: one source, two tables, three records, all clean."""
    start(folder)
    output.say(f"started a project in {folder}; next: kzdata validate {quote(str(folder))}")
    return 0
