"""`kzdata show`."""

import click

from kzdata.catalog import printing
from kzdata.cli import options, output
from kzdata.cli.packages import package


@click.command("show")
@click.argument("table")
@click.option("--columns", help="The columns wanted, with commas between them.")
@click.option("--rows", type=click.IntRange(0), help="How many rows at most.")
@click.option(
    "--format", "form", type=click.Choice(printing.FORMS), default="table", show_default=True
)
@options.package
def command(table: str, columns: str | None, rows: int | None, form: str, place: str | None) -> int:
    """Print a TABLE of a package: for people, as CSV, for a spreadsheet, or as JSON Lines."""
    wanted = columns.split(",") if columns else None
    loaded = package(place).load(table, columns=wanted)
    for line in printing.lines(loaded.slice(0, rows), table, form):
        if output.unread():
            break
        click.echo(line, nl=False)
    return 0
