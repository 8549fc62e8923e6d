"""`kzdata list`."""

import click

from kzdata import escapes
from kzdata.cli import options, output
from kzdata.cli.packages import package


@click.command("list", epilog=options.examples("kzdata list", "kzdata list --package data/package"))
@options.package
@options.as_json
def command(place: str | None, as_json: bool) -> int:
    """List the tables of a package: names, titles, rows."""
    tables = package(place).tables()
    output.hand(escapes.json(list(tables)) if as_json else f"{tables!r}\n")
    return 0
