"""`kzdata show`."""

import shutil
import sys
from io import TextIOWrapper

import click

from kzdata.catalog import forms, printing
from kzdata.catalog.conditions import condition
from kzdata.cli import options, output
from kzdata.cli.packages import package
from kzdata.errors import DataError
from kzdata.verification import types


@click.command(
    "show",
    epilog=options.examples(
        "kzdata show figures --columns figure_id,value --filter 'value >= 100'",
        "kzdata show figures --package data/package --format csv",
    ),
)
@click.argument("table")
@click.option("--columns", help="The columns wanted, with commas between them.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="CONDITION",
    help="Show rows such as 'value >= 100' or 'unit = person' only; given again, all hold.",
)
@click.option("--rows", type=click.IntRange(0), help="How many rows at most.")
@click.option(
    "--format",
    "form",
    type=click.Choice(printing.FORMS),
    default="table",
    show_default=True,
    help="How rows are printed; a table wider than the terminal is printed as records.",
)
@options.package
def command(
    table: str,
    columns: str | None,
    filters: tuple[str, ...],
    rows: int | None,
    form: str,
    place: str | None,
) -> int:
    """Print a TABLE of a package: for people, as CSV, for a spreadsheet, or as JSON Lines.

    What is for programs is in UTF-8, whatever the terminal has.
    """
    opened = package(place)
    wanted = None if columns is None else [name.strip() for name in columns.split(",")]
    for problem in types.problems(opened.parquet(table), opened.info(table)):
        raise DataError(problem)
    schema = opened.parquet(table).schema
    kept = [condition(typed, schema, table) for typed in filters]
    loaded = opened.load(table, columns=wanted, filters=kept or None)
    shown = loaded.slice(0, rows)
    if form in printing.FOR_PROGRAMS and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    kinds = {field.name: forms.kind(field) for field in opened.info(table).fields}
    if form == "table" and sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        form = "table" if printing.fits(shown, kinds, table, width) else "records"
    for line in printing.lines(shown, kinds, table, form):
        if output.unread():
            break
        output.hand(line)
    return 0
