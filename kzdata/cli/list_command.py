"""`kzdata list`."""

import click

from kzdata import escapes
from kzdata.cli import options
from kzdata.cli.packages import package


@click.command("list")
@options.package
@options.as_json
def command(place: str | None, as_json: bool) -> int:
    """List the tables of a package: names, titles, rows."""
    tables = package(place).tables()
    click.echo(escapes.json(list(tables)) if as_json else f"{tables!r}\n", nl=False)
    return 0
