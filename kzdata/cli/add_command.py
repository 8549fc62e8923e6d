"""`kzdata add`."""

from pathlib import Path

import click

from kzdata.cli import options
from kzdata.project.start import add


@click.command("add")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.project
@click.option("--name", help="The file name in seeds/; the text's own unless given.")
def command(text: Path, project: Path, name: str | None) -> int:
    """Copy TEXT into the seeds of the PROJECT, with its line in SHA256SUMS."""
    digest = add(project, text, name)
    click.echo(f"added seeds/{text.name if name is None else name}, SHA-256 {digest}")
    return 0
