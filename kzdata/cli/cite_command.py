"""`kzdata cite`."""

import click

from kzdata.cli import options, output
from kzdata.cli.packages import package


@click.command(
    "cite",
    epilog=options.examples(
        "kzdata cite bibtex",
        "kzdata cite --package data/package",
    ),
)
@click.argument("style", default="text")
@options.package
def command(style: str, place: str | None) -> int:
    """Say how to cite a dataset, in a STYLE: text, bibtex, csl-json or ris."""
    output.hand(f"{package(place).cite(style)}\n")
    return 0
